package io.pilothouse.provider.crusoe.catalog;

import io.pilothouse.cloud.ResourceType;
import io.pilothouse.domain.Facts;
import io.pilothouse.domain.Json;
import io.pilothouse.domain.Kind;
import io.pilothouse.domain.Resource;
import io.pilothouse.domain.Status;
import io.pilothouse.provider.crusoe.api.CrusoeApi;
import io.pilothouse.provider.crusoe.api.Types;
import io.pilothouse.provider.reading.Row;

/// How many VMs of a type can be had in a location just now.
public final class Capacities {
    private Capacities() {}

    public static ResourceType type() {
        return ResourceType.of(
                Types.CAPACITY,
                Kind.CAPACITY,
                CrusoeApi.list(Types.CAPACITY, "/capacities", Capacities::decode));
    }

    /// The service gives no id; type and location make one. The type may be left out.
    static Resource decode(Json json) {
        var row = new Row(json);
        var location = row.need("location");
        var type = row.text("type");
        return row.marked(
                Resource.of(
                                Types.CAPACITY,
                                type.orElse("") + "@" + location,
                                type.orElse(location),
                                Status.NONE,
                                json)
                        .with(Facts.TYPE, type)
                        .with(Facts.REGION, location)
                        .with(Facts.QUANTITY, row.whole(CrusoeApi.MOST, "quantity")));
    }
}
