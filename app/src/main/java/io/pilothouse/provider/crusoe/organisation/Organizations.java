package io.pilothouse.provider.crusoe.organisation;

import static io.pilothouse.cloud.Action.Effect.CHANGE;
import static io.pilothouse.cloud.Action.Target.ROW;

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
import io.pilothouse.domain.Status.Phase;
import io.pilothouse.provider.crusoe.api.Choose;
import io.pilothouse.provider.crusoe.api.CrusoeApi;
import io.pilothouse.provider.crusoe.api.CrusoeFacts;
import io.pilothouse.provider.crusoe.api.Types;
import io.pilothouse.provider.reading.Row;

import java.util.List;
import java.util.Optional;

/// Organisations, which hold projects and pay for them; the API calls them entities too.
public final class Organizations {
    private static final String PATH = "/organizations/entities";

    private Organizations() {}

    public static ResourceType type() {
        return ResourceType.of(
                        Types.ORGANIZATION,
                        Kind.ORGANISATION,
                        CrusoeApi.list(Types.ORGANIZATION, PATH, Organizations::decode),
                        Action.on(
                                        ROW,
                                        "crusoe.organization.rename",
                                        CHANGE,
                                        Organizations::rename,
                                        Types.ORGANIZATION)
                                .off(CrusoeApi::offWithoutId)
                                .asks(
                                        (rows, _) ->
                                                Form.of(Choose.name("organization_name"))
                                                        .from(
                                                                Json.obj(
                                                                        "organization_name",
                                                                        rows.getFirst().name()))))
                .columns(CrusoeFacts.RELATION, CrusoeFacts.BALANCE);
    }

    private static List<Step> rename(Ask ask) {
        var name = ask.answers().word("organization_name");
        var request =
                Request.of("PUT", PATH)
                        .query("org_id", Optional.of(ask.target().id()))
                        .json(Json.obj("organization_name", name));
        return List.of(
                Step.of(ApiCall.write(request), ask.targets())
                        .sign(CrusoeApi.named(ask.target(), name)));
    }

    static Resource decode(Json json) {
        var row = new Row(json);
        var id = row.need("id");
        var status = row.text("state").map(w -> new Status(w, Phase.UNKNOWN)).orElse(Status.NONE);
        row.text("state_reason");
        row.object("features");
        return row.marked(
                Resource.of(Types.ORGANIZATION, id, row.text("name").orElse(id), status, json)
                        .with(CrusoeFacts.RELATION, row.text("relation"))
                        .with(CrusoeFacts.BALANCE, row.text("billing", "balance"))
                        .with(CrusoeFacts.DELINQUENT, row.flag("billing", "delinquent"))
                        .with(
                                CrusoeFacts.PAYABLE,
                                row.flag("billing", "has_valid_payment_method")));
    }
}
