package io.pilothouse.ui.kit.zoom;

import javafx.collections.ListChangeListener;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;
import javafx.stage.PopupWindow;
import javafx.stage.Window;

import org.jspecify.annotations.Nullable;

/// Draws menus, tool tips and lists as large as the window they belong to: they are windows of their own.
final class ZoomedPopups {
    private final ZoomFrame frame;
    private final ListChangeListener<Window> opened = this::opened;

    ZoomedPopups(ZoomFrame frame) {
        this.frame = frame;
    }

    void follow(boolean on) {
        Window.getWindows().removeListener(opened);
        if (on) {
            Window.getWindows().addListener(opened);
        }
    }

    private void opened(ListChangeListener.Change<? extends Window> change) {
        while (change.next()) {
            for (var window : change.getAddedSubList()) {
                if (window instanceof PopupWindow popup && isMine(popup)) {
                    popup.getScene()
                            .getRoot()
                            .getChildrenUnmodifiable()
                            .forEach(content -> scale(content, popup));
                }
            }
        }
    }

    private boolean isMine(PopupWindow popup) {
        @Nullable Window owner = popup;
        while (owner instanceof PopupWindow inner) {
            owner = inner.getOwnerWindow();
        }
        return owner != null
                && owner.getScene() != null
                && frame.equals(owner.getScene().getRoot());
    }

    private void scale(Node content, PopupWindow popup) {
        double factor = frame.factorProperty().get();
        var scale =
                content.getTransforms().stream()
                        .filter(Scale.class::isInstance)
                        .map(Scale.class::cast)
                        .findFirst()
                        .orElseGet(() -> scaled(content, popup));
        scale.setX(factor);
        scale.setY(factor);
    }

    /// The popup's own measure, by which it is kept on the screen, follows what is in it.
    private static Scale scaled(Node content, PopupWindow popup) {
        var scale = new Scale(1, 1, 0, 0);
        content.getTransforms().add(scale);
        if (popup.getScene().getRoot() instanceof Region root) {
            root.prefWidthProperty()
                    .bind(
                            content.layoutBoundsProperty()
                                    .map(Bounds::getMaxX)
                                    .flatMap(x -> scale.xProperty().map(f -> x * f.doubleValue())));
            root.prefHeightProperty()
                    .bind(
                            content.layoutBoundsProperty()
                                    .map(Bounds::getMaxY)
                                    .flatMap(y -> scale.yProperty().map(f -> y * f.doubleValue())));
        }
        return scale;
    }
}
