package io.pilothouse.provider.crusoe.organisation;

import io.pilothouse.cloud.ApiCall;
import io.pilothouse.cloud.Request;
import io.pilothouse.cloud.ResourceType;
import io.pilothouse.cloud.ResourceType.Page;
import io.pilothouse.domain.Json;
import io.pilothouse.domain.JsonText;
import io.pilothouse.domain.Kind;
import io.pilothouse.domain.Resource;
import io.pilothouse.domain.Status;
import io.pilothouse.provider.crusoe.api.CrusoeApi;
import io.pilothouse.provider.crusoe.api.CrusoeFacts;
import io.pilothouse.provider.crusoe.api.Types;
import io.pilothouse.provider.reading.Row;

import java.util.Optional;

/// What the service has switched on or off for the login. A value can be anything.
public final class FeatureFlags {
    private FeatureFlags() {}

    public static ResourceType type() {
        return ResourceType.of(
                        Types.FEATURE_FLAG,
                        Kind.FEATURE,
                        _ -> ApiCall.read(Request.get("/featureflags")).as(FeatureFlags::page))
                .columns(CrusoeFacts.VALUE);
    }

    /// One object whose names are the flags; each row keeps its name as `id`.
    private static Page page(Json answer) {
        var flags =
                CrusoeApi.object(answer, "feature_flags").fields().entrySet().stream()
                        .map(f -> Json.obj("id", f.getKey(), "value", f.getValue()))
                        .toList();
        return Page.of(Types.FEATURE_FLAG, flags, FeatureFlags::decode);
    }

    static Resource decode(Json json) {
        var name = new Row(json).need("id");
        var value = json.at("value");
        return Resource.of(Types.FEATURE_FLAG, name, name, Status.NONE, json)
                .with(
                        CrusoeFacts.VALUE,
                        value.text().or(() -> Optional.of(JsonText.masked(value))));
    }
}
