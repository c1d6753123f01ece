package io.pilothouse.rehearsal.loopback;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/// A clock that only goes when it is told to.
public final class ManualTime {
    private static final Instant BEGIN = Instant.parse("2026-11-20T12:00:00Z");

    // A monotonic clock may begin anywhere; near the overflow, differences must still be right.
    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 30_000_000_000L);
    private final long begin = nanos.get();

    public RehearsalClock clock() {
        return new RehearsalClock(() -> BEGIN.plusNanos(nanos.get() - begin), nanos::get);
    }

    public void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}
