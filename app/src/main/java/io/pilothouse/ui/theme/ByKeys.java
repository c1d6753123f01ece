package io.pilothouse.ui.theme;

import javafx.css.PseudoClass;
import javafx.scene.Scene;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;

/// Marks the root `by-keys` while a person works with the keys: what has the focus then shows it, however it came by it.
/// JavaFX itself shows it only after Tab, and not where the program moved it, as into a dialog or to the details.
final class ByKeys {
    static final PseudoClass BY_KEYS = PseudoClass.getPseudoClass("by-keys");

    private ByKeys() {}

    static void follow(Scene scene) {
        scene.addEventFilter(
                KeyEvent.KEY_PRESSED,
                e -> {
                    if (!e.getCode().isModifierKey()) {
                        mark(scene, true);
                    }
                });
        scene.addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> mark(scene, false));
    }

    private static void mark(Scene scene, boolean on) {
        scene.getRoot().pseudoClassStateChanged(BY_KEYS, on);
    }
}
