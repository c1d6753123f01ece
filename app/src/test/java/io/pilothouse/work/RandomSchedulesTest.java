package io.pilothouse.work;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.cloud.CloudException;
import io.pilothouse.testkit.Property;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/// Random orders, withdrawals and failures: what must hold whatever happens.
class RandomSchedulesTest {
    private static final List<Urgency> URGENCIES = List.of(Urgency.values());
    private static final long SLOT = Duration.ofSeconds(1).toNanos();

    /// One try: what was asked, withdrawn and told, by path.
    private static final class Run {
        final Account account;
        final SplittableRandom random;
        final Map<String, List<Outcome<?>>> told = new HashMap<>();
        final List<Ticket> tickets = new ArrayList<>();
        final List<String> paths = new ArrayList<>();
        final Set<String> withdrawn = new HashSet<>();

        Run(SplittableRandom random) {
            this.random = random;
            account = new Account(Account.LAMBDA, random.nextLong());
            account.service.slow = 0.1 * random.nextInt(3);
            account.service.unreachable = 0.1 * random.nextInt(3);
            account.service.lost = 0.05 * random.nextInt(3);
            account.service.failing = 0.1 * random.nextInt(3);
            account.service.throttled = 0.05 * random.nextInt(3);
        }

        void step(int number) {
            switch (random.nextInt(6)) {
                case 0 -> account.time.advance(Duration.ofMillis(random.nextInt(20_000)));
                case 1 -> withdrawOne();
                default -> order(number);
            }
        }

        private void withdrawOne() {
            if (!tickets.isEmpty()) {
                int which = random.nextInt(tickets.size());
                if (tickets.get(which).withdraw()) {
                    withdrawn.add(paths.get(which));
                }
            }
        }

        private void order(int number) {
            var kind = random.nextInt(3);
            var path = List.of("/read/", "/write/", "/launch/").get(kind) + number;
            var call =
                    kind == 0
                            ? Account.read(path)
                            : kind == 1 ? Account.write(path) : Account.launch(number);
            told.put(path, new ArrayList<>());
            paths.add(path);
            boolean opens = random.nextInt(10) > 0;
            tickets.add(
                    account.scheduler.submit(
                            new Order<>(
                                    call,
                                    URGENCIES.get(random.nextInt(4)),
                                    "t",
                                    () -> opens,
                                    told.get(path)::add)));
        }
    }

    @Test
    void everyOrderEndsOnceNothingIsEarlyAndNoWriteGoesTwice() {
        Property.holds(
                300,
                60,
                (random, size) -> {
                    var run = new Run(random);
                    for (int i = 0; i < size; i++) {
                        run.step(i);
                    }
                    if (random.nextInt(4) == 0) {
                        run.account.scheduler.close();
                    }
                    run.account.time.runUntilIdle();
                    check(run);
                });
    }

    private static void check(Run run) {
        var service = run.account.service;
        var sends = service.sends.stream().map(r -> r.template()).toList();
        run.told.forEach((path, outcomes) -> assertThat(outcomes).as(path).hasSize(1));
        assertThat(sends).filteredOn(p -> !p.startsWith("/read/")).doesNotHaveDuplicates();
        assertThat(sends).noneMatch(run.withdrawn::contains);
        for (var path : run.paths) {
            var outcome = run.told.get(path).getFirst();
            int times = (int) sends.stream().filter(path::equals).count();
            switch (outcome) {
                case Outcome.Withdrawn<?> _ -> assertThat(times).as(path).isZero();
                case Outcome.Value<?> _ -> assertThat(times).as(path).isBetween(1, 3);
                case Outcome.Failed<?>(CloudException _) ->
                        assertThat(times).as(path).isBetween(1, 3);
            }
        }
        assertThat(service.gaps(_ -> true)).allMatch(gap -> gap >= SLOT);
        assertThat(service.gaps(r -> r.template().startsWith("/launch/")))
                .allMatch(gap -> gap >= 12 * SLOT);
        assertThat(run.account.scheduler.traffic().inFlight()).isZero();
        assertThat(run.account.scheduler.traffic().waiting()).isZero();
    }

    @Test
    void whoCameFirstInAClassGoesFirst() {
        Property.holds(
                200,
                40,
                (random, size) -> {
                    var account = new Account(Account.LAMBDA, random.nextLong());
                    var urgencies = new HashMap<String, Urgency>();
                    for (int i = 0; i < size; i++) {
                        var urgency = URGENCIES.get(random.nextInt(4));
                        var path = "/%03d".formatted(i);
                        urgencies.put(path, urgency);
                        account.submit(Account.write(path), urgency);
                        account.time.advance(Duration.ofMillis(random.nextInt(2_000)));
                    }
                    account.time.runUntilIdle();
                    for (var urgency : Urgency.values()) {
                        assertThat(account.arrived())
                                .filteredOn(path -> urgencies.get(path) == urgency)
                                .isSorted();
                    }
                });
    }

    @Test
    void theSameSeedGivesTheSameRunToTheNanosecond() {
        assertThat(arrivals(42)).isEqualTo(arrivals(42)).isNotEqualTo(arrivals(43));
    }

    private static List<Long> arrivals(long seed) {
        var run = new Run(new SplittableRandom(seed));
        for (int i = 0; i < 60; i++) {
            run.step(i);
        }
        run.account.time.runUntilIdle();
        return run.account.service.arrivals.stream().map(SimulatedService.Arrival::at).toList();
    }
}
