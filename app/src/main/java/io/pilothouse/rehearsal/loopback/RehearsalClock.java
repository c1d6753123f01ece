package io.pilothouse.rehearsal.loopback;

import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/// The time of a rehearsal: the wall for what is shown, and a monotonic count for lifecycles and rate limits.
///
/// @param nanos never goes back; its zero means nothing
public record RehearsalClock(InstantSource wall, LongSupplier nanos) {
    public static RehearsalClock system() {
        return new RehearsalClock(InstantSource.system(), System::nanoTime);
    }

    public Instant instant() {
        return wall.instant();
    }

    public long now() {
        return nanos.getAsLong();
    }
}
