package io.pilothouse.ui.overview.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScaleTest {
    @ParameterizedTest
    @CsvSource({
        "0, 100, $0.25",
        "75, 100, $0.25",
        "100, 200, $0.50",
        "5332, 6000, $15",
        "8600, 10000, $25",
        "182000, 200000, $500",
        "970000, 2000000, '$5,000'"
    })
    void theTopIsARoundNumberAboveTheHighest(long highest, double top, String first) {
        assertThat(Scale.top(highest)).isEqualTo(top);
        assertThat(Scale.words(top / 4, top)).isEqualTo(first);
    }
}
