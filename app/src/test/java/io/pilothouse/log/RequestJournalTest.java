package io.pilothouse.log;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;

class RequestJournalTest {
    private final RequestJournal journal = new RequestJournal();

    private static RequestEntry entry(long number, String response) {
        return new RequestEntry(
                number,
                "team",
                "poll",
                "background",
                Instant.EPOCH,
                Duration.ZERO,
                "GET",
                "/instances",
                200,
                "",
                Duration.ofMillis(80),
                response.length(),
                0,
                "GET /instances",
                PackedText.of(response),
                "curl");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 1_024, 1_025, 65_536})
    void whatIsKeptIsReadAgainAsItWas(int length) {
        var text = "{\"name\": \"Größe •••\"}\n".repeat(length / 22 + 1).substring(0, length);
        assertThat(PackedText.of(text).text()).isEqualTo(text);
        assertThat(PackedText.of(text)).isEqualTo(PackedText.of(text)).hasToString(text);
    }

    @Test
    void aLongListTakesLittleRoom() {
        var rows = new StringBuilder();
        for (int i = 0; i < 600; i++) {
            rows.append("{\"id\": \"")
                    .append(i)
                    .append("\", \"status\": \"active\", \"t\": \"•••\"}");
        }
        assertThat(entry(1, rows.toString()).weight()).isLessThan(rows.length() / 3);
    }

    @Test
    void theOldestGoWhenTheNewestNeedTheirRoom() {
        var random = new Random(1);
        var noise = new StringBuilder();
        random.ints(60_000, ' ', '~').forEach(c -> noise.append((char) c));
        for (int i = 1; i <= 1_000; i++) {
            journal.add(entry(i, noise.toString()));
        }
        assertThat(journal.bytes()).isBetween(30L << 20, RequestJournal.MOST_BYTES);
        assertThat(journal.newest(1).getFirst().number()).isEqualTo(1_000);
        assertThat(journal.count()).isLessThan(1_000);
    }

    @Test
    void ofShortOnesTheNewestThousandsAreKept() {
        for (int i = 1; i <= RequestJournal.MOST + 7; i++) {
            journal.add(entry(i, ""));
        }
        assertThat(journal.newest(10_000)).hasSize(RequestJournal.MOST);
        assertThat(journal.newest(10_000).getFirst().number()).isEqualTo(8);
    }
}
