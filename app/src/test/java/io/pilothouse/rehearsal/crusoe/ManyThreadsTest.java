package io.pilothouse.rehearsal.crusoe;

import static io.pilothouse.rehearsal.crusoe.CrusoeAccount.NORTH;
import static io.pilothouse.rehearsal.crusoe.CrusoeAccount.RESEARCH;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.domain.Json;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Many requests at once leave nothing out.
final class ManyThreadsTest {
    private static final String DISKS = RESEARCH + "/storage/disks";

    @Test
    void whatManyBeginAtOnceAllHappens() throws ExecutionException, InterruptedException {
        var account = new CrusoeAccount();
        var begun = new ArrayList<Future<Json>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 200; i++) {
                var body = Json.obj("name", "d" + i, "size", "1GiB", "location", NORTH);
                begun.add(threads.submit(() -> account.post(DISKS, body)));
            }
        }
        account.pass(Duration.ofSeconds(10));
        var made = account.items(DISKS).stream().map(d -> d.word("name"));
        assertThat(made.filter(name -> name.matches("d\\d+"))).doesNotHaveDuplicates().hasSize(200);
        for (var one : begun) {
            var id = one.get().word("operation", "operation_id");
            assertThat(account.get(DISKS + "/operations/" + id).word("state"))
                    .isEqualTo("SUCCEEDED");
        }
    }
}
