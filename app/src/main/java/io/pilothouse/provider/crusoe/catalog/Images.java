package io.pilothouse.provider.crusoe.catalog;

import io.pilothouse.cloud.ResourceType;
import io.pilothouse.cloud.form.Choices.Choice;
import io.pilothouse.cloud.form.Form.Field;
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
import java.util.function.Function;
import java.util.stream.Stream;

/// What a VM can boot from, in the locations that have it.
public final class Images {
    private Images() {}

    public static ResourceType type() {
        return ResourceType.of(
                        Types.IMAGE,
                        Kind.IMAGE,
                        CrusoeApi.list(Types.IMAGE, "/compute/images", Images::decode))
                .read(CrusoeApi.one("/compute/images/{image_id}", Images::decode))
                .columns(CrusoeFacts.LOCATIONS, Facts.TAGS);
    }

    static Resource decode(Json json) {
        var row = new Row(json);
        var id = row.need("id");
        return row.marked(
                Resource.of(Types.IMAGE, id, row.text("name").orElse(id), Status.NONE, json)
                        .with(Facts.DESCRIPTION, row.text("description"))
                        .with(CrusoeFacts.LOCATIONS, Row.some(row.listed("locations")))
                        .with(Facts.TAGS, Row.some(row.listed("tags")))
                        .with(Facts.CREATED, row.time("created_at")));
    }

    /// An image by name and tag, as `ubuntu:20.04`, off where the answered location has it not.
    public static Field field(String name, Function<Json, String> location) {
        return Choose.one(
                        name,
                        Types.IMAGE,
                        (answers, known) ->
                                known.of(Types.IMAGE).stream()
                                        .flatMap(i -> tagged(i, location.apply(answers)))
                                        .distinct()
                                        .toList())
                .optional();
    }

    private static Stream<Choice> tagged(Resource image, String location) {
        var places = image.get(CrusoeFacts.LOCATIONS).orElse(List.of());
        boolean there = places.isEmpty() || places.stream().anyMatch(p -> Choose.fits(location, p));
        Optional<String> off = there ? Optional.empty() : Optional.of("off.crusoe.other-location");
        var note = image.get(Facts.DESCRIPTION).orElse("");
        return names(image).map(n -> Choice.of(n, n).note(note).off(off));
    }

    private static Stream<String> names(Resource image) {
        var tags = image.get(Facts.TAGS).orElse(List.of());
        return tags.isEmpty()
                ? Stream.of(image.name())
                : tags.stream().map(tag -> image.name() + ":" + tag);
    }
}
