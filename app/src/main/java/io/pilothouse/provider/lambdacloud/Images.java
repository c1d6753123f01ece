package io.pilothouse.provider.lambdacloud;

import io.pilothouse.cloud.ResourceType;
import io.pilothouse.domain.Facts;
import io.pilothouse.domain.Json;
import io.pilothouse.domain.Kind;
import io.pilothouse.domain.Resource;
import io.pilothouse.domain.Status;
import io.pilothouse.provider.reading.Row;

/// What an instance can boot from; each image is in one region.
final class Images {
    static final String TYPE = "lambda.image";

    private Images() {}

    static ResourceType type() {
        return ResourceType.of(
                        TYPE,
                        Kind.IMAGE,
                        LambdaApi.list(TYPE, LambdaApi.get("/images"), Images::decode))
                .columns(LambdaFacts.FAMILY, LambdaFacts.ARCHITECTURE, LambdaFacts.VERSION);
    }

    static Resource decode(Json json) {
        var row = new Row(json);
        var id = row.need("id");
        return row.marked(
                Resource.of(TYPE, id, row.text("name").orElse(id), Status.NONE, json)
                        .with(Facts.REGION, row.text("region", "name"))
                        .with(LambdaFacts.REGION_TEXT, row.text("region", "description"))
                        .with(Facts.DESCRIPTION, row.text("description"))
                        .with(LambdaFacts.FAMILY, row.text("family"))
                        .with(LambdaFacts.VERSION, row.text("version"))
                        .with(LambdaFacts.ARCHITECTURE, row.text("architecture"))
                        .with(Facts.CREATED, row.time("created_time"))
                        .with(LambdaFacts.UPDATED, row.time("updated_time")));
    }
}
