package io.pilothouse.ui.kit.rows;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Instant;

class AgeTest {
    @ParameterizedTest
    @CsvSource({
        "2026-11-21T10:00:40Z, 2026-11-21T10:01:39Z, 59 s",
        "2026-11-21T10:00:40Z, 2026-11-21T10:01:41Z, 1 min",
        "2026-11-21T10:00:40Z, 2026-11-21T10:02:59Z, 1 min",
        "2026-11-21T10:00:40Z, 2026-11-21T10:03:00Z, 2 min",
        "2026-11-21T10:00:20Z, 2026-11-21T10:03:00Z, 2 min",
        "2026-11-21T10:00:20Z, 2026-11-21T10:02:59Z, 1 min",
        "2026-11-21T10:00:20Z, 2026-11-21T10:00:00Z, 0 s"
    })
    void fromAMinuteOnItMovesWithTheClock(Instant since, Instant now, String words) {
        assertThat(new Age(since, false).words(now)).isEqualTo(words);
        assertThat(new Age(since, true).words(now)).isEqualTo("≥ " + words);
    }
}
