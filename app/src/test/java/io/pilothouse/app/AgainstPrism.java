package io.pilothouse.app;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.Optional;

/// Tests that each begin with the program running against a mock, every list read.
abstract class AgainstPrism {
    private final String property;
    private final String account;
    private Optional<PrismRun> running = Optional.empty();

    @TempDir Path folder;

    /// @param property says where the mock listens; without it the tests are skipped
    /// @param account the rest of its entry in `accounts.json`, from the provider on
    AgainstPrism(String property, String account) {
        this.property = property;
        this.account = account;
    }

    @BeforeEach
    void start() throws Exception {
        running = Optional.of(PrismRun.start(folder, property, account));
        run().awaitEveryList();
    }

    @AfterEach
    void stop() {
        running.ifPresent(PrismRun::close);
    }

    final PrismRun run() {
        return running.orElseThrow();
    }
}
