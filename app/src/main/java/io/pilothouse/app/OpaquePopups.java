package io.pilothouse.app;

import javafx.application.ConditionalFeature;
import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.stage.PopupWindow;
import javafx.stage.Window;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// Where the desktop mixes no windows (X11 without a compositor, as over VNC), what is transparent is drawn white: there
/// menus, lists and tool tips have no shadow and no round corners, by the pseudo-class `:opaque`.
final class OpaquePopups {
    private static final PseudoClass OPAQUE = PseudoClass.getPseudoClass("opaque");

    private OpaquePopups() {}

    /// To be called once, on the FX thread.
    static void mend() {
        if (!Platform.isSupported(ConditionalFeature.TRANSPARENT_WINDOW)) {
            Window.getWindows()
                    .addListener(
                            (ListChangeListener<Window>)
                                    change -> {
                                        while (change.next()) {
                                            mark(change.getAddedSubList());
                                        }
                                    });
        }
    }

    static void mark(List<? extends Window> opened) {
        for (var window : opened) {
            if (window instanceof PopupWindow popup) {
                mark(popup);
                // menus and tool tips take their style from the window they belong to
                mark(popup.getOwnerWindow());
            }
        }
    }

    private static void mark(@Nullable Window window) {
        if (window != null && window.getScene() != null) {
            window.getScene().getRoot().pseudoClassStateChanged(OPAQUE, true);
        }
    }
}
