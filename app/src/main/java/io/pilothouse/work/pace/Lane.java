package io.pilothouse.work.pace;

import io.pilothouse.cloud.Budget;

import java.time.Duration;
import java.util.ArrayDeque;

/// A budget with its name, its pacer and what took from it lately.
public final class Lane {
    private static final long MINUTE = Duration.ofMinutes(1).toNanos();

    private final String name;
    private final Budget budget;
    private final Pacer pacer;
    private final ArrayDeque<Long> taken = new ArrayDeque<>();
    private long lastTaken = Pacer.UNKNOWN;

    Lane(String name, Budget budget) {
        this.name = name;
        this.budget = budget;
        this.pacer = Pacer.of(budget);
    }

    public String name() {
        return name;
    }

    public Budget budget() {
        return budget;
    }

    Pacer pacer() {
        return pacer;
    }

    void took(long now) {
        taken.addLast(now);
        lastTaken = now;
        lastMinute(now);
    }

    void touched(long now) {
        lastTaken = now;
    }

    /// When something of it was last known to be on its way; [Pacer#UNKNOWN] for never.
    long lastTaken() {
        return lastTaken;
    }

    /// Calls that took from it in the last 60 s.
    public int lastMinute(long now) {
        while (!taken.isEmpty() && taken.getFirst() <= now - MINUTE) {
            taken.removeFirst();
        }
        return taken.size();
    }

    /// Nanoseconds until a call may, or is likely to be allowed to, take from it.
    public long next(long now) {
        long at = pacer.likely();
        return at <= now
                ? 0
                : at - now; // never by difference first: a pacer that holds nothing says the
        // least long
    }

    /// The slot as it is now, in nanoseconds.
    public long widened() {
        return pacer.widened();
    }
}
