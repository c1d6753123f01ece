package io.pilothouse.provider.lambdacloud;

import static io.pilothouse.cloud.Action.Effect.COST;
import static io.pilothouse.cloud.Action.Effect.DESTROY;
import static io.pilothouse.cloud.Action.Target.ROWS;
import static io.pilothouse.cloud.Action.Target.SCOPE;

import io.pilothouse.cloud.Action;
import io.pilothouse.cloud.Action.Ask;
import io.pilothouse.cloud.ResourceType;
import io.pilothouse.cloud.Step;
import io.pilothouse.cloud.form.Form;
import io.pilothouse.cloud.form.Form.Field;
import io.pilothouse.cloud.form.Form.Problem;
import io.pilothouse.cloud.form.Input;
import io.pilothouse.domain.Bytes;
import io.pilothouse.domain.Facts;
import io.pilothouse.domain.Inventory;
import io.pilothouse.domain.Json;
import io.pilothouse.domain.Kind;
import io.pilothouse.domain.Resource;
import io.pilothouse.domain.Status;
import io.pilothouse.provider.reading.Row;

import java.util.List;
import java.util.Optional;

/// Shared storage of a region. The list is at `/file-systems`, creating and deleting at `/filesystems`.
final class FileSystems {
    static final String TYPE = "lambda.file-system";
    private static final Form FORM =
            Form.of(
                            Field.of("name", new Input.Line("[a-zA-Z]+[0-9a-zA-Z-]*", 60)),
                            Field.of("region", Input.Choose.one(Regions.ALL)))
                    .check(FileSystems::check);

    private FileSystems() {}

    static ResourceType type() {
        return ResourceType.of(
                        TYPE,
                        Kind.VOLUME,
                        LambdaApi.list(TYPE, LambdaApi.get("/file-systems"), FileSystems::decode),
                        Action.on(
                                        SCOPE,
                                        "lambda.file-system.create",
                                        COST,
                                        FileSystems::create,
                                        TYPE)
                                .asks(FORM),
                        Action.on(
                                        ROWS,
                                        "lambda.file-system.delete",
                                        DESTROY,
                                        FileSystems::delete,
                                        TYPE)
                                .off(FileSystems::offDelete))
                .columns(LambdaFacts.MOUNT_POINT, LambdaFacts.IN_USE);
    }

    private static List<Step> create(Ask ask) {
        var body = ask.answers().only("name", "region");
        return List.of(
                Step.of(LambdaApi.write(LambdaApi.of("POST", "/filesystems").json(body)), List.of())
                        .label(body.word("name"))
                        .reached(data -> data.texts("id"))
                        .sign(LambdaApi.answeredOr(now -> LambdaApi.isThere(TYPE, body, now))));
    }

    /// A name that is taken would make a creation of unknown outcome look done.
    private static List<Problem> check(Json answers, Inventory known) {
        return LambdaApi.isThere(TYPE, answers, known)
                ? List.of(Problem.of("name", "problem.lambda.name-taken", answers.word("name")))
                : List.of();
    }

    private static List<Step> delete(Ask ask) {
        return LambdaApi.deletions("/filesystems", ask.targets()).stream()
                .map(step -> step.reached(data -> data.texts("deleted_ids")))
                .toList();
    }

    private static Optional<String> offDelete(Resource row) {
        return row.raw().isTrue("is_in_use")
                ? Optional.of("off.lambda.file-system-in-use")
                : LambdaApi.offWithoutId(row);
    }

    static Resource decode(Json json) {
        var row = new Row(json);
        var id = row.need("id");
        return row.marked(
                Resource.of(TYPE, id, row.text("name").orElse(id), Status.NONE, json)
                        .with(Facts.REGION, row.text("region", "name"))
                        .with(LambdaFacts.REGION_TEXT, row.text("region", "description"))
                        .with(Facts.SIZE, row.whole(Long.MAX_VALUE, "bytes_used").map(Bytes::new))
                        .with(Facts.CREATED, row.time("created"))
                        .with(LambdaFacts.CREATED_BY, row.text("created_by", "email"))
                        .with(LambdaFacts.MOUNT_POINT, row.text("mount_point"))
                        .with(LambdaFacts.IN_USE, row.flag("is_in_use")));
    }
}
