package io.pilothouse.work.pace;

import io.pilothouse.cloud.Budget;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Set;

/// At most `count` sends in any `per`, and at most `inFlight` under way, so that one slow call does not hold up the
/// rest. After a 429 sends also keep a distance that shrinks with each good answer.
final class PolitePacer implements Pacer {
    private static final long STEP = Duration.ofMillis(250).toNanos();
    private static final long WIDEST = Duration.ofSeconds(10).toNanos();

    private final Budget budget;
    private final Guard guard = new Guard(STEP, WIDEST);
    private final ArrayDeque<Passage> latest = new ArrayDeque<>();
    private final Set<Passage> open = new HashSet<>();
    private long floor = Long.MIN_VALUE;

    PolitePacer(Budget budget) {
        this.budget = budget;
    }

    @Override
    public long earliest() {
        return open.size() >= budget.inFlight() ? UNKNOWN : likely();
    }

    @Override
    public long likely() {
        long at = floor;
        if (latest.size() >= budget.count()) {
            at = Math.max(at, latest.getFirst().left() + budget.per().toNanos());
        }
        if (guard.extra() > 0 && !latest.isEmpty()) {
            at = Math.max(at, latest.getLast().left() + guard.extra());
        }
        return at;
    }

    @Override
    public void enter(Passage passage) {
        open.add(passage);
        latest.addLast(passage);
        if (latest.size() > budget.count()) {
            latest.removeFirst();
        }
    }

    @Override
    public void giveBack(Passage passage) {
        open.remove(passage);
        latest.remove(passage);
    }

    @Override
    public void answered(Passage passage, long now) {
        // still under way until its body is in
    }

    @Override
    public void ended(Passage passage, long now) {
        open.remove(passage);
    }

    @Override
    public void throttled(long until) {
        guard.widen();
        hold(until);
    }

    @Override
    public void ease() {
        guard.ease();
    }

    @Override
    public void hold(long until) {
        floor = Math.max(floor, until);
    }

    @Override
    public long widened() {
        return budget.slot().toNanos() + guard.extra();
    }
}
