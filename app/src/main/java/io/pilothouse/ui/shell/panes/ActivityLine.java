package io.pilothouse.ui.shell.panes;

import io.pilothouse.sync.Command;
import io.pilothouse.sync.Command.Item;
import io.pilothouse.sync.Command.ItemState;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A line of what was asked for: a command, or one of its steps below it.
///
/// @param item empty for the command itself
/// @param open are its steps shown below it?
record ActivityLine(Command command, Optional<Item> item, boolean open) {

    /// The command, and its steps where they are to be seen.
    static List<ActivityLine> of(Command command, boolean open) {
        var lines = new ArrayList<ActivityLine>();
        lines.add(new ActivityLine(command, Optional.empty(), open));
        if (open && hasSteps(command)) {
            command.items().stream()
                    .map(i -> new ActivityLine(command, Optional.of(i), true))
                    .forEach(lines::add);
        }
        return lines;
    }

    /// Is there more to see than the command's own line says?
    static boolean hasSteps(Command command) {
        return command.items().size() > 1;
    }

    /// Of the same command, and its same step?
    boolean isSame(ActivityLine other) {
        return command.id().equals(other.command.id())
                && item.map(Item::step).equals(other.item.map(Item::step));
    }

    boolean isCommand() {
        return item.isEmpty();
    }

    boolean isRefused() {
        return item.filter(i -> i.state() == ItemState.REFUSED).isPresent();
    }
}
