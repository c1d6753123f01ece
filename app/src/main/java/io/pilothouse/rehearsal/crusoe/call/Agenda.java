package io.pilothouse.rehearsal.crusoe.call;

import io.pilothouse.rehearsal.loopback.RehearsalClock;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.PriorityQueue;

/// What is to happen when. Nothing runs by itself: what is due is done, in its order, before the next request is
/// looked at, and to it the time is the time it was due. One thread at a time.
public final class Agenda {
    private record Entry(long at, long number, Runnable deed) {}

    private final RehearsalClock clock;
    private final long begin;
    private final PriorityQueue<Entry> entries =
            new PriorityQueue<>(
                    Comparator.comparingLong(Entry::at).thenComparingLong(Entry::number));
    private long count;
    private long now;
    private Instant wall;

    public Agenda(RehearsalClock clock) {
        this.clock = clock;
        begin = clock.now();
        wall = clock.instant();
    }

    /// Does what is due.
    public void settle() {
        var target = clock.now() - begin;
        var instant = clock.instant();
        while (!entries.isEmpty() && entries.peek().at <= target) {
            var entry = entries.remove();
            now = entry.at;
            wall = instant.minusNanos(target - entry.at);
            entry.deed.run();
        }
        now = target;
        wall = instant;
    }

    /// Has something done after a while.
    public void after(Duration time, Runnable deed) {
        entries.add(new Entry(now + time.toNanos(), count++, deed));
    }

    /// The time, to the second: as the service shows it.
    public Instant time() {
        return wall.truncatedTo(ChronoUnit.SECONDS);
    }

    public String stamp() {
        return time().toString();
    }
}
