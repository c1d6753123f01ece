package io.pilothouse.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.time.Instant;

class WorkbenchTest {
    @ParameterizedTest
    @CsvSource({
        "2026-11-21T10:00:07Z, PT8S",
        "2026-11-21T10:00:14.999Z, PT0.001S",
        "2026-11-21T10:00:15Z, PT15S"
    })
    void theNextMomentIsOneOfTheClock(Instant now, Duration left) {
        assertThat(Workbench.untilNext(Duration.ofSeconds(15), now)).isEqualTo(left);
    }
}
