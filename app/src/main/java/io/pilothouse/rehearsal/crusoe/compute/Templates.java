package io.pilothouse.rehearsal.crusoe.compute;

import io.pilothouse.domain.Json;
import io.pilothouse.rehearsal.crusoe.call.Call;
import io.pilothouse.rehearsal.crusoe.call.CrusoeError;
import io.pilothouse.rehearsal.crusoe.call.Rows;
import io.pilothouse.rehearsal.crusoe.call.Table;
import io.pilothouse.rehearsal.crusoe.call.Words;
import io.pilothouse.rehearsal.crusoe.machine.Group;
import io.pilothouse.rehearsal.crusoe.machine.Template;
import io.pilothouse.rehearsal.crusoe.machine.VmOrder.NewDisk;
import io.pilothouse.rehearsal.crusoe.place.VmType;
import io.pilothouse.rehearsal.crusoe.storage.Disk;
import io.pilothouse.rehearsal.crusoe.storage.DiskSize;
import io.pilothouse.rehearsal.front.Body;

import java.util.List;
import java.util.Set;

/// The operations on instance templates.
public record Templates(World world, Vms vms, Rows<Template> rows, Rows<Group> groups) {
    private static final String PATH = "/projects/{project_id}/compute/instance-templates";
    private static final Set<String> DISKS = Set.of(Disk.SSD, Disk.SHARED);

    public void routes(Table table) {
        var one = PATH + "/{instance_template_id}";
        table.json("GET", PATH, this::list)
                .json("POST", PATH, this::create)
                .json(
                        "GET",
                        one,
                        call ->
                                rows.need(
                                                call.project(),
                                                call.value("instance_template_id"),
                                                "instance template",
                                                CrusoeError::notFound)
                                        .json())
                .empty("DELETE", one, this::delete);
    }

    private Json list(Call call) {
        return Json.obj("items", rows.of(call.project()).stream().map(Template::json).toList());
    }

    private Json create(Call call) {
        var made = read(call.body(), call.project());
        rows.put(made);
        return made.json();
    }

    /// One that a group is made after is refused: the stricter reading.
    private void delete(Call call) {
        var template =
                rows.need(
                        call.project(),
                        call.value("instance_template_id"),
                        "instance template",
                        CrusoeError::badRequest);
        if (groups.of(call.project()).stream().anyMatch(g -> g.template().equals(template.id()))) {
            throw CrusoeError.badRequest("An instance group uses the template.");
        }
        rows.remove(template.id());
    }

    Template read(Body body, String project) {
        var type = world.catalogue().type(body.text("type"));
        var location = Words.maybe(body, "location").map(world.catalogue()::location).orElse("");
        return new Template(
                Words.newId(),
                project,
                Words.name(body, "template_name"),
                type,
                Words.maybe(body, "image_name")
                        .map(
                                name -> {
                                    world.catalogue().image(name);
                                    return name;
                                })
                        .orElse(""),
                location,
                location.isEmpty() ? "" : subnet(body, project, location),
                location.isEmpty() ? "" : partition(body, project, type, location),
                VmOrders.sshKey(body),
                Words.maybe(body, "startup_script").orElse(""),
                Words.maybe(body, "shutdown_script").orElse(""),
                body.has("public_ip_address_type")
                        ? Words.oneOf(body, "public_ip_address_type", VmOrders.PUBLIC)
                        : "dynamic",
                Words.maybe(body, "reservation_id").orElse(""),
                body.has("disks") ? body.objects("disks", Templates::disk) : List.of(),
                VmOrders.nested(body),
                world.agenda().time());
    }

    private String subnet(Body body, String project, String location) {
        var subnet =
                world.subnets()
                        .need(project, body.text("subnet_id"), "subnet", CrusoeError::badRequest);
        VmOrders.needIn(location, subnet);
        return subnet.id();
    }

    /// Needed for types with Infiniband, wrong for others.
    private String partition(Body body, String project, VmType type, String location) {
        if (!type.infiniband() && Words.maybe(body, "ib_partition_id").isEmpty()) {
            return "";
        }
        var id = Words.name(body, "ib_partition_id");
        return vms.orders().partition(id, project, type, location).id();
    }

    private static NewDisk disk(Body body) {
        return new NewDisk(Words.oneOf(body, "type", DISKS), DiskSize.gib(body.text("size")));
    }
}
