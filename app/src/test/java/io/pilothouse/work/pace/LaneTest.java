package io.pilothouse.work.pace;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.cloud.Budget;

import org.junit.jupiter.api.Test;

import java.time.Duration;

final class LaneTest {
    @Test
    void whatWasNeverTakenFromMayBeTakenFromAtOnce() {
        assertThat(new Lane("launch", Budget.strict(1, Duration.ofSeconds(12))).next(5_000))
                .isZero();
        assertThat(new Lane("all", Budget.polite(10, Duration.ofSeconds(1), 4)).next(5_000))
                .isZero();
    }

    @Test
    void whatIsHeldIsToldAsTheTimeLeft() {
        var lane = new Lane("all", Budget.strict(1, Duration.ofSeconds(1)));
        lane.pacer().hold(7_000);
        assertThat(lane.next(5_000)).isEqualTo(2_000);
        assertThat(lane.next(8_000)).isZero();
    }
}
