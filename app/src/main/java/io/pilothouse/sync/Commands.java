package io.pilothouse.sync;

import io.pilothouse.cloud.Action;
import io.pilothouse.cloud.Action.Ask;
import io.pilothouse.cloud.Step;
import io.pilothouse.domain.Json;
import io.pilothouse.domain.Listeners;
import io.pilothouse.domain.Pin;
import io.pilothouse.domain.Resource;
import io.pilothouse.history.CommandJournal;
import io.pilothouse.history.CommandJournal.Asked;
import io.pilothouse.history.CommandJournal.Kept;
import io.pilothouse.history.UsualTimes;
import io.pilothouse.work.Timeline;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/// What people asked for, from the click to its end, over all accounts. Each call is sent at most once: it is written
/// down before it leaves, and what may have left is never sent again but looked for. Safe to use from any thread;
/// observers are told on threads of the timeline, and of the first picture on that of who asks.
public final class Commands implements AutoCloseable {
    /// So many are kept in memory.
    private static final int MOST = 500;

    private static final Logger LOG = LoggerFactory.getLogger(Commands.class);
    private static final DateTimeFormatter ID_TIME =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final Comparator<Command> NEWEST_FIRST =
            Comparator.comparing((Command c) -> c.asked().at())
                    .thenComparing(Command::id)
                    .reversed();

    private final Connections connections;
    private final Ledger ledger;
    private final RandomGenerator random;
    private volatile Duration grace;
    private final Map<String, CommandRun> runs = new ConcurrentHashMap<>();
    private final Map<String, Command> pictures = new ConcurrentHashMap<>();
    private final Listeners<Command> listeners = new Listeners<>();
    private final Pin changes;
    private volatile boolean recovered;

    /// @param random makes ids unique over computers; 60 bits are taken for each
    /// @param grace how long what destroys or replaces a whole can be undone before it is sent
    public Commands(
            Connections connections,
            CommandJournal journal,
            UsualTimes usual,
            Timeline timeline,
            RandomGenerator random,
            Duration grace) {
        this.connections = connections;
        this.ledger = new Ledger(journal, usual, timeline);
        this.random = random;
        this.grace = grace;
        changes = connections.observe(this::accountsChanged);
    }

    /// How long the next commands can be undone.
    public Duration grace() {
        return grace;
    }

    public void graceIs(Duration length) {
        grace = length;
    }

    /// Every call that [#ask] would send, in order. The id in it is not the command's.
    public List<Step> plan(
            Action action,
            Optional<Resource> scope,
            List<Resource> targets,
            Json before,
            Json answers) {
        return action.plan().apply(new Ask("preview", scope, targets, before, answers));
    }

    /// Takes a command. It is written down, waits out its grace where it has one, and is sent; all of this after this
    /// method has returned.
    ///
    /// @param title in words, for the activity pane
    public Command ask(
            Connection connection,
            Action action,
            Optional<Resource> scope,
            List<Resource> targets,
            Json before,
            Json answers,
            String title) {
        var asked =
                new Asked(
                        newId(),
                        connection.account().id(),
                        action.id(),
                        title,
                        scope,
                        List.copyOf(targets),
                        before,
                        answers,
                        ledger.timeline().now());
        var run = run(connection, action, asked);
        var length = grace;
        run.prepare(length);
        var first = run.picture();
        runs.put(asked.id(), run);
        publish(first);
        connection.serial().run(() -> run.begin(length));
        return first;
    }

    /// In its grace: nothing is sent. Later it does nothing.
    public void undo(String id) {
        on(id, run -> run.undo(Command.Note.Said.NONE));
    }

    /// Holds it between two calls; what is on the wire goes on.
    public void pause(String id) {
        on(id, CommandRun::pause);
    }

    /// Continues what was paused, stopped or cut off by a restart. Nothing that may have been sent is sent again. Does
    /// nothing when it [needs answers][#needsAnswers].
    public void resume(String id) {
        if (!needsAnswers(id)) {
            get(id).ifPresent(c -> resume(id, c.asked().answers()));
        }
    }

    /// As [#resume(String)], with all answers given again.
    ///
    /// @throws IllegalArgumentException when these answers make other calls than those that were asked for, secrets apart,
    ///     or when secrets are still missing in them
    public void resume(String id, Json answers) {
        var run = runs.get(id);
        if (run == null) {
            return;
        }
        var before = run.picture().asked();
        var asked = with(before, answers);
        var plan = run.action().plan();
        var steps = plan.apply(ask(asked));
        var same = new SamePlan(run.connection().provider().secrets());
        if (masked(answers) || !same.isOf(plan.apply(ask(before)), steps)) {
            throw new IllegalArgumentException("these answers make another plan");
        }
        on(id, r -> r.resume(steps, asked));
    }

    /// What was not sent is not sent unless it is [continued][#resume]; what is on the wire goes on.
    public void stop(String id) {
        on(id, CommandRun::stop);
    }

    /// What was interrupted is not offered any more: its rest is never sent. Does nothing for any other.
    public void dismiss(String id) {
        if (runs.containsKey(id)) {
            on(id, CommandRun::dismiss);
            return;
        }
        // its account is not open: nothing can be continued, but the journal can be told
        get(id).filter(c -> c.state() == Command.State.INTERRUPTED)
                .ifPresent(c -> ledger.timeline().start("dismiss", () -> end(c)));
    }

    private void end(Command dismissed) {
        ledger.ended(dismissed.asked(), "withdrawn", "");
        publish(
                new Command(
                        dismissed.asked(),
                        Command.State.ENDED,
                        Optional.empty(),
                        dismissed.items(),
                        Optional.of(ledger.timeline().now())));
    }

    /// Sends a refused step once more. Does nothing for any other, and when it [needs answers][#needsAnswers].
    public void retry(String id, int step) {
        if (!needsAnswers(id)) {
            on(id, r -> r.retry(step));
        }
    }

    /// Were secrets among its answers that are no longer known since a restart?
    public boolean needsAnswers(String id) {
        return get(id).filter(c -> masked(c.asked().answers())).isPresent();
    }

    /// Newest first; at most 500.
    public List<Command> all() {
        return pictures.values().stream().sorted(NEWEST_FIRST).toList();
    }

    public Optional<Command> get(String id) {
        return Optional.ofNullable(pictures.get(id));
    }

    /// Told each new picture of a command.
    public Pin observe(Consumer<Command> observer) {
        return listeners.add(observer);
    }

    /// What has not ended: in grace, queued, on the wire, followed or looked for.
    public List<Command> pending() {
        return all().stream().filter(c -> c.ended().isEmpty()).toList();
    }

    /// Before quitting: what is still in its grace is undone, as if a person had. Completes when this is written down.
    public CompletionStage<Void> withdrawGrace() {
        return withdrawGrace(Command.Note.Said.NONE);
    }

    /// The computer has slept: what was in its grace is undone. Nobody may be there who could still do it, and what was
    /// wanted then may not be wanted any more.
    public void woke() {
        var _ = withdrawGrace(new Command.Note.Slept());
    }

    private CompletionStage<Void> withdrawGrace(Command.Note why) {
        return CompletableFuture.allOf(
                runs.values().stream()
                        .map(
                                r ->
                                        CompletableFuture.runAsync(
                                                () -> r.undo(why), r.connection().serial()::run))
                        .toArray(CompletableFuture[]::new));
    }

    /// Takes up what earlier runs of the program left, and shows what they did; called once, reads the disk. Sends no
    /// command: calls that went out are followed or looked for, the others wait for [#resume]. An account that is
    /// opened later is recovered then.
    public void recover() {
        ledger.recent(MOST).forEach(this::picture);
        ledger.unfinished().forEach(this::picture);
        recovered = true;
        accountsChanged();
    }

    /// Follows nothing any longer. What has not ended is found again by the next run.
    @Override
    public void close() {
        changes.close();
        runs.values().forEach(r -> r.connection().serial().run(r::close));
    }

    private void accountsChanged() {
        var open = connections.all();
        var closed = runs.values().stream().filter(r -> !open.contains(r.connection())).toList();
        runs.values().removeAll(closed);
        closed.forEach(r -> r.connection().serial().run(r::close));
        if (recovered) {
            open.forEach(c -> c.serial().run(() -> restore(c)));
        }
    }

    private void restore(Connection connection) {
        for (var kept : ledger.unfinished()) {
            var asked = kept.asked();
            if (asked.account().equals(connection.account().id())
                    && !runs.containsKey(asked.id())) {
                connection
                        .cloud()
                        .action(asked.action())
                        .ifPresent(action -> restore(connection, action, kept));
            }
        }
    }

    private void restore(Connection connection, Action action, Kept kept) {
        try {
            var run = run(connection, action, kept.asked());
            run.restore(kept);
            runs.put(kept.asked().id(), run);
        } catch (RuntimeException e) {
            // the plan is a provider's, made of what an older version wrote: its command stays as
            // it was pictured
            LOG.warn("the plan of command {} can't be made again", kept.asked().id(), e);
        }
    }

    private void picture(Kept kept) {
        var ended = kept.ended();
        pictures.putIfAbsent(
                kept.asked().id(),
                new Command(
                        kept.asked(),
                        ended.isPresent() ? Command.State.ENDED : Command.State.INTERRUPTED,
                        Optional.empty(),
                        Items.kept(kept),
                        ended.map(CommandJournal.Ended::at),
                        ended.isPresent()));
    }

    private CommandRun run(Connection connection, Action action, Asked asked) {
        var steps = action.plan().apply(ask(asked));
        return new CommandRun(connection, action, asked, steps, ledger, this::publish);
    }

    private void on(String id, Consumer<CommandRun> what) {
        var run = runs.get(id);
        if (run != null) {
            run.connection().serial().run(() -> what.accept(run));
        }
    }

    private void publish(Command picture) {
        pictures.put(picture.id(), picture);
        if (pictures.size() > MOST) {
            all().reversed().stream()
                    .filter(c -> c.ended().isPresent())
                    .findFirst()
                    .ifPresent(
                            oldest -> {
                                pictures.remove(oldest.id());
                                runs.remove(oldest.id());
                            });
        }
        listeners.tell(picture);
    }

    /// Letters, digits and a hyphen, in the order of time; short enough for a tag.
    private String newId() {
        long bits = random.nextLong() >>> 4;
        return ID_TIME.format(ledger.timeline().now()) + "-" + Long.toString(bits, 36);
    }

    private static Ask ask(Asked asked) {
        return new Ask(asked.id(), asked.scope(), asked.targets(), asked.before(), asked.answers());
    }

    private static Asked with(Asked asked, Json answers) {
        return new Asked(
                asked.id(),
                asked.account(),
                asked.action(),
                asked.title(),
                asked.scope(),
                asked.targets(),
                asked.before(),
                answers,
                asked.at());
    }

    /// A secret that was written down comes back empty.
    private static boolean masked(Json json) {
        return switch (json) {
            case Json.Hidden(var secret) -> secret.isEmpty();
            case Json.Obj(var fields) -> fields.values().stream().anyMatch(Commands::masked);
            case Json.Arr(var items) -> items.stream().anyMatch(Commands::masked);
            default -> false;
        };
    }
}
