package io.pilothouse.provider.crusoe.organisation;

import static io.pilothouse.cloud.Action.Effect.CHANGE;
import static io.pilothouse.cloud.Action.Effect.DESTROY;
import static io.pilothouse.cloud.Action.Target.ROW;
import static io.pilothouse.cloud.Action.Target.SCOPE;

import io.pilothouse.cloud.Action;
import io.pilothouse.cloud.Action.Ask;
import io.pilothouse.cloud.ApiCall;
import io.pilothouse.cloud.Request;
import io.pilothouse.cloud.ResourceType;
import io.pilothouse.cloud.Step;
import io.pilothouse.cloud.form.Form;
import io.pilothouse.domain.Json;
import io.pilothouse.domain.Kind;
import io.pilothouse.domain.Resource;
import io.pilothouse.domain.Status;
import io.pilothouse.provider.crusoe.api.Choose;
import io.pilothouse.provider.crusoe.api.CrusoeApi;
import io.pilothouse.provider.crusoe.api.CrusoeFacts;
import io.pilothouse.provider.crusoe.api.Types;
import io.pilothouse.provider.reading.Row;

import java.util.List;
import java.util.Optional;

/// Projects, the scope of nearly everything. One is deleted together with its VMs, so its name is typed first.
public final class Projects {
    private static final String PATH = "/organizations/projects";
    private static final String ONE = PATH + "/{project_id}";
    private static final Form CREATE =
            Form.of(Choose.name("name"), Choose.row("organization_id", Types.ORGANIZATION, _ -> ""))
                    .check(
                            (answers, known) ->
                                    CrusoeApi.nameTaken(Types.PROJECT, "name", answers, known));

    private Projects() {}

    public static ResourceType type() {
        return ResourceType.of(
                        Types.PROJECT,
                        Kind.PROJECT,
                        CrusoeApi.list(Types.PROJECT, PATH, Projects::decode),
                        Action.on(
                                        SCOPE,
                                        "crusoe.project.create",
                                        CHANGE,
                                        Projects::create,
                                        Types.PROJECT)
                                .asks(CREATE),
                        Action.on(
                                        ROW,
                                        "crusoe.project.rename",
                                        CHANGE,
                                        Projects::rename,
                                        Types.PROJECT)
                                .off(CrusoeApi::offWithoutId)
                                .asks((rows, _) -> renameForm(rows.getFirst())),
                        Action.on(
                                        ROW,
                                        "crusoe.project.delete",
                                        DESTROY,
                                        Projects::delete,
                                        Types.PROJECT)
                                .off(CrusoeApi::offWithoutId)
                                .typed(Resource::name))
                .read(CrusoeApi.one(ONE, Projects::decode))
                .columns(
                        CrusoeFacts.ORGANIZATION,
                        CrusoeFacts.RELATION,
                        CrusoeFacts.INSTANCE_COUNT,
                        CrusoeFacts.DISK_COUNT);
    }

    private static List<Step> create(Ask ask) {
        var body = ask.answers().only("name", "organization_id");
        var request = Request.of("POST", PATH).json(body);
        return List.of(
                CrusoeApi.creation(request, "project", Types.PROJECT, "", body.word("name")));
    }

    private static List<Step> rename(Ask ask) {
        var name = ask.answers().word("name");
        var request =
                Request.of("PUT", PATH)
                        .query("project_id", Optional.of(ask.target().id()))
                        .json(Json.obj("name", name));
        return List.of(
                Step.of(ApiCall.write(request).as(answer -> answer.at("project")), ask.targets())
                        .sign(CrusoeApi.named(ask.target(), name)));
    }

    private static Form renameForm(Resource row) {
        return Form.of(Choose.name("name")).from(Json.obj("name", row.name()));
    }

    private static List<Step> delete(Ask ask) {
        var row = ask.target();
        return List.of(
                Step.of(ApiCall.write(Request.of("DELETE", ONE, row.id())), ask.targets())
                        .sign((_, now) -> CrusoeApi.isGone(row, now)));
    }

    static Resource decode(Json json) {
        var row = new Row(json);
        var id = row.need("id");
        return row.marked(
                Resource.of(Types.PROJECT, id, row.text("name").orElse(id), Status.NONE, json)
                        .with(
                                CrusoeFacts.ORGANIZATION,
                                row.link(Types.ORGANIZATION, "organization_id"))
                        .with(CrusoeFacts.RELATION, row.text("relation"))
                        .with(CrusoeFacts.INSTANCE_COUNT, count(row, "instances"))
                        .with(CrusoeFacts.DISK_COUNT, count(row, "disks"))
                        .with(CrusoeFacts.NETWORK_COUNT, count(row, "vpc_networks")));
    }

    private static Optional<Long> count(Row row, String of) {
        return row.whole(CrusoeApi.MOST, "resources", of, "count");
    }
}
