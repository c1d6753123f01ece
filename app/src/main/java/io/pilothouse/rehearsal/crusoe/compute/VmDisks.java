package io.pilothouse.rehearsal.crusoe.compute;

import io.pilothouse.domain.Json;
import io.pilothouse.rehearsal.crusoe.call.Call;
import io.pilothouse.rehearsal.crusoe.call.CrusoeError;
import io.pilothouse.rehearsal.crusoe.call.Operations.Family;
import io.pilothouse.rehearsal.crusoe.call.Operations.Outcome;
import io.pilothouse.rehearsal.crusoe.call.Table;
import io.pilothouse.rehearsal.crusoe.machine.Vm;
import io.pilothouse.rehearsal.crusoe.storage.Disk;

import java.util.LinkedHashSet;
import java.util.List;

/// Disks put on VMs and taken off.
record VmDisks(World world, Vms vms) {
    void routes(Table table) {
        var one = Vms.PATH + "/{vm_id}";
        table.json("POST", one + "/attach-disks", this::attach)
                .json("POST", one + "/detach-disks", this::detach);
    }

    private Json attach(Call call) {
        var vm = vms.idle(call);
        var wishes =
                new DiskWishes(world.disks(), world.operations())
                        .read(call.body(), "attach_disks", vm.project(), vm.id(), vm.location());
        if (wishes.isEmpty()) {
            throw CrusoeError.badRequest("attach_disks must not be empty.");
        }
        if (wishes.values().stream().anyMatch(a -> a.type().equals("os"))) {
            throw CrusoeError.badRequest("The VM has its os disk.");
        }
        return world.operations()
                .begin(
                        Family.VM,
                        vm.project(),
                        "ATTACH_DISKS",
                        vm.id(),
                        world.speed().address(),
                        () -> {
                            for (var wish : wishes.entrySet()) {
                                var disk = world.disks().get(vm.project(), wish.getKey());
                                if (disk.filter(d -> d.free(wish.getValue().mode())).isEmpty()) {
                                    return Outcome.failure(
                                            "bad_request",
                                            "The disk " + wish.getKey() + " is not free any more.");
                                }
                            }
                            var now = world.agenda().time();
                            wishes.forEach(
                                    (id, a) ->
                                            world.disks()
                                                    .get(vm.project(), id)
                                                    .ifPresent(
                                                            d -> world.disks().put(d.on(a, now))));
                            return Outcome.success(world.json(vm));
                        });
    }

    private Json detach(Call call) {
        var vm = vms.idle(call);
        var ids = new LinkedHashSet<>(call.body().texts("detach_disks"));
        if (ids.isEmpty()) {
            throw CrusoeError.badRequest("detach_disks must not be empty.");
        }
        List<Disk> disks = ids.stream().map(id -> attached(vm, id)).toList();
        return world.operations()
                .begin(
                        Family.VM,
                        vm.project(),
                        "DETACH_DISKS",
                        vm.id(),
                        world.speed().address(),
                        () -> {
                            var now = world.agenda().time();
                            disks.forEach(
                                    d ->
                                            world.disks()
                                                    .get(vm.project(), d.id())
                                                    .map(there -> there.off(vm.id(), now))
                                                    .ifPresent(world.disks()::put));
                            return Outcome.success(world.json(vm));
                        });
    }

    private Disk attached(Vm vm, String id) {
        var disk = world.disks().need(vm.project(), id, "disk", CrusoeError::badRequest);
        var how =
                disk.attachments().stream()
                        .filter(a -> a.vm().equals(vm.id()))
                        .findFirst()
                        .orElseThrow(
                                () ->
                                        CrusoeError.badRequest(
                                                "The disk "
                                                        + disk.name()
                                                        + " is not attached to the VM."));
        if (how.type().equals("os")) {
            throw CrusoeError.badRequest("An os disk can't be detached.");
        }
        return disk;
    }
}
