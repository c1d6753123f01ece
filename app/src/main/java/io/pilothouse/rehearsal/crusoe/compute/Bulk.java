package io.pilothouse.rehearsal.crusoe.compute;

import io.pilothouse.domain.Json;
import io.pilothouse.rehearsal.crusoe.call.Call;
import io.pilothouse.rehearsal.crusoe.call.CrusoeError;
import io.pilothouse.rehearsal.crusoe.call.Operations.Family;
import io.pilothouse.rehearsal.crusoe.call.Operations.Outcome;
import io.pilothouse.rehearsal.crusoe.call.Rows;
import io.pilothouse.rehearsal.crusoe.call.Table;
import io.pilothouse.rehearsal.crusoe.call.Words;
import io.pilothouse.rehearsal.crusoe.machine.Group;
import io.pilothouse.rehearsal.crusoe.machine.Template;
import io.pilothouse.rehearsal.crusoe.machine.VmOrder;
import io.pilothouse.rehearsal.crusoe.network.Partition;
import io.pilothouse.rehearsal.crusoe.network.Subnet;
import io.pilothouse.rehearsal.front.Body;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Many VMs at once, after a template: so many in each location.
public record Bulk(
        World world, Vms vms, Templates templates, Rows<Template> known, Rows<Group> groups) {
    /// At once, an assumption: the document names no bound.
    private static final long MOST = 100;

    /// Where VMs are to be.
    private record Place(String location, Subnet subnet, List<Partition> partitions) {}

    public void routes(Table table) {
        table.json("POST", "/projects/{project_id}/compute/vms/bulk-instances", this::create);
    }

    /// All of them or none. The document does not say what the operation is about and what it results in: here it is
    /// about the first VM, and results in a list as lists are.
    private Json create(Call call) {
        var orders = orders(call);
        vms.needNew(call.project(), new HashSet<>(orders.stream().map(VmOrder::name).toList()));
        var lacking = orders.stream().filter(o -> !room(o, orders)).findFirst();
        return world.operations()
                .begin(
                        Family.VM,
                        call.project(),
                        "CREATE",
                        orders.getFirst().id(),
                        lacking.isPresent() ? world.speed().address() : world.speed().boot(),
                        () ->
                                lacking.map(VmMaking::outOfStock)
                                        .orElseGet(
                                                () ->
                                                        Outcome.success(
                                                                Json.obj(
                                                                        "items",
                                                                        orders.stream()
                                                                                .map(
                                                                                        vms.making()
                                                                                                ::json)
                                                                                .toList()))));
    }

    private boolean room(VmOrder order, List<VmOrder> orders) {
        var wanted = orders.stream().filter(o -> o.location().equals(order.location())).count();
        return world.catalogue().capacity().quantity(order.type().name(), order.location())
                >= wanted;
    }

    private List<VmOrder> orders(Call call) {
        var body = call.body();
        var project = call.project();
        var prefix = Words.name(body, "name_prefix");
        var count = body.numberFrom("count", 1);
        if (count > MOST) {
            throw CrusoeError.badRequest("count must be at most " + MOST + ".");
        }
        var group =
                Words.maybe(body, "instance_group_id")
                        .map(
                                id ->
                                        groups.need(
                                                project,
                                                id,
                                                "instance group",
                                                CrusoeError::badRequest));
        var template = template(body, project, group);
        var places =
                body.has("locations")
                        ? body.objects("locations", b -> place(b, project, template))
                        : List.<Place>of();
        if (places.isEmpty()) {
            places = List.of(place(template));
        }
        var orders = new ArrayList<VmOrder>();
        for (var place : places) {
            for (long i = 0; i < count; i++) {
                var name = prefix + "-" + (orders.size() + 1);
                orders.add(order(name, template, place, group, body));
            }
        }
        return orders;
    }

    /// One of the two, or else the group's own.
    private Template template(Body body, String project, Optional<Group> group) {
        var id = Words.maybe(body, "instance_template_id");
        if (id.isPresent() && body.has("instance_template")) {
            throw CrusoeError.badRequest("Give either instance_template or instance_template_id.");
        }
        if (body.has("instance_template")) {
            return templates.read(body.object("instance_template"), project);
        }
        return id.or(() -> group.map(Group::template))
                .map(t -> known.need(project, t, "instance template", CrusoeError::badRequest))
                .orElseThrow(
                        () ->
                                CrusoeError.badRequest(
                                        "instance_template or instance_template_id is required."));
    }

    private Place place(Body body, String project, Template template) {
        var location = world.catalogue().location(body.text("location"));
        var subnet =
                Words.maybe(body, "subnet_id")
                        .map(
                                id ->
                                        world.subnets()
                                                .need(
                                                        project,
                                                        id,
                                                        "subnet",
                                                        CrusoeError::badRequest))
                        .orElseGet(() -> vms.orders().usualSubnet(project, location));
        VmOrders.needIn(location, subnet);
        var partitions =
                Words.maybe(body, "ib_partition_id")
                        .map(id -> vms.orders().partition(id, project, template.type(), location))
                        .stream()
                        .toList();
        return new Place(location, subnet, partitions);
    }

    private Place place(Template template) {
        var project = template.project();
        if (template.location().isEmpty()) {
            var location =
                    world.catalogue()
                            .roomiest(template.type().name())
                            .orElse(world.catalogue().locations().getFirst());
            return new Place(location, vms.orders().usualSubnet(project, location), List.of());
        }
        return new Place(
                template.location(),
                world.subnets().need(project, template.subnet(), "subnet", CrusoeError::badRequest),
                template.partition().isEmpty()
                        ? List.of()
                        : List.of(
                                vms.orders()
                                        .partition(
                                                template.partition(),
                                                project,
                                                template.type(),
                                                template.location())));
    }

    private VmOrder order(
            String name, Template template, Place place, Optional<Group> group, Body body) {
        var reserved = template.reservation();
        return new VmOrder(
                Words.newId(),
                template.project(),
                name,
                template.type(),
                place.location,
                place.subnet,
                template.publicType(),
                Map.of(),
                template.disks(),
                place.partitions,
                reserved.isEmpty() || body.has("reservation_specification")
                        ? vms.orders()
                                .reservation(
                                        body, template.project(), template.type(), place.location)
                        : Optional.of(reserved),
                group.map(Group::id),
                known.has(template.id()) ? Optional.of(template.id()) : Optional.empty(),
                template.nested());
    }
}
