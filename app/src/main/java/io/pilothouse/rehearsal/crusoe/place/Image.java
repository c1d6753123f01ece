package io.pilothouse.rehearsal.crusoe.place;

import io.pilothouse.domain.Json;
import io.pilothouse.rehearsal.crusoe.call.Words;

import java.time.Instant;
import java.util.List;

/// An image VMs are made of.
///
/// @param odd its lists are shown as texts
public record Image(
        String id,
        String name,
        String description,
        List<String> tags,
        List<String> locations,
        Instant created,
        boolean odd) {
    /// Whether `name`, or `name:tag`, means this image.
    boolean called(String words) {
        var parts = words.split(":", 2);
        return parts[0].equals(name) && (parts.length < 2 || tags.contains(parts[1]));
    }

    Json json() {
        return Json.obj(
                "id",
                id,
                "name",
                name,
                "description",
                description,
                "tags",
                Words.texts(tags, odd),
                "created_at",
                created,
                "locations",
                Words.texts(locations, odd));
    }
}
