package io.pilothouse.work.pace;

import java.time.Instant;
import java.util.Map;

/// Keeps when each strict budget was last taken from, so that a restart can't send the first request early.
public interface SentTimes {
    /// Forgets everything: the first request after a start goes out at once.
    SentTimes NONE =
            new SentTimes() {
                @Override
                public Map<String, Instant> load() {
                    return Map.of();
                }

                @Override
                public void sent(String budget, Instant at) {}
            };

    /// What is known, by name of the budget; read once, when the scheduler is made.
    Map<String, Instant> load();

    /// Told just before each send and again when its answer has begun (the later one bounds its arrival), on the
    /// sending thread. Should outlive a crash of the program, not of the machine: no fsync needed.
    void sent(String budget, Instant at);
}
