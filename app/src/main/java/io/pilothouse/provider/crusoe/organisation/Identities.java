package io.pilothouse.provider.crusoe.organisation;

import static io.pilothouse.cloud.Action.Effect.CHANGE;
import static io.pilothouse.cloud.Action.Effect.DESTROY;
import static io.pilothouse.cloud.Action.Target.ROW;

import io.pilothouse.cloud.Action;
import io.pilothouse.cloud.Action.Ask;
import io.pilothouse.cloud.ApiCall;
import io.pilothouse.cloud.Request;
import io.pilothouse.cloud.ResourceType;
import io.pilothouse.cloud.ResourceType.Page;
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

/// The login itself: a list of one. Deleting it deletes all it owns, so that is offered in its details only.
public final class Identities {
    private static final String PATH = "/users/identities";

    /// The shortest answer that nobody but a login gets.
    public static final Request WHO_AM_I = Request.get(PATH);

    private Identities() {}

    public static ResourceType type() {
        return ResourceType.of(
                        Types.IDENTITY,
                        Kind.IDENTITY,
                        _ -> ApiCall.read(WHO_AM_I).as(Identities::page),
                        Action.on(
                                        ROW,
                                        "crusoe.identity.rename",
                                        CHANGE,
                                        Identities::rename,
                                        Types.IDENTITY)
                                .off(Identities::offUnreadable)
                                .asks((rows, _) -> renameForm(rows.getFirst())),
                        Action.on(
                                        ROW,
                                        "crusoe.identity.delete",
                                        DESTROY,
                                        Identities::delete,
                                        Types.IDENTITY)
                                .off(Identities::offUnreadable)
                                .onlyInDetails()
                                .typed(Resource::id))
                .columns(CrusoeFacts.ROLE);
    }

    private static Page page(Json answer) {
        var identity = CrusoeApi.object(answer, "identity");
        return Page.of(Types.IDENTITY, List.of(identity), Identities::decode);
    }

    /// The role goes along as it is, as the call replaces both.
    private static List<Step> rename(Ask ask) {
        var name = ask.answers().word("name");
        var body = Json.obj("name", name, "role", ask.target().raw().text("role"));
        return List.of(
                Step.of(
                                ApiCall.write(Request.of("PUT", PATH).json(body))
                                        .as(answer -> answer.at("identity")),
                                ask.targets())
                        .sign(CrusoeApi.named(ask.target(), name)));
    }

    private static Form renameForm(Resource row) {
        return Form.of(Choose.name("name")).from(Json.obj("name", row.name()));
    }

    /// No sign: what would be read back is refused then, as nobody is left to ask.
    private static List<Step> delete(Ask ask) {
        return List.of(Step.of(ApiCall.write(Request.of("DELETE", PATH)), ask.targets()));
    }

    private static Optional<String> offUnreadable(Resource row) {
        return row.raw().word("email").equals(row.id())
                ? Optional.empty()
                : Optional.of("off.crusoe.unreadable");
    }

    static Resource decode(Json json) {
        var row = new Row(json);
        var email = row.need("email");
        return row.marked(
                Resource.of(
                                Types.IDENTITY,
                                email,
                                row.text("name").orElse(email),
                                Status.NONE,
                                json)
                        .with(CrusoeFacts.ROLE, row.text("role")));
    }
}
