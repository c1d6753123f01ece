package io.pilothouse.ui.overview.attention;

import io.pilothouse.domain.Account;
import io.pilothouse.sync.Command;
import io.pilothouse.sync.Command.Item;
import io.pilothouse.sync.Command.ItemState;
import io.pilothouse.sync.Command.State;
import io.pilothouse.ui.kit.Formats;
import io.pilothouse.ui.kit.Words;
import io.pilothouse.ui.kit.Workbench;
import io.pilothouse.ui.overview.attention.Concern.Deed;
import io.pilothouse.ui.overview.known.Clock;
import io.pilothouse.ui.overview.known.Known;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Commands of this home that a person should look at: their outcome is not known, their rest was not sent, or a step
/// goes on for much longer than usual.
record CommandConcerns(Known known, Workbench bench, Clock clock) {
    /// So many times as long as usual is worth a look.
    private static final int MUCH_LONGER = 2;

    /// An effect that was not seen is said for so long.
    private static final Duration LATELY = Duration.ofHours(24);

    List<Concern> all(List<Command> commands) {
        return commands.stream().flatMap(c -> of(c).stream()).toList();
    }

    private Optional<Concern> of(Command command) {
        if (account(command).isEmpty()) {
            return Optional.empty();
        }
        if (command.count(ItemState.UNKNOWN) > 0) {
            return Optional.of(unknown(command, "attention.unknown"));
        }
        if (command.count(ItemState.NOT_SEEN) > 0 && isOfLate(command)) {
            return Optional.of(unknown(command, "attention.not-seen"));
        }
        if (command.state() == State.INTERRUPTED || command.state() == State.PAUSED) {
            return Optional.of(unsent(command));
        }
        return slow(command);
    }

    private boolean isOfLate(Command command) {
        return command.ended().filter(end -> end.isAfter(known.now().minus(LATELY))).isPresent();
    }

    private Concern unknown(Command command, String key) {
        return concern(
                command,
                true,
                "exclamation-circle",
                Words.of(key, title(command)),
                Words.of("attention.asked", clock.hour(command.asked().at())),
                Words.of("attention.look"),
                new Deed.Activity(command.id()));
    }

    private Concern unsent(Command command) {
        boolean paused = command.state() == State.PAUSED;
        boolean asks = bench.commands().needsAnswers(command.id());
        var verb = paused ? "button.resume" : "button.continue";
        return concern(
                command,
                false,
                "pause",
                command.unsent()
                        .map(
                                count ->
                                        Words.of(
                                                paused ? "attention.paused" : "attention.unsent",
                                                title(command),
                                                count,
                                                command.items().size()))
                        .orElseGet(() -> Words.of("attention.unsent.unknown", title(command))),
                Words.of("attention.asked", clock.hour(command.asked().at())),
                Words.of(asks ? "attention.look" : verb),
                asks ? new Deed.Activity(command.id()) : new Deed.Resume(command.id()));
    }

    private Optional<Concern> slow(Command command) {
        return command.items().stream()
                .filter(i -> i.state() == ItemState.FOLLOWING)
                .sorted(Comparator.comparing(Item::since))
                .flatMap(i -> i.usual().stream().flatMap(usual -> slow(command, i, usual)))
                .findFirst();
    }

    private Stream<Concern> slow(Command command, Item item, Duration usual) {
        var elapsed = Duration.between(item.since(), known.now());
        return elapsed.compareTo(usual.multipliedBy(MUCH_LONGER)) < 0
                ? Stream.empty()
                : Stream.of(
                        concern(
                                command,
                                false,
                                "hourglass-split",
                                Words.of("attention.slow", title(command), Formats.seldom(elapsed)),
                                Words.of("attention.usual", Formats.roughly(usual)),
                                Words.of("attention.look"),
                                new Deed.Activity(command.id())));
    }

    private Concern concern(
            Command command,
            boolean now,
            String icon,
            String title,
            String detail,
            String verb,
            Deed deed) {
        return new Concern(now, icon, title, account(command), detail, verb, deed);
    }

    /// Only of accounts that are shown.
    private Optional<Account> account(Command command) {
        return known.connections().stream()
                .map(c -> c.account())
                .filter(a -> a.id().equals(command.asked().account()))
                .findFirst();
    }

    private static String title(Command command) {
        return Formats.oneLine(command.asked().title());
    }
}
