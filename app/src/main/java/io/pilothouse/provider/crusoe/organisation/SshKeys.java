package io.pilothouse.provider.crusoe.organisation;

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
import io.pilothouse.cloud.form.Input;
import io.pilothouse.domain.Facts;
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

/// Public keys of the login.
public final class SshKeys {
    private static final String PATH = "/users/ssh-keys";

    /// `ssh-ed25519 AAAA… comment` on one line; keeps a pasted private key from being sent.
    private static final String PUBLIC_KEY =
            "(ssh-|ecdsa-|sk-)[A-Za-z0-9@.-]+ +[A-Za-z0-9+/]+={0,3}( .*)?";

    private static final Form ADD =
            Form.of(Choose.name("name"), Field.of("public_key", new Input.Line(PUBLIC_KEY, 16_384)))
                    .check(
                            (answers, known) ->
                                    CrusoeApi.nameTaken(Types.SSH_KEY, "name", answers, known));

    private SshKeys() {}

    public static ResourceType type() {
        return ResourceType.of(
                        Types.SSH_KEY,
                        Kind.SSH_KEY,
                        CrusoeApi.list(Types.SSH_KEY, PATH, SshKeys::decode),
                        Action.on(SCOPE, "crusoe.ssh-key.add", CHANGE, SshKeys::add, Types.SSH_KEY)
                                .asks(ADD),
                        Action.on(
                                        ROWS,
                                        "crusoe.ssh-key.delete",
                                        DESTROY,
                                        SshKeys::delete,
                                        Types.SSH_KEY)
                                .off(CrusoeApi::offWithoutId))
                .columns(CrusoeFacts.FINGERPRINT, Facts.CREATED);
    }

    private static List<Step> add(Ask ask) {
        var body = ask.answers().only("name", "public_key");
        var request = Request.of("POST", PATH).json(body);
        return List.of(
                CrusoeApi.creation(request, "ssh_key", Types.SSH_KEY, "", body.word("name")));
    }

    private static List<Step> delete(Ask ask) {
        return CrusoeApi.deletionsBy(PATH, "id", ask.targets());
    }

    static Resource decode(Json json) {
        var row = new Row(json);
        var id = row.need("id");
        var key = row.text("public_key");
        var sha256 = row.text("fingerprints", "sha256");
        var md5 = row.text("fingerprints", "md5");
        return row.marked(
                Resource.of(Types.SSH_KEY, id, row.text("name").orElse(id), Status.NONE, json)
                        .with(CrusoeFacts.PUBLIC_KEY, key)
                        .with(
                                CrusoeFacts.FINGERPRINT,
                                sha256.or(() -> key.flatMap(Fingerprint::sha256)))
                        .with(CrusoeFacts.MD5, md5)
                        .with(Facts.CREATED, row.time("created_at")));
    }
}
