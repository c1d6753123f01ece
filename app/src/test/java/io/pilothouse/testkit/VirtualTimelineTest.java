package io.pilothouse.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

class VirtualTimelineTest {
    private final VirtualTimeline time = new VirtualTimeline();
    private final List<String> ran = new ArrayList<>();

    @Test
    void whatFallsOnOneMomentRunsInTheOrderItWasAskedFor() {
        time.after(Duration.ofSeconds(2), () -> ran.add("late"));
        time.after(Duration.ofSeconds(1), () -> ran.add("first"));
        time.after(Duration.ofSeconds(1), () -> ran.add("second"));

        time.advance(Duration.ofSeconds(1));

        assertThat(ran).containsExactly("first", "second");
    }

    @Test
    void whatIsTakenBackDoesNotRun() {
        time.after(Duration.ofSeconds(1), () -> ran.add("never")).close();

        time.runUntilIdle();

        assertThat(ran).isEmpty();
    }

    @Test
    void aTaskSeesItsOwnMomentAndMayAskForMore() {
        long start = time.nanos();
        time.after(
                Duration.ofSeconds(1),
                () -> time.start("more", () -> ran.add("at " + (time.nanos() - start))));

        time.runUntilIdle();

        assertThat(ran).containsExactly("at 1000000000");
    }

    @Test
    void aJumpMovesTheWallClockAlone() {
        var wall = time.now();
        long nanos = time.nanos();

        time.jump(Duration.ofHours(-2));

        assertThat(time.now()).isEqualTo(wall.minus(Duration.ofHours(2)));
        assertThat(time.nanos()).isEqualTo(nanos);
    }
}
