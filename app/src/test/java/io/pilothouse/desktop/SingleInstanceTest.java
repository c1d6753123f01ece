package io.pilothouse.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

class SingleInstanceTest {
    @TempDir Path folder;

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    private static Supplier<CompletionStage<Void>> front(Semaphore knocks) {
        return () -> {
            knocks.release();
            return CompletableFuture.completedFuture(null);
        };
    }

    @Test
    void eachKnockBringsTheFirstToTheFront() throws Exception {
        var home = Home.at(folder);
        var knocks = new Semaphore(0);
        try (var _ = SingleInstance.open(home, threads, front(knocks))) {
            assertThat(SingleInstance.knock(home)).isTrue();
            assertThat(SingleInstance.knock(home)).isTrue();
            assertThat(knocks.tryAcquire(2, 10, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void nobodyOpensWhereNoneIsRunning() throws Exception {
        assertThat(SingleInstance.knock(Home.at(folder))).isFalse();
    }

    @Test
    void knocksThatCouldNotBeTakenAreNotTheLast() throws Exception {
        var home = Home.at(folder);
        var refusals = new AtomicInteger(3);
        SingleInstance.Accepting accepting =
                door -> {
                    if (refusals.getAndDecrement() > 0) {
                        throw new IOException("Too many open files");
                    }
                    return door.accept();
                };
        var knocks = new Semaphore(0);
        try (var _ =
                SingleInstance.open(
                        home, threads, front(knocks), accepting, Duration.ofMillis(1))) {
            assertThat(SingleInstance.knock(home)).isTrue();
            assertThat(knocks.availablePermits()).isOne();
        }
    }

    @Test
    void aFirstThatDoesNotComeToTheFrontHasNotAnswered() throws Exception {
        var home = Home.at(folder);
        var hanging = new CompletableFuture<Void>();
        try (var _ = SingleInstance.open(home, threads, () -> hanging)) {
            assertThat(SingleInstance.knock(home, Duration.ofMillis(50))).isFalse();
            hanging.complete(null);
        }
    }

    @Test
    void aFirstThatFailsToComeToTheFrontIsNotWaitedFor() throws Exception {
        var home = Home.at(folder);
        var failed = CompletableFuture.<Void>failedFuture(new IllegalStateException("no window"));
        try (var _ = SingleInstance.open(home, threads, () -> failed)) {
            assertThat(SingleInstance.knock(home, Duration.ofHours(1))).isFalse();
        }
    }

    @Test
    void aSocketLeftByAKilledRunIsReplaced() throws Exception {
        var home = Home.at(folder);
        Files.createFile(folder.resolve("door"));
        var knocks = new Semaphore(0);
        try (var _ = SingleInstance.open(home, threads, front(knocks))) {
            assertThat(SingleInstance.knock(home)).isTrue();
            assertThat(knocks.tryAcquire(10, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(folder.resolve("door")).doesNotExist();
    }
}
