package io.pilothouse.app;

import io.pilothouse.ui.kit.Workbench;

import javafx.application.Platform;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/// The one door to the FX thread: what comes between two pulses is run in one go, and what throws reaches the guard
/// without keeping the rest from running.
final class FxThread implements Workbench.Door {
    private final ConcurrentLinkedQueue<Runnable> queue = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean asked = new AtomicBoolean();
    private final Consumer<Throwable> guard;

    /// Touched on the FX thread only, as what follows.
    private final List<Runnable> unseen = new ArrayList<>();

    private boolean seen = true;

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

    @Override
    public void whenSeen(Runnable task) {
        execute(
                () -> {
                    if (seen) {
                        task.run();
                    } else {
                        unseen.add(task);
                    }
                });
    }

    /// A window can be seen, or none: called on the FX thread.
    void seen(boolean now) {
        seen = now;
        if (now) {
            var waiting = List.copyOf(unseen);
            unseen.clear();
            waiting.forEach(this::execute);
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
