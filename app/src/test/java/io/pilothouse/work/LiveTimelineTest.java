package io.pilothouse.work;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

class LiveTimelineTest {
    private final LinkedBlockingQueue<Throwable> crashes = new LinkedBlockingQueue<>();
    private final LiveTimeline time = new LiveTimeline(crashes::add);

    @AfterEach
    void end() {
        time.close();
    }

    @Test
    void aTaskRunsAfterItsDelay() throws InterruptedException {
        var ran = new LinkedBlockingQueue<Long>();
        long start = time.nanos();

        time.after(Duration.ofMillis(20), () -> ran.add(time.nanos()));

        assertThat(ran.poll(10, TimeUnit.SECONDS)).isGreaterThanOrEqualTo(start + 20_000_000);
    }

    @Test
    void whatBlocksHasAVirtualThreadWithItsName() throws InterruptedException {
        var threads = new LinkedBlockingQueue<Thread>();

        time.start("request-a", () -> threads.add(Thread.currentThread()));

        var thread = threads.poll(10, TimeUnit.SECONDS);
        assertThat(thread.isVirtual()).isTrue();
        assertThat(thread.getName()).isEqualTo("request-a");
    }

    @Test
    void whatTasksAndThreadsThrowIsHandedOn() throws InterruptedException {
        time.after(
                Duration.ZERO,
                () -> {
                    throw new IllegalStateException("task");
                });
        assertThat(crashes.poll(10, TimeUnit.SECONDS)).hasMessage("task");

        time.start(
                "t",
                () -> {
                    throw new IllegalStateException("thread");
                });
        assertThat(crashes.poll(10, TimeUnit.SECONDS)).hasMessage("thread");
    }

    @Test
    void aTaskTakenBackDoesNotRun() throws InterruptedException {
        var ran = new LinkedBlockingQueue<String>();
        var behind = new CountDownLatch(1);
        time.after(Duration.ofMillis(10), () -> ran.add("taken back")).close();
        time.after(Duration.ofMillis(20), behind::countDown);

        assertThat(behind.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(ran).isEmpty();
    }

    @Test
    void aClosedTimelineTakesTasksAndForgetsThem() {
        time.close();

        time.after(Duration.ZERO, () -> crashes.add(new AssertionError())).close();

        assertThat(crashes).isEmpty();
    }
}
