package io.pilothouse.rehearsal.crusoe.compute;

import io.pilothouse.rehearsal.crusoe.machine.VmState;

import java.util.List;
import java.util.Optional;

/// A VM that is there when the rehearsal begins.
///
/// @param state empty for one whose making has just begun
/// @param disks ids of the data disks on it
public record VmSeed(
        String id,
        String project,
        String name,
        String type,
        String location,
        Optional<VmState> state,
        List<String> disks,
        Optional<String> partition,
        Optional<String> reservation,
        Optional<String> group,
        Optional<String> template) {
    public static VmSeed of(
            String id, String project, String name, String type, String location, VmState state) {
        return new VmSeed(
                id,
                project,
                name,
                type,
                location,
                Optional.of(state),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    public VmSeed beingMade() {
        return with(Optional.empty(), disks, partition, reservation);
    }

    public VmSeed withDisks(String... ids) {
        return with(state, List.of(ids), partition, reservation);
    }

    public VmSeed inPartition(String id) {
        return with(state, disks, Optional.of(id), reservation);
    }

    public VmSeed using(String reservationId) {
        return with(state, disks, partition, Optional.of(reservationId));
    }

    public VmSeed in(String groupId, String templateId) {
        return new VmSeed(
                id,
                project,
                name,
                type,
                location,
                state,
                disks,
                partition,
                reservation,
                Optional.of(groupId),
                Optional.of(templateId));
    }

    private VmSeed with(
            Optional<VmState> newState,
            List<String> newDisks,
            Optional<String> newPartition,
            Optional<String> newReservation) {
        return new VmSeed(
                id,
                project,
                name,
                type,
                location,
                newState,
                newDisks,
                newPartition,
                newReservation,
                group,
                template);
    }
}
