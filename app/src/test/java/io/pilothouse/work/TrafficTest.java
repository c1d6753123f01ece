package io.pilothouse.work;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Optional;

/// What a road shows of a service that holds it up.
class TrafficTest {
    private final Account account = new Account();

    private Traffic traffic() {
        return account.scheduler.traffic();
    }

    private void after(Duration span) {
        account.time.advance(span);
    }

    @Test
    void aThrottledRoadSaysUntilWhenFromTheFirst429ToTheNextGoodAnswer() {
        account.service.throttled = 1;
        account.service.retryAfter = Optional.of(Duration.ofSeconds(30));
        assertThat(traffic().held()).isEmpty();

        account.submit(Account.read("/a"), Urgency.VISIBLE);
        after(Duration.ofSeconds(10));
        assertThat(traffic().held().orElseThrow())
                .isBetween(Duration.ofSeconds(19), Duration.ofSeconds(21));

        account.service.throttled = 0;
        after(Duration.ofSeconds(25));
        assertThat(traffic().held()).isEmpty();
        assertThat(account.outcomes).hasSize(1);
    }

    @Test
    void aStalledRoadSaysForHowLongAndGoesOnWaiting() {
        account.service.slow = 1;
        account.service.slowest = 1_000_000;
        account.submit(Account.read("/a"), Urgency.VISIBLE);
        after(Duration.ofSeconds(20));

        assertThat(traffic().silent()).isEqualTo(Duration.ofSeconds(20));
        assertThat(account.outcomes).isEmpty();

        account.time.runUntilIdle();
        assertThat(traffic().silent()).isZero();
        assertThat(account.outcomes).hasSize(1);
    }
}
