package io.pilothouse.standing.cost;

import static io.pilothouse.testkit.Fleet.NOW;
import static io.pilothouse.testkit.Fleet.machine;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.history.History;
import io.pilothouse.history.cost.Costs.Step;
import io.pilothouse.testkit.Fleet;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

class CostKeeperTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @TempDir private Path folder;
    private Fleet fleet;
    private CostKeeper keeper;

    @BeforeEach
    void open() {
        start(NOW);
    }

    private void start(Instant when) {
        fleet = new Fleet(folder, when);
        keeper = new CostKeeper(fleet.connections, fleet.store, fleet.history.costs(), fleet.time);
        fleet.has("team", "machine", machine("web-1", "active", 75)).open("team", "Team GPU");
        fleet.pass(MINUTE);
    }

    @AfterEach
    void close() {
        keeper.close();
        fleet.close();
    }

    private List<Step> steps() {
        return keeper.since(NOW.minus(Duration.ofDays(1)));
    }

    private List<Long> cents() {
        return steps().stream().map(Step::cents).toList();
    }

    @Test
    void whileNothingChangesThereIsOneStepUpToNow() {
        fleet.pass(Duration.ofHours(2));
        assertThat(cents()).containsExactly(75L);
        assertThat(steps().getFirst().until()).isEqualTo(fleet.time.now());
        assertThat(steps().getFirst().from()).isBefore(NOW.plusSeconds(2));
    }

    @Test
    void whenAPersonHasClearedWhatWasKeptAStepBeginsAnew() {
        fleet.pass(Duration.ofHours(1));
        fleet.history.clear(History.Part.COSTS);
        var cleared = fleet.time.now();
        fleet.pass(Duration.ofHours(1));

        assertThat(cents()).containsExactly(75L);
        assertThat(steps().getFirst().from())
                .isBetween(cleared, cleared.plus(MINUTE.multipliedBy(2)));
        assertThat(steps().getFirst().until()).isEqualTo(fleet.time.now());
    }

    @Test
    void anotherSumIsAnotherStepAndTheyMeet() {
        fleet.has("team", "machine", machine("web-1", "active", 75), machine("w", "booting", 249));
        fleet.read();
        assertThat(cents()).containsExactly(75L, 324L);
        assertThat(steps().getFirst().until()).isEqualTo(steps().getLast().from());
    }

    @Test
    void whatIsGoneCostsNothingAndWhatHasNoPriceIsCounted() {
        fleet.has(
                "team",
                "machine",
                machine("web-1", "terminated", 75),
                machine("w", "active", 249),
                machine("own", "active"));
        fleet.read();
        assertThat(steps().getLast())
                .extracting(Step::cents, Step::priced, Step::unpriced)
                .containsExactly(249L, 1, 1);
    }

    @Test
    void anAccountThatCanNotBeReadLeavesAGap() {
        fleet.fails("team", Fleet.unreachable()).pass(Duration.ofMinutes(20));
        var during = steps();
        assertThat(during).hasSize(1);
        assertThat(during.getFirst().until()).isBefore(NOW.plus(Duration.ofMinutes(3)));
        fleet.recovers("team").pass(Duration.ofMinutes(5));
        assertThat(cents()).containsExactly(75L, 75L);
        assertThat(Duration.between(steps().getFirst().until(), steps().getLast().from()))
                .isGreaterThan(Duration.ofMinutes(15));
    }

    @Test
    void aNewRunBeginsANewStep() {
        fleet.pass(Duration.ofMinutes(10));
        close();
        var ended = fleet.time.now();
        start(ended.plus(Duration.ofMinutes(3)));
        assertThat(cents()).containsExactly(75L, 75L);
        assertThat(steps().getFirst().until()).isBetween(ended.minus(MINUTE), ended);
        assertThat(steps().getLast().from()).isAfter(ended.plus(Duration.ofMinutes(3)));
    }

    @Test
    void theDiskIsSpared() {
        fleet.pass(Duration.ofMinutes(10));
        // what a crash would leave is a minute old at most
        var kept = fleet.history.costs().since(NOW.minus(MINUTE)).getFirst();
        assertThat(Duration.between(kept.until(), fleet.time.now()))
                .isLessThan(Duration.ofMinutes(2));
        assertThat(fleet.history.costs().since(NOW.minus(MINUTE))).hasSize(1);
    }

    @Test
    void aClosedAccountEndsItsStep() {
        fleet.connections.close("team");
        fleet.pass(Duration.ofMinutes(4));
        assertThat(steps().getFirst().until()).isBefore(NOW.plus(Duration.ofMinutes(2)));
    }

    @Test
    void whoObservesIsToldOfStepsOnly() {
        var told = new int[1];
        try (var _ = keeper.observe(() -> told[0]++)) {
            fleet.pass(Duration.ofMinutes(10));
            assertThat(told[0]).isZero();
            fleet.has("team", "machine").read();
            assertThat(told[0]).isOne();
        }
    }

    @Test
    void theRateOfNowSaysWhatItLeavesOut() {
        fleet.has("lab", "machine", machine("vm", "active")).open("lab", "Lab").pass(MINUTE);
        var rate = Rate.of(fleet.connections.all(), fleet.store);
        assertThat(rate.sum().centsAnHour()).isEqualTo(75);
        assertThat(rate.isAtLeast()).isTrue();
        var team = Rate.of(List.of(fleet.connections.of("team").orElseThrow()), fleet.store);
        assertThat(team.isAtLeast()).isFalse();
        fleet.fails("team", Fleet.unreachable()).read();
        var old = Rate.of(List.of(fleet.connections.of("team").orElseThrow()), fleet.store);
        assertThat(old.sum().centsAnHour()).isEqualTo(75);
        assertThat(old.isAtLeast()).isTrue();
    }
}
