package io.pilothouse.domain;

import java.util.List;
import java.util.Optional;

/// What an account is known to have just now; the `store` stands behind it, a list in a test.
@FunctionalInterface
public interface Inventory {
    Inventory NONE = _ -> List.of();

    List<Resource> of(String type);

    /// What is known in one scope: of rows that are listed for scopes of its type, those listed for it.
    default Inventory within(Resource.Ref scope) {
        return type ->
                of(type).stream()
                        .filter(
                                r ->
                                        r.parent().isEmpty()
                                                || !r.parent().get().type().equals(scope.type())
                                                || r.parent().get().equals(scope))
                        .toList();
    }

    /// What a relation is called: the name of its row; an address with the name of the row that has it behind it; or,
    /// where none of both is known, the key.
    default String name(Link link) {
        return link.types()
                .flatMap(type -> find(type, link.key()).stream())
                .map(Resource::name)
                .findFirst()
                .or(
                        () ->
                                link.types()
                                        .flatMap(type -> of(type).stream())
                                        .filter(r -> r.hasAddress(link.key()))
                                        .map(r -> link.key() + " (" + r.name() + ")")
                                        .findFirst())
                .orElse(link.key());
    }

    /// The row of that type whose id, or else whose name, is `key`.
    default Optional<Resource> find(String type, String key) {
        var rows = of(type);
        return rows.stream()
                .filter(r -> r.id().equals(key))
                .findFirst()
                .or(() -> rows.stream().filter(r -> r.name().equals(key)).findFirst());
    }
}
