package io.pilothouse.app;

import javafx.application.ConditionalFeature;
import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.stage.PopupWindow;
import javafx.stage.Window;

import java.util.List;

/// Where the desktop mixes no windows (X11 without a compositor, as over VNC), what is transparent is drawn white: there
/// menus, lists and tool tips have no shadow and no round corners, by the pseudo-class `:opaque`.
final class OpaquePopups {
    static final PseudoClass OPAQUE = PseudoClass.getPseudoClass("opaque");

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
                popup.getScene().getRoot().pseudoClassStateChanged(OPAQUE, true);
            }
        }
    }
}
