package io.pilothouse.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.SplittableRandom;

final class BudgetTest {
    @Test
    void aBudgetIsReadAsItIsWritten() {
        assertThat(Budget.parse("1/1s")).contains(Budget.strict(1, Duration.ofSeconds(1)));
        assertThat(Budget.parse(" 300/1m ")).contains(Budget.strict(300, Duration.ofMinutes(1)));
        assertThat(Budget.parse("10/1s ~4")).contains(Budget.polite(10, Duration.ofSeconds(1), 4));
        assertThat(Budget.parse("5/250ms")).contains(Budget.strict(5, Duration.ofMillis(250)));
        assertThat(Budget.parse("1/2h")).contains(Budget.strict(1, Duration.ofHours(2)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1",
                "1/s",
                "0/1s",
                "1/0s",
                "-1/1s",
                "1/1d",
                "1/1s ~0",
                "1/1s~4",
                "1/1s 4",
                "9999999/1s",
                "٣/1s"
            })
    void anythingElseIsNoBudget(String text) {
        assertThat(Budget.parse(text)).isEmpty();
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        var random = new SplittableRandom(7);
        for (int i = 0; i < 2_000; i++) {
            var per = Duration.ofMillis(random.nextInt(1, 100_000));
            var count = random.nextInt(1, 1_000_000);
            var budget =
                    random.nextBoolean()
                            ? Budget.strict(count, per)
                            : Budget.polite(count, per, random.nextInt(1, 1_000));
            assertThat(Budget.parse(budget.toString())).as(budget.toString()).contains(budget);
        }
    }

    @Test
    void aSlotIsTheTimeBetweenTwo() {
        assertThat(Budget.strict(5, Duration.ofMinutes(1)).slot())
                .isEqualTo(Duration.ofSeconds(12));
    }

    @Test
    void aBudgetOfNothingIsNone() {
        assertThatThrownBy(() -> Budget.strict(0, Duration.ofSeconds(1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Budget.strict(1, Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Budget.polite(1, Duration.ofSeconds(1), 0))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
