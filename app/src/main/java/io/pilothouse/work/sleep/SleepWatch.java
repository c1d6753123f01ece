package io.pilothouse.work.sleep;

import io.pilothouse.domain.Pin;
import io.pilothouse.work.Timeline;

import java.time.Duration;
import java.util.function.Consumer;

/// Tells that the computer has slept, at most five seconds after it woke up.
public final class SleepWatch implements AutoCloseable {
    static final Duration TICK = Duration.ofSeconds(5);

    private final Timeline timeline;
    private final Consumer<Duration> woke;
    private Elapsed since;
    private Pin tick = () -> {};
    private boolean closed;

    /// @param woke told how long it slept, on the timeline's own thread
    public SleepWatch(Timeline timeline, Consumer<Duration> woke) {
        this.timeline = timeline;
        this.woke = woke;
        since = Elapsed.since(timeline);
        next();
    }

    private synchronized void next() {
        if (!closed) {
            since = Elapsed.since(timeline);
            tick = timeline.after(TICK, this::tick);
        }
    }

    private void tick() {
        var slept = since.slept(TICK);
        next();
        slept.ifPresent(woke);
    }

    @Override
    public synchronized void close() {
        closed = true;
        tick.close();
    }
}
