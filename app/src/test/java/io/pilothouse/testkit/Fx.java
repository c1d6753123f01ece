package io.pilothouse.testkit;

import javafx.application.Platform;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/// The FX thread for tests: started once on the headless platform, then asked for answers. What fails there fails in
/// the test that asked.
public final class Fx {
    private static final long SECONDS = 30;

    private Fx() {}

    /// Once for the whole run, when the first test asks.
    private static final class Toolkit {
        static {
            var started = new CountDownLatch(1);
            try {
                Platform.startup(started::countDown);
            } catch (IllegalStateException _) {
                // another test framework has started it
                started.countDown();
            }
            Platform.setImplicitExit(false);
            try {
                if (!started.await(SECONDS, TimeUnit.SECONDS)) {
                    throw new IllegalStateException("JavaFX did not start");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
            Platform.runLater(HeadlessFix::install);
        }

        static void start() {}
    }

    /// Runs on the FX thread and waits for the answer, half a minute at most.
    public static <T> T call(Callable<T> work) {
        Toolkit.start();
        if (Platform.isFxApplicationThread()) {
            throw new IllegalStateException("already on the FX thread");
        }
        var answer = new CompletableFuture<T>();
        Platform.runLater(
                () -> {
                    try {
                        answer.complete(work.call());
                    } catch (Throwable e) {
                        answer.completeExceptionally(e);
                    }
                });
        try {
            return answer.get(SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            if (e.getCause() instanceof Error cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        } catch (TimeoutException e) {
            throw new IllegalStateException("the FX thread gave no answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public static void run(Runnable work) {
        call(
                () -> {
                    work.run();
                    return true;
                });
    }

    /// Waits until the condition, asked on the FX thread between its other work, is true.
    public static void await(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        while (!call(condition::getAsBoolean)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("never happened: " + what);
            }
            pulse();
        }
    }

    /// Returns when the next frame has been laid out.
    public static void pulse() {
        var done = new CountDownLatch(1);
        run(
                () ->
                        new javafx.animation.AnimationTimer() {
                            @Override
                            public void handle(long now) {
                                stop();
                                done.countDown();
                            }
                        }.start());
        try {
            if (!done.await(SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("no frame was drawn");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
