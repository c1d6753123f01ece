package io.pilothouse.provider.crusoe.template;

import static io.pilothouse.cloud.Action.Effect.CHANGE;
import static io.pilothouse.cloud.Action.Effect.DESTROY;
import static io.pilothouse.cloud.Action.Target.ROW;
import static io.pilothouse.cloud.Action.Target.ROWS;
import static io.pilothouse.cloud.Action.Target.SCOPE;

import io.pilothouse.cloud.Action;
import io.pilothouse.cloud.Action.Ask;
import io.pilothouse.cloud.ApiCall;
import io.pilothouse.cloud.Request;
import io.pilothouse.cloud.ResourceType;
import io.pilothouse.cloud.Step;
import io.pilothouse.cloud.form.Form;
import io.pilothouse.cloud.form.Form.Field;
import io.pilothouse.domain.Facts;
import io.pilothouse.domain.Json;
import io.pilothouse.domain.Kind;
import io.pilothouse.domain.Resource;
import io.pilothouse.domain.Status;
import io.pilothouse.provider.crusoe.api.Choose;
import io.pilothouse.provider.crusoe.api.Collection;
import io.pilothouse.provider.crusoe.api.CrusoeApi;
import io.pilothouse.provider.crusoe.api.CrusoeFacts;
import io.pilothouse.provider.crusoe.api.Types;
import io.pilothouse.provider.reading.Row;

import java.util.List;

/// VMs that were made after one template and belong together, and how many of them run.
public final class Groups {
    private static final String PATH = Collection.PROJECT + "/compute/instance-groups";
    private static final String ONE = PATH + "/{instance_group_id}";
    private static final Field TEMPLATE = Choose.row("template_id", Types.TEMPLATE, _ -> "");
    private static final Form CREATE =
            Form.of(Choose.name("name"), TEMPLATE)
                    .check(
                            (answers, known) ->
                                    CrusoeApi.nameTaken(Types.GROUP, "name", answers, known));

    private Groups() {}

    public static ResourceType type() {
        return ResourceType.of(
                        Types.GROUP,
                        Kind.GROUP,
                        CrusoeApi.list(Types.GROUP, PATH, Groups::decode),
                        Action.on(
                                        SCOPE,
                                        "crusoe.instance-group.create",
                                        CHANGE,
                                        Groups::create,
                                        Types.GROUP)
                                .asks(CREATE),
                        Action.on(
                                        ROW,
                                        "crusoe.instance-group.edit",
                                        CHANGE,
                                        Groups::edit,
                                        Types.GROUP)
                                .off(CrusoeApi::offWithoutId)
                                .asks((rows, _) -> editForm(rows.getFirst())),
                        Action.on(
                                        ROWS,
                                        "crusoe.instance-group.delete",
                                        DESTROY,
                                        ask -> CrusoeApi.deletions(ONE, ask.targets()),
                                        Types.GROUP,
                                        Types.VM)
                                .off(CrusoeApi::offWithoutId))
                .within(Types.PROJECT)
                .read(CrusoeApi.one(ONE, Groups::decode))
                .columns(CrusoeFacts.RUNNING, Facts.QUANTITY, CrusoeFacts.TEMPLATE);
    }

    private static List<Step> create(Ask ask) {
        var body = ask.answers().only("name", "template_id");
        var request = Request.of("POST", PATH, ask.scopeId()).json(body);
        return List.of(
                CrusoeApi.creation(request, "", Types.GROUP, ask.scopeId(), body.word("name")));
    }

    private static List<Step> edit(Ask ask) {
        var row = ask.target();
        var body = ask.answers().only("name", "template_id");
        var request = Request.of("PATCH", ONE, row.scope(), row.id()).json(body);
        return List.of(
                Step.of(ApiCall.write(request), ask.targets())
                        .sign(
                                CrusoeApi.answeredOr(
                                        (_, now) ->
                                                CrusoeApi.now(row, now)
                                                        .filter(r -> isSame(r.raw(), body))
                                                        .isPresent())));
    }

    private static boolean isSame(Json now, Json wanted) {
        return now.only("name", "template_id").equals(wanted.only("name", "template_id"));
    }

    private static Form editForm(Resource row) {
        return Form.of(Choose.name("name"), TEMPLATE).from(row.raw().only("name", "template_id"));
    }

    /// A newer form of the API says how many are wanted, as `desired_count`; it is shown where it is said.
    static Resource decode(Json json) {
        var row = new Row(json);
        var id = row.need("id");
        return row.marked(
                Resource.of(Types.GROUP, id, row.text("name").orElse(id), Status.NONE, json)
                        .with(Facts.INSTANCES, row.listedLinks(Types.VM, "instances"))
                        .with(
                                CrusoeFacts.RUNNING,
                                row.whole(CrusoeApi.MOST, "running_instance_count"))
                        .with(Facts.QUANTITY, row.whole(CrusoeApi.MOST, "desired_count"))
                        .with(CrusoeFacts.TEMPLATE, row.link(Types.TEMPLATE, "template_id"))
                        .with(Facts.CREATED, row.time("created_at"))
                        .with(CrusoeFacts.UPDATED, row.time("updated_at")));
    }
}
