package io.pilothouse.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.cloud.ApiCall;
import io.pilothouse.cloud.Request;
import io.pilothouse.domain.Json;
import io.pilothouse.rehearsal.loopback.Arrival;
import io.pilothouse.rehearsal.loopback.Arrivals.Limits;
import io.pilothouse.sync.Command;
import io.pilothouse.sync.Command.ItemState;
import io.pilothouse.work.Order;
import io.pilothouse.work.Outcome;
import io.pilothouse.work.Urgency;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/// Pacing by the clock of whom it is kept for: the road, the transport and real sockets, judged where requests arrive.
/// Limits are a fifth of Lambda Cloud's, so that a few seconds hold as many slots as a minute. `-Dpacing.seconds=` makes
/// it longer, `-Dpacing.slot=` sets the slot in milliseconds.
@Timeout(600)
class PacingOverSocketsTest {
    private static final Duration SLOT = Duration.ofMillis(Integer.getInteger("pacing.slot", 200));
    private static final Limits FIFTH = new Limits(SLOT, SLOT.multipliedBy(12));
    private static final Duration LONG =
            Duration.ofSeconds(Integer.getInteger("pacing.seconds", 10));

    @TempDir Path home;

    private RunningRehearsal program(Limits limits) throws Exception {
        var program =
                new RunningRehearsal(
                        home,
                        RunningRehearsal.lambda(setup -> setup.withLimits(limits)),
                        RunningRehearsal.SHORT);
        program.start();
        program.awaitRows("lambda.instance", "lambda.instance-type", "lambda.ssh-key");
        return program;
    }

    @Test
    void aSaturatedRoadWastesNoSlotAndIsNeverEarly() throws Exception {
        try (var program = program(FIFTH)) {
            var on = new AtomicBoolean(true);
            var failed = new AtomicInteger();
            for (int reader = 0; reader < 3; reader++) {
                readOn(program, reader, on, failed);
            }
            var launches = new ArrayList<Command>();
            for (int i = 0; i < LONG.dividedBy(FIFTH.launch()); i++) {
                launches.add(launch(program, "paced-" + i));
            }
            long begin = System.nanoTime();
            program.await(
                    "the launches have gone out",
                    LONG.multipliedBy(2),
                    () ->
                            launches.stream()
                                    .noneMatch(l -> program.item(l).state() == ItemState.WAITING));
            program.await(
                    "the time is up",
                    LONG.multipliedBy(2),
                    () -> System.nanoTime() - begin > LONG.toNanos());
            long end = System.nanoTime();
            on.set(false);

            var arrivals = program.cloud().arrivals();
            var within =
                    arrivals.kept().stream()
                            .filter(a -> a.nanos() >= begin && a.nanos() <= end)
                            .toList();
            double used = within.size() * (double) SLOT.toNanos() / (end - begin);
            System.out.printf(
                    "%d arrivals in %.1f s, %.1f %% of the slots used, smallest gap %.1f ms of %d,"
                            + " between launches %.1f ms of %d%n",
                    within.size(),
                    (end - begin) / 1e9,
                    100 * used,
                    arrivals.smallestGap(_ -> true).orElseThrow().toNanos() / 1e6,
                    SLOT.toMillis(),
                    arrivals.smallestGap(Arrival::launch).orElseThrow().toNanos() / 1e6,
                    FIFTH.launch().toMillis());
            program.assertNoneEarly(FIFTH);
            assertThat(within.stream().filter(Arrival::launch)).hasSizeGreaterThan(2);
            assertThat(used).isGreaterThanOrEqualTo(0.9);
            assertThat(failed).hasValue(0);
        }
    }

    @Test
    void whatChangesSomethingNeverMeetsAConnectionThatTheServiceHasClosed() throws Exception {
        var slot = Duration.ofMillis(50);
        var idle = new Limits(slot, slot.multipliedBy(6));
        try (var program = program(idle)) {
            // about as long as a connection is idle here: many are closed just when they are wanted
            program.cloud().closeIdleAfter(slot);
            var launches = new ArrayList<Command>();
            for (int i = 0; i < 6; i++) {
                launches.add(launch(program, "idle-" + i));
            }
            for (var launch : launches) {
                program.awaitState(launch, ItemState.DONE);
                assertThat(program.item(launch).why()).isEmpty();
            }
            assertThat(program.backstage().requests().newest(1000))
                    .filteredOn(e -> !e.method().equals("GET"))
                    .hasSize(launches.size())
                    .allMatch(e -> e.problem().isEmpty());
            assertThat(program.connection().health().why()).isEmpty();
        }
    }

    /// Reads one thing again and again; each reader another, as equal reads would share an answer.
    private static void readOn(
            RunningRehearsal program, int reader, AtomicBoolean on, AtomicInteger failed) {
        var path = List.of("/api/v1/images", "/api/v1/file-systems", "/api/v1/firewall-rules");
        program.connection()
                .requests()
                .submit(
                        Order.of(
                                ApiCall.read(Request.get(path.get(reader))),
                                Urgency.BACKGROUND,
                                "test",
                                outcome -> {
                                    if (on.get()) {
                                        if (!(outcome instanceof Outcome.Value<Json>)) {
                                            failed.incrementAndGet();
                                        }
                                        readOn(program, reader, on, failed);
                                    }
                                }));
    }

    private static Command launch(RunningRehearsal program, String name) {
        return program.ask(
                "lambda.instance.launch", List.of(), LambdaWeatherTest.launch(program, name));
    }
}
