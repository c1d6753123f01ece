package io.pilothouse.rehearsal.crusoe.machine;

import io.pilothouse.rehearsal.crusoe.network.Partition;
import io.pilothouse.rehearsal.crusoe.network.Subnet;
import io.pilothouse.rehearsal.crusoe.place.VmType;
import io.pilothouse.rehearsal.crusoe.storage.Disk.Attachment;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A VM that was asked for, rightly.
///
/// @param disks existing ones, by id
/// @param newDisks that are made with the VM
public record VmOrder(
        String id,
        String project,
        String name,
        VmType type,
        String location,
        Subnet subnet,
        String publicType,
        Map<String, Attachment> disks,
        List<NewDisk> newDisks,
        List<Partition> partitions,
        Optional<String> reservation,
        Optional<String> group,
        Optional<String> template,
        boolean nested) {
    /// @param size in GiB
    public record NewDisk(String type, long size) {}

    /// Whether one of the disks is what it boots from.
    public boolean bringsOsDisk() {
        return disks.values().stream().anyMatch(a -> a.type().equals("os"));
    }
}
