package io.pilothouse.rehearsal.loopback;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.rehearsal.loopback.Arrivals.Limits;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Map;

final class ArrivalsTest {
    private static final String LAUNCH = "/api/v1/instance-operations/launch";
    private final Arrivals arrivals = new Arrivals(Limits.strict());

    @Test
    void theFirstArrivalIsAccepted() {
        assertThat(read(0).refused()).isFalse();
    }

    @Test
    void anArrivalAMillisecondTooEarlyIsRefusedAndTold() {
        read(0);
        assertThat(read(999).early()).contains(Duration.ofMillis(1));
    }

    @Test
    void anArrivalAfterExactlyOneSlotIsAccepted() {
        read(0);
        assertThat(read(1_000).refused()).isFalse();
    }

    @Test
    void aRefusedArrivalDoesNotMoveTheSlot() {
        read(0);
        read(900);
        assertThat(read(1_000).refused()).isFalse();
    }

    @Test
    void aStampFromBeforeTheLastAcceptedOneIsEarly() {
        read(5_000);
        assertThat(read(4_999).refused()).isTrue();
    }

    @Test
    void aLaunchWaitsTwelveSecondsForTheLastLaunch() {
        launch(0);
        assertThat(launch(11_999).early()).contains(Duration.ofMillis(1));
        assertThat(launch(12_000).refused()).isFalse();
    }

    @Test
    void aLaunchAlsoWaitsForAnyOtherRequest() {
        read(0);
        assertThat(launch(500).early()).contains(Duration.ofMillis(500));
    }

    @Test
    void aReadMayFollowALaunchAfterOneSecond() {
        launch(0);
        assertThat(read(1_000).refused()).isFalse();
    }

    @Test
    void aLaunchRefusedForLaunchesUsesUpNoOtherSlot() {
        launch(0);
        launch(5_000);
        assertThat(read(5_001).refused()).isFalse();
    }

    @Test
    void limitsCountAcrossTheOverflowOfTheClock() {
        arrivals.judge(Long.MAX_VALUE - 10, "GET", "/", false);
        assertThat(arrivals.judge(Long.MIN_VALUE + 10, "GET", "/", false).refused()).isTrue();
    }

    @Test
    void withoutLimitsNothingIsEarly() {
        var free = new Arrivals(Limits.none());
        free.judge(0, "POST", LAUNCH, true);
        assertThat(free.judge(0, "POST", LAUNCH, true).refused()).isFalse();
    }

    @Test
    void everyArrivalIsRememberedWithItsAnswer() {
        arrivals.answered(read(0), 200);
        arrivals.answered(read(10), 429);
        assertThat(arrivals.kept()).extracting(Arrival::status).containsExactly(200, 429);
        assertThat(arrivals.total()).isEqualTo(2);
    }

    @Test
    void gapsAreMeasuredBetweenNeighboursInTheOrderOfTheirStamps() {
        read(3_000);
        read(0);
        read(2_500);
        assertThat(arrivals.smallestGap(_ -> true)).contains(Duration.ofMillis(500));
        assertThat(arrivals.closerThan(Duration.ofSeconds(1), _ -> true)).isEqualTo(1);
        assertThat(arrivals.smallestGap(Arrival::launch)).isEmpty();
    }

    @Test
    void deliveriesOfChangingRequestsAreCountedEvenWhenRefused() {
        launch(0);
        launch(1);
        read(2);
        assertThat(arrivals.deliveries()).containsOnly(Map.entry("POST " + LAUNCH, 2L));
    }

    @Test
    void onlyTheNewestAreKept() {
        var small = new Arrivals(Limits.none(), 3);
        var first = small.judge(0, "GET", "/0", false);
        for (int i = 1; i < 5; i++) {
            small.judge(i, "GET", "/" + i, false);
        }
        small.answered(first, 500);
        assertThat(small.kept()).extracting(Arrival::path).containsExactly("/2", "/3", "/4");
        assertThat(small.kept()).extracting(Arrival::status).containsOnly(0);
        assertThat(small.total()).isEqualTo(5);
    }

    private Arrivals.Verdict read(long millis) {
        return arrivals.judge(millis * 1_000_000, "GET", "/api/v1/instances", false);
    }

    private Arrivals.Verdict launch(long millis) {
        return arrivals.judge(millis * 1_000_000, "POST", LAUNCH, true);
    }
}
