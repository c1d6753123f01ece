package io.pilothouse.rehearsal.crusoe.compute;

import io.pilothouse.domain.Json;
import io.pilothouse.rehearsal.crusoe.call.Call;
import io.pilothouse.rehearsal.crusoe.call.CrusoeError;
import io.pilothouse.rehearsal.crusoe.call.Operations.Family;
import io.pilothouse.rehearsal.crusoe.call.Operations.Outcome;
import io.pilothouse.rehearsal.crusoe.call.Rows;
import io.pilothouse.rehearsal.crusoe.call.Table;
import io.pilothouse.rehearsal.crusoe.machine.Group;
import io.pilothouse.rehearsal.crusoe.machine.Vm;
import io.pilothouse.rehearsal.crusoe.machine.VmList;
import io.pilothouse.rehearsal.crusoe.machine.VmOrder;
import io.pilothouse.rehearsal.crusoe.machine.VmState;
import io.pilothouse.rehearsal.crusoe.network.Partition;
import io.pilothouse.rehearsal.crusoe.network.Subnet;
import io.pilothouse.rehearsal.crusoe.storage.Disk.Attachment;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/// The VMs of all projects: listed, made and deleted.
public final class Vms {
    static final String PATH = "/projects/{project_id}/compute/vms/instances";

    private final World world;
    private final Rows<Vm> rows = new Rows<>();
    private final VmOrders orders;
    private final VmMaking making;

    public Vms(World world) {
        this.world = world;
        orders = new VmOrders(world);
        making = new VmMaking(world, rows);
    }

    public void routes(Table table) {
        table.json("GET", PATH, this::list).json("POST", PATH, this::create);
        world.operations().routes(table, Family.VM, PATH);
        table.json("GET", PATH + "/{vm_id}", call -> world.json(known(call)))
                .json("DELETE", PATH + "/{vm_id}", this::delete);
        new VmActions(world, this).routes(table);
        new VmDisks(world, this).routes(table);
    }

    World world() {
        return world;
    }

    VmOrders orders() {
        return orders;
    }

    VmMaking making() {
        return making;
    }

    public int count(String project) {
        return rows.of(project).size();
    }

    List<Vm> of(String project) {
        return rows.of(project);
    }

    public boolean has(String project, String id) {
        return rows.get(project, id).isPresent();
    }

    public boolean uses(Subnet subnet) {
        return rows.of(subnet.project()).stream()
                .anyMatch(vm -> vm.nic().subnet().equals(subnet.id()));
    }

    public boolean uses(Partition partition) {
        return rows.of(partition.project()).stream()
                .anyMatch(vm -> vm.partitions().stream().anyMatch(partition::equals));
    }

    void ungroup(Group group) {
        rows.of(group.project()).stream()
                .filter(vm -> vm.group().equals(Optional.of(group.id())))
                .forEach(vm -> rows.put(vm.ungrouped()));
    }

    public void forget(String project) {
        rows.of(project).forEach(vm -> world.reservations().release(vm.id()));
        rows.forget(project);
    }

    Vm known(Call call) {
        return rows.need(call.project(), call.value("vm_id"), "VM", CrusoeError::unauthorized);
    }

    /// One on which something can be done: it stays, and nothing else is under way.
    Vm idle(Call call) {
        var vm = known(call);
        if (vm.state().ending()) {
            throw CrusoeError.badRequest("The VM is " + vm.state().word() + ".");
        }
        world.operations().needIdle(vm.id());
        return vm;
    }

    /// Puts a changed VM in the place of the old one, and shows it.
    Json changed(Vm vm, UnaryOperator<Vm> change) {
        var now = rows.get(vm.project(), vm.id()).map(change).orElseThrow();
        rows.put(now);
        return world.json(now);
    }

    private Json list(Call call) {
        var list = VmList.of(rows.of(call.project()), call.query());
        return Json.obj(
                "items",
                list.page().stream().map(world::json).toList(),
                "next_page_token",
                list.next(),
                "prev_page_token",
                list.previous());
    }

    private Json create(Call call) {
        var order = orders.read(call);
        needNew(order.project(), Set.of(order.name()));
        return begin(order);
    }

    private Json begin(VmOrder order) {
        var room = world.catalogue().capacity().quantity(order.type().name(), order.location()) > 0;
        return world.operations()
                .begin(
                        Family.VM,
                        order.project(),
                        "CREATE",
                        order.id(),
                        room ? world.speed().boot() : world.speed().address(),
                        () -> room ? making.make(order) : VmMaking.outOfStock(order));
    }

    /// Names differ within a project: the list can be asked for VMs by name. The stricter reading.
    void needNew(String project, Set<String> names) {
        for (var vm : rows.of(project)) {
            if (names.contains(vm.name()) && !vm.state().ending()) {
                throw CrusoeError.badRequest("There is a VM named " + vm.name() + " already.");
            }
        }
    }

    /// For a while the VM is seen as deleted, then no more. The disk made for it goes with it: an assumption.
    private Json delete(Call call) {
        var vm = idle(call);
        rows.put(vm.in(VmState.DELETING, world.agenda().time()));
        return deleting(vm);
    }

    private Json deleting(Vm vm) {
        return world.operations()
                .begin(
                        Family.VM,
                        vm.project(),
                        "DELETE",
                        vm.id(),
                        world.speed().terminate(),
                        () -> {
                            var now = world.agenda().time();
                            world.disks().of(vm.project()).stream()
                                    .filter(d -> d.on(vm.id()))
                                    .map(d -> d.off(vm.id(), now))
                                    .forEach(d -> world.disks().put(d));
                            vm.osDisk().ifPresent(world.disks()::remove);
                            world.reservations().release(vm.id());
                            world.agenda()
                                    .after(world.speed().listed(), () -> rows.remove(vm.id()));
                            return Outcome.success(changed(vm, v -> v.in(VmState.DELETED, now)));
                        });
    }

    /// Has a VM be there from the beginning.
    public void seed(VmSeed seed) {
        var subnet = orders.usualSubnet(seed.project(), seed.location());
        var type = world.catalogue().type(seed.type());
        var order =
                new VmOrder(
                        seed.id(),
                        seed.project(),
                        seed.name(),
                        type,
                        seed.location(),
                        subnet,
                        "dynamic",
                        seed.disks().stream()
                                .collect(
                                        Collectors.toMap(
                                                d -> d,
                                                _ ->
                                                        new Attachment(
                                                                seed.id(), "data", "read-write"))),
                        List.of(),
                        seed.partition().stream()
                                .map(
                                        p ->
                                                orders.partition(
                                                        p, seed.project(), type, seed.location()))
                                .toList(),
                        seed.reservation(),
                        seed.group(),
                        seed.template(),
                        false);
        if (seed.state().isEmpty()) {
            begin(order);
            return;
        }
        making.json(order);
        var state = seed.state().get();
        var vm = rows.get(seed.project(), seed.id()).orElseThrow().in(state, world.agenda().time());
        rows.put(vm);
        if (state == VmState.DELETING) {
            deleting(vm);
        }
    }
}
