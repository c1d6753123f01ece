package io.pilothouse.ui.shell.panes;

import io.pilothouse.ui.kit.Shortcut;

import javafx.event.Event;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyEvent;

/// Esc in a list: what is chosen is chosen no longer, and the next one leads out of the list. Of itself a list takes Esc
/// for editing, and nothing happens.
final class OutOfList {
    private OutOfList() {}

    /// @param none told that nothing is chosen any more
    static void in(ListView<?> list, Runnable none) {
        list.addEventFilter(
                KeyEvent.KEY_PRESSED,
                e -> {
                    if (Shortcut.OUT.matches(e) && e.getTarget().equals(list)) {
                        e.consume();
                        out(list, e, none);
                    }
                });
    }

    private static void out(ListView<?> list, KeyEvent e, Runnable none) {
        if (list.getSelectionModel().isEmpty()) {
            Event.fireEvent(list.getParent(), e.copyFor(list.getParent(), list.getParent()));
            return;
        }
        int at = list.getSelectionModel().getSelectedIndex();
        list.getSelectionModel().clearSelection();
        list.getFocusModel().focus(at);
        none.run();
    }
}
