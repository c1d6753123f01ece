package io.pilothouse.provider.lambdacloud;

import static io.pilothouse.cloud.Action.Effect.CHANGE;
import static io.pilothouse.cloud.Action.Effect.DESTROY;
import static io.pilothouse.cloud.Action.Target.ROWS;
import static io.pilothouse.cloud.Action.Target.SCOPE;

import io.pilothouse.cloud.Action;
import io.pilothouse.cloud.Action.Ask;
import io.pilothouse.cloud.Request;
import io.pilothouse.cloud.ResourceType;
import io.pilothouse.cloud.Step;
import io.pilothouse.cloud.form.Form;
import io.pilothouse.cloud.form.Form.Field;
import io.pilothouse.cloud.form.Form.Problem;
import io.pilothouse.cloud.form.Input;
import io.pilothouse.domain.Inventory;
import io.pilothouse.domain.Json;
import io.pilothouse.domain.Kind;
import io.pilothouse.domain.Resource;
import io.pilothouse.domain.Status;
import io.pilothouse.provider.reading.Row;

import java.util.List;
import java.util.Optional;

/// Keys that open instances. One's own public key is added, or the service makes a pair and shows its private half once.
final class SshKeys {
    static final String TYPE = "lambda.ssh-key";
    static final Request LIST = LambdaApi.get("/ssh-keys");

    /// `ssh-ed25519 AAAA… comment` on one line; keeps a pasted private key from being sent.
    private static final String PUBLIC_KEY =
            "(ssh-|ecdsa-|sk-)[A-Za-z0-9@.-]+ +[A-Za-z0-9+/]+={0,3}( .*)?";

    private static final Field NAME = Field.of("name", Input.Line.upTo(64));
    private static final Form ADD =
            Form.of(NAME, Field.of("public_key", new Input.Line(PUBLIC_KEY, 4096)))
                    .check(SshKeys::check);
    private static final Form GENERATE = Form.of(NAME).check(SshKeys::check);

    private SshKeys() {}

    static ResourceType type() {
        return ResourceType.of(
                        TYPE,
                        Kind.SSH_KEY,
                        LambdaApi.list(TYPE, LIST, SshKeys::decode),
                        Action.on(
                                        SCOPE,
                                        "lambda.ssh-key.add",
                                        CHANGE,
                                        ask -> post(ask.answers().only("name", "public_key")),
                                        TYPE)
                                .asks(ADD),
                        Action.on(
                                        SCOPE,
                                        "lambda.ssh-key.generate",
                                        CHANGE,
                                        ask -> post(ask.answers().only("name")),
                                        TYPE)
                                .asks(GENERATE)
                                .shownOnce("private_key"),
                        Action.on(ROWS, "lambda.ssh-key.delete", DESTROY, SshKeys::delete, TYPE)
                                .off(LambdaApi::offWithoutId))
                .columns(LambdaFacts.KEY_TYPE);
    }

    /// Without a public key in it the service makes a pair.
    private static List<Step> post(Json body) {
        var name = body.word("name");
        return List.of(
                Step.of(LambdaApi.write(LambdaApi.of("POST", "/ssh-keys").json(body)), List.of())
                        .label(name)
                        .reached(data -> data.texts("id"))
                        .sign(LambdaApi.answeredOr(now -> isThere(name, now))));
    }

    private static boolean isThere(String name, Inventory now) {
        return now.of(TYPE).stream().anyMatch(r -> r.name().equals(name));
    }

    /// A launch names its key, so a name can stand for one key only.
    private static List<Problem> check(Json answers, Inventory known) {
        var name = answers.word("name");
        return isThere(name, known)
                ? List.of(Problem.of("name", "problem.lambda.name-taken", name))
                : List.of();
    }

    private static List<Step> delete(Ask ask) {
        return LambdaApi.deletions("/ssh-keys", ask.targets());
    }

    static Resource decode(Json json) {
        var row = new Row(json);
        var id = row.need("id");
        Optional<String> key = row.text("public_key");
        return row.marked(
                Resource.of(TYPE, id, row.text("name").orElse(id), Status.NONE, json)
                        .with(LambdaFacts.KEY_TYPE, key.map(k -> k.strip().split(" ", 2)[0]))
                        .with(LambdaFacts.PUBLIC_KEY, key));
    }
}
