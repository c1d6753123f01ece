package io.pilothouse.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.app.OtherProcess;
import io.pilothouse.app.Windowed;
import io.pilothouse.domain.Resource;
import io.pilothouse.domain.Status;
import io.pilothouse.rehearsal.RehearsalCloud;
import io.pilothouse.rehearsal.lambdacloud.LambdaSeed;
import io.pilothouse.rehearsal.lambdacloud.LambdaSetup;
import io.pilothouse.rehearsal.loopback.Arrivals.Limits;
import io.pilothouse.rehearsal.loopback.RehearsalClock;
import io.pilothouse.rehearsal.loopback.Speed;
import io.pilothouse.store.FeedKey;
import io.pilothouse.testkit.Fx;

import javafx.animation.AnimationTimer;
import javafx.application.Platform;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/// What the window of five accounts costs: pulses and processor time while nothing happens, shown and iconified; memory;
/// and frames while one row in a hundred changes five times a second. The services are another process's.
class WindowBench {
    private static final int ROWS = Integer.getInteger("bench.rows", 5_000);
    private static final int ACCOUNTS = 5;
    private static final int SECONDS = Integer.getInteger("bench.seconds", 60);
    private static final long SECOND = 1_000_000_000;
    private static final String VARIABLE = "PILOTHOUSE_BENCH_KEY";
    private static final String KEY = "secret_bench_0123456789abcdef.0123456789abcdef";
    @TempDir Path folder;

    @Test
    void whatTheWindowCosts() throws Exception {
        var home = folder.resolve("home");
        var endpoints = new TreeMap<String, String>();
        var clouds = new ArrayList<RehearsalCloud>();
        var threads = Executors.newVirtualThreadPerTaskExecutor();
        try {
            for (int i = 0; i < ACCOUNTS; i++) {
                var cloud = fleet(threads);
                clouds.add(cloud);
                endpoints.put("team-" + i, cloud.accounts().getFirst().endpoint().orElseThrow());
            }
            OtherProcess.writeAccounts(home, endpoints, VARIABLE, Limits.strict());
            assertThat(window(home)).isZero();
        } finally {
            for (var cloud : clouds) {
                cloud.close();
            }
            threads.shutdownNow();
        }
    }

    private static int window(Path home) throws IOException, InterruptedException {
        var window =
                OtherProcess.of(
                                WindowBench.class,
                                Map.of(VARIABLE, KEY),
                                options(),
                                home.toString(),
                                String.valueOf(SECONDS))
                        .redirectErrorStream(true)
                        .start();
        try (var lines = window.inputReader()) {
            lines.lines().forEach(System.out::println);
        }
        return window.waitFor();
    }

    /// As the program is run; with the compilers that it has, and drawing without a graphics card.
    private static List<String> options() throws IOException {
        var own = System.getProperty("bench.options", "");
        var options =
                new ArrayList<>(own.isEmpty() ? ProgramOptions.read() : List.of(own.split(" ")));
        options.addAll(List.of("-XX:TieredStopAtLevel=4", "-Dprism.order=sw"));
        return options;
    }

    private static RehearsalCloud fleet(ExecutorService threads) throws IOException {
        var clock = RehearsalClock.system();
        // what boots is up before anything is measured
        var speed = Speed.demo().times(20);
        return RehearsalCloud.start(
                threads,
                clock,
                LambdaSetup.demo(clock, speed)
                        .withKey(KEY)
                        .withLimits(Limits.strict())
                        .withSeed(LambdaSeed.fleet(clock, speed, ROWS / ACCOUNTS)));
    }

    /// The window's own process.
    public static void main(String[] args) throws Exception {
        int seconds = Integer.parseInt(args[1]);
        try (var window = new Windowed(Path.of(args[0]))) {
            var pulses = new AtomicInteger();
            Fx.run(
                    () ->
                            window.stage()
                                    .getScene()
                                    .addPreLayoutPulseListener(pulses::incrementAndGet));
            rest(40); // the first reads of all lists, and classes and code warming up
            idle("shown", pulses, seconds);
            Fx.run(() -> window.stage().setIconified(true));
            rest(5);
            idle("iconified", pulses, seconds);
            Fx.run(() -> window.stage().setIconified(false));
            rest(5);
            System.out.printf("PSS %d MiB%n", pss() >> 10);
            System.gc();
            rest(10);
            System.out.printf(
                    "PSS after a collection %d MiB, %d MiB of the heap live%n",
                    pss() >> 10,
                    ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20);
            live(window);
            window.crashes().forEach(Throwable::printStackTrace);
        }
        Platform.exit();
    }

    private static void idle(String how, AtomicInteger pulses, int seconds) {
        pulses.set(0);
        long cpu = cpu();
        long fx = fxCpu();
        rest(seconds);
        System.out.printf(
                "%s: %d pulses in %d s, process %.2f %% of a core, FX thread %.2f %%%n",
                how,
                pulses.get(),
                seconds,
                100.0 * (cpu() - cpu) / SECOND / seconds,
                100.0 * (fxCpu() - fx) / SECOND / seconds);
    }

    private static void live(Windowed window) {
        window.connections().forEach(c -> c.poller().windowsHidden(true));
        rest(3);
        var lists = new ArrayList<Feed>();
        window.connections()
                .forEach(
                        c -> {
                            var key = new FeedKey(c.account().id(), "lambda.instance", "");
                            lists.add(
                                    new Feed(key, new ArrayList<>(window.store().get(key).rows())));
                        });
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
            for (var list : lists) {
                change(list.rows(), i);
                window.store().read(list.key(), List.copyOf(list.rows()), Instant.now());
            }
            LockSupport.parkNanos(SECOND / 5);
        }
        busy = fxCpu() - busy;
        Fx.run(timer::stop);
        var sorted = Fx.call(() -> frames.stream().sorted().toList());
        System.out.printf(
                "live, %d rows of %d accounts, 1 %% changing 5 times a second: frame p50 %.1f, p99"
                    + " %.1f, max %.1f ms; FX thread %.1f %% (%.1f %% of it for drawing frames with"
                    + " nothing in them)%n",
                lists.stream().mapToInt(l -> l.rows().size()).sum(),
                lists.size(),
                sorted.get(sorted.size() / 2) / 1e6,
                sorted.get(sorted.size() * 99 / 100) / 1e6,
                sorted.getLast() / 1e6,
                100.0 * busy / SECOND / (updates / 5.0),
                100.0 * still / SECOND / 10);
    }

    private record Feed(FeedKey key, List<Resource> rows) {}

    private static void change(List<Resource> rows, int round) {
        for (int n = 0; n < rows.size() / 100; n++) {
            int at = (round * 37 + n * 101) % rows.size();
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
