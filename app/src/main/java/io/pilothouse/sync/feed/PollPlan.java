package io.pilothouse.sync.feed;

import io.pilothouse.cloud.ApiCall;
import io.pilothouse.cloud.Budget;
import io.pilothouse.cloud.Provider;
import io.pilothouse.domain.Account;
import io.pilothouse.store.FeedKey;
import io.pilothouse.work.Urgency;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// What to read next, and when: largest age² × expected change rate × weight. With the square, reads come out in
/// proportion to the root of a feed's rate, which makes the mean time until a change is seen least for what is spent.
/// Pure: the same question has the same answer.
public final class PollPlan {
    /// Changes a second expected of what is on its way to another state.
    static final double MOVING_RATE = 1 / 10.0;

    private static final double VISIBLE_WEIGHT = 8;

    /// Idle polling takes at most one slot in this many.
    private static final int IDLE = 4;

    /// And less while something moves: the slots are wanted there.
    private static final int ASIDE = 8;

    /// Of the slots while something moves.
    private static final double BUSY_SHARE = 0.9;

    /// No two idle polls closer than this, whatever the budget: an idle account wakes the computer once a second.
    private static final Duration IDLE_LEAST = Duration.ofSeconds(2);

    /// A feed is not begun again sooner, whatever the budget.
    private static final Duration AGAIN_LEAST = Duration.ofSeconds(1);

    /// What an account's road bears.
    ///
    /// @param slot least time between two calls
    /// @param atOnce polls queued or on the wire at a time; one on a strict road, so that a click finds a free queue
    public record Pace(Duration slot, int atOnce) {
        public static Pace of(Provider provider, Account account) {
            var budget =
                    Optional.ofNullable(account.budgets().get(ApiCall.ALL))
                            .flatMap(Budget::parse)
                            .or(() -> Optional.ofNullable(provider.budgets().get(ApiCall.ALL)))
                            .orElse(Budget.strict(1, Duration.ofSeconds(1)));
            return new Pace(
                    budget.slot(), budget.strict() ? 1 : Math.max(1, budget.inFlight() / 2));
        }
    }

    /// A feed that may be read.
    ///
    /// @param age nanoseconds since its last read began; [Long#MAX_VALUE] when there was none
    /// @param rate changes a second, as learnt
    /// @param moving something is in transition, or was just asked for
    /// @param due wanted now: just shown, or known to be stale
    /// @param notBefore nanoseconds from now until a failing feed may be tried again; 0 or less when it may
    record Want(
            FeedKey key,
            long age,
            double rate,
            boolean visible,
            boolean moving,
            boolean due,
            long notBefore) {
        /// Is it worth more than the idle share?
        boolean pressing() {
            return moving || due || age == Long.MAX_VALUE;
        }

        double score() {
            double seconds = age / 1e9;
            double expected = moving ? Math.max(rate, MOVING_RATE) : rate;
            return seconds * seconds * expected * (visible ? VISIBLE_WEIGHT : 1);
        }

        Urgency urgency() {
            return visible ? Urgency.VISIBLE : moving ? Urgency.WATCH : Urgency.BACKGROUND;
        }
    }

    sealed interface Next {
        record Read(FeedKey feed, Urgency urgency) implements Next {}

        record Wait(Duration time) implements Next {}

        record Nothing() implements Next {}
    }

    private PollPlan() {}

    /// @param untilPoll nanoseconds until a poll of any feed is allowed, as [#charge] says; 0 or less when it is
    /// @param sinceIdle nanoseconds since the last poll that was not pressing
    static Next next(List<Want> wants, Pace pace, long untilPoll, long sinceIdle) {
        boolean busy = wants.stream().anyMatch(Want::moving);
        long idleGap = idleGap(pace, busy).toNanos();
        long soonest = Long.MAX_VALUE;
        Optional<Want> best = Optional.empty();
        for (var want : wants) {
            long wait = Math.max(want.notBefore, untilPoll);
            wait = Math.max(wait, AGAIN_LEAST.toNanos() - want.age);
            if (!want.pressing()) {
                wait = Math.max(wait, idleGap - sinceIdle);
            }
            soonest = Math.min(soonest, wait);
            if (wait <= 0 && best.map(b -> b.score() < want.score()).orElse(true)) {
                best = Optional.of(want);
            }
        }
        if (best.isPresent()) {
            return new Next.Read(best.get().key(), best.get().urgency());
        }
        return wants.isEmpty()
                ? new Next.Nothing()
                : new Next.Wait(Duration.ofNanos(Math.max(1, soonest)));
    }

    /// When the next poll is allowed after one at `now`. On average nine of ten slots may be taken; they may follow each
    /// other, so that no slot passes unused before the tenth.
    ///
    /// @param free when this one was allowed
    static long charge(Pace pace, long free, long now) {
        long slot = pace.slot().toNanos();
        return Math.max(free, now - slot) + (long) (slot / BUSY_SHARE);
    }

    /// Least time between two polls that are not pressing.
    static Duration idleGap(Pace pace, boolean busy) {
        var share = pace.slot().multipliedBy(busy ? ASIDE : IDLE);
        return share.compareTo(IDLE_LEAST) < 0 ? IDLE_LEAST : share;
    }
}
