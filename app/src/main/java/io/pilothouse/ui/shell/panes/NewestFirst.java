package io.pilothouse.ui.shell.panes;

import io.pilothouse.ui.kit.Shortcut;

import javafx.scene.control.ListView;
import javafx.scene.input.KeyEvent;

/// Begins with the newest line of a list where none is chosen. Lines come in above, and what a list takes for the one it
/// stands on wanders off with the first it ever had.
final class NewestFirst {
    private NewestFirst() {}

    static void in(ListView<?> list) {
        list.focusedProperty()
                .subscribe(
                        on -> {
                            if (on && isOpen(list)) {
                                list.scrollTo(0);
                                list.getFocusModel().focus(0);
                            }
                        });
        list.addEventFilter(
                KeyEvent.KEY_PRESSED,
                e -> {
                    boolean moves = Shortcut.LINE_DOWN.matches(e) || Shortcut.LINE_UP.matches(e);
                    if (moves && e.getTarget().equals(list) && isOpen(list)) {
                        list.getSelectionModel().select(0);
                        list.scrollTo(0);
                        e.consume();
                    }
                });
    }

    private static boolean isOpen(ListView<?> list) {
        return list.getSelectionModel().isEmpty() && !list.getItems().isEmpty();
    }
}
