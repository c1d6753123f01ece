package io.pilothouse.history;

import java.time.Duration;
import java.util.Optional;

/// How long the steps of actions take, as this home has seen it.
public interface UsualTimes {
    /// So many of the newest are kept of each work.
    int KEPT = 20;

    /// What is timed. An action may be a chain of steps for the same row, and each of them has a time of its own.
    ///
    /// @param part how many steps for the same row go before it in the plan
    record Work(String provider, String action, int part) {}

    /// It was seen to end well.
    void took(Work work, Duration length);

    /// The median of the newest; empty when none was seen.
    Optional<Duration> usual(Work work);
}
