package io.pilothouse.ui.resources.drawer;

import io.pilothouse.domain.Resource;
import io.pilothouse.history.Transitions.Seen;
import io.pilothouse.sync.Command;
import io.pilothouse.sync.Command.ItemState;
import io.pilothouse.ui.kit.Formats;
import io.pilothouse.ui.kit.Words;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/// What became of a row: what this home did to it, and what was seen of it.
final class RowActivity {
    /// So many commands and so many changes are shown.
    static final int MOST = 50;

    /// A change that comes so soon after another one, or after a command of ours, is taken for its consequence.
    private static final Duration FOLLOWS = Duration.ofMinutes(30);

    /// @param note how it ended, or empty
    /// @param elsewhere nothing that was done here explains it
    record Entry(Instant at, String words, String note, boolean bad, boolean elsewhere) {}

    private RowActivity() {}

    /// Newest first.
    ///
    /// @param seen changes of the row, newest first
    /// @param steady words of states that last until something is done, as far as they are known
    static List<Entry> of(
            String account,
            Resource.Ref row,
            List<Command> all,
            List<Seen> seen,
            Set<String> steady) {
        var commands =
                all.stream()
                        .filter(c -> c.asked().account().equals(account))
                        .filter(
                                c ->
                                        c.asked().targets().stream()
                                                .anyMatch(t -> t.ref().equals(row)))
                        .sorted(Comparator.comparing((Command c) -> c.asked().at()).reversed())
                        .limit(MOST)
                        .toList();
        return Stream.concat(
                        commands.stream().map(RowActivity::done),
                        changes(commands, seen.stream().limit(MOST).toList(), steady).stream())
                .sorted(Comparator.comparing(Entry::at).reversed())
                .toList();
    }

    private static Entry done(Command command) {
        var action = "action." + command.asked().action();
        return new Entry(
                command.asked().at(),
                Words.has(action) ? Words.of(action) : Formats.oneLine(command.asked().title()),
                outcome(command),
                command.count(ItemState.REFUSED) + command.count(ItemState.NOT_SEEN) > 0,
                false);
    }

    private static String outcome(Command command) {
        if (command.state() == Command.State.GRACE) {
            return Words.of("activity.grace");
        }
        var states = command.items().stream().map(Command.Item::state).distinct().toList();
        var words =
                states.size() == 1
                        ? Words.of("item." + word(states.getFirst()))
                        : Words.of(
                                "activity.partly",
                                command.count(ItemState.DONE),
                                command.items().size());
        return command.ended()
                .map(end -> Duration.between(command.asked().at(), end))
                .filter(took -> took.toSeconds() > 0)
                .map(took -> words + ", " + Formats.elapsed(took))
                .orElse(words);
    }

    private static String word(ItemState state) {
        return state.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static List<Entry> changes(
            List<Command> commands, List<Seen> newestFirst, Set<String> steady) {
        var entries = new ArrayList<Entry>();
        boolean before = false; // was the change before it from elsewhere?
        var last = Instant.MIN;
        for (var seen : newestFirst.reversed()) {
            boolean consequence =
                    seen.at().isBefore(last.plus(FOLLOWS)) && !steady.contains(seen.from());
            boolean elsewhere =
                    !seen.from().isEmpty()
                            && !isOurs(seen.at(), commands)
                            && (!consequence || before);
            entries.add(new Entry(seen.at(), words(seen), "", false, elsewhere));
            before = elsewhere;
            last = seen.at();
        }
        return entries;
    }

    private static String words(Seen seen) {
        var to = Formats.oneLine(seen.to());
        if (seen.from().isEmpty()) {
            return to.isEmpty() ? Words.of("changes.first") : Words.of("changes.first.as", to);
        }
        return Words.of("changes.from-to", Formats.oneLine(seen.from()), to);
    }

    /// Did a command that reached the service come shortly before?
    private static boolean isOurs(Instant change, List<Command> commands) {
        return commands.stream()
                .filter(c -> c.items().stream().anyMatch(i -> mayHaveReached(i.state())))
                .anyMatch(
                        c -> {
                            var end = c.ended().orElse(Instant.MAX.minus(FOLLOWS)).plus(FOLLOWS);
                            return !change.isBefore(c.asked().at()) && change.isBefore(end);
                        });
    }

    private static boolean mayHaveReached(ItemState state) {
        return switch (state) {
            case SENDING, FOLLOWING, UNKNOWN, DONE, NOT_SEEN -> true;
            case WAITING, REFUSED, WITHDRAWN, NOT_SENT -> false;
        };
    }
}
