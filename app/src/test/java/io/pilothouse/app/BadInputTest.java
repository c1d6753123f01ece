package io.pilothouse.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.desktop.Home;
import io.pilothouse.domain.Resource;
import io.pilothouse.rehearsal.RehearsalCloud;
import io.pilothouse.rehearsal.lambdacloud.Capacity;
import io.pilothouse.rehearsal.lambdacloud.LambdaSeed;
import io.pilothouse.rehearsal.lambdacloud.LambdaSetup;
import io.pilothouse.rehearsal.loopback.RehearsalClock;
import io.pilothouse.rehearsal.loopback.Speed;
import io.pilothouse.store.FeedKey;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// The whole program without a window and a service that answers more than anyone has.
class BadInputTest {
    @TempDir Path folder;

    @Test
    void fiveThousandInstancesAreReadWithNoneLost() throws Exception {
        var crashes = new CopyOnWriteArrayList<Throwable>();
        try (var backstage =
                new Backstage(
                        Home.at(folder.resolve("home")),
                        Optional.of(BadInputTest::fleet),
                        crashes::add)) {
            backstage.start();
            var key = new FeedKey("rehearsal-lambda", "lambda.instance", "");
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(40);
            while (backstage.store().get(key).rows().isEmpty() && System.nanoTime() < end) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
            }

            List<Resource> rows = backstage.store().get(key).rows();
            assertThat(rows).hasSize(5_000).allMatch(r -> r.problem().isEmpty());
            assertThat(new HashSet<>(rows.stream().map(Resource::id).toList())).hasSize(5_000);
            assertThat(backstage.store().get(key).failure()).isEmpty();
        }
        assertThat(crashes).isEmpty();
    }

    private static RehearsalCloud fleet(java.util.concurrent.ExecutorService threads)
            throws java.io.IOException {
        var clock = RehearsalClock.system();
        var setup = LambdaSetup.demo(clock, Speed.demo()).withCapacity(Capacity.plenty());
        return RehearsalCloud.start(
                threads, clock, setup.withSeed(LambdaSeed.fleet(clock, setup.speed(), 5_000)));
    }
}
