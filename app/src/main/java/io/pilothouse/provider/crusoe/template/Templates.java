package io.pilothouse.provider.crusoe.template;

import static io.pilothouse.cloud.Action.Effect.CHANGE;
import static io.pilothouse.cloud.Action.Effect.COST;
import static io.pilothouse.cloud.Action.Effect.DESTROY;
import static io.pilothouse.cloud.Action.Target.ROW;
import static io.pilothouse.cloud.Action.Target.ROWS;
import static io.pilothouse.cloud.Action.Target.SCOPE;

import io.pilothouse.cloud.Action;
import io.pilothouse.cloud.Action.Ask;
import io.pilothouse.cloud.Request;
import io.pilothouse.cloud.ResourceType;
import io.pilothouse.cloud.Step;
import io.pilothouse.domain.Facts;
import io.pilothouse.domain.Json;
import io.pilothouse.domain.Kind;
import io.pilothouse.domain.Resource;
import io.pilothouse.domain.Status;
import io.pilothouse.provider.crusoe.api.Collection;
import io.pilothouse.provider.crusoe.api.CrusoeApi;
import io.pilothouse.provider.crusoe.api.CrusoeFacts;
import io.pilothouse.provider.crusoe.api.Types;
import io.pilothouse.provider.crusoe.compute.VmCreation;
import io.pilothouse.provider.reading.Row;

import java.util.List;
import java.util.Optional;

/// What VMs are made after. A template is never changed: another one is made.
public final class Templates {
    private static final String PATH = Collection.PROJECT + "/compute/instance-templates";
    private static final String ONE = PATH + "/{instance_template_id}";

    private Templates() {}

    public static ResourceType type() {
        return ResourceType.of(
                        Types.TEMPLATE,
                        Kind.TEMPLATE,
                        CrusoeApi.list(Types.TEMPLATE, PATH, Templates::decode),
                        Action.on(
                                        SCOPE,
                                        "crusoe.instance-template.create",
                                        CHANGE,
                                        Templates::create,
                                        Types.TEMPLATE)
                                .asks(TemplateForm.FORM),
                        Action.on(
                                        ROW,
                                        "crusoe.instance-template.create-vms",
                                        COST,
                                        BulkCreation::plan,
                                        Types.VM,
                                        Types.DISK,
                                        Types.GROUP)
                                .off(CrusoeApi::offWithoutId)
                                .asks((rows, _) -> BulkForm.of(rows.getFirst())),
                        Action.on(
                                        ROWS,
                                        "crusoe.instance-template.delete",
                                        DESTROY,
                                        ask -> CrusoeApi.deletions(ONE, ask.targets()),
                                        Types.TEMPLATE)
                                .off(CrusoeApi::offWithoutId))
                .within(Types.PROJECT)
                .read(CrusoeApi.one(ONE, Templates::decode))
                .columns(CrusoeFacts.IMAGE);
    }

    private static List<Step> create(Ask ask) {
        var answers = ask.answers();
        var body =
                answers.only(
                                "template_name",
                                "type",
                                "ssh_public_key",
                                "image_name",
                                "location",
                                "subnet_id",
                                "ib_partition_id",
                                "public_ip_address_type",
                                "reservation_id")
                        .with("startup_script", VmCreation.script(answers, "startup_script"))
                        .with("shutdown_script", VmCreation.script(answers, "shutdown_script"))
                        .with("virtualization_features", VmCreation.virtualization(answers))
                        .with("disks", disks(answers));
        var request = Request.of("POST", PATH, ask.scopeId()).json(body);
        return List.of(
                CrusoeApi.creation(
                        request, "", Types.TEMPLATE, ask.scopeId(), body.word("template_name")));
    }

    private static Optional<List<Json>> disks(Json answers) {
        return Row.some(answers.list("disks").stream().map(d -> d.only("size", "type")).toList());
    }

    static Resource decode(Json json) {
        var row = new Row(json);
        var id = row.need("id");
        return row.marked(
                Resource.of(Types.TEMPLATE, id, row.text("name").orElse(id), Status.NONE, json)
                        .with(Facts.TYPE, row.text("type"))
                        .with(Facts.REGION, row.text("location"))
                        .with(CrusoeFacts.IMAGE, row.text("image_name"))
                        .with(CrusoeFacts.DISKS, shownDisks(row))
                        .with(CrusoeFacts.IP_TYPE, row.text("public_ip_address_type"))
                        .with(CrusoeFacts.PUBLIC_KEY, row.text("ssh_public_key"))
                        .with(CrusoeFacts.STARTUP, row.secret("startup_script"))
                        .with(CrusoeFacts.SHUTDOWN, row.secret("shutdown_script"))
                        .with(
                                CrusoeFacts.SUBNETS,
                                row.link(Types.SUBNET, "subnet_id").map(List::of))
                        .with(
                                CrusoeFacts.PARTITIONS,
                                row.link(Types.IB_PARTITION, "ib_partition_id").map(List::of))
                        .with(
                                CrusoeFacts.RESERVATION,
                                row.link(Types.RESERVATION, "reservation_id"))
                        .with(
                                CrusoeFacts.NESTED,
                                row.flag("virtualization_features", "nested_virtualization"))
                        .with(Facts.CREATED, row.time("created_at")));
    }

    /// As `10GiB persistent-ssd`.
    private static Optional<List<String>> shownDisks(Row row) {
        var disks = row.rows("disks");
        var shown =
                disks.stream()
                        .map(d -> d.text("size").orElse("?") + " " + d.text("type").orElse("?"))
                        .toList();
        row.takeWrong("disks", disks);
        return Row.some(shown);
    }
}
