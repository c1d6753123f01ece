package io.pilothouse.rehearsal.crusoe;

import static io.pilothouse.rehearsal.crusoe.CrusoeAccount.NORTH;
import static io.pilothouse.rehearsal.crusoe.CrusoeAccount.RESEARCH;
import static io.pilothouse.rehearsal.crusoe.CrusoeAccount.SERVING;
import static io.pilothouse.rehearsal.crusoe.CrusoeAccount.VMS;
import static io.pilothouse.rehearsal.crusoe.CrusoeAccount.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.domain.Json;

import org.junit.jupiter.api.Test;

import java.time.Duration;

/// How what was begun is followed.
final class OperationsTest {
    private static final String DISKS = RESEARCH + "/storage/disks";
    private static final String OPERATIONS = DISKS + "/operations";

    private final CrusoeAccount account = new CrusoeAccount();

    @Test
    void anOperationTellsItsResourceAtOnceAndItsEndLater() {
        var begun = disk().at("operation");
        assertThat(begun.word("state")).isEqualTo("IN_PROGRESS");
        assertThat(begun.at("metadata").only("operation_name", "type"))
                .isEqualTo(Json.obj("operation_name", "CREATE", "type", "disk"));
        assertThat(begun.at("result").isAbsent()).isTrue();
        assertThat(begun.at("completed_at")).isEqualTo(Json.of(""));
        assertThat(begun.word("started_at")).isEqualTo("2026-11-20T12:00:00Z");
        account.pass(Duration.ofSeconds(60));
        var ended = account.get(OPERATIONS + "/" + begun.word("operation_id"));
        assertThat(ended.word("state")).isEqualTo("SUCCEEDED");
        // when it was due, not when somebody asked
        assertThat(ended.word("completed_at")).isEqualTo("2026-11-20T12:00:09Z");
        assertThat(ended.at("result", "id")).isEqualTo(begun.at("metadata", "id"));
        assertThat(ended.word("result", "created_at")).isEqualTo("2026-11-20T12:00:00Z");
    }

    @Test
    void theAnswerHasNullsWhereClientsSawThem() {
        var body = Json.obj("name", "d", "size", "10GiB", "location", NORTH);
        assertThat(account.text("POST", DISKS, body))
                .contains("\"result\":null", "\"request\":null", "\"completed_at\":\"\"");
    }

    @Test
    void whatHasEndedLeavesTheListOnceItWasRead() {
        var id = disk().word("operation", "operation_id");
        assertThat(account.items(OPERATIONS)).hasSize(1);
        assertThat(account.items(OPERATIONS)).hasSize(1);
        account.pass(Duration.ofSeconds(10));
        assertThat(account.items(OPERATIONS)).hasSize(1);
        assertThat(account.items(OPERATIONS)).isEmpty();
        assertThat(account.get(OPERATIONS + "/" + id).word("state")).isEqualTo("SUCCEEDED");
    }

    @Test
    void readingOneTakesItOffTheListToo() {
        var id = disk().word("operation", "operation_id");
        account.pass(Duration.ofSeconds(10));
        account.get(OPERATIONS + "/" + id);
        assertThat(account.items(OPERATIONS)).isEmpty();
    }

    @Test
    void anOperationExpires() {
        var id = disk().word("operation", "operation_id");
        account.pass(Duration.ofMinutes(6));
        account.get(OPERATIONS + "/" + id);
        account.pass(Duration.ofMinutes(1));
        refusal(403, () -> account.get(OPERATIONS + "/" + id));
    }

    @Test
    void anOperationIsKnownInItsProjectAndCollectionOnly() {
        var id = disk().word("operation", "operation_id");
        refusal(403, () -> account.get(VMS + "/operations/" + id));
        refusal(403, () -> account.get(SERVING + "/storage/disks/operations/" + id));
        refusal(403, () -> account.get(OPERATIONS + "/nothing"));
    }

    @Test
    void theListIsFiltered() {
        var first = disk().word("operation", "metadata", "id");
        account.pass(Duration.ofSeconds(5));
        disk();
        account.pass(Duration.ofSeconds(5));
        assertThat(account.items(OPERATIONS + "?state=IN_PROGRESS,FAILED")).hasSize(1);
        assertThat(account.items(OPERATIONS + "?state=IN_PROGRESS&state=FAILED")).hasSize(1);
        var since = "?lower_time_bound=2026-11-20T12:00:05Z";
        assertThat(account.items(OPERATIONS + since)).hasSize(1);
        assertThat(account.items(OPERATIONS + "?resource_id=" + first)).hasSize(1);
        refusal(400, () -> account.get(OPERATIONS + "?state=DONE"));
        refusal(400, () -> account.get(OPERATIONS + "?lower_time_bound=noon"));
    }

    @Test
    void theDemonstrationBeginsWithThingsUnderWay() {
        assertThat(account.items(VMS + "/operations"))
                .extracting(o -> o.word("metadata", "operation_name"))
                .containsExactly("DELETE", "CREATE");
        account.pass(Duration.ofSeconds(60));
        assertThat(account.named(VMS, "sweep-2").word("state")).isEqualTo("STATE_RUNNING");
        assertThat(account.items(VMS)).noneMatch(vm -> vm.word("name").equals("old-bench"));
    }

    private Json disk() {
        return account.post(DISKS, Json.obj("name", "d", "size", "10GiB", "location", NORTH));
    }
}
