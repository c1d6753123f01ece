package io.pilothouse.rehearsal.crusoe.compute;

import io.pilothouse.domain.Json;
import io.pilothouse.rehearsal.crusoe.call.Call;
import io.pilothouse.rehearsal.crusoe.call.CrusoeError;
import io.pilothouse.rehearsal.crusoe.call.Operations.Family;
import io.pilothouse.rehearsal.crusoe.call.Operations.Outcome;
import io.pilothouse.rehearsal.crusoe.call.Table;
import io.pilothouse.rehearsal.crusoe.call.Words;
import io.pilothouse.rehearsal.crusoe.machine.Vm;
import io.pilothouse.rehearsal.crusoe.machine.VmState;
import io.pilothouse.rehearsal.crusoe.network.Partition;
import io.pilothouse.rehearsal.front.Body;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/// The changes of a VM that one PATCH makes, by its `action`.
record VmActions(World world, Vms vms) {
    private static final Set<String> ACTIONS =
            Set.of("START", "STOP", "RESET", "RESERVE", "UNRESERVE", "UPDATE");

    void routes(Table table) {
        table.json("PATCH", Vms.PATH + "/{vm_id}", this::patch);
    }

    private Json patch(Call call) {
        var body = call.body();
        var action = Words.oneOf(body, "action", ACTIONS);
        body.maybe("commitment_period", f -> body.numberFrom(f, 0));
        var vm = vms.idle(call);
        return switch (action) {
            case "START" -> {
                need(vm.state().stopped(), "The VM is running.");
                yield begin(
                        vm,
                        action,
                        world.speed().restart(),
                        v -> v.in(VmState.RUNNING, world.agenda().time()));
            }
            case "STOP" -> {
                needRunning(vm);
                yield begin(
                        vm,
                        action,
                        world.speed().terminate(),
                        v -> v.in(VmState.STOPPED, world.agenda().time()));
            }
            case "RESET" -> {
                needRunning(vm);
                yield begin(
                        vm,
                        action,
                        world.speed().restart(),
                        v -> v.in(VmState.RUNNING, world.agenda().time()));
            }
            case "RESERVE" -> reserve(vm, body);
            case "UNRESERVE" -> unreserve(vm);
            default -> update(vm, body);
        };
    }

    private static void need(boolean right, String problem) {
        if (!right) {
            throw CrusoeError.badRequest(problem);
        }
    }

    private static void needRunning(Vm vm) {
        need(vm.state() == VmState.RUNNING, "The VM is not running.");
    }

    private Json begin(Vm vm, String name, Duration lasts, UnaryOperator<Vm> change) {
        return world.operations()
                .begin(
                        Family.VM,
                        vm.project(),
                        name,
                        vm.id(),
                        lasts,
                        () -> Outcome.success(vms.changed(vm, change)));
    }

    /// At once, as the document says.
    private Json reserve(Vm vm, Body body) {
        var id = Words.name(body, "reservation_id");
        world.reservations().release(vm.id());
        try {
            world.reservations().check(id, vm.project(), vm.type(), vm.location());
        } catch (CrusoeError e) {
            vm.reservation().ifPresent(r -> world.reservations().use(r, vm.id(), vm.type()));
            throw e;
        }
        world.reservations().use(id, vm.id(), vm.type());
        return done(vm, "RESERVE", Optional.of(id));
    }

    private Json unreserve(Vm vm) {
        need(vm.reservation().isPresent(), "The VM uses no reservation.");
        world.reservations().release(vm.id());
        return done(vm, "UNRESERVE", Optional.empty());
    }

    private Json done(Vm vm, String name, Optional<String> reservation) {
        var shown = vms.changed(vm, v -> v.reserved(reservation, world.agenda().time()));
        return world.operations().done(Family.VM, vm.project(), name, vm.id(), shown);
    }

    /// The type and the Infiniband partitions only while the VM is stopped, the kind of its public address always.
    private Json update(Vm vm, Body body) {
        var type = Words.maybe(body, "type").map(world.catalogue()::type);
        var adapters = body.has("host_channel_adapters");
        need(
                type.isPresent() || adapters || body.has("network_interfaces"),
                "UPDATE needs type, host_channel_adapters or network_interfaces.");
        need(
                vm.state().stopped() || (type.isEmpty() && !adapters),
                "The VM must be stopped for that.");
        var newType = type.orElse(vm.type());
        var partitions =
                adapters
                        ? vms.orders().partitions(body, vm.project(), newType, vm.location())
                        : newType.infiniband() ? vm.partitions() : List.<Partition>of();
        var nic =
                body.has("network_interfaces")
                        ? vm.nic()
                                .withPublic(
                                        vms.orders().interfaces(body, vm.project()).publicType())
                        : vm.nic();
        return begin(
                vm,
                "UPDATE",
                world.speed().address(),
                v -> {
                    var now = world.agenda().time();
                    // A reservation is for one product line.
                    var kept =
                            newType.line().equals(v.type().line())
                                    ? v.reservation()
                                    : Optional.<String>empty();
                    world.reservations().release(v.id());
                    kept.ifPresent(r -> world.reservations().use(r, v.id(), newType));
                    return v.of(newType, now).at(nic, partitions, now).reserved(kept, now);
                });
    }
}
