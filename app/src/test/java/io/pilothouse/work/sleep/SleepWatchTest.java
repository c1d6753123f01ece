package io.pilothouse.work.sleep;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.testkit.VirtualTimeline;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

class SleepWatchTest {
    private static final Duration HOURS = Duration.ofHours(8);

    private final VirtualTimeline time = new VirtualTimeline();
    private final List<Duration> slept = new ArrayList<>();
    private final SleepWatch watch = new SleepWatch(time, slept::add);

    @AfterEach
    void close() {
        watch.close();
        assertThat(time.waiting()).isZero();
    }

    @Test
    void aComputerThatIsAwakeTellsNothing() {
        time.advance(HOURS);
        assertThat(slept).isEmpty();
    }

    @Test
    void sleepIsToldOnceAfterItsEnd() {
        time.advance(Duration.ofSeconds(7));
        time.jump(HOURS);
        time.advance(Duration.ofSeconds(3));
        assertThat(slept).containsExactly(HOURS);
        time.advance(Duration.ofMinutes(10));
        assertThat(slept).hasSize(1);
    }

    @Test
    void aClockThatIsCorrectedIsNoSleep() {
        time.advance(Duration.ofSeconds(2));
        time.jump(Duration.ofSeconds(9));
        time.advance(Duration.ofMinutes(1));
        time.jump(HOURS.negated());
        time.advance(Duration.ofMinutes(1));
        assertThat(slept).isEmpty();
    }

    @Test
    void aTickThatComesLateByTheClockThatNeverJumpsIsSleepToo() {
        var since = Elapsed.since(time);
        time.advance(HOURS);
        time.jump(HOURS.negated());
        assertThat(since.slept(SleepWatch.TICK)).contains(HOURS.minus(SleepWatch.TICK));
        assertThat(since.slept(HOURS)).isEmpty();
    }
}
