package io.pilothouse.sync.feed;

import io.pilothouse.domain.Pin;
import io.pilothouse.work.Timeline;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;

/// Runs tasks one after another on threads of the timeline. All that an account's poller and commands know is touched
/// only here, so that none of it needs a lock; tasks may write to the disk.
public final class Serial {
    private final Timeline timeline;
    private final String name;
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private boolean draining;

    public Serial(Timeline timeline, String name) {
        this.timeline = timeline;
        this.name = name;
    }

    public void run(Runnable task) {
        synchronized (waiting) {
            waiting.add(task);
            if (draining) {
                return;
            }
            draining = true;
        }
        timeline.start(name, this::drain);
    }

    public Pin after(Duration delay, Runnable task) {
        return timeline.after(delay, () -> run(task));
    }

    private void drain() {
        for (var task = next(); task != null; task = next()) {
            boolean well = false;
            try {
                task.run();
                well = true;
            } finally {
                if (!well) {
                    // the exception goes on to the thread's own handler; what waits behind it is
                    // not held up
                    timeline.start(name, this::drain);
                }
            }
        }
    }

    private @Nullable Runnable next() {
        synchronized (waiting) {
            var task = waiting.poll();
            draining = task != null;
            return task;
        }
    }
}
