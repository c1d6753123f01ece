package io.pilothouse.history.cost;

import java.time.Instant;
import java.util.List;

/// The steps of what accounts cost an hour. Steps of one account follow each other; between two of them there may be a
/// gap, in which it was not seen.
public interface Costs {
    /// @param from when the account was seen to cost that for the first time
    /// @param until when it was seen to for the last time
    /// @param cents an hour, of the rows that have a price
    /// @param priced rows with a price
    /// @param unpriced rows whose price is not known, so that `cents` is a lower bound
    record Step(String account, Instant from, Instant until, long cents, int priced, int unpriced) {
        public Step until(Instant later) {
            return new Step(account, from, later, cents, priced, unpriced);
        }
    }

    /// Begins a step.
    ///
    /// @return its number, for [#extend]
    long begin(Step step);

    /// It was seen to be as it is until then.
    ///
    /// @param number that [#begin] gave it
    /// @return false where it is not kept any more, as all of it was cleared
    boolean extend(long number, Step step);

    /// The steps that ended after that time, oldest first.
    List<Step> since(Instant time);
}
