package io.pilothouse.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.domain.Account;
import io.pilothouse.rehearsal.crusoe.CrusoeSetup;
import io.pilothouse.rehearsal.lambdacloud.LambdaSetup;
import io.pilothouse.rehearsal.loopback.ManualTime;
import io.pilothouse.rehearsal.loopback.Speed;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// Which services a rehearsal has.
final class RehearsalCloudTest {
    private final ManualTime time = new ManualTime();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    @AfterEach
    void end() {
        threads.close();
    }

    @Test
    void crusoeCloudIsThereWhenItIsAskedFor() throws IOException {
        var lambda = LambdaSetup.demo(time.clock(), Speed.demo());
        var crusoe = CrusoeSetup.demo(time.clock(), Speed.demo());
        try (var cloud = RehearsalCloud.start(threads, time.clock(), lambda, Optional.of(crusoe))) {
            assertThat(cloud.accounts())
                    .extracting(Account::provider)
                    .containsExactly("lambda-cloud", "crusoe");
            assertThat(cloud.accounts()).extracting(Account::id).doesNotHaveDuplicates();
            assertThat(cloud.accounts()).extracting(Account::colour).doesNotHaveDuplicates();
            assertThat(cloud.accounts())
                    .extracting(Account::stage)
                    .containsOnly(Account.Stage.DEVELOPMENT);
            assertThat(cloud.crusoe()).isPresent();
        }
    }

    @Test
    void lambdaCloudIsAlwaysThere() throws IOException {
        var lambda = LambdaSetup.demo(time.clock(), Speed.demo());
        try (var cloud = RehearsalCloud.start(threads, time.clock(), lambda)) {
            assertThat(cloud.accounts()).hasSize(1);
            assertThat(cloud.crusoe()).isEmpty();
        }
    }
}
