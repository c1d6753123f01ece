package io.pilothouse.work.pace;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.cloud.Budget;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;

/// Each rule by itself; times in milliseconds.
class StrictPacerTest {
    private final StrictPacer pacer = new StrictPacer(Budget.strict(1, Duration.ofSeconds(1)));

    private static long ms(long millis) {
        return Duration.ofMillis(millis).toNanos();
    }

    private long earliest() {
        return pacer.earliest() == Pacer.UNKNOWN ? -1 : pacer.earliest() / ms(1);
    }

    private Passage enter(long at) {
        var passage = new Passage(List.of(), ms(at));
        pacer.enter(passage);
        return passage;
    }

    private void exchange(long at, long roundTrip) {
        var passage = enter(at);
        passage.written(true, ms(at));
        pacer.answered(passage, ms(at + roundTrip));
        pacer.ended(passage, ms(at + roundTrip));
    }

    @Test
    void theSlotCountsFromTheAnswerWhileLittleIsKnown() {
        for (int i = 0; i < 4; i++) {
            exchange(2_000L * i, 80);
            assertThat(earliest()).isEqualTo(2_000L * i + 1_080);
        }
    }

    @Test
    void withSamplesPartOfTheRoundTripIsTakenOff() {
        for (int i = 0; i < 300; i++) {
            exchange(2_000L * i, 80);
        }
        assertThat(earliest() - 2_000L * 299).isBetween(1_080L - 72, 1_080L - 70);
    }

    @Test
    void aQuickerAnswerTakesOffNoMoreThanItTook() {
        for (int i = 0; i < 100; i++) {
            exchange(2_000L * i, 500);
        }
        exchange(300_000, 10);
        assertThat(earliest()).isBetween(301_000L, 301_010L);
    }

    @Test
    void nothingLeavesBehindAnUnansweredRequestOnANewConnection() {
        var fresh = enter(0);
        assertThat(earliest()).isEqualTo(-1);
        fresh.written(false, ms(200));
        assertThat(earliest()).isEqualTo(-1);
        pacer.answered(fresh, ms(900));
        assertThat(earliest()).isEqualTo(1_900);
    }

    @Test
    void behindASlowAnswerOneMoreLeavesAfterSlotAndGuard() {
        var slow = enter(0);
        slow.written(true, 0);
        assertThat(earliest()).isEqualTo(1_300);
        var second = enter(1_300);
        second.written(true, ms(1_300));
        assertThat(earliest()).as("two are enough").isEqualTo(-1);
        pacer.answered(slow, ms(2_000));
        assertThat(earliest()).isEqualTo(2_600);
    }

    @Test
    void aSlowAnswerBehindWhichNothingLeftCountsFromItself() {
        exchange(0, 5_000);
        assertThat(earliest()).isEqualTo(6_000);
    }

    @Test
    void aRequestThatWasGivenUpCountsFromItsEnd() {
        var lost = enter(0);
        lost.written(true, 0);
        pacer.ended(lost, ms(30_000));
        assertThat(earliest()).isEqualTo(31_000);
    }

    @Test
    void a429DoublesTheGuardUpToABound() {
        pacer.throttled(0);
        assertThat(pacer.widened()).isEqualTo(ms(1_300));
        pacer.throttled(0);
        assertThat(pacer.widened()).isEqualTo(ms(1_900));
        for (int i = 0; i < 9; i++) {
            pacer.throttled(0);
        }
        assertThat(pacer.widened()).isEqualTo(ms(5_000));
    }

    @Test
    void whatWasGivenBackLeavesNoTrace() {
        pacer.giveBack(enter(0));
        assertThat(pacer.earliest()).isEqualTo(Long.MIN_VALUE);
    }
}
