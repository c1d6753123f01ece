package io.pilothouse.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pilothouse.cloud.Budget;
import io.pilothouse.cloud.CloudException;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

class BudgetsTest {
    private final Account account = new Account();

    @Test
    void aLaunchThatWaitsForItsBudgetDelaysNoRead() {
        account.submit(Account.launch(1), Urgency.PERSON);
        account.submit(Account.launch(2), Urgency.PERSON);
        IntStream.range(0, 3)
                .forEach(i -> account.submit(Account.read("/" + i), Urgency.BACKGROUND));

        account.time.runUntilIdle();

        assertThat(account.arrived()).containsExactly("/launch/1", "/0", "/1", "/2", "/launch/2");
        assertThat(account.arrivedAt().get(1)).isBetween(1.0, 1.1);
        assertThat(account.arrivedAt().get(4)).isBetween(12.0, 12.1);
    }

    @Test
    void aBudgetThatNobodyHasIsAFaultOfTheProgram() {
        assertThatThrownBy(() -> account.submit(Account.read("/").under("lunch"), Urgency.PERSON))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("lunch");
    }

    @Test
    void eightLaunchesTakeEightyFourSeconds() {
        var launches = Collections.nCopies(8, Set.of("launch"));

        assertThat(account.scheduler.estimate(launches)).isEqualTo(Duration.ofSeconds(84));
    }

    @Test
    void anEstimateCountsTheClicksAheadButNotThoseThatLetOthersPass() {
        IntStream.range(0, 3).forEach(i -> account.submit(Account.launch(i), Urgency.PERSON));
        account.time.runDue();

        assertThat(account.scheduler.estimate(Collections.nCopies(2, Set.of())))
                .isBetween(Duration.ofSeconds(2), Duration.ofMillis(2_010));
        assertThat(account.scheduler.estimate(List.of(Set.of("launch"))))
                .isBetween(Duration.ofSeconds(36), Duration.ofMillis(36_010));
        assertThat(account.scheduler.estimate(List.of())).isZero();
    }

    @Test
    void aPoliteBudgetLetsItsNumberGoAtOnceAndThenItsRate() {
        var polite = new Account(Map.of("all", Budget.polite(3, Duration.ofSeconds(1), 4)), 1);
        polite.service.perfect();
        IntStream.range(0, 7).forEach(i -> polite.submit(Account.read("/" + i), Urgency.VISIBLE));

        polite.time.runUntilIdle();

        assertThat(polite.arrivedAt()).containsExactly(0.0, 0.0, 0.0, 1.0, 1.0, 1.0, 2.0);
    }

    @Test
    void oneSlowCallHoldsUpNobodyUnderAPoliteBudget() {
        var polite = new Account(Map.of("all", Budget.polite(10, Duration.ofSeconds(1), 2)), 1);
        polite.service.perfect();
        polite.service.slow = 1;
        polite.service.slowest = 60_000;
        polite.submit(Account.read("/slow"), Urgency.PERSON);
        polite.time.runDue();
        polite.service.slow = 0;
        IntStream.range(0, 5).forEach(i -> polite.submit(Account.read("/" + i), Urgency.VISIBLE));

        polite.time.advance(Duration.ofMillis(20));

        assertThat(polite.outcomes).hasSize(5);
        assertThat(polite.scheduler.traffic().inFlight()).isEqualTo(1);
    }

    @Test
    void aLastSendIsHonouredAfterARestart() {
        account.submit(Account.read("/before"), Urgency.PERSON);
        account.time.runUntilIdle();
        account.scheduler.close();
        account.start();

        account.submit(Account.read("/after"), Urgency.PERSON);
        account.time.runUntilIdle();

        assertThat(account.arrivedAt().get(1)).isBetween(1.0, 2.1);
    }

    @Test
    void aTimeFromTheFutureHoldsNothingUpForLong() {
        account.sent.put("all", account.time.now().plus(Duration.ofDays(400)));
        account.start();

        account.submit(Account.read("/"), Urgency.PERSON);
        account.time.advance(Duration.ofSeconds(2));

        assertThat(account.arrived()).containsExactly("/");
    }

    @Test
    void a429HoldsTheRoadForAsLongAsItAsks() {
        assertThat(secondAfter(Optional.of(Duration.ofSeconds(30)))).isBetween(30.0, 30.1);
    }

    @Test
    void anAbsurdRetryAfterIsCutToFiveMinutes() {
        assertThat(secondAfter(Optional.of(Duration.ofDays(365)))).isBetween(300.0, 300.1);
    }

    @Test
    void a429WithoutOrWithANegativeRetryAfterIsFollowedByAShortWait() {
        assertThat(secondAfter(Optional.empty())).isBetween(1.0, 3.0);
        assertThat(secondAfter(Optional.of(Duration.ofSeconds(-5)))).isBetween(1.0, 3.0);
    }

    /// Seconds until a read that was throttled once comes again.
    private static double secondAfter(Optional<Duration> asked) {
        var account = new Account();
        var call = Account.read("/");
        account.service.refused = Map.of(call.request(), new CloudException.Throttled(asked));
        account.submit(call, Urgency.PERSON);
        account.time.runDue();
        account.time.advance(Duration.ofMillis(100));
        account.service.refused = Map.of();
        account.time.runUntilIdle();
        assertThat(account.outcomes).singleElement().isInstanceOf(Outcome.Value.class);
        return account.arrivedAt().get(1);
    }

    @Test
    void a429WidensTheSlotWhichGoodAnswersNarrowAgain() {
        var call = Account.write("/");
        account.service.refused =
                Map.of(call.request(), new CloudException.Throttled(Optional.empty()));
        account.submit(call, Urgency.PERSON);
        account.time.advance(Duration.ofSeconds(1));

        var all = account.scheduler.traffic().budgets().getFirst();
        assertThat(account.scheduler.traffic().throttled()).isEqualTo(1);
        assertThat(all.name()).isEqualTo("all");
        assertThat(all.widened()).isEqualTo(Duration.ofMillis(1_300));

        account.keepReading("/feed", Urgency.VISIBLE);
        account.time.advance(Duration.ofMinutes(10));
        assertThat(account.scheduler.traffic().budgets().getFirst().widened())
                .isEqualTo(Duration.ofSeconds(1));
        account.time.advance(Duration.ofMinutes(50));
        assertThat(account.scheduler.traffic().throttled()).isZero();
    }
}
