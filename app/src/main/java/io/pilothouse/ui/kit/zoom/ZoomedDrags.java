package io.pilothouse.ui.kit.zoom;

import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.event.Event;
import javafx.event.EventDispatchChain;
import javafx.event.EventDispatcher;
import javafx.event.EventTarget;
import javafx.scene.Node;
import javafx.scene.input.MouseEvent;
import javafx.scene.shape.Rectangle;

/// Keeps what is dragged under the pointer: the dividers of JavaFX and the edges of its columns go by the pointer's way
/// over the window, not by their own measure, and would run ahead of it in a window that is drawn larger.
record ZoomedDrags(EventDispatcher usual, ReadOnlyDoubleProperty factor)
        implements EventDispatcher {

    @Override
    public Event dispatchEvent(Event event, EventDispatchChain tail) {
        return event instanceof MouseEvent mouse
                        && factor.get() != 1
                        && isDragged(mouse.getTarget())
                ? usual.dispatchEvent(unzoomed(mouse), tail)
                : usual.dispatchEvent(event, tail);
    }

    private static boolean isDragged(EventTarget target) {
        for (var node = target instanceof Node n ? n : null;
                node != null;
                node = node.getParent()) {
            if (node.getStyleClass().contains("split-pane-divider")) {
                return true;
            }
        }
        return target instanceof Rectangle edge
                && edge.getParent() != null
                && edge.getParent().getStyleClass().contains("column-header");
    }

    /// The same event with its place in the window as at 100 %; its place in a node comes from what was picked.
    private MouseEvent unzoomed(MouseEvent e) {
        return new MouseEvent(
                e.getSource(),
                e.getTarget(),
                e.getEventType(),
                e.getSceneX() / factor.get(),
                e.getSceneY() / factor.get(),
                e.getScreenX(),
                e.getScreenY(),
                e.getButton(),
                e.getClickCount(),
                e.isShiftDown(),
                e.isControlDown(),
                e.isAltDown(),
                e.isMetaDown(),
                e.isPrimaryButtonDown(),
                e.isMiddleButtonDown(),
                e.isSecondaryButtonDown(),
                e.isBackButtonDown(),
                e.isForwardButtonDown(),
                e.isSynthesized(),
                e.isPopupTrigger(),
                e.isStillSincePress(),
                e.getPickResult());
    }
}
