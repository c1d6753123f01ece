package io.pilothouse.app;

import javafx.application.Platform;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/// The one door to the FX thread: what comes between two pulses is run in one go, and what throws reaches the guard
/// without keeping the rest from running.
final class FxThread implements Executor {
    private final ConcurrentLinkedQueue<Runnable> queue = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean asked = new AtomicBoolean();
    private final Consumer<Throwable> guard;

    FxThread(Consumer<Throwable> guard) {
        this.guard = guard;
    }

    @Override
    public void execute(Runnable task) {
        queue.add(task);
        if (asked.compareAndSet(false, true)) {
            Platform.runLater(this::drain);
        }
    }

    private void drain() {
        asked.set(false);
        for (var task = queue.poll(); task != null; task = queue.poll()) {
            try {
                task.run();
            } catch (RuntimeException | Error e) {
                guard.accept(e);
            }
        }
    }
}
