package io.pilothouse.work.pace;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.testkit.Property;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Optional;

class BackoffTest {
    @Test
    void aWaitIsDrawnFromASpanThatDoublesUpToAMinute() {
        Property.holds(
                200,
                60,
                (random, failures) -> {
                    var wait = new Backoff(random.nextLong()).after(failures);
                    long span = Math.min(60, 1L << Math.min(failures - 1, 6));
                    assertThat(wait).isBetween(Duration.ZERO, Duration.ofSeconds(span));
                });
    }

    @Test
    void theJitterIsFull() {
        var backoff = new Backoff(1);
        long early = 0;
        for (int i = 0; i < 1_000; i++) {
            early += backoff.after(4).compareTo(Duration.ofSeconds(4)) < 0 ? 1 : 0;
        }
        assertThat(early).isBetween(430L, 570L);
    }

    @Test
    void whatAServiceAsksForIsObeyedWithinReason() {
        var backoff = new Backoff(1);

        assertThat(backoff.after(Optional.of(Duration.ofSeconds(17)), 1))
                .isEqualTo(Duration.ofSeconds(17));
        assertThat(backoff.after(Optional.of(Duration.ZERO), 1)).isZero();
        assertThat(backoff.after(Optional.of(Duration.ofSeconds(Long.MAX_VALUE)), 1))
                .isEqualTo(Backoff.LONGEST_ASKED);
        assertThat(backoff.after(Optional.of(Duration.ofSeconds(-1)), 1))
                .isLessThanOrEqualTo(Duration.ofSeconds(1));
    }
}
