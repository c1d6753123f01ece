package io.pilothouse.bench;

import io.pilothouse.app.Windowed;
import io.pilothouse.domain.Resource;
import io.pilothouse.domain.Status;
import io.pilothouse.store.FeedKey;
import io.pilothouse.testkit.Fx;

import javafx.animation.AnimationTimer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/// What the window costs: pulses and processor time while nothing happens, shown and iconified; memory; and frames while
/// one row in a hundred of a long table changes five times a second.
class WindowBench {
    private static final int ROWS = Integer.getInteger("bench.rows", 5_000);
    private static final int SECONDS = Integer.getInteger("bench.seconds", 60);
    private static final long SECOND = 1_000_000_000;

    @TempDir Path folder;

    @Test
    void whatTheWindowCosts() throws Exception {
        try (var window = new Windowed(folder.resolve("home"), ROWS)) {
            var pulses = new AtomicInteger();
            Fx.run(
                    () ->
                            window.stage()
                                    .getScene()
                                    .addPreLayoutPulseListener(pulses::incrementAndGet));
            rest(20); // the first reads of all lists, and classes and code warming up
            idle("shown", pulses);
            Fx.run(() -> window.stage().setIconified(true));
            rest(5);
            idle("iconified", pulses);
            Fx.run(() -> window.stage().setIconified(false));
            System.gc();
            rest(5);
            System.out.printf("PSS after a collection %d MiB%n", pss() >> 10);
            live(window);
            window.crashes().forEach(Throwable::printStackTrace);
        }
    }

    private static void idle(String how, AtomicInteger pulses) {
        pulses.set(0);
        long cpu = cpu();
        long fx = fxCpu();
        rest(SECONDS);
        System.out.printf(
                "%s, %d rows: %d pulses in %d s, process %.2f %% of a core (the rehearsal's server"
                        + " included), FX thread %.2f %%%n",
                how,
                ROWS,
                pulses.get(),
                SECONDS,
                100.0 * (cpu() - cpu) / SECOND / SECONDS,
                100.0 * (fxCpu() - fx) / SECOND / SECONDS);
    }

    private static void live(Windowed window) {
        window.connection().poller().windowsHidden(true);
        rest(3);
        var key = new FeedKey(window.connection().account().id(), "lambda.instance", "");
        var rows = new ArrayList<>(window.store().get(key).rows());
        var frames = new ArrayList<Long>();
        var timer =
                new AnimationTimer() {
                    private long last;

                    @Override
                    public void handle(long now) {
                        long at = System.nanoTime();
                        if (last != 0) {
                            frames.add(at - last);
                        }
                        last = at;
                    }
                };
        rest(2);
        long still = fxCpu();
        Fx.run(timer::start);
        rest(10);
        still = fxCpu() - still;
        Fx.run(frames::clear);
        long busy = fxCpu();
        int updates = 5 * 20;
        for (int i = 0; i < updates; i++) {
            for (int n = 0; n < rows.size() / 100; n++) {
                int at = (i * 37 + n * 101) % rows.size();
                var old = rows.get(at);
                var booting = old.status().word().equals("booting");
                rows.set(
                        at,
                        new Resource(
                                old.ref(),
                                old.parent(),
                                old.name(),
                                booting
                                        ? new Status("active", Status.Phase.RUNNING)
                                        : new Status("booting", Status.Phase.CHANGING),
                                old.facts(),
                                old.raw(),
                                old.problem()));
            }
            window.store().read(key, List.copyOf(rows), Instant.now());
            LockSupport.parkNanos(SECOND / 5);
        }
        busy = fxCpu() - busy;
        Fx.run(timer::stop);
        var sorted = Fx.call(() -> frames.stream().sorted().toList());
        System.out.printf(
                "live, %d rows, 1 %% changing 5 times a second: frame p50 %.1f, p99 %.1f, max %.1f"
                        + " ms; FX thread %.1f %% (%.1f %% of it for drawing frames with nothing in"
                        + " them)%n",
                rows.size(),
                sorted.get(sorted.size() / 2) / 1e6,
                sorted.get(sorted.size() * 99 / 100) / 1e6,
                sorted.getLast() / 1e6,
                100.0 * busy / SECOND / (updates / 5.0),
                100.0 * still / SECOND / 10);
    }

    private static long cpu() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos();
    }

    private static long fxCpu() {
        long id = Fx.call(() -> Thread.currentThread().threadId());
        return ManagementFactory.getThreadMXBean().getThreadCpuTime(id);
    }

    /// In KiB; -1 where the system does not tell.
    private static long pss() throws IOException {
        var file = Path.of("/proc/self/smaps_rollup");
        return !Files.exists(file)
                ? -1
                : Files.readAllLines(file).stream()
                        .filter(l -> l.startsWith("Pss:"))
                        .map(l -> Long.valueOf(l.replaceAll("\\D", "")))
                        .findFirst()
                        .orElse(-1L);
    }

    private static void rest(int seconds) {
        LockSupport.parkNanos(seconds * SECOND);
    }
}
