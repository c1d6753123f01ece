package io.pilothouse.ui.shell.keys;

import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.input.KeyEvent;
import javafx.stage.Window;

/// Keeps the keys from the window while a menu is open: it gets them first, and what it does not take went on to the
/// window behind it.
public final class MenuFirst {
    private MenuFirst() {}

    public static void in(Node root) {
        root.addEventFilter(
                KeyEvent.ANY,
                e -> {
                    if (isAnyOpen()) {
                        e.consume();
                    }
                });
    }

    private static boolean isAnyOpen() {
        return Window.getWindows().stream()
                .anyMatch(w -> w instanceof ContextMenu && w.isShowing());
    }
}
