package io.pilothouse.rehearsal.crusoe.storage;

import io.pilothouse.domain.Json;
import io.pilothouse.rehearsal.crusoe.call.Rows;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// A disk.
///
/// @param size in GiB
/// @param block in bytes
public record Disk(
        String id,
        String project,
        String name,
        String type,
        long size,
        String location,
        long block,
        Instant created,
        Instant updated,
        List<Attachment> attachments)
        implements Rows.Row {
    public static final String SSD = "persistent-ssd";
    public static final String SHARED = "shared-volume";

    /// How a disk is on a VM.
    ///
    /// @param type `os` or `data`
    /// @param mode `read-only` or `read-write`
    public record Attachment(String vm, String type, String mode) {}

    public boolean attached() {
        return !attachments.isEmpty();
    }

    public boolean on(String vm) {
        return attachments.stream().anyMatch(a -> a.vm.equals(vm));
    }

    /// Whether it may be on one more VM: the service's document is silent, so a disk that one VM may write is nobody
    /// else's, unless it is a shared volume.
    public boolean free(String mode) {
        return attachments.isEmpty()
                || type.equals(SHARED)
                || (mode.equals("read-only")
                        && attachments.stream().allMatch(a -> a.mode.equals("read-only")));
    }

    public Disk on(Attachment attachment, Instant at) {
        var more = new ArrayList<>(attachments);
        more.add(attachment);
        return with(size, at, List.copyOf(more));
    }

    public Disk off(String vm, Instant at) {
        return with(size, at, attachments.stream().filter(a -> !a.vm.equals(vm)).toList());
    }

    Disk resized(long gib, Instant at) {
        return with(gib, at, attachments);
    }

    private Disk with(long gib, Instant at, List<Attachment> there) {
        return new Disk(id, project, name, type, gib, location, block, created, at, there);
    }

    public Json json() {
        return plain().with(
                        "attached_to",
                        attachments.stream()
                                .map(
                                        a ->
                                                Json.obj(
                                                        "vm_id",
                                                        a.vm,
                                                        "attachment_type",
                                                        a.type,
                                                        "mode",
                                                        a.mode))
                                .toList());
    }

    /// As it is shown among the disks of a VM.
    public Json json(Attachment attachment) {
        return plain().with("attachment_type", attachment.type).with("mode", attachment.mode);
    }

    private Json plain() {
        return Json.obj(
                "id",
                id,
                "name",
                name,
                "type",
                type,
                "size",
                size + "GiB",
                "location",
                location,
                "block_size",
                block,
                "created_at",
                created,
                "updated_at",
                updated,
                "serial_number",
                "%016X".formatted(id.hashCode() * 0x9E3779B97F4A7C15L));
    }
}
