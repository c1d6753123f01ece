package io.pilothouse.provider.crusoe.organisation;

import io.pilothouse.cloud.ResourceType;
import io.pilothouse.domain.Json;
import io.pilothouse.domain.Kind;
import io.pilothouse.domain.Resource;
import io.pilothouse.domain.Status;
import io.pilothouse.provider.crusoe.api.CrusoeApi;
import io.pilothouse.provider.crusoe.api.Types;

/// Where things can be: bare names.
public final class Locations {
    private Locations() {}

    public static ResourceType type() {
        return ResourceType.of(
                Types.LOCATION,
                Kind.LOCATION,
                CrusoeApi.list(Types.LOCATION, "/locations", Locations::decode));
    }

    static Resource decode(Json json) {
        var name =
                json instanceof Json.Text text
                        ? text.text().orElseThrow(Locations::unreadable)
                        : json.text("name").orElseThrow(Locations::unreadable);
        return Resource.of(Types.LOCATION, name, name, Status.NONE, json);
    }

    private static IllegalArgumentException unreadable() {
        return new IllegalArgumentException("no readable name");
    }
}
