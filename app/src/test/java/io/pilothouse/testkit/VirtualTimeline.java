package io.pilothouse.testkit;

import io.pilothouse.domain.Pin;
import io.pilothouse.work.Timeline;

import java.time.Duration;
import java.time.Instant;
import java.util.PriorityQueue;

/// Time that passes only when a test says so, on the test's own thread. What falls on the same moment runs in the order
/// in which it was asked for, so a run is repeatable bit for bit. An exception of a task comes out of the call that let
/// time pass.
public final class VirtualTimeline implements Timeline {
    /// More than this at one moment is a loop that never ends.
    private static final int MOST_AT_ONCE = 1_000_000;

    private record Event(long at, long order, Runnable task) implements Comparable<Event> {
        @Override
        public int compareTo(Event other) {
            return at != other.at ? Long.compare(at, other.at) : Long.compare(order, other.order);
        }
    }

    private final PriorityQueue<Event> events = new PriorityQueue<>();
    private long nanos = 1_000_000_000L;
    private long order;
    private Instant wall;

    public VirtualTimeline() {
        this(Instant.parse("2026-01-01T00:00:00Z"));
    }

    public VirtualTimeline(Instant start) {
        wall = start;
    }

    @Override
    public Instant now() {
        return wall;
    }

    @Override
    public long nanos() {
        return nanos;
    }

    @Override
    public Pin after(Duration delay, Runnable task) {
        var event = new Event(nanos + Math.max(0, delay.toNanos()), order++, task);
        events.add(event);
        return () -> events.remove(event);
    }

    /// Runs it as an event of this moment, once the test lets time pass.
    @Override
    public void start(String name, Runnable blocking) {
        after(Duration.ZERO, blocking);
    }

    /// Lets this much time pass and runs all that falls into it, its end included.
    public void advance(Duration span) {
        long end = nanos + span.toNanos();
        int atOnce = 0;
        for (var next = events.peek(); next != null && next.at <= end; next = events.peek()) {
            atOnce = next.at > nanos ? 0 : atOnce + 1;
            if (atOnce > MOST_AT_ONCE) {
                throw new IllegalStateException("time stands still");
            }
            events.remove(next);
            pass(next.at);
            next.task.run();
        }
        pass(end);
    }

    /// Runs what is due now, without letting time pass.
    public void runDue() {
        advance(Duration.ZERO);
    }

    /// Lets time pass until nothing is left to do; at most a year.
    public void runUntilIdle() {
        long end = nanos + Duration.ofDays(365).toNanos();
        for (var next = events.peek(); next != null; next = events.peek()) {
            if (next.at > end) {
                throw new IllegalStateException("never idle");
            }
            advance(Duration.ofNanos(Math.max(0, next.at - nanos)));
        }
    }

    /// Makes the wall clock jump, forward or back; [#nanos] goes on as before.
    public void jump(Duration by) {
        wall = wall.plus(by);
    }

    /// What is still to be run.
    public int waiting() {
        return events.size();
    }

    private void pass(long until) {
        wall = wall.plusNanos(Math.max(0, until - nanos));
        nanos = Math.max(nanos, until);
    }
}
