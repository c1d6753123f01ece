package io.pilothouse.provider.crusoe.organisation;

import static io.pilothouse.cloud.Action.Effect.CHANGE;
import static io.pilothouse.cloud.Action.Effect.DESTROY;
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
import java.util.Optional;

/// API tokens of the login. The secret half of one is told once, in the answer that makes it.
public final class Tokens {
    private static final String PATH = "/users/tokens";
    private static final Form CREATE =
            Form.of(Choose.name("alias"), Field.of("expires_on", new Input.Day()))
                    .check(
                            (answers, known) ->
                                    CrusoeApi.nameTaken(Types.TOKEN, "alias", answers, known));

    private Tokens() {}

    public static ResourceType type() {
        return ResourceType.of(
                        Types.TOKEN,
                        Kind.TOKEN,
                        CrusoeApi.list(Types.TOKEN, PATH, Tokens::decode),
                        Action.on(SCOPE, "crusoe.token.create", CHANGE, Tokens::create, Types.TOKEN)
                                .asks(CREATE)
                                .shownOnce("access_key", "secret_key"),
                        Action.on(ROWS, "crusoe.token.delete", DESTROY, Tokens::delete, Types.TOKEN)
                                .off(Tokens::offUnreadable))
                .columns(CrusoeFacts.LAST_USED);
    }

    /// It expires when the day begins, in UTC.
    private static List<Step> create(Ask ask) {
        var alias = ask.answers().word("alias");
        var body =
                Json.obj(
                        "alias",
                        alias,
                        "expires_at",
                        ask.answers().text("expires_on").map(day -> day + "T00:00:00Z"));
        var call =
                ApiCall.write(Request.of("POST", PATH).json(body)).as(answer -> answer.at("token"));
        return List.of(
                Step.of(call, List.of())
                        .label(alias)
                        .reached(token -> token.texts("access_key"))
                        .sign(
                                CrusoeApi.answeredOr(
                                        (_, now) ->
                                                CrusoeApi.isNamed(Types.TOKEN, "", alias, now))));
    }

    private static List<Step> delete(Ask ask) {
        return CrusoeApi.deletionsBy(PATH, "access_key", ask.targets());
    }

    private static Optional<String> offUnreadable(Resource row) {
        return row.raw().word("access_key").equals(row.id())
                ? Optional.empty()
                : Optional.of("off.crusoe.unreadable");
    }

    static Resource decode(Json json) {
        var row = new Row(json);
        var key = row.need("access_key");
        return row.marked(
                Resource.of(Types.TOKEN, key, row.text("alias").orElse(key), Status.NONE, json)
                        .with(Facts.CREATED, row.time("created_at"))
                        .with(Facts.EXPIRES, row.time("expires_at"))
                        .with(CrusoeFacts.LAST_USED, row.time("last_used")));
    }
}
