package io.pilothouse.ui.shell;

import io.pilothouse.domain.Json;
import io.pilothouse.domain.Pin;
import io.pilothouse.sync.Command;
import io.pilothouse.sync.Command.Item;
import io.pilothouse.sync.Command.ItemState;
import io.pilothouse.sync.Command.State;
import io.pilothouse.ui.kit.Formats;
import io.pilothouse.ui.kit.Problems;
import io.pilothouse.ui.kit.Words;
import io.pilothouse.ui.kit.Workbench;
import io.pilothouse.ui.kit.act.Notice;
import io.pilothouse.ui.kit.act.Notice.Choice;
import io.pilothouse.ui.kit.act.Notice.Tone;
import io.pilothouse.ui.shell.panes.GoingOn;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// Says what becomes of commands: *Undo* while there is a grace, a refusal loudly with *Retry*, success in passing.
final class CommandNotices implements AutoCloseable {
    /// Opens what was refused again, as it was typed.
    interface Again {
        void open(Command command, String refusal);
    }

    /// What goes on for less is over before it is read.
    private static final Duration LONG = Duration.ofSeconds(10);

    private final Workbench bench;
    private final Consumer<Notice> show;
    private final Consumer<String> close;
    private final Consumer<Command> reveal;
    private final Again again;
    private final Set<String> told = new HashSet<>();
    private final Instant started;
    private final Pin pin;

    CommandNotices(
            Workbench bench,
            Consumer<Notice> show,
            Consumer<String> close,
            Consumer<Command> reveal,
            Again again) {
        this.bench = bench;
        this.show = show;
        this.close = close;
        this.reveal = reveal;
        this.again = again;
        started = bench.now();
        bench.commands().all().stream()
                .filter(c -> c.state() == State.ENDED)
                .forEach(c -> told.add(c.id() + c.state()));
        pin = bench.commands().observe(c -> bench.fx().execute(() -> hear(c)));
    }

    private void hear(Command command) {
        if (command.state() == State.GRACE) {
            if (told.add(command.id() + State.GRACE)) {
                show.accept(
                        new Notice(
                                command.id(),
                                Words.of("notice.grace", command.asked().title()),
                                Words.of(
                                        "notice.grace.more",
                                        Formats.duration(bench.commands().grace())),
                                Tone.PLAIN,
                                true,
                                Optional.of(
                                        new Choice(
                                                Words.of("button.undo"),
                                                () -> bench.commands().undo(command.id()))),
                                Optional.empty()));
            }
            return;
        }
        if (told.contains(command.id() + State.GRACE) && told.add(command.id() + "grace-over")) {
            close.accept(command.id());
        }
        if (command.count(ItemState.UNKNOWN) > 0 && told.add(command.id() + "unknown")) {
            show.accept(
                    new Notice(
                            command.id(),
                            Words.of("notice.unknown", command.asked().title()),
                            Words.of("notice.unknown.more"),
                            Tone.BAD,
                            false,
                            Optional.empty(),
                            Optional.empty()));
        }
        GoingOn.of(command).filter(this::isLong).ifPresent(g -> goesOn(command, g));
        if (command.state() == State.ENDED && told.add(command.id() + State.ENDED)) {
            ended(command);
        }
    }

    /// Is it worth a word that this takes its time, or that it is found again after a restart?
    private boolean isLong(GoingOn step) {
        return step.usual().filter(u -> u.compareTo(LONG) >= 0).isPresent()
                || step.since().isBefore(started);
    }

    private void goesOn(Command command, GoingOn step) {
        if (told.add(command.id() + "going-on")) {
            show.accept(
                    notice(
                            command,
                            Words.of("notice.going-on", command.asked().title()),
                            step.words(bench.now()),
                            Tone.PLAIN,
                            false,
                            Optional.empty()));
        }
    }

    private void ended(Command command) {
        var title = command.asked().title();
        var bad = command.items().stream().filter(i -> i.state() == ItemState.REFUSED).findFirst();
        if (bad.isPresent()) {
            refused(command, bad.get());
        } else if (command.count(ItemState.WITHDRAWN) == command.items().size()) {
            show.accept(withdrawn(command, Words.of("notice.withdrawn", title)));
        } else if (command.count(ItemState.NOT_SEEN) > 0 || command.count(ItemState.UNKNOWN) > 0) {
            show.accept(
                    notice(
                            command,
                            Words.of("notice.not-seen", title),
                            "",
                            Tone.BAD,
                            true,
                            Optional.empty()));
        } else if (command.items().stream().anyMatch(i -> !i.shown().fields().isEmpty())) {
            reveal.accept(command);
        } else if (command.count(ItemState.DONE) == command.items().size()) {
            show.accept(
                    notice(
                            command,
                            Words.of("notice.done", title),
                            "",
                            Tone.GOOD,
                            false,
                            Optional.empty()));
        }
    }

    /// Quiet where a person did it; where nobody did, it stays until it is read.
    private static Notice withdrawn(Command command, String text) {
        var why = command.items().stream().map(Problems::words).findFirst().orElse("");
        return why.isEmpty()
                ? Notice.quiet(text)
                : notice(command, text, why, Tone.BAD, true, Optional.empty());
    }

    private void refused(Command command, Item item) {
        var why = item.why();
        var words = Problems.words(item);
        var more =
                why.map(Problems::advice)
                        .filter(a -> !a.isEmpty())
                        .map(a -> words + " " + a)
                        .orElse(words);
        boolean filledIn = !command.asked().answers().fields().isEmpty();
        var choice =
                filledIn
                        ? new Choice(Words.of("button.open-again"), () -> again.open(command, more))
                        : new Choice(
                                Words.of("button.retry"),
                                () -> bench.commands().retry(command.id(), item.step()));
        show.accept(
                new Notice(
                        command.id(),
                        Words.of("notice.refused", command.asked().title()),
                        more,
                        Tone.BAD,
                        true,
                        Optional.of(choice),
                        Optional.of(
                                command.asked().title()
                                        + "\n"
                                        + why.map(Problems::details).orElse(words))));
    }

    private static Notice notice(
            Command c, String text, String more, Tone tone, boolean loud, Optional<Choice> choice) {
        return new Notice(c.id(), text, more, tone, loud, choice, Optional.empty());
    }

    /// What an answer shows this one time, by name.
    static Json shownOnce(Command command) {
        return command.items().stream()
                .map(Item::shown)
                .filter(s -> !s.fields().isEmpty())
                .findFirst()
                .orElse(Json.absent());
    }

    @Override
    public void close() {
        pin.close();
    }
}
