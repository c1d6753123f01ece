package io.pilothouse.cloud;

import io.pilothouse.domain.Kind;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What one account offers.
///
/// @param reports questions whose answers are tables and no resources, such as usage
/// @param notes message keys for the account's details, such as "paths inferred"
public record Cloud(List<ResourceType> types, List<Report> reports, List<String> notes) {
    /// Without reports.
    public Cloud(List<ResourceType> types, List<String> notes) {
        this(types, List.of(), notes);
    }

    public static Cloud of(ResourceType... types) {
        return new Cloud(List.of(types), List.of());
    }

    public Optional<ResourceType> type(String id) {
        return types.stream().filter(t -> t.id().equals(id)).findFirst();
    }

    public Stream<ResourceType> of(Kind kind) {
        return types.stream().filter(t -> t.kind() == kind);
    }

    public Optional<Report> report(String id) {
        return reports.stream().filter(r -> r.id().equals(id)).findFirst();
    }

    public Optional<Action> action(String id) {
        return types.stream()
                .flatMap(t -> t.actions().stream())
                .filter(a -> a.id().equals(id))
                .findFirst();
    }
}
