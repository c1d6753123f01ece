package io.pilothouse.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.app.Windowless;
import io.pilothouse.cloud.ResourceType;
import io.pilothouse.domain.Facts;
import io.pilothouse.domain.Json;
import io.pilothouse.rehearsal.RehearsalCloud;
import io.pilothouse.rehearsal.lambdacloud.Capacity;
import io.pilothouse.rehearsal.lambdacloud.LambdaSetup;
import io.pilothouse.rehearsal.loopback.Arrival;
import io.pilothouse.rehearsal.loopback.RehearsalClock;
import io.pilothouse.rehearsal.loopback.Speed;
import io.pilothouse.sync.Command;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/// The whole program without its window under demand that never ends, judged by the server's own clock: reads are
/// always wanted, somebody clicks now and then, launches are always queued.
class ArrivalsBench {
    private static final Duration LONG =
            Duration.ofSeconds(Integer.getInteger("bench.seconds", 320));
    private static final Duration SLOT = Duration.ofSeconds(1);
    private static final Duration LAUNCH_SLOT = Duration.ofSeconds(12);

    @TempDir Path folder;

    @Test
    void noRequestArrivesEarly() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var loopback = threads.submit(() -> run("loopback", 0, 0, threads));
            var link = threads.submit(() -> run("slow link", 40, 5, threads));
            assertThat(loopback.get() && link.get()).isTrue();
            threads.shutdownNow();
        }
    }

    private boolean run(String name, int baseMs, int jitterMs, ExecutorService threads)
            throws Exception {
        var clock = RehearsalClock.system();
        var setup =
                LambdaSetup.demo(clock, Speed.demo())
                        .withKey("secret_bench")
                        .withCapacity(Capacity.plenty());
        try (var cloud = RehearsalCloud.start(threads, clock, setup);
                var link =
                        new SlowLink(
                                URI.create(cloud.accounts().getFirst().endpoint().orElseThrow()),
                                threads,
                                baseMs,
                                jitterMs,
                                7)) {
            var endpoint =
                    baseMs == 0 ? cloud.accounts().getFirst().endpoint().orElseThrow() : link.url();
            try (var program = new Windowless(home(name, endpoint))) {
                demand(program);
                assertThat(program.crashes()).isEmpty();
            }
            System.out.print(words(name, cloud));
            assertThat(early(cloud)).isEmpty();
            assertThat(cloud.arrivals().closerThan(LAUNCH_SLOT, Arrival::launch)).isZero();
            return true;
        }
    }

    private Path home(String name, String endpoint) throws IOException {
        var home = Files.createDirectories(folder.resolve(name.replace(' ', '-')));
        Files.writeString(
                home.resolve("accounts.json"),
                """
                {"version": 1, "accounts": [{"id": "bench", "name": "Bench", "provider": "lambda-cloud",
                  "endpoint": "%s", "class": "development", "colour": "violet",
                  "credentials": {"api-key": {"command": ["printf", "secret_bench"]}}}]}
                """
                        .formatted(endpoint));
        return home;
    }

    private static void demand(Windowless program) {
        var random = new Random(11);
        var connection = program.connection();
        var all =
                connection.cloud().types().stream()
                        .map(ResourceType::id)
                        .collect(Collectors.toSet());
        long end = System.nanoTime() + LONG.toNanos();
        int launches = 0;
        for (int turn = 0; System.nanoTime() < end; turn++) {
            if (turn % 6 == 0) {
                // a feed that is being read for a person already is not read twice
                connection.poller().refresh(all);
            } else if (random.nextInt(60) == 0) {
                connection.poller().refresh(Set.of("lambda.instance"));
            }
            long open =
                    program.commands().all().stream()
                            .filter(c -> c.state() != Command.State.ENDED)
                            .count();
            if (open < 5 && launch(program, launches)) {
                launches++;
            }
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    private static boolean launch(Windowless program, int number) {
        var connection = program.connection();
        var keys = connection.inventory().of("lambda.ssh-key");
        var type =
                connection.inventory().of("lambda.instance-type").stream()
                        .filter(t -> t.get(Facts.AVAILABLE_IN).isPresent())
                        .findFirst();
        if (keys.isEmpty() || type.isEmpty()) {
            return false;
        }
        var answers =
                Json.obj(
                        "name",
                        "bench-" + number,
                        "instance_type_name",
                        type.get().name(),
                        "region_name",
                        type.get().get(Facts.AVAILABLE_IN).orElseThrow().getFirst(),
                        "ssh_key_names",
                        keys.getFirst().name(),
                        "tag_command",
                        true);
        program.commands()
                .ask(
                        connection,
                        connection.cloud().action("lambda.instance.launch").orElseThrow(),
                        Optional.empty(),
                        List.of(),
                        Json.obj(),
                        answers,
                        "Launch bench-" + number);
        return true;
    }

    /// What came less than a slot after the one before it, each with when it came and how far behind that one.
    private static List<String> early(RehearsalCloud cloud) {
        var kept = cloud.arrivals().kept();
        var early = new ArrayList<String>();
        for (int i = 1; i < kept.size(); i++) {
            long gap = kept.get(i).nanos() - kept.get(i - 1).nanos();
            if (gap < SLOT.toNanos()) {
                early.add(
                        "%.1f s: %.4f s from %s to %s"
                                .formatted(
                                        (kept.get(i).nanos() - kept.getFirst().nanos()) / 1e9,
                                        gap / 1e9,
                                        kept.get(i - 1),
                                        kept.get(i)));
            }
        }
        return early;
    }

    private static String words(String name, RehearsalCloud cloud) {
        var arrivals = cloud.arrivals();
        var kept = arrivals.kept();
        double span = (kept.getLast().nanos() - kept.getFirst().nanos()) / 1e9;
        return """
        %s: %d arrivals in %.1f s, budget used %.1f %%, closer than 1.000 s: %d, smallest gap %.4f s;
          launches %d, closer than 12 s: %d, smallest gap %s; answered 429: %d
        """
                .formatted(
                        name,
                        kept.size(),
                        span,
                        100 * (kept.size() - 1) / span,
                        arrivals.closerThan(SLOT, _ -> true),
                        arrivals.smallestGap(_ -> true).orElseThrow().toNanos() / 1e9,
                        kept.stream().filter(Arrival::launch).count(),
                        arrivals.closerThan(LAUNCH_SLOT, Arrival::launch),
                        arrivals.smallestGap(Arrival::launch),
                        kept.stream().filter(a -> a.status() == 429).count());
    }
}
