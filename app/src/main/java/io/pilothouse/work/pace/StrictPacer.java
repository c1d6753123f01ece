package io.pilothouse.work.pace;

import io.pilothouse.cloud.Budget;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Keeps a slot between two *arrivals* at the service, though only sends and answers are seen here. Why each rule is
/// safe, with `forth` and `back` the times on the road of request *i* and the next one:
///
/// - **Answered**: next send ≥ answer + slot − sure. Request *i* had arrived `back` (and the service's own time) before
///   its answer, and the next one arrives `forth` after its send, so the gap is at least slot − sure + back + forth.
///   `sure` ([RoundTrips]) is less than the smallest sum of those two ever seen. Before there are enough samples it is
///   0, which is safe on any road.
/// - **Not answered, warm connection**: next send ≥ written + slot + guard. The bytes are on a connection that is open,
///   so they arrive within `forth`; the gap is at least slot + guard − (forth of *i* − forth of the next). The guard is
///   longer than one retransmission on a usual road, and a 429 doubles it. Once the answer is there and
///   nothing has left since, however late it is, the first rule holds alone: a request that was held up on its way out
///   for longer than the guard would break this one.
/// - **Not answered, new connection, or not yet written**: nothing leaves. A handshake may take any time, and nothing
///   seen here says when the request arrived.
/// - **Failed**: it may have arrived at any time until it was given up, so the slot counts from there, less nothing.
///
/// Each rule binds for every earlier request, not only for the last. At most two are unanswered at once, so a service
/// that no longer answers is not piled up with requests. A body still being read holds no slot.
final class StrictPacer implements Pacer {
    static final int MOST_UNANSWERED = 2;

    /// A lost segment on an open connection is sent again after 200 ms and a round trip or so.
    static final long GUARD = Duration.ofMillis(300).toNanos();

    /// 429s make the slot at most this many times as wide.
    private static final int WIDEST = 5;

    private final long slot;
    private final Guard guard;
    private final RoundTrips trips = new RoundTrips();
    private final List<Passage> open = new ArrayList<>();
    private @Nullable Passage newest;
    private long floor = Long.MIN_VALUE;

    StrictPacer(Budget budget) {
        slot = budget.slot().toNanos();
        guard = new Guard(GUARD, GUARD + (WIDEST - 1) * slot);
    }

    @Override
    public long earliest() {
        if (open.size() >= MOST_UNANSWERED) {
            return UNKNOWN;
        }
        long at = floor;
        for (var passage : open) {
            at = Math.max(at, unanswered(passage));
        }
        return at;
    }

    private long unanswered(Passage passage) {
        return passage.isWarm() ? passage.written() + slot + guard.value() : UNKNOWN;
    }

    @Override
    public long likely() {
        long at = floor;
        for (var passage : open) {
            at = Math.max(at, passage.left() + widened());
        }
        return at;
    }

    @Override
    public void enter(Passage passage) {
        open.add(passage);
        newest = passage;
    }

    @Override
    public void giveBack(Passage passage) {
        open.remove(passage);
    }

    @Override
    public void answered(Passage passage, long now) {
        if (!open.remove(passage)) {
            return;
        }
        long sure = 0;
        if (passage.isWritten()) {
            long own = now - passage.written();
            if (passage.isWarm()) {
                trips.add(own);
            }
            sure = trips.sure(own);
        }
        long byAnswer = now + widened() - sure;
        hold(passage.equals(newest) ? byAnswer : Math.min(byAnswer, unanswered(passage)));
    }

    @Override
    public void ended(Passage passage, long now) {
        if (open.remove(passage)) {
            hold(now + widened());
        }
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
        return slot + guard.extra();
    }
}
