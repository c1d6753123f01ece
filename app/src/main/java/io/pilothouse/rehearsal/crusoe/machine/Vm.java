package io.pilothouse.rehearsal.crusoe.machine;

import io.pilothouse.rehearsal.crusoe.call.Rows;
import io.pilothouse.rehearsal.crusoe.network.Partition;
import io.pilothouse.rehearsal.crusoe.place.VmType;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A VM as it stands.
///
/// @param osDisk the disk that was made for it and goes with it
/// @param group id of its instance group
/// @param template id of its instance template
public record Vm(
        String id,
        String project,
        String name,
        VmType type,
        String location,
        VmState state,
        Nic nic,
        List<Partition> partitions,
        Optional<String> osDisk,
        Optional<String> reservation,
        Optional<String> group,
        Optional<String> template,
        boolean nested,
        Instant created,
        Instant updated)
        implements Rows.Row {
    public Vm in(VmState newState, Instant at) {
        return with(type, newState, nic, partitions, reservation, group, at);
    }

    public Vm of(VmType newType, Instant at) {
        return with(newType, state, nic, partitions, reservation, group, at);
    }

    public Vm reserved(Optional<String> newReservation, Instant at) {
        return with(type, state, nic, partitions, newReservation, group, at);
    }

    public Vm at(Nic newNic, List<Partition> newPartitions, Instant at) {
        return with(type, state, newNic, newPartitions, reservation, group, at);
    }

    public Vm ungrouped() {
        return with(type, state, nic, partitions, reservation, Optional.empty(), updated);
    }

    private Vm with(
            VmType newType,
            VmState newState,
            Nic newNic,
            List<Partition> newPartitions,
            Optional<String> newReservation,
            Optional<String> newGroup,
            Instant at) {
        return new Vm(
                id,
                project,
                name,
                newType,
                location,
                newState,
                newNic,
                newPartitions,
                osDisk,
                newReservation,
                newGroup,
                template,
                nested,
                created,
                at);
    }
}
