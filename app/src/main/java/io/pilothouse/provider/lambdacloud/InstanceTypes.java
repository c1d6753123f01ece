package io.pilothouse.provider.lambdacloud;

import io.pilothouse.cloud.ApiCall;
import io.pilothouse.cloud.ResourceType;
import io.pilothouse.cloud.ResourceType.Page;
import io.pilothouse.domain.Bytes;
import io.pilothouse.domain.Facts;
import io.pilothouse.domain.Json;
import io.pilothouse.domain.Kind;
import io.pilothouse.domain.Money;
import io.pilothouse.domain.Resource;
import io.pilothouse.domain.Status;
import io.pilothouse.provider.reading.Row;

import java.util.List;
import java.util.stream.Stream;

/// What can be launched, for how much, and where there is room for it just now.
final class InstanceTypes {
    static final String TYPE = "lambda.instance-type";

    /// Bounds of what is believed: more cents, processors or GiB are a mistake, and would overflow sums.
    private static final long MOST = 1_000_000_000;

    private InstanceTypes() {}

    static ResourceType type() {
        return ResourceType.of(
                        TYPE,
                        Kind.INSTANCE_TYPE,
                        _ ->
                                ApiCall.read(LambdaApi.get("/instance-types"))
                                        .as(
                                                answer ->
                                                        Page.of(
                                                                TYPE,
                                                                items(answer),
                                                                InstanceTypes::decode)))
                .columns(Facts.GPUS);
    }

    /// The list is an object whose names are the types; each row keeps its name as `id`.
    private static List<Json> items(Json answer) {
        return LambdaApi.object(answer).fields().entrySet().stream()
                .map(
                        e ->
                                e.getValue() instanceof Json.Obj item
                                        ? item.with("id", e.getKey())
                                        : Json.obj("id", e.getKey(), "value", e.getValue()))
                .toList();
    }

    static Resource decode(Json json) {
        var row = new Row(json);
        var name = row.need("id");
        if (json.at("instance_type").isAbsent()) {
            throw new IllegalArgumentException("no readable instance_type");
        }
        var regions = row.rows("regions_with_capacity_available");
        var names = regions.stream().flatMap(r -> r.text("name").stream()).toList();
        regions.forEach(r -> r.text("description"));
        row.takeWrong("regions_with_capacity_available", regions);
        var resource =
                Resource.of(TYPE, name, name, Status.NONE, json)
                        .with(Facts.AVAILABLE_IN, names)
                        .with(Facts.DESCRIPTION, row.text("instance_type", "gpu_description"));
        return row.marked(specified(resource, row, "instance_type"));
    }

    /// An instance carries its type whole, in the same words.
    static Resource specified(Resource resource, Row row, String type) {
        return resource.with(Facts.TYPE, row.text(type, "name"))
                .with(LambdaFacts.TYPE_TEXT, row.counted(type, "description"))
                .with(LambdaFacts.GPU, row.text(type, "gpu_description"))
                .with(Facts.PRICE, row.whole(MOST, type, "price_cents_per_hour").map(Money::new))
                .with(Facts.GPUS, row.whole(MOST, type, "specs", "gpus"))
                .with(Facts.VCPUS, row.whole(MOST, type, "specs", "vcpus"))
                .with(Facts.MEMORY, row.whole(MOST, type, "specs", "memory_gib").map(Bytes::gib))
                .with(Facts.DISK, row.whole(MOST, type, "specs", "storage_gib").map(Bytes::gib));
    }

    /// Regions with their descriptions, as objects `{name, description}`.
    static Stream<Json> regions(Resource type) {
        return type.raw().list("regions_with_capacity_available").stream();
    }
}
