package io.pilothouse.ui.kit.zoom;

import io.pilothouse.ui.kit.Shortcut;

import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.scene.Scene;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;
import javafx.stage.Window;

/// The outermost node of a window: lays out what is in it as at 100 %, draws it as large as the zoom says, and takes the
/// zoom's keys wherever in the window the focus is. Where a window is too small for the zoom that was chosen, it is
/// drawn as large as has room.
public final class ZoomFrame extends Region {
    private final Region content;
    private final Zoom zoom;
    private final Scale scale = new Scale(1, 1, 0, 0);
    private final ReadOnlyDoubleWrapper factor = new ReadOnlyDoubleWrapper(1);

    public ZoomFrame(Region content, Zoom zoom) {
        this.content = content;
        this.zoom = zoom;
        content.getTransforms().add(scale);
        getChildren().add(content);
        zoom.percentProperty().subscribe(this::fit);
        widthProperty().subscribe(this::fit);
        heightProperty().subscribe(this::fit);
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        var drags = new ZoomedDrags(getEventDispatcher(), factor.getReadOnlyProperty());
        setEventDispatcher(drags);
        var popups = new ZoomedPopups(this);
        sceneProperty()
                .flatMap(Scene::windowProperty)
                .flatMap(Window::showingProperty)
                .orElse(false)
                .subscribe(popups::follow);
    }

    /// How many times larger than at 100 % the window is drawn just now.
    public ReadOnlyDoubleProperty factorProperty() {
        return factor.getReadOnlyProperty();
    }

    private void fit() {
        double now = getWidth() > 0 ? zoom.factor(getWidth(), getHeight()) : 1;
        scale.setX(now);
        scale.setY(now);
        factor.set(now);
        requestLayout();
    }

    private void pressed(KeyEvent e) {
        if (Shortcut.ZOOM_IN.matches(e)) {
            zoom.grow();
        } else if (Shortcut.ZOOM_OUT.matches(e)) {
            zoom.shrink();
        } else if (Shortcut.ZOOM_RESET.matches(e)) {
            zoom.reset();
        } else {
            return;
        }
        e.consume();
    }

    @Override
    protected void layoutChildren() {
        content.resizeRelocate(0, 0, getWidth() / factor.get(), getHeight() / factor.get());
    }
}
