package io.pilothouse.rehearsal.crusoe.compute;

import io.pilothouse.domain.Json;
import io.pilothouse.rehearsal.crusoe.call.Call;
import io.pilothouse.rehearsal.crusoe.call.CrusoeError;
import io.pilothouse.rehearsal.crusoe.call.Rows;
import io.pilothouse.rehearsal.crusoe.call.Table;
import io.pilothouse.rehearsal.crusoe.call.Words;
import io.pilothouse.rehearsal.crusoe.machine.Group;
import io.pilothouse.rehearsal.crusoe.machine.Template;
import io.pilothouse.rehearsal.crusoe.machine.Vm;
import io.pilothouse.rehearsal.crusoe.machine.VmState;

import java.util.Optional;
import java.util.function.Function;

/// The operations on instance groups.
public record Groups(World world, Vms vms, Rows<Group> rows, Rows<Template> templates) {
    private static final String PATH = "/projects/{project_id}/compute/instance-groups";

    public void routes(Table table) {
        var one = PATH + "/{instance_group_id}";
        table.json("GET", PATH, this::list)
                .json("POST", PATH, this::create)
                .json("GET", one, call -> json(known(call, CrusoeError::notFound)))
                .json("PATCH", one, this::change)
                .empty("DELETE", one, this::delete);
    }

    private Json list(Call call) {
        return Json.obj("items", rows.of(call.project()).stream().map(this::json).toList());
    }

    private Group known(Call call, Function<String, CrusoeError> refusal) {
        return rows.need(
                call.project(), call.value("instance_group_id"), "instance group", refusal);
    }

    private Json create(Call call) {
        var body = call.body();
        var name = Words.name(body, "name");
        var now = world.agenda().time();
        var template = template(call.project(), body.text("template_id"));
        var made = new Group(Words.newId(), call.project(), name, template, now, now);
        rows.put(made);
        return json(made);
    }

    private String template(String project, String id) {
        return templates.need(project, id, "instance template", CrusoeError::badRequest).id();
    }

    private Json change(Call call) {
        var old = known(call, CrusoeError::badRequest);
        var body = call.body();
        var changed =
                new Group(
                        old.id(),
                        old.project(),
                        body.has("name") ? Words.name(body, "name") : old.name(),
                        Words.maybe(body, "template_id")
                                .map(id -> template(old.project(), id))
                                .orElse(old.template()),
                        old.created(),
                        world.agenda().time());
        rows.put(changed);
        return json(changed);
    }

    /// Its VMs stay, in no group.
    private void delete(Call call) {
        var group = known(call, CrusoeError::badRequest);
        rows.remove(group.id());
        vms.ungroup(group);
    }

    private Json json(Group group) {
        var members =
                vms.of(group.project()).stream()
                        .filter(vm -> vm.group().equals(Optional.of(group.id())))
                        .toList();
        return Json.obj(
                "id",
                group.id(),
                "name",
                group.name(),
                "project_id",
                group.project(),
                "template_id",
                group.template(),
                "instances",
                members.stream().map(Vm::id).toList(),
                "running_instance_count",
                members.stream().filter(vm -> vm.state() == VmState.RUNNING).count(),
                "created_at",
                group.created(),
                "updated_at",
                group.updated());
    }
}
