package io.pilothouse.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.domain.Resource.Ref;
import io.pilothouse.history.Transitions.Seen;
import io.pilothouse.history.cost.Costs.Step;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

class CostTableTest {
    private static final Instant AT = Instant.parse("2026-11-24T09:12:00.5Z");

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

    private static Step step(String account, int fromMinute, int untilMinute, long cents) {
        return new Step(account, minute(fromMinute), minute(untilMinute), cents, 2, 1);
    }

    private static Instant minute(int n) {
        return AT.plus(Duration.ofMinutes(n));
    }

    @Test
    void aStepGrowsAndComesBackAfterARestart() {
        long first = history.costs().begin(step("team", 0, 0, 6658));
        history.costs().begin(step("lab", 1, 1, 0));
        history.costs().extend(first, step("team", 0, 7, 6658));
        close();
        open();
        assertThat(history.costs().since(AT.minusSeconds(1)))
                .containsExactly(step("team", 0, 7, 6658), step("lab", 1, 1, 0));
    }

    @Test
    void aStepThatWasClearedIsNotExtendedNorTheOneThatGotItsNumber() {
        long first = history.costs().begin(step("team", 0, 0, 6658));
        history.clear(History.Part.COSTS);
        assertThat(history.count(History.Part.COSTS)).isZero();
        assertThat(history.costs().begin(step("lab", 1, 1, 0))).isEqualTo(first);

        assertThat(history.costs().extend(first, step("team", 0, 7, 6658))).isFalse();

        assertThat(history.costs().since(AT.minusSeconds(1))).containsExactly(step("lab", 1, 1, 0));
    }

    @Test
    void whatEndedBeforeIsNotAskedFor() {
        history.costs().begin(step("team", 0, 5, 100));
        history.costs().begin(step("team", 5, 9, 200));
        assertThat(history.costs().since(minute(5))).containsExactly(step("team", 5, 9, 200));
    }

    @Test
    void stepsAreKeptAsLongAsAllElse() {
        history.costs().begin(step("team", 0, 5, 100));
        history.costs().begin(step("team", 5, 9, 200));
        history.prune(minute(7).plus(History.KEPT));
        assertThat(history.costs().since(AT)).containsExactly(step("team", 5, 9, 200));
    }

    @Test
    void costsMakeRoomWhenTheFileIsTooLarge() {
        history.costs().begin(step("team", 0, 5, 100));
        history.prune(minute(7), 1);
        assertThat(history.costs().since(AT)).isEmpty();
    }

    @Test
    void theNewestChangesOfAllRowsComeWithoutWhatAFirstReadFound() {
        var found = seen("web-1", "", "active", 0);
        var moved = seen("web-1", "active", "unhealthy", 3);
        var came = seen("web-2", "", "booting", 4);
        for (var each : new Seen[] {found, moved, came}) {
            history.transitions().seen(each);
        }
        assertThat(history.transitions().newest(9)).containsExactly(came, moved);
        assertThat(history.transitions().newest(1)).containsExactly(came);
    }

    @Test
    void aFirstReadOfThousandsOfRowsIsNoNewsAndQuicklyPassedBy() {
        for (int i = 0; i < 4_000; i++) {
            history.transitions().seen(seen("m-" + i, "", "up", 0));
        }
        var since = System.nanoTime();

        assertThat(history.transitions().newest(300)).isEmpty();

        assertThat(Duration.ofNanos(System.nanoTime() - since)).isLessThan(Duration.ofSeconds(5));
    }

    private static Seen seen(String name, String from, String to, int minute) {
        return new Seen("team", new Ref("machine", name), name, from, to, minute(minute));
    }
}
