package io.pilothouse.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.domain.Bytes;
import io.pilothouse.domain.Link;
import io.pilothouse.domain.Money;
import io.pilothouse.domain.Secret;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

class FormatsTest {
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "400,0.4 s",
        "12000,12 s",
        "9500,9.5 s",
        "119000,119 s",
        "180000,3 min",
        "7200000,2 h",
        "273600000,3 d 4 h",
        "1814400000,21 d"
    })
    void aDurationHasAtMostTwoUnits(long ms, String words) {
        assertThat(Formats.duration(Duration.ofMillis(ms))).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({
        "0,0 s,1 s",
        "9,9 s,9 s",
        "43,43 s,45 s",
        "72,1 min 12 s,70 s",
        "100,1 min 40 s,2 min",
        "3599,59 min 59 s,60 min",
        "3900,1 h 5 min,65 min",
        "9000,2 h 30 min,3 h"
    })
    void whatGoesOnIsCountedAndWhatIsUsualIsRound(long s, String elapsed, String roughly) {
        assertThat(Formats.elapsed(Duration.ofSeconds(s))).isEqualTo(elapsed);
        assertThat(Formats.roughly(Duration.ofSeconds(s))).isEqualTo(roughly);
    }

    @ParameterizedTest
    @CsvSource({
        "12,12 s,5 s",
        "59,59 s,30 s",
        "60,1 min,1 min",
        "78,1 min,1 min",
        "119,1 min,1 min",
        "120,2 min,2 min",
        "9000,2 h,2 h"
    })
    void whatTheClockMovesIsSaidInMinutesFromTheFirstOn(long s, String span, String seldom) {
        var time = Duration.ofSeconds(s);
        assertThat(Formats.span(time)).isEqualTo(span);
        assertThat(Formats.seldom(time)).isEqualTo(seldom);
        assertThat(Formats.fact(NOW.minus(time), NOW)).isEqualTo(span);
        assertThat(Formats.fact(NOW.plus(time), NOW)).isEqualTo("in " + span);
        assertThat(Formats.age(time)).isEqualTo(seldom + " ago");
    }

    @Test
    void whatIsToComeIsNoAge() {
        assertThat(Formats.fact(NOW.plusSeconds(86_400 * 3), NOW)).isEqualTo("in 3 d");
        assertThat(Formats.fact(NOW.minusSeconds(12), NOW)).isEqualTo("12 s");
        assertThat(Formats.fact(new BigDecimal("1234.56789"), NOW)).isEqualTo("1,234.568");
    }

    @ParameterizedTest
    @CsvSource({
        "0,just now",
        "4,just now",
        "5,5 s ago",
        "14,5 s ago",
        "15,15 s ago",
        "59,30 s ago",
        "60,1 min ago",
        "119,1 min ago",
        "240,4 min ago"
    })
    void anAgeStepsSeldom(long s, String words) {
        assertThat(Formats.age(Duration.ofSeconds(s))).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({
        "0,0 B",
        "1536,1.5 KiB",
        "1073741824,1 GiB",
        "2309237645312,2.1 TiB",
        "549755813888,512 GiB"
    })
    void aSizeHasThreeDigitsAtMost(long count, String words) {
        assertThat(Formats.bytes(new Bytes(count))).isEqualTo(words);
    }

    @Test
    void moneyHasTwoDecimalsInEveryLocale() {
        var before = Locale.getDefault();
        try {
            for (var tag : List.of("tr-TR", "ar-EG", "de-DE")) {
                Locale.setDefault(Locale.forLanguageTag(tag));
                assertThat(Formats.dollars(new Money(181_792))).isEqualTo("$1,817.92");
                assertThat(Formats.hourly(new Money(75))).isEqualTo("0.75");
                assertThat(Words.of("status.queued", 1200)).isEqualTo("1,200 queued");
            }
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void aSecretIsNeverAFactsWords() {
        assertThat(Formats.fact(Secret.of("hunter2"), NOW)).isEqualTo(Secret.MASK);
        assertThat(Formats.fact(NOW.minusMillis(2400), NOW)).isEqualTo("2 s");
    }

    @Test
    void linksAreNamedByTheirKeys() {
        assertThat(Formats.fact(List.of(new Link("a", "one"), new Link("a", "two")), NOW))
                .isEqualTo("one, two");
    }

    @Test
    void anEmptyListIsSaidAndNotLeftBlank() {
        assertThat(Formats.fact(List.of(), NOW)).isEqualTo("none");
    }

    @Test
    void hostileTextIsShownAndNotObeyed() {
        assertThat(Formats.oneLine("a\u202Eb\nc\u001B[31m")).isEqualTo("a□b□c□[31m");
        assertThat(Formats.oneLine("x".repeat(1_000_000))).hasSize(301);
    }
}
