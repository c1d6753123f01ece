package io.pilothouse.rehearsal.crusoe;

import static io.pilothouse.rehearsal.crusoe.CrusoeAccount.NORTH;
import static io.pilothouse.rehearsal.crusoe.CrusoeAccount.RESEARCH;
import static io.pilothouse.rehearsal.crusoe.CrusoeAccount.VMS;
import static io.pilothouse.rehearsal.crusoe.CrusoeAccount.refusal;
import static io.pilothouse.rehearsal.crusoe.CrusoeAccount.vm;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.domain.Json;
import io.pilothouse.rehearsal.crusoe.call.Words;
import io.pilothouse.rehearsal.crusoe.place.Capacity;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.util.List;

/// How VMs come, change and go.
final class VmLifecycleTest {
    private static final String DISKS = RESEARCH + "/storage/disks";

    private final CrusoeAccount account = new CrusoeAccount();

    @Test
    void aVmIsThereWhenItsOperationHasSucceeded() {
        var begun = account.post(VMS, vm("probe"));
        var id = begun.word("operation", "metadata", "id");
        assertThat(begun.at("operation", "completed_at")).isEqualTo(Json.of(""));
        refusal(403, () -> account.get(VMS + "/" + id));
        var made = account.made(VMS, begun);
        assertThat(made.word("id")).isEqualTo(id);
        assertThat(account.get(VMS + "/" + id)).isEqualTo(made);
        assertThat(made.word("state")).isEqualTo("STATE_RUNNING");
        assertThat(made.list("disks").getFirst().word("attachment_type")).isEqualTo("os");
    }

    @Test
    void withoutCapacityTheOperationFails() {
        var empty = new CrusoeAccount(setup -> setup.withCapacity(Capacity.none()));
        var failed = empty.ended(VMS, empty.post(VMS, vm("probe")));
        assertThat(failed.word("state")).isEqualTo("FAILED");
        assertThat(failed.word("result", "code")).isEqualTo("out_of_stock");
        refusal(403, () -> empty.get(VMS + "/" + failed.word("metadata", "id")));
    }

    @Test
    void aVmIsStoppedAndStarted() {
        var id = account.id(VMS, "finetune");
        var stopped = account.made(VMS, act(id, "STOP"));
        assertThat(stopped.word("state")).isEqualTo("STATE_STOPPED");
        refusal(400, () -> act(id, "STOP"));
        refusal(400, () -> act(id, "RESET"));
        assertThat(account.made(VMS, act(id, "START")).word("state")).isEqualTo("STATE_RUNNING");
        assertThat(account.made(VMS, act(id, "RESET")).word("state")).isEqualTo("STATE_RUNNING");
        refusal(400, () -> act(id, "START"));
    }

    @Test
    void oneThingAtATimeIsDone() {
        var id = account.id(VMS, "finetune");
        act(id, "STOP");
        refusal(400, () -> act(id, "STOP"));
        refusal(400, () -> account.call("DELETE", VMS + "/" + id, Json.absent()));
    }

    @Test
    void theTypeIsChangedWhileStopped() {
        var order = Json.obj("action", "UPDATE", "type", "a40.2x");
        refusal(400, () -> account.call("PATCH", one("finetune"), order));
        var changed = account.made(VMS, account.call("PATCH", one("notebook"), order));
        assertThat(changed.word("type")).isEqualTo("a40.2x");
        assertThat(changed.word("state")).isEqualTo("STATE_STOPPED");
    }

    @Test
    void aVmIsDeletedSeenAsDeletedAndGone() {
        var path = one("finetune");
        var begun = account.call("DELETE", path, Json.absent());
        assertThat(account.get(path).word("state")).isEqualTo("STATE_DELETING");
        account.pass(Duration.ofSeconds(9));
        assertThat(account.get(path).word("state")).isEqualTo("STATE_DELETED");
        assertThat(account.named(DISKS, "datasets").list("attached_to")).isEmpty();
        account.pass(Duration.ofSeconds(15));
        refusal(403, () -> account.get(path));
        assertThat(begun.word("operation", "metadata", "operation_name")).isEqualTo("DELETE");
    }

    @Test
    void theDiskMadeForAVmGoesWithIt() {
        var made = account.made(VMS, account.post(VMS, vm("probe")));
        var os = made.list("disks").getFirst().word("id");
        assertThat(account.get(DISKS + "/" + os).word("size")).isEqualTo("128GiB");
        account.made(VMS, account.call("DELETE", one("probe"), Json.absent()));
        refusal(403, () -> account.get(DISKS + "/" + os));
    }

    @Test
    void aDiskIsAttachedAndDetached() {
        var disk =
                account.made(
                                DISKS,
                                account.post(
                                        DISKS,
                                        Json.obj("name", "d", "size", "1TiB", "location", NORTH)))
                        .word("id");
        var vm = account.made(VMS, account.post(one("notebook") + "/attach-disks", wish(disk)));
        assertThat(vm.list("disks")).extracting(d -> d.word("id")).contains(disk);
        assertThat(account.get(DISKS + "/" + disk).list("attached_to").getFirst())
                .isEqualTo(
                        Json.obj(
                                "vm_id",
                                vm.word("id"),
                                "attachment_type",
                                "data",
                                "mode",
                                "read-write"));
        refusal(400, () -> account.post(one("finetune") + "/attach-disks", wish(disk)));
        refusal(400, () -> account.call("DELETE", DISKS + "/" + disk, Json.absent()));
        var off = Json.obj("detach_disks", List.of(disk));
        var bare = account.made(VMS, account.post(one("notebook") + "/detach-disks", off));
        assertThat(bare.list("disks")).extracting(d -> d.word("id")).doesNotContain(disk);
        refusal(400, () -> account.post(one("notebook") + "/detach-disks", off));
    }

    @Test
    void aReservationIsTakenAndLeftAtOnce() {
        var path = one("finetune");
        var left = account.call("PATCH", path, Json.obj("action", "UNRESERVE"));
        assertThat(left.word("operation", "state")).isEqualTo("SUCCEEDED");
        assertThat(account.get(path).word("reservation_id")).isEmpty();
        refusal(400, () -> act(account.id(VMS, "finetune"), "UNRESERVE"));
        var id = Words.id("reservation a100");
        account.call("PATCH", path, Json.obj("action", "RESERVE", "reservation_id", id));
        assertThat(account.get(path).word("reservation_id")).isEqualTo(id);
        refusal(
                400,
                () ->
                        account.call(
                                "PATCH",
                                one("train-0"),
                                Json.obj("action", "RESERVE", "reservation_id", id)));
    }

    @ParameterizedTest
    @CsvSource({
        "name, ''",
        "type, a1000.8x",
        "location, us-east1",
        "ssh_public_key, hello",
        "image, windows:11"
    })
    void anOrderThatCannotBeIsRefused(String field, String value) {
        refusal(400, () -> account.post(VMS, vm("probe").with(field, value)));
        assertThat(account.items(VMS + "/operations")).hasSize(2);
    }

    @Test
    void whatIsMissingIsRefusedByItsName() {
        for (var field : List.of("name", "type", "ssh_public_key")) {
            assertThat(refusal(400, () -> account.post(VMS, vm("probe").with(field, null))))
                    .hasMessageContaining(field);
        }
    }

    private Json act(String id, String action) {
        return account.call("PATCH", VMS + "/" + id, Json.obj("action", action));
    }

    private String one(String name) {
        return VMS + "/" + account.id(VMS, name);
    }

    private static Json wish(String disk) {
        return Json.obj(
                "attach_disks",
                List.of(
                        Json.obj(
                                "disk_id", disk, "mode", "read-write", "attachment_type", "data")));
    }
}
