package io.pilothouse.work;

import io.pilothouse.cloud.Budget;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What an account's road looks like just now, for the status bar.
///
/// @param queued calls that wait, by urgency (none left out: 0)
/// @param inFlight calls on the wire
/// @param throttled 429 answers in the last hour
/// @param held while the newest answer is a 429: time until the next call may leave; empty otherwise
/// @param silent how long the call on the wire that has waited longest has had no answer; zero when none is out
public record Traffic(
        Map<Urgency, Integer> queued,
        int inFlight,
        List<Use> budgets,
        int throttled,
        Optional<Duration> held,
        Duration silent) {
    /// @param lastMinute calls that took from it in the last 60 s
    /// @param next time until a call may take from it again; zero when it may at once
    /// @param widened the slot as it is now, which 429s make wider than the budget's own
    public record Use(
            String name, Budget budget, int lastMinute, Duration next, Duration widened) {}

    public int waiting() {
        return queued.values().stream().mapToInt(Integer::intValue).sum();
    }
}
