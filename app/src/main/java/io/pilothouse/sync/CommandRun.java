package io.pilothouse.sync;

import io.pilothouse.cloud.Action;
import io.pilothouse.cloud.CloudException;
import io.pilothouse.cloud.Refusal;
import io.pilothouse.cloud.Step;
import io.pilothouse.domain.Json;
import io.pilothouse.history.CommandJournal.Asked;
import io.pilothouse.history.CommandJournal.Kept;
import io.pilothouse.history.HistoryException;
import io.pilothouse.sync.Command.ItemState;
import io.pilothouse.sync.Command.Note;
import io.pilothouse.sync.Command.State;
import io.pilothouse.sync.feed.Serial;
import io.pilothouse.work.Order;
import io.pilothouse.work.Outcome;
import io.pilothouse.work.Urgency;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Carries out one command, step by step: grace, then one call after the other; one that builds on another goes out when
/// that one has been followed to its end. All methods are called by tasks of the connection's [Serial].
final class CommandRun {
    private final Connection connection;
    private final Action action;
    private final Ledger ledger;
    private final Consumer<Command> told;
    private final Items items;
    private final Aftermath aftermath;
    private final Ledger.Stopwatch watch;
    private final Grace grace;
    private List<Step> steps;
    private Asked asked;
    private State state = State.RUNNING;
    private Optional<Instant> ended = Optional.empty();
    private Ledger.@Nullable Attempt attempt;

    /// Some were not sent that can be continued with.
    private boolean cut;

    private boolean written;
    private boolean reopens;

    CommandRun(
            Connection connection,
            Action action,
            Asked asked,
            List<Step> steps,
            Ledger ledger,
            Consumer<Command> told) {
        this.connection = connection;
        this.action = action;
        this.asked = asked;
        this.steps = steps;
        this.ledger = ledger;
        this.told = told;
        grace = new Grace(ledger.timeline());
        items = new Items(steps, ledger.timeline());
        aftermath = new Aftermath(connection, action, asked, ledger.timeline(), new Ends());
        watch = new Ledger.Stopwatch(ledger, items, connection.account().provider(), action.id());
    }

    Action action() {
        return action;
    }

    Connection connection() {
        return connection;
    }

    Command picture() {
        return new Command(asked, state, grace.until(), items.all(), ended);
    }

    /// As [#picture] is before [#begin].
    void prepare(Duration length) {
        if (action.effect().hasGrace() && length.isPositive()) {
            state = State.GRACE;
            grace.announce(length);
        }
    }

    void begin(Duration length) {
        if (!write()) {
            return;
        }
        if (state == State.GRACE) {
            grace.begin(connection.serial(), length, this::graceOver, () -> undo(new Note.Slept()));
            publish();
        } else {
            goOn();
        }
    }

    /// False when the disk does not take it: then nothing is sent.
    private boolean write() {
        if (!written) {
            try {
                ledger.asked(asked, connection.provider().secrets());
                written = true;
            } catch (HistoryException e) {
                items.each(ItemState.WAITING, ItemState.REFUSED, Note.NotWritten.of(e));
                grace.end();
                state = State.ENDED;
                over();
            }
        }
        return written;
    }

    /// Takes up what an earlier run left. Nothing is sent.
    void restore(Kept kept) {
        written = true;
        items.restore(kept.sent());
        items.each(ItemState.WAITING, ItemState.NOT_SENT, Note.Said.NONE);
        cut = items.any(ItemState.NOT_SENT);
        state = cut ? State.INTERRUPTED : State.RUNNING;
        aftermath.begin();
        for (int i = 0; i < steps.size(); i++) {
            switch (items.get(i).state()) {
                case UNKNOWN -> aftermath.look(i, steps.get(i), Json.absent());
                case FOLLOWING -> follow(i, Items.answer(kept, i));
                default -> {}
            }
        }
        aftermath.happened();
        settle();
    }

    void undo(Note why) {
        if (state == State.GRACE) {
            grace.end();
            items.each(ItemState.WAITING, ItemState.WITHDRAWN, why);
            state = State.ENDED;
            settle();
        }
    }

    void pause() {
        if (state == State.RUNNING && ended.isEmpty()) {
            state = State.PAUSED;
            takeBack();
            publish();
        }
    }

    /// Goes on after a pause, a stop or a restart.
    void resume(List<Step> newSteps, Asked newAsked) {
        if (state == State.PAUSED) {
            goOn();
        } else if (state == State.INTERRUPTED) {
            steps = newSteps;
            asked = newAsked;
            cut = false;
            items.each(ItemState.NOT_SENT, ItemState.WAITING, Note.Said.NONE);
            again();
        }
    }

    /// What has not gone out stays here; it can be continued.
    void stop() {
        switch (state) {
            case GRACE -> undo(Note.Said.NONE);
            case RUNNING, PAUSED -> {
                interrupt();
                settle();
            }
            case INTERRUPTED, ENDED -> {}
        }
    }

    /// What was not sent is given up; what is followed or looked for is so to its end.
    void dismiss() {
        if (state == State.INTERRUPTED) {
            cut = false;
            state = State.RUNNING;
            ended = Optional.empty();
            settle();
        }
    }

    /// Sends a refused step once more, with what was waiting for it behind.
    void retry(int step) {
        if (items.canRetry(step) && state != State.GRACE) {
            items.again(step);
            again();
        }
    }

    /// The account is closed: nothing is followed any further in this run.
    void close() {
        grace.end();
        if (ended.isPresent()) {
            return;
        }
        interrupt();
        if (items.open()) {
            // the journal leaves it open, and the next run of the account goes on with it
            ended = Optional.of(ledger.timeline().now());
            aftermath.end();
            publish();
        } else {
            settle();
        }
    }

    private void again() {
        reopens |= written && ended.isPresent();
        ended = Optional.empty();
        if (write()) {
            goOn();
        }
    }

    private void interrupt() {
        state = State.INTERRUPTED;
        cut = true;
        takeBack();
        items.each(ItemState.WAITING, ItemState.NOT_SENT, Note.Said.NONE);
    }

    private void graceOver() {
        if (state == State.GRACE) {
            goOn();
        }
    }

    private void goOn() {
        state = State.RUNNING;
        aftermath.begin();
        advance();
    }

    private void advance() {
        if (state == State.RUNNING && attempt == null && !aftermath.isFull()) {
            items.next(aftermath.followed(), aftermath.looked()).ifPresent(this::send);
        }
        settle();
    }

    private void send(int i) {
        var call = steps.get(i).call();
        var mine =
                ledger.attempt(
                        asked,
                        i,
                        call.request(),
                        reopens,
                        () -> connection.serial().run(() -> sending(i)));
        attempt = mine;
        mine.ticket =
                connection
                        .requests()
                        .submit(
                                new Order<>(
                                        call,
                                        Urgency.PERSON,
                                        asked.id(),
                                        mine,
                                        o -> connection.serial().run(() -> answered(mine, o))));
    }

    private void sending(int i) {
        reopens = false;
        if (attempt != null && attempt.step == i) {
            items.set(i, ItemState.SENDING);
            publish();
        }
    }

    private void takeBack() {
        var mine = attempt;
        if (mine != null && mine.cancel()) {
            attempt = null;
            withdrawn(mine);
        }
    }

    private void withdrawn(Ledger.Attempt mine) {
        if (mine.isSending()) {
            ledger.answered(asked, mine.step, "withdrawn", "", Json.absent());
        }
        items.set(mine.step, ItemState.WAITING);
    }

    private void answered(Ledger.Attempt mine, Outcome<Json> outcome) {
        if (mine != attempt) {
            return;
        }
        attempt = null;
        switch (outcome) {
            case Outcome.Value<Json>(var json, var a) -> accepted(mine.step, json, a.status());
            case Outcome.Failed<Json>(var why) -> failed(mine.step, why);
            case Outcome.Withdrawn<Json> _ -> notSent(mine);
        }
        advance();
    }

    private void notSent(Ledger.Attempt mine) {
        var broken = mine.broken();
        if (broken != null) {
            items.set(mine.step, ItemState.REFUSED, Note.NotWritten.of(broken));
            interrupt();
            return;
        }
        withdrawn(mine);
        if (state == State.INTERRUPTED || !mine.isCancelled()) {
            // stopped, or the road took it back because it closes
            interrupt();
        }
    }

    private void failed(int i, CloudException why) {
        connection.refused(why);
        if (why.certainlyDone()) {
            done(i, Json.absent(), Note.Said.of(why));
        } else if (why.certainlyNotDone()) {
            refused(i, why, Json.absent());
            if (Items.repeats(why)) {
                interrupt();
            }
        } else {
            ledger.answered(asked, i, "unknown", String.valueOf(why.getMessage()), Json.absent());
            items.set(i, ItemState.UNKNOWN, why);
            aftermath.look(i, steps.get(i), Json.absent());
            readBack();
        }
    }

    private void accepted(int i, Json json, int status) {
        var step = steps.get(i);
        Optional<String> refusal;
        List<String> reached;
        boolean goesOn;
        try {
            refusal = step.refusal().apply(json);
            reached = step.reached().apply(json);
            goesOn = Aftermath.isFollowed(step, json) || aftermath.looksFor(step);
        } catch (RuntimeException e) {
            // a 2xx in a shape that nobody expected: it was done, more can't be said
            done(i, json, Note.Said.of(e));
            return;
        }
        if (refusal.isPresent()) {
            var words = new Refusal("", refusal.get(), "");
            refused(i, new CloudException.Refused(status, words), json);
            return;
        }
        items.answered(i, reached, json.only(once()));
        if (goesOn) {
            ledger.answered(asked, i, "following", "", json);
            items.set(i, ItemState.FOLLOWING);
            watch.accepted(i);
            follow(i, json);
        } else {
            done(i, json, Note.Said.NONE);
        }
    }

    private void follow(int i, Json answer) {
        watch.expect(i);
        if (aftermath.follow(i, steps.get(i), answer)) {
            aftermath.touch();
        } else {
            followed(i, answer);
        }
    }

    /// The follow has ended well: now its sign is looked for, where there is one that can be seen.
    private void followed(int i, Json answer) {
        var step = steps.get(i);
        boolean all = items.get(i).reached().size() >= step.targets().size();
        if (aftermath.looksFor(step) && all) {
            aftermath.look(i, steps.get(i), answer);
            readBack();
        } else {
            done(i, answer, Note.Said.NONE);
        }
    }

    private void done(int i, Json answer, Note note) {
        wasDone(i, answer, note);
        aftermath.happened();
        readBack();
    }

    private void wasDone(int i, Json answer, Note note) {
        watch.done(i);
        var missing = items.missing(i, steps.get(i).targets());
        var said = missing.isEmpty() ? note : new Note.NotReached(missing);
        ledger.answered(asked, i, "done", said.written(), answer);
        items.set(i, ItemState.DONE, said);
    }

    private void refused(int i, CloudException why, Json answer) {
        ledger.answered(asked, i, "refused", String.valueOf(why.getMessage()), answer);
        items.set(i, ItemState.REFUSED, why);
    }

    /// What the aftermath of a step tells, by tasks of the connection's [Serial].
    private final class Ends implements Aftermath.Told {
        @Override
        public void running(int i, String note) {
            items.set(i, ItemState.FOLLOWING, new Note.Said(note));
            publish();
        }

        @Override
        public void ended(int i, Json answer, Step.Progress.Ended how) {
            watch.told(i, how.took());
            var more = how.result().only(once());
            if (!more.fields().isEmpty()) {
                items.answered(i, items.get(i).reached(), more);
            }
            followed(i, answer);
            advance();
        }

        @Override
        public void failed(int i, Json answer, Refusal refusal) {
            refused(i, new CloudException.Refused(200, refusal), answer);
            advance();
        }

        @Override
        public void vanished(int i, Json answer, CloudException why) {
            watch.forget(i);
            ledger.answered(asked, i, "unknown", "", answer);
            items.set(i, ItemState.UNKNOWN, why);
            aftermath.look(i, steps.get(i), answer);
            advance();
        }

        @Override
        public void looked(int i, Json answer, boolean seen) {
            if (!seen) {
                watch.forget(i);
            }
            if (seen || items.get(i).state() == ItemState.FOLLOWING) {
                // answered with a 2xx: it was done, whatever became of its sign since
                wasDone(i, answer, Note.Said.NONE);
            } else {
                ledger.answered(asked, i, "not-seen", "", Json.absent());
                items.set(i, ItemState.NOT_SEEN);
            }
            advance();
        }
    }

    private void readBack() {
        aftermath.readBack(items.any(ItemState.WAITING));
    }

    private String[] once() {
        return action.shownOnce().toArray(String[]::new);
    }

    /// Ends the command when nothing more will happen by itself. What can be continued has no end in the journal: every
    /// later run finds it there and offers it again.
    private void settle() {
        boolean goes = attempt != null || aftermath.goesOn();
        boolean waits =
                state == State.GRACE
                        || (state != State.INTERRUPTED && items.any(ItemState.WAITING));
        if (!goes && !waits && ended.isEmpty()) {
            if (cut && items.any(ItemState.NOT_SENT)) {
                state = State.INTERRUPTED;
            } else {
                state = State.ENDED;
                ledger.ended(asked, items.outcome(), items.unsent());
            }
            over();
        } else {
            publish();
        }
    }

    private void over() {
        ended = Optional.of(ledger.timeline().now());
        aftermath.finish(items.wentOut());
        publish();
    }

    private void publish() {
        told.accept(picture());
    }
}
