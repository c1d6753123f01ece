package io.pilothouse.ui.overview;

import io.pilothouse.cloud.ResourceType;
import io.pilothouse.domain.Account;
import io.pilothouse.domain.Kind;
import io.pilothouse.domain.Status;
import io.pilothouse.domain.Status.Phase;
import io.pilothouse.history.Transitions.Seen;
import io.pilothouse.sync.Command;
import io.pilothouse.sync.Command.ItemState;
import io.pilothouse.sync.Command.State;
import io.pilothouse.sync.Connection;
import io.pilothouse.ui.kit.Formats;
import io.pilothouse.ui.kit.Words;
import io.pilothouse.ui.overview.known.Clock;
import io.pilothouse.ui.overview.known.Known;
import io.pilothouse.ui.theme.Css;

import java.time.Duration;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// What was asked for here and what was seen to change, newest first.
record Events(Known known, List<Command> commands, Clock clock) {
    static final int MOST = 12;

    /// So long after a command has ended its rows may still move on because of it.
    private static final Duration WAKE = Duration.ofMinutes(10);

    /// What the services have to offer, and their own protocols, come and go all the time.
    private static final Set<Kind> RESTLESS =
            EnumSet.of(
                    Kind.CAPACITY, Kind.INSTANCE_TYPE, Kind.OPERATION, Kind.FEATURE, Kind.LOCATION);

    /// @param seen changes of state, newest first
    List<Event> all(List<Seen> seen) {
        return Stream.concat(
                        commands.stream().limit(MOST).flatMap(c -> of(c).stream()),
                        seen.stream().flatMap(s -> of(s).stream()).limit(MOST))
                .sorted(Comparator.comparing(Event::at).reversed())
                .limit(MOST)
                .toList();
    }

    private Optional<Event> of(Command command) {
        return connection(command.asked().account())
                .map(
                        c ->
                                new Event(
                                        command.asked().at(),
                                        clock.when(command.asked().at(), known.now()),
                                        Formats.oneLine(command.asked().title()),
                                        c.account(),
                                        Optional.of(new Status("", phase(command))),
                                        word(command),
                                        style(command),
                                        ""));
    }

    private static boolean isBad(Command command) {
        return command.count(ItemState.REFUSED) + command.count(ItemState.NOT_SEEN) > 0;
    }

    private static Phase phase(Command command) {
        if (isBad(command)) {
            return Phase.FAILED;
        }
        if (command.count(ItemState.UNKNOWN) > 0) {
            return Phase.UNKNOWN;
        }
        return switch (command.state()) {
            case GRACE, RUNNING -> Phase.CHANGING;
            case PAUSED, INTERRUPTED -> Phase.STOPPED;
            case ENDED ->
                    command.count(ItemState.DONE) == command.items().size()
                            ? Phase.RUNNING
                            : Phase.STOPPED;
        };
    }

    private static String word(Command command) {
        long all = command.items().size();
        long done = command.count(ItemState.DONE);
        if (command.count(ItemState.UNKNOWN) > 0) {
            return Words.of("item.unknown");
        }
        if (command.count(ItemState.NOT_SEEN) > 0) {
            return Words.of("item.not-seen");
        }
        if (command.count(ItemState.REFUSED) > 0 && done == 0) {
            return Words.of("item.refused");
        }
        return switch (command.state()) {
            case GRACE -> Words.of("activity.grace");
            case RUNNING -> Words.of("event.going-on");
            case PAUSED, INTERRUPTED -> Words.of("event.not-all-sent");
            case ENDED ->
                    done == all
                            ? Words.of("item.done")
                            : done == 0
                                    ? Words.of("item.withdrawn")
                                    : Words.of("activity.partly", done, all);
        };
    }

    private static String style(Command command) {
        if (isBad(command)) {
            return Css.BAD;
        }
        return command.state() == State.ENDED && command.count(ItemState.UNKNOWN) == 0
                ? ""
                : Css.WARN;
    }

    private Optional<Event> of(Seen seen) {
        return connection(seen.account())
                .flatMap(
                        c ->
                                c.cloud()
                                        .type(seen.ref().type())
                                        .filter(t -> !RESTLESS.contains(t.kind()))
                                        .map(t -> of(seen, c.account(), t)));
    }

    private Event of(Seen seen, Account account, ResourceType type) {
        boolean came = seen.from().isEmpty();
        boolean went = seen.to().equals(GONE);
        var name = Formats.oneLine(seen.name());
        var title =
                went
                        ? Words.of("event.went", kind(type), name)
                        : came
                                ? Words.of("event.came", kind(type), name)
                                : Words.of(
                                        "event.moved", name, lower(seen.from()), lower(seen.to()));
        return new Event(
                seen.at(),
                clock.when(seen.at(), known.now()),
                title,
                account,
                Optional.empty(),
                came || went ? "" : lower(seen.to()),
                Css.MUTED,
                isOurs(seen) ? "" : Words.of("event.not-from-here"));
    }

    /// As the store says it of a row that is listed no longer.
    private static final String GONE = "gone";

    private static String kind(ResourceType type) {
        return Words.of("kind." + type.kind().id());
    }

    private static String lower(String word) {
        return Formats.oneLine(word).toLowerCase(Locale.ROOT);
    }

    /// May a command of this home have brought it about? What was made new is told from others by the answer alone, and so
    /// is taken for ours while such a command of the account goes on.
    private boolean isOurs(Seen seen) {
        return commands.stream()
                .filter(c -> c.asked().account().equals(seen.account()))
                .filter(c -> !c.asked().at().isAfter(seen.at()))
                .filter(c -> c.ended().filter(end -> end.plus(WAKE).isBefore(seen.at())).isEmpty())
                .anyMatch(c -> isAbout(c, seen));
    }

    private static boolean isAbout(Command command, Seen seen) {
        boolean made = command.asked().targets().isEmpty() && seen.from().isEmpty();
        return made
                || command.asked().targets().stream().anyMatch(t -> t.ref().equals(seen.ref()))
                || command.items().stream().anyMatch(i -> i.reached().contains(seen.ref().id()));
    }

    private Optional<Connection> connection(String account) {
        return known.connections().stream()
                .filter(c -> c.account().id().equals(account))
                .findFirst();
    }
}
