package io.pilothouse.ui.shell.quit;

import io.pilothouse.sync.Command;
import io.pilothouse.sync.Command.ItemState;
import io.pilothouse.ui.kit.Words;

import java.util.List;

/// A command of which something has not gone out yet, and what becomes of it at the end of the program.
///
/// @param title of the command
/// @param fate in words
public record Unsent(String title, String fate) {
    /// Those of which something would not happen. What was sent goes on at the service by itself, and is no reason to
    /// stay.
    public static List<Unsent> of(List<Command> commands) {
        return commands.stream()
                .filter(c -> c.ended().isEmpty())
                .filter(c -> c.state() == Command.State.GRACE || waiting(c) > 0)
                .map(c -> new Unsent(c.asked().title(), fate(c)))
                .toList();
    }

    private static String fate(Command command) {
        if (command.state() == Command.State.GRACE) {
            return Words.of("quit.grace");
        }
        return waiting(command) == command.items().size()
                ? Words.of("quit.unsent")
                : Words.of("quit.unsent.rest", waiting(command), command.items().size());
    }

    private static long waiting(Command command) {
        return command.count(ItemState.WAITING);
    }
}
