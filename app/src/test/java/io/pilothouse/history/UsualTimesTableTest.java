package io.pilothouse.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.history.UsualTimes.Work;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;

class UsualTimesTableTest {
    private static final Work STOP = new Work("crusoe", "crusoe.vm.resize", 0);
    private static final Work START = new Work("crusoe", "crusoe.vm.resize", 2);

    @TempDir private Path folder;
    private History history;

    @BeforeEach
    void open() {
        history = History.open(folder).history();
    }

    @AfterEach
    void close() {
        history.close();
    }

    private void took(Work work, long... seconds) {
        for (long s : seconds) {
            history.usualTimes().took(work, Duration.ofSeconds(s));
        }
    }

    private long usual(Work work) {
        return history.usualTimes().usual(work).orElseThrow().toMillis();
    }

    @Test
    void nothingIsUsualBeforeItWasSeen() {
        took(STOP, 30);
        assertThat(history.usualTimes().usual(START)).isEmpty();
        assertThat(history.usualTimes().usual(new Work("other", STOP.action(), 0))).isEmpty();
    }

    @Test
    void theOneInTheMiddleIsUsualSoThatASlowDayCountsLittle() {
        took(STOP, 30, 3600, 40);
        assertThat(usual(STOP)).isEqualTo(40_000);
        took(STOP, 45);
        assertThat(usual(STOP)).as("between the two in the middle").isEqualTo(42_500);
    }

    @Test
    void onlyTheNewestCountAndOnlyTheyAreKept() throws Exception {
        took(START, 5);
        for (int i = 0; i < UsualTimes.KEPT; i++) {
            took(STOP, 1000);
        }
        for (int i = 0; i < UsualTimes.KEPT; i++) {
            took(STOP, 10);
        }
        assertThat(usual(STOP)).isEqualTo(10_000);
        assertThat(usual(START)).as("of others nothing is taken").isEqualTo(5_000);
        history.close();
        try (var session = Session.open(folder.resolve("history.db"), true)) {
            assertThat(session.number("SELECT count(*) FROM durations"))
                    .isEqualTo(UsualTimes.KEPT + 1);
        }
        open();
    }

    @Test
    void itIsKnownAgainAfterARestart() {
        took(STOP, 30);
        history.close();
        open();
        assertThat(usual(STOP)).isEqualTo(30_000);
    }
}
