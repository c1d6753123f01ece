package io.pilothouse.rehearsal.crusoe.machine;

import io.pilothouse.domain.Json;
import io.pilothouse.rehearsal.crusoe.call.Rows;
import io.pilothouse.rehearsal.crusoe.machine.VmOrder.NewDisk;
import io.pilothouse.rehearsal.crusoe.place.VmType;

import java.time.Instant;
import java.util.List;

/// What many VMs are made after. A text is empty where there is nothing.
///
/// @param publicType `static` or `dynamic`
public record Template(
        String id,
        String project,
        String name,
        VmType type,
        String image,
        String location,
        String subnet,
        String partition,
        String sshKey,
        String startup,
        String shutdown,
        String publicType,
        String reservation,
        List<NewDisk> disks,
        boolean nested,
        Instant created)
        implements Rows.Row {
    public Json json() {
        return Json.obj(
                "id",
                id,
                "name",
                name,
                "project_id",
                project,
                "type",
                type.name(),
                "image_name",
                image,
                "location",
                location,
                "subnet_id",
                subnet,
                "ib_partition_id",
                partition,
                "ssh_public_key",
                sshKey,
                "startup_script",
                startup,
                "shutdown_script",
                shutdown,
                "public_ip_address_type",
                publicType,
                "reservation_id",
                reservation,
                "disks",
                disks.stream()
                        .map(d -> Json.obj("size", d.size() + "GiB", "type", d.type()))
                        .toList(),
                "virtualization_features",
                Json.obj("nested_virtualization", nested),
                "created_at",
                created);
    }
}
