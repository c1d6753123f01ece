package io.pilothouse.ui.kit.rows;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.ui.theme.Css;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

class ExpiryTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void anEndThatIsFarIsOnlySaid() {
        assertThat(Expiry.of(NOW.plus(Duration.ofDays(15)), NOW))
                .isEqualTo(new Expiry("in 15 d", Optional.empty()));
    }

    @Test
    void oneThatIsNearWarns() {
        assertThat(Expiry.of(NOW.plus(Duration.ofDays(13)), NOW))
                .isEqualTo(new Expiry("in 13 d", Optional.of(Css.WARN)));
    }

    @Test
    void oneThatIsOverIsBad() {
        assertThat(Expiry.of(NOW, NOW).style()).contains(Css.BAD);
        assertThat(Expiry.of(NOW.minus(Duration.ofDays(2)), NOW))
                .isEqualTo(new Expiry("expired 2 d ago", Optional.of(Css.BAD)));
    }
}
