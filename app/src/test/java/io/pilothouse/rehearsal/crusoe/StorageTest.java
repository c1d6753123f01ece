package io.pilothouse.rehearsal.crusoe;

import static io.pilothouse.rehearsal.crusoe.CrusoeAccount.EAST;
import static io.pilothouse.rehearsal.crusoe.CrusoeAccount.NORTH;
import static io.pilothouse.rehearsal.crusoe.CrusoeAccount.RESEARCH;
import static io.pilothouse.rehearsal.crusoe.CrusoeAccount.SERVING;
import static io.pilothouse.rehearsal.crusoe.CrusoeAccount.VMS;
import static io.pilothouse.rehearsal.crusoe.CrusoeAccount.refusal;
import static io.pilothouse.rehearsal.crusoe.CrusoeAccount.vm;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.domain.Json;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

/// Disks and snapshots.
final class StorageTest {
    private static final String DISKS = RESEARCH + "/storage/disks";
    private static final String SNAPSHOTS = RESEARCH + "/storage/snapshots";
    private static final Json DISK = Json.obj("name", "d", "size", "10GiB", "location", NORTH);

    private final CrusoeAccount account = new CrusoeAccount();

    @Test
    void aDiskIsMadeGrownAndDeleted() {
        var disk = account.made(DISKS, account.post(DISKS, DISK.with("size", "1TiB")));
        assertThat(disk.word("size")).isEqualTo("1024GiB");
        assertThat(disk.word("type")).isEqualTo("persistent-ssd");
        var path = DISKS + "/" + disk.word("id");
        var grown = account.made(DISKS, account.call("PATCH", path, Json.obj("size", "1500GiB")));
        assertThat(grown.word("size")).isEqualTo("1500GiB");
        refusal(400, () -> account.call("PATCH", path, Json.obj("size", "1TiB")));
        account.made(DISKS, account.call("DELETE", path, Json.absent()));
        refusal(403, () -> account.get(path));
    }

    @ParameterizedTest
    @ValueSource(strings = {"10", "10 GiB", "10GB", "0GiB", "-1GiB", "1.5TiB", "10gib", ""})
    void aSizeIsAWholeNumberWithAUnit(String size) {
        refusal(400, () -> account.post(DISKS, DISK.with("size", size)));
    }

    @Test
    void aDiskNeedsASizeAndALocationOrASnapshot() {
        refusal(400, () -> account.post(DISKS, DISK.with("size", null)));
        refusal(400, () -> account.post(DISKS, DISK.with("location", null)));
        refusal(400, () -> account.post(DISKS, DISK.with("location", "us-east1")));
        refusal(400, () -> account.post(DISKS, Json.obj("name", "d", "snapshot_id", "none")));
        var snapshot = account.items(SNAPSHOTS).getFirst().word("id");
        refusal(400, () -> account.post(DISKS, DISK.with("snapshot_id", snapshot)));
    }

    @Test
    void aDiskOfASnapshotIsWhatTheOldOneWas() {
        var old = account.named(DISKS, "scratch");
        var snapshot =
                account.made(
                        SNAPSHOTS, account.post(SNAPSHOTS, Json.obj("disk_id", old.word("id"))));
        assertThat(snapshot.word("created_from")).isEqualTo(old.word("id"));
        assertThat(snapshot.word("size")).isEqualTo("549755813888 bytes");
        var disk =
                account.made(
                        DISKS,
                        account.post(
                                DISKS, Json.obj("name", "d", "snapshot_id", snapshot.word("id"))));
        assertThat(disk.only("size", "location")).isEqualTo(old.only("size", "location"));
        var path = SNAPSHOTS + "/" + snapshot.word("id");
        account.made(SNAPSHOTS, account.call("DELETE", path, Json.absent()));
        refusal(403, () -> account.get(path));
    }

    @Test
    void disksAreKnownInTheirProjectOnly() {
        var id = account.id(DISKS, "scratch");
        refusal(403, () -> account.get(SERVING + "/storage/disks/" + id));
        refusal(403, () -> account.post(SERVING + "/storage/snapshots", Json.obj("disk_id", id)));
    }

    @Test
    void aVmTakesOnlyDisksThatAreFreeAndNear() {
        refusal(400, () -> account.post(VMS, with("checkpoints", "data", "read-write")));
        refusal(400, () -> account.post(VMS, with("scratch", "data", "read-write")));
        refusal(400, () -> account.post(VMS, with("datasets", "boot", "read-write")));
        refusal(400, () -> account.post(VMS, with("datasets", "data", "append")));
        var made = account.made(VMS, account.post(VMS, with("datasets", "data", "read-only")));
        assertThat(made.list("disks")).hasSize(2);
        assertThat(account.named(DISKS, "datasets").list("attached_to")).hasSize(2);
    }

    @Test
    void whoComesFirstGetsTheDisk() {
        account.made(DISKS, account.post(DISKS, DISK.with("name", "wanted")));
        var first = account.post(VMS, with("wanted", "data", "read-write"));
        var second = account.post(VMS, with("wanted", "data", "read-write").with("name", "late"));
        assertThat(account.ended(VMS, first).word("state")).isEqualTo("SUCCEEDED");
        var id = second.word("operation", "operation_id");
        assertThat(account.get(VMS + "/operations/" + id).word("state")).isEqualTo("FAILED");
    }

    @Test
    void aVmMayBootFromADiskOfItsOwn() {
        account.made(DISKS, account.post(DISKS, DISK.with("name", "boot")));
        var made = account.made(VMS, account.post(VMS, with("boot", "os", "read-write")));
        assertThat(made.list("disks")).extracting(d -> d.word("name")).containsExactly("boot");
        account.made(VMS, account.call("DELETE", VMS + "/" + made.word("id"), Json.absent()));
        assertThat(account.named(DISKS, "boot").list("attached_to")).isEmpty();
    }

    @Test
    void aDiskElsewhereIsNotAttached() {
        var body =
                vm("probe")
                        .with("location", EAST)
                        .with("disks", with("datasets", "data", "read-write").at("disks"));
        refusal(400, () -> account.post(VMS, body));
    }

    private Json with(String disk, String type, String mode) {
        return vm("probe")
                .with(
                        "disks",
                        List.of(
                                Json.obj(
                                        "disk_id",
                                        account.id(DISKS, disk),
                                        "attachment_type",
                                        type,
                                        "mode",
                                        mode)));
    }
}
