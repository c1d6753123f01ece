package io.pilothouse.cloud.form;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Locale;

final class NameRangeTest {
    @Test
    void aNameWithoutARangeIsItself() {
        assertThat(NameRange.names("web")).containsExactly("web");
        assertThat(NameRange.names("")).containsExactly("");
        assertThat(NameRange.isRange("web-{1}")).isFalse();
    }

    @Test
    void aRangeCountsUpAndKeepsTheWidthOfAZero() {
        assertThat(NameRange.names("web-{1..3}")).containsExactly("web-1", "web-2", "web-3");
        assertThat(NameRange.names("n{08..11}.gpu"))
                .containsExactly("n08.gpu", "n09.gpu", "n10.gpu", "n11.gpu");
        assertThat(NameRange.names("{0..1}")).containsExactly("0", "1");
        assertThat(NameRange.names("a$1\\{5..5}")).containsExactly("a$1\\5");
    }

    @Test
    void aRangeHas64NamesAtMost() {
        assertThat(NameRange.names("x{1..64}")).hasSize(64);
        assertThat(NameRange.names("x{1..65}")).isEmpty();
        assertThat(NameRange.names("x{1..999999999}")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x{3..1}", "x{1..0}"})
    void aRangeThatCountsDownHasNoNames(String text) {
        assertThat(NameRange.names(text)).isEmpty();
        assertThat(NameRange.isRange(text)).isTrue();
    }

    @Test
    void onlyTheFirstRangeCounts() {
        assertThat(NameRange.names("a{1..2}b{1..2}")).containsExactly("a1b{1..2}", "a2b{1..2}");
    }

    @Test
    void digitsAreTheSameInEveryCountry() {
        var before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(NameRange.names("web-{1..2}")).containsExactly("web-1", "web-2");
        } finally {
            Locale.setDefault(before);
        }
    }
}
