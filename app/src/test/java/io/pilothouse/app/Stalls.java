package io.pilothouse.app;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/// Notices when this machine stands still (a busy neighbour, a long collection of garbage). Then a request may be read
/// hundreds of milliseconds after it was sent, and no pace that is kept by the sender's clock is kept at the reader's.
final class Stalls implements AutoCloseable {
    private static final Duration BEAT = Duration.ofMillis(5);
    private static final Duration LATE = Duration.ofMillis(100);

    private final AtomicInteger count = new AtomicInteger();
    private final Thread watch = Thread.ofPlatform().daemon().name("stalls").unstarted(this::run);

    static Stalls watch() {
        var stalls = new Stalls();
        stalls.watch.start();
        return stalls;
    }

    /// How often a wait took 100 ms longer than it was meant to.
    int count() {
        return count.get();
    }

    private void run() {
        long last = System.nanoTime();
        while (!Thread.interrupted()) {
            LockSupport.parkNanos(BEAT.toNanos());
            long now = System.nanoTime();
            if (now - last > LATE.toNanos()) {
                count.incrementAndGet();
            }
            last = now;
        }
    }

    @Override
    public void close() {
        watch.interrupt();
    }
}
