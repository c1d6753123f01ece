package io.pilothouse.standing.cost;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.domain.Money;
import io.pilothouse.history.cost.Costs.Step;
import io.pilothouse.standing.cost.Spending.Seen;
import io.pilothouse.standing.cost.Spending.Span;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

class SpendingTest {
    private static final Instant AT = Instant.parse("2026-11-24T00:00:00Z");

    private static Instant hour(double n) {
        return AT.plus(Duration.ofMinutes(Math.round(n * 60)));
    }

    private static Step step(String account, double from, double until, long cents) {
        return new Step(account, hour(from), hour(until), cents, 1, 0);
    }

    private static Span span(double from, double until, long cents, Seen seen) {
        return new Span(hour(from), hour(until), new Money(cents), 0, seen);
    }

    private static Spending of(Set<String> accounts, double until, Step... steps) {
        return Spending.of(List.of(steps), accounts, AT, hour(until));
    }

    @Test
    void stepsOfTwoAccountsAddUp() {
        var both =
                of(
                        Set.of("a", "b"),
                        8,
                        step("a", 0, 4, 100),
                        step("b", 0, 8, 1000),
                        step("a", 4, 8, 200));
        assertThat(both.spans())
                .containsExactly(span(0, 4, 1100, Seen.ALL), span(4, 8, 1200, Seen.ALL));
        assertThat(both.sumFrom(AT).cents()).isEqualTo(4 * 1100 + 4 * 1200);
        assertThat(both.sumFrom(AT).atLeast()).isFalse();
    }

    @Test
    void aGapIsNeverFilled() {
        var torn = of(Set.of("a"), 8, step("a", 0, 2, 100), step("a", 6, 8, 100));
        assertThat(torn.spans())
                .containsExactly(
                        span(0, 2, 100, Seen.ALL),
                        span(2, 6, 0, Seen.NONE),
                        span(6, 8, 100, Seen.ALL));
        var sum = torn.sumFrom(AT);
        assertThat(sum.cents()).isEqualTo(400);
        assertThat(sum.atLeast()).isTrue();
        assertThat(sum.seen()).isEqualTo(Duration.ofHours(4));
        assertThat(sum.length()).isEqualTo(Duration.ofHours(8));
    }

    @Test
    void oneOfTwoAccountsIsAPart() {
        var half = of(Set.of("a", "b"), 4, step("a", 0, 4, 100), step("b", 1, 4, 50));
        assertThat(half.spans())
                .containsExactly(span(0, 1, 100, Seen.SOME), span(1, 4, 150, Seen.ALL));
        assertThat(half.sumFrom(hour(1)).atLeast()).isFalse();
        assertThat(half.sumFrom(AT).atLeast()).isTrue();
    }

    @Test
    void accountsThatAreNotShownAreNotCounted() {
        var one = of(Set.of("a"), 4, step("a", 0, 4, 100), step("b", 0, 4, 50));
        assertThat(one.spans()).containsExactly(span(0, 4, 100, Seen.ALL));
    }

    @Test
    void aSumFromTheMiddleOfASpanTakesItsPart() {
        var day = of(Set.of("a"), 24, step("a", -3, 24, 100));
        assertThat(day.sumFrom(hour(22.5)).cents()).isEqualTo(150);
        assertThat(day.from(hour(20)).spans()).containsExactly(span(20, 24, 100, Seen.ALL));
    }

    @Test
    void aMachineWithoutAPriceMakesTheSumALowerBound() {
        var unpriced = new Step("a", AT, hour(4), 100, 1, 2);
        assertThat(of(Set.of("a"), 4, unpriced).sumFrom(AT).atLeast()).isTrue();
    }

    @Test
    void nothingSeenIsOneGap() {
        assertThat(of(Set.of("a"), 4).spans()).containsExactly(span(0, 4, 0, Seen.NONE));
        assertThat(of(Set.of("a"), 4).sumFrom(AT).cents()).isZero();
    }

    /// A wall clock that was set back.
    @Test
    void stepsThatOverlapAreNotCountedTwice() {
        var twice = of(Set.of("a"), 4, step("a", 0, 3, 100), step("a", 2, 4, 100));
        assertThat(twice.sumFrom(AT).cents()).isLessThanOrEqualTo(400);
    }
}
