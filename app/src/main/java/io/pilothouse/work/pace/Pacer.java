package io.pilothouse.work.pace;

import io.pilothouse.cloud.Budget;

/// Decides when the next call may leave under one budget. Times are in nanoseconds of the scheduler's clock. A passage is
/// let in once, then either given back (it never left) or answered and ended.
sealed interface Pacer permits StrictPacer, PolitePacer {
    /// Depends on something that has not happened yet.
    long UNKNOWN = Long.MAX_VALUE;

    static Pacer of(Budget budget) {
        return budget.strict() ? new StrictPacer(budget) : new PolitePacer(budget);
    }

    /// When the next call may leave, perhaps in the past; [#UNKNOWN] while that hangs on an answer.
    long earliest();

    /// The likely time where [#earliest] is unknown.
    long likely();

    void enter(Passage passage);

    /// It was not sent: its place is free again.
    void giveBack(Passage passage);

    /// Status and headers of its answer are in.
    void answered(Passage passage, long now);

    /// It is over, answered or not.
    void ended(Passage passage, long now);

    /// The service said 429: nothing leaves before `until`, and the slot is wider from now on.
    void throttled(long until);

    /// A good answer: the widening goes back a little.
    void ease();

    /// Nothing leaves before this.
    void hold(long until);

    /// The slot as it is now, in nanoseconds.
    long widened();
}
