package io.pilothouse.ui.kit.rows;

import io.pilothouse.cloud.ResourceType;
import io.pilothouse.domain.Facts;
import io.pilothouse.domain.Kind;
import io.pilothouse.domain.Resource;
import io.pilothouse.store.FeedKey;
import io.pilothouse.sync.Connection;

import java.util.List;
import java.util.Optional;

/// Where an account says what can be had just now: in lists of numbers by type and place, or, where it has none, in the
/// places that its types name.
///
/// @param counts it says how many, and not only whether
/// @param types that say it
public record CapacitySource(Connection connection, boolean counts, List<ResourceType> types) {

    /// Empty where the account says nothing of it. While its types were never read, it may.
    public static Optional<CapacitySource> of(Connection connection) {
        var numbers = connection.cloud().of(Kind.CAPACITY).toList();
        if (!numbers.isEmpty()) {
            return Optional.of(new CapacitySource(connection, true, numbers));
        }
        var placed =
                connection
                        .cloud()
                        .of(Kind.INSTANCE_TYPE)
                        .filter(t -> isPlaced(connection.inventory().of(t.id())))
                        .toList();
        return placed.isEmpty()
                ? Optional.empty()
                : Optional.of(new CapacitySource(connection, false, placed));
    }

    private static boolean isPlaced(List<Resource> types) {
        return types.isEmpty()
                || types.stream().anyMatch(t -> t.get(Facts.AVAILABLE_IN).isPresent());
    }

    public List<FeedKey> feeds() {
        return types.stream().flatMap(t -> Scopes.feeds(connection, t).stream()).toList();
    }
}
