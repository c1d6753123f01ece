package io.pilothouse.sync;

import io.pilothouse.cloud.Action;
import io.pilothouse.cloud.ApiCall;
import io.pilothouse.cloud.CloudException;
import io.pilothouse.cloud.Refusal;
import io.pilothouse.cloud.Step;
import io.pilothouse.cloud.Step.Progress;
import io.pilothouse.domain.Inventory;
import io.pilothouse.domain.Json;
import io.pilothouse.domain.Pin;
import io.pilothouse.history.CommandJournal.Asked;
import io.pilothouse.sync.feed.Health;
import io.pilothouse.sync.feed.Serial;
import io.pilothouse.work.Order;
import io.pilothouse.work.Outcome;
import io.pilothouse.work.Ticket;
import io.pilothouse.work.Timeline;
import io.pilothouse.work.Urgency;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.BiPredicate;

/// What comes after the calls of one command: each is followed to its end, and its sign is looked for in what is read
/// back. Used by tasks of the connection's [Serial] only.
final class Aftermath {
    /// How it went on with a step, told by tasks of the connection's [Serial].
    interface Told {
        void running(int step, String note);

        /// The service says that it has ended well.
        void ended(int step, Json answer, Progress.Ended how);

        void failed(int step, Json answer, Refusal refusal);

        /// The service no longer knows the operation.
        void vanished(int step, Json answer, CloudException why);

        /// Its sign was seen, or was not for long enough.
        ///
        /// @param answer absent when the outcome was unknown
        void looked(int step, Json answer, boolean seen);
    }

    private static final int MOST_FOLLOWED = 8;

    private final Connection connection;
    private final Action action;
    private final Asked asked;
    private final Timeline timeline;
    private final Told told;
    private final Map<Integer, Follow> follows = new HashMap<>();
    private final Map<Integer, Look> looks = new HashMap<>();
    private boolean unseen;
    private Pin reads = () -> {};
    private Pin watch = () -> {};

    Aftermath(Connection connection, Action action, Asked asked, Timeline timeline, Told told) {
        this.connection = connection;
        this.action = action;
        this.asked = asked;
        this.timeline = timeline;
        this.told = told;
    }

    /// From here on what is read back is looked at, and read even while every window is hidden.
    void begin() {
        reads.close();
        watch.close();
        reads = connection.poller().onRead(this::readOf);
        watch = connection.poller().watch(action.readBack());
    }

    void end() {
        reads.close();
        watch.close();
        follows.values().forEach(Pin::close);
        follows.clear();
    }

    /// Are as many followed as may be at a time? Each is asked for every few seconds.
    boolean isFull() {
        return follows.size() >= MOST_FOLLOWED;
    }

    /// The steps whose end is awaited.
    Set<Integer> followed() {
        return Set.copyOf(follows.keySet());
    }

    /// What is read back may change from now on.
    void touch() {
        connection.poller().touched(action.readBack());
    }

    /// Something was done, or may have been, that no sign will show: it is read when the command ends.
    void happened() {
        unseen = true;
        touch();
    }

    /// Reads at once what should show it.
    ///
    /// @param moreWaits to be sent, goes before, and is read back in its turn
    void readBack(boolean moreWaits) {
        touch();
        if (!moreWaits) {
            connection.poller().refresh(action.readBack());
        }
    }

    /// The command has ended: what no sign has shown is read once more, and reading goes on as before.
    void finish(boolean wentOut) {
        end();
        if (wentOut && unseen) {
            connection.poller().refresh(action.readBack());
        } else {
            connection.poller().settled(action.readBack());
        }
        unseen = false;
    }

    /// Is there anything left that will end by itself?
    boolean goesOn() {
        return !follows.isEmpty() || !looks.isEmpty();
    }

    /// The steps whose sign is being looked for.
    Set<Integer> looked() {
        return Set.copyOf(looks.keySet());
    }

    static boolean isFollowed(Step step, Json answer) {
        return call(step, answer).isPresent();
    }

    /// Has the step a sign, and is a type read in which it could be seen?
    boolean looksFor(Step step) {
        return step.sign().isPresent()
                && action.readBack().stream().anyMatch(t -> connection.cloud().type(t).isPresent());
    }

    /// False when there is nothing to follow.
    boolean follow(int i, Step step, Json answer) {
        var call = call(step, answer);
        call.ifPresent(
                c -> {
                    var follow = new Follow(i, answer, c, lost(step, answer));
                    follows.put(i, follow);
                    follow.start();
                });
        return call.isPresent();
    }

    /// @param answer absent when the outcome is unknown
    void look(int i, Step step, Json answer) {
        unseen |= !looksFor(step);
        if (looksFor(step)) {
            step.sign().ifPresent(s -> looks.put(i, new Look(s, answer, timeline.nanos())));
        }
    }

    private static Optional<ApiCall<Step.Progress>> call(Step step, Json answer) {
        return switch (step.follow()) {
            case Step.Follow.Nothing _ -> Optional.empty();
            case Step.Follow.Poll(var call, _) -> call.apply(answer);
        };
    }

    private static Optional<Step.Lost> lost(Step step, Json answer) {
        return switch (step.follow()) {
            case Step.Follow.Nothing _ -> Optional.empty();
            case Step.Follow.Poll(_, var lost) -> lost.apply(answer);
        };
    }

    private void readOf(String type) {
        if (looks.isEmpty() || !action.readBack().contains(type)) {
            return;
        }
        var scope =
                new Action.Ask(
                                asked.id(),
                                asked.scope(),
                                asked.targets(),
                                asked.before(),
                                asked.answers())
                        .scopeId();
        var read = connection.poller().readSince(action.readBack(), scope);
        for (var entry : List.copyOf(looks.entrySet())) {
            var verdict = entry.getValue().look(read, connection.inventory());
            if (verdict != Look.Verdict.NOT_YET) {
                looks.remove(entry.getKey());
                told.looked(entry.getKey(), entry.getValue().answer, verdict == Look.Verdict.SEEN);
            }
        }
    }

    /// Asks how far an accepted call is until the service says that it ended, however long that takes. A poll that is lost
    /// says nothing about the call: it is asked again, more slowly. Where the service no longer tells of the operation, the
    /// resource itself is asked, if there is a way.
    private final class Follow implements Pin {
        private static final Duration FIRST = Duration.ofSeconds(2);
        private static final Duration MOST = Duration.ofSeconds(8);
        private static final Duration MOST_LOST = Duration.ofSeconds(30);

        /// So often in a row the service says that it does not know the operation, before it is believed.
        private static final int UNKNOWN_AFTER = 5;

        /// The same where there is something else to ask; more than once, as an operation may be known a moment late.
        private static final int LOST_AFTER = 2;

        private final int step;
        private final Json answer;
        private final Optional<Step.Lost> lost;
        private ApiCall<Progress> call;
        private boolean isLost;
        private Duration pace = FIRST;
        private int unknown;
        private boolean over;
        private Pin timer = () -> {};
        private @Nullable Ticket ticket;

        Follow(int step, Json answer, ApiCall<Progress> call, Optional<Step.Lost> lost) {
            this.step = step;
            this.answer = answer;
            this.call = call;
            this.lost = lost;
        }

        void start() {
            timer = connection.serial().after(pace, this::ask);
        }

        @Override
        public void close() {
            over = true;
            timer.close();
            if (ticket != null) {
                ticket.withdraw();
            }
        }

        private void ask() {
            if (over) {
                return;
            }
            if (connection.health().state() == Health.State.SIGNED_OUT) {
                // the account's reads stand still; this one too
                slower(MOST_LOST);
                return;
            }
            ticket =
                    connection
                            .requests()
                            .submit(
                                    Order.of(
                                            call,
                                            Urgency.WATCH,
                                            asked.id(),
                                            o -> connection.serial().run(() -> answered(o))));
        }

        private void answered(Outcome<Progress> outcome) {
            if (over) {
                return;
            }
            switch (outcome) {
                case Outcome.Value<Progress>(var progress, _) -> answered(progress);
                case Outcome.Failed<Progress>(var failure) -> {
                    connection.refused(failure);
                    failed(failure);
                }
                case Outcome.Withdrawn<Progress> _ -> slower(MOST_LOST);
            }
        }

        private void failed(CloudException failure) {
            if (!isUnknown(failure)) {
                slower(MOST_LOST);
                return;
            }
            unknown++;
            var missing = isLost ? lost.flatMap(Step.Lost::missing) : Optional.<Progress>empty();
            if (failure instanceof CloudException.NotFound && missing.isPresent()) {
                answered(missing.get());
            } else if (!isLost && lost.isPresent() && unknown == LOST_AFTER) {
                isLost = true;
                unknown = 0;
                call = lost.get().read();
                slower(MOST);
            } else if (unknown >= UNKNOWN_AFTER) {
                over();
                told.vanished(step, answer, failure);
            } else {
                slower(MOST_LOST);
            }
        }

        /// Some services say *forbidden* of what is not there.
        private static boolean isUnknown(CloudException failure) {
            return failure instanceof CloudException.NotFound
                    || (failure instanceof CloudException.Refused r && r.status() == 403);
        }

        private void answered(Progress progress) {
            unknown = 0;
            switch (progress) {
                case Progress.Running(var note) -> {
                    slower(MOST);
                    told.running(step, note);
                }
                case Progress.Ended how -> {
                    over();
                    told.ended(step, answer, how);
                }
                case Progress.Failed(var refusal) -> {
                    over();
                    told.failed(step, answer, refusal);
                }
            }
        }

        private void over() {
            over = true;
            follows.remove(step);
        }

        private void slower(Duration most) {
            var next = pace.multipliedBy(3).dividedBy(2);
            // back from a lost poll's pace at once when the service answers again
            pace = next.compareTo(most) < 0 ? next : most;
            start();
        }
    }

    /// Looks for the sign of one step in what is read back. Only a read that began after the call counts, and only one of
    /// all pages of all feeds: a row that is on a page not read may be there.
    static final class Look {
        static final Duration LONG_ENOUGH = Duration.ofMinutes(10);
        private static final int READS_ENOUGH = 3;

        enum Verdict {
            SEEN,
            NOT_SEEN,
            NOT_YET
        }

        private final BiPredicate<Json, Inventory> sign;
        private final Json answer;
        private final long since;
        private long counted;
        private int reads;

        /// @param answer absent when the outcome is unknown
        /// @param since nanoseconds of the timeline
        Look(BiPredicate<Json, Inventory> sign, Json answer, long since) {
            this.sign = sign;
            this.answer = answer;
            this.since = since;
            counted = since;
        }

        /// @param readSince when the oldest of the newest complete reads began; empty when there is not one of each feed
        Verdict look(OptionalLong readSince, Inventory inventory) {
            if (readSince.isEmpty() || readSince.getAsLong() < since) {
                return Verdict.NOT_YET;
            }
            if (reads == 0 || readSince.getAsLong() > counted) {
                counted = readSince.getAsLong();
                reads++;
            }
            if (sign.test(answer, inventory)) {
                return Verdict.SEEN;
            }
            boolean longEnough = counted - since >= LONG_ENOUGH.toNanos();
            return longEnough && reads >= READS_ENOUGH ? Verdict.NOT_SEEN : Verdict.NOT_YET;
        }
    }
}
