package io.pilothouse.rehearsal.crusoe.compute;

import io.pilothouse.rehearsal.crusoe.call.CrusoeError;
import io.pilothouse.rehearsal.crusoe.call.Operations;
import io.pilothouse.rehearsal.crusoe.call.Rows;
import io.pilothouse.rehearsal.crusoe.call.Words;
import io.pilothouse.rehearsal.crusoe.storage.Disk;
import io.pilothouse.rehearsal.crusoe.storage.Disk.Attachment;
import io.pilothouse.rehearsal.front.Body;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/// Reads which disks are to be on a VM, and how.
record DiskWishes(Rows<Disk> disks, Operations operations) {
    private static final Set<String> TYPES = Set.of("os", "data");
    private static final Set<String> MODES = Set.of("read-only", "read-write");

    private record Wish(String disk, String type, String mode) {}

    /// @return by the id of the disk, each of which is in the project and the location and may be attached
    Map<String, Attachment> read(
            Body body, String field, String project, String vm, String location) {
        var wishes =
                body.objects(
                        field,
                        b ->
                                new Wish(
                                        b.text("disk_id"),
                                        Words.oneOf(b, "attachment_type", TYPES),
                                        Words.oneOf(b, "mode", MODES)));
        var read = new LinkedHashMap<String, Attachment>();
        for (var wish : wishes) {
            var disk = disks.need(project, wish.disk, "disk", CrusoeError::badRequest);
            if (!disk.location().equals(location)) {
                throw CrusoeError.badRequest(
                        "The disk %s is in %s, not in %s."
                                .formatted(disk.name(), disk.location(), location));
            }
            if (!disk.free(wish.mode) || disk.on(vm)) {
                throw CrusoeError.badRequest("The disk " + disk.name() + " is attached already.");
            }
            operations.needIdle(disk.id());
            if (read.put(disk.id(), new Attachment(vm, wish.type, wish.mode)) != null) {
                throw CrusoeError.badRequest(field + " names the disk " + disk.name() + " twice.");
            }
        }
        return read;
    }
}
