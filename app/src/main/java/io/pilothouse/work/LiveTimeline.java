package io.pilothouse.work;

import io.pilothouse.domain.Pin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Phaser;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/// The system's clocks, one daemon thread for short tasks, and a virtual thread for each thing that may block.
public final class LiveTimeline implements Timeline, AutoCloseable {
    private final ScheduledThreadPoolExecutor tasks;
    private final Phaser running = new Phaser(1);
    private final Consumer<Throwable> crashed;

    /// @param crashed told of what a task or a thread throws, on its thread
    public LiveTimeline(Consumer<Throwable> crashed) {
        this.crashed = crashed;
        tasks =
                new ScheduledThreadPoolExecutor(
                        1, Thread.ofPlatform().daemon().name("timeline").factory());
        tasks.setRemoveOnCancelPolicy(true);
        tasks.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    @Override
    public Instant now() {
        return Clock.systemUTC().instant();
    }

    @Override
    public long nanos() {
        return System.nanoTime();
    }

    /// After [#close] nothing is run any more.
    @Override
    public Pin after(Duration delay, Runnable task) {
        try {
            var future =
                    tasks.schedule(
                            guarded(task), Math.max(0, delay.toNanos()), TimeUnit.NANOSECONDS);
            return () -> future.cancel(false);
        } catch (RejectedExecutionException closed) {
            return () -> {};
        }
    }

    @Override
    public void start(String name, Runnable blocking) {
        running.register();
        Thread.ofVirtual()
                .name(name)
                .start(
                        () -> {
                            try {
                                guarded(blocking).run();
                            } finally {
                                running.arriveAndDeregister();
                            }
                        });
    }

    /// Takes back what is still to be run, and waits two seconds at most for threads that were started: what they write
    /// down is still wanted.
    @Override
    public void close() {
        tasks.shutdownNow();
        try {
            running.awaitAdvanceInterruptibly(running.arrive(), 2, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (TimeoutException late) {
            // they run on to their end by themselves
        }
    }

    private Runnable guarded(Runnable task) {
        return () -> {
            try {
                task.run();
            } catch (Throwable t) {
                crashed.accept(t);
            }
        };
    }
}
