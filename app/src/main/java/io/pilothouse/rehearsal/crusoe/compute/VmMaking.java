package io.pilothouse.rehearsal.crusoe.compute;

import io.pilothouse.domain.Json;
import io.pilothouse.rehearsal.crusoe.call.Operations.Outcome;
import io.pilothouse.rehearsal.crusoe.call.Rows;
import io.pilothouse.rehearsal.crusoe.call.Words;
import io.pilothouse.rehearsal.crusoe.machine.Nic;
import io.pilothouse.rehearsal.crusoe.machine.Vm;
import io.pilothouse.rehearsal.crusoe.machine.VmOrder;
import io.pilothouse.rehearsal.crusoe.machine.VmState;
import io.pilothouse.rehearsal.crusoe.storage.Disk;
import io.pilothouse.rehearsal.crusoe.storage.Disk.Attachment;

import java.util.List;
import java.util.Optional;

/// Makes VMs of orders when their time has come.
final class VmMaking {
    /// What a VM boots from that brings no disk for it: the size is an assumption.
    private static final long OS_SIZE = 128;

    private final World world;
    private final Rows<Vm> rows;
    private int made;

    VmMaking(World world, Rows<Vm> rows) {
        this.world = world;
        this.rows = rows;
    }

    static Outcome outOfStock(VmOrder order) {
        return Outcome.failure(
                "out_of_stock",
                "There is no capacity for %s in %s."
                        .formatted(order.type().name(), order.location()));
    }

    /// Runs at once; a disk that somebody else took in the meantime is why it may fail.
    Outcome make(VmOrder order) {
        for (var wish : order.disks().entrySet()) {
            var disk = world.disks().get(order.project(), wish.getKey());
            if (disk.filter(d -> d.free(wish.getValue().mode())).isEmpty()) {
                return Outcome.failure(
                        "bad_request", "The disk " + wish.getKey() + " is not free any more.");
            }
        }
        return Outcome.success(json(order));
    }

    Json json(VmOrder order) {
        var now = world.agenda().time();
        order.disks()
                .forEach(
                        (id, attachment) ->
                                world.disks()
                                        .get(order.project(), id)
                                        .ifPresent(d -> world.disks().put(d.on(attachment, now))));
        var osDisk = order.bringsOsDisk() ? Optional.<String>empty() : Optional.of(osDisk(order));
        for (int i = 0; i < order.newDisks().size(); i++) {
            var wish = order.newDisks().get(i);
            disk(order, order.name() + "-disk-" + (i + 1), wish.type(), wish.size(), "data");
        }
        var vm =
                new Vm(
                        order.id(),
                        order.project(),
                        order.name(),
                        order.type(),
                        order.location(),
                        VmState.RUNNING,
                        Nic.in(order.subnet(), made++, order.publicType()),
                        order.partitions(),
                        osDisk,
                        order.reservation(),
                        order.group(),
                        order.template(),
                        order.nested(),
                        now,
                        now);
        rows.put(vm);
        order.reservation().ifPresent(r -> world.reservations().use(r, vm.id(), vm.type()));
        return world.json(vm);
    }

    private String osDisk(VmOrder order) {
        return disk(order, order.name() + "-os", Disk.SSD, OS_SIZE, "os");
    }

    private String disk(VmOrder order, String name, String type, long size, String use) {
        var now = world.agenda().time();
        var disk =
                new Disk(
                        Words.id("disk " + name + order.id()),
                        order.project(),
                        name,
                        type,
                        size,
                        order.location(),
                        4096,
                        now,
                        now,
                        List.of(new Attachment(order.id(), use, "read-write")));
        world.disks().put(disk);
        return disk.id();
    }
}
