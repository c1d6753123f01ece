package io.pilothouse.ui.shell.keys;

import io.pilothouse.ui.kit.Nodes;

import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;

/// The screen's shortcuts hold wherever in the window the focus is.
public final class HandOn {
    private HandOn() {}

    /// @param e which nobody took yet
    public static void to(Node screen, KeyEvent e) {
        if (!e.isConsumed() && !Nodes.isIn(screen, (Node) e.getTarget())) {
            Event.fireEvent(screen, e.copyFor(screen, screen));
        }
    }
}
