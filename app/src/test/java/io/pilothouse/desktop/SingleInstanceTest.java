package io.pilothouse.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

class SingleInstanceTest {
    @TempDir Path folder;

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    @Test
    void eachKnockBringsTheFirstToTheFront() throws Exception {
        var home = Home.at(folder);
        var knocks = new Semaphore(0);
        try (var _ = SingleInstance.open(home, threads, knocks::release)) {
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
    void aSocketLeftByAKilledRunIsReplaced() throws Exception {
        var home = Home.at(folder);
        Files.createFile(folder.resolve("door"));
        var knocks = new Semaphore(0);
        try (var _ = SingleInstance.open(home, threads, knocks::release)) {
            assertThat(SingleInstance.knock(home)).isTrue();
            assertThat(knocks.tryAcquire(10, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(folder.resolve("door")).doesNotExist();
    }
}
