package io.pilothouse.domain;

import java.util.List;
import java.util.stream.Stream;

/// A relation to the row of type `type` whose id *or name* is `key` (Lambda Cloud refers to keys and file systems by
/// name, to rulesets by id).
///
/// @param orElse types of which the row may be instead, where the service does not say it
public record Link(String type, String key, List<String> orElse) {
    public Link {
        orElse = List.copyOf(orElse);
    }

    public Link(String type, String key) {
        this(type, key, List.of());
    }

    Stream<String> types() {
        return Stream.concat(Stream.of(type), orElse.stream());
    }
}
