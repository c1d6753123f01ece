package io.pilothouse.store;

import io.pilothouse.cloud.Cloud;
import io.pilothouse.cloud.ResourceType;
import io.pilothouse.domain.Inventory;

import java.util.List;

/// What is read in one go: a type of resource in one scope of an account.
///
/// @param scope id of the scope, or empty where the account is the scope
public record FeedKey(String account, String type, String scope) {
    /// The feeds of a type: one, or one for each scope that is known. While none is, that of the scopes themselves: how it
    /// stands is how the type stands.
    public static List<FeedKey> all(
            String account, Cloud cloud, ResourceType type, Inventory known) {
        if (type.scope().isEmpty()) {
            return List.of(new FeedKey(account, type.id(), ""));
        }
        var scopes = known.of(type.scope().get());
        return scopes.isEmpty()
                ? cloud.type(type.scope().get()).stream()
                        .flatMap(t -> all(account, cloud, t, known).stream())
                        .toList()
                : scopes.stream().map(s -> new FeedKey(account, type.id(), s.id())).toList();
    }
}
