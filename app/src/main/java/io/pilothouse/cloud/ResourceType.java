package io.pilothouse.cloud;

import io.pilothouse.domain.Fact;
import io.pilothouse.domain.Json;
import io.pilothouse.domain.Kind;
import io.pilothouse.domain.Resource;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// A type of resource: where it is shown, how it is listed and read, what can be done with it. Words: `type.<id>`.
///
/// @param scope the type whose rows it is listed for, once each; empty where the account is the scope
/// @param read details of one row, where the list does not have them all
/// @param columns its own, after those of its kind
public record ResourceType(
        String id,
        Kind kind,
        Optional<String> scope,
        Listing listing,
        Optional<Function<Resource, ApiCall<Resource>>> read,
        List<Fact<?>> columns,
        List<Action> actions) {

    /// The rows of one scope, a page at a time.
    @FunctionalInterface
    public interface Listing {
        /// The call for the first page.
        ApiCall<Page> first(Optional<Resource> scope);
    }

    /// @param next the call for the next page, where there is one
    public record Page(List<Resource> rows, Optional<ApiCall<Page>> next) {
        /// Rows of items; an item that can't be read is a marked row, not a failure.
        public static Page of(String type, List<Json> items, Function<Json, Resource> decode) {
            var rows = new ArrayList<Resource>(items.size());
            for (var item : items) {
                try {
                    rows.add(decode.apply(item));
                } catch (RuntimeException e) {
                    rows.add(Resource.unreadable(type, item, String.valueOf(e.getMessage())));
                }
            }
            return new Page(List.copyOf(rows), Optional.empty());
        }

        public Page then(ApiCall<Page> call) {
            return new Page(rows, Optional.of(call));
        }
    }

    public static ResourceType of(String id, Kind kind, Listing listing, Action... actions) {
        return new ResourceType(
                id, kind, Optional.empty(), listing, Optional.empty(), List.of(), List.of(actions));
    }

    public ResourceType within(String scopeType) {
        return new ResourceType(id, kind, Optional.of(scopeType), listing, read, columns, actions);
    }

    public ResourceType read(Function<Resource, ApiCall<Resource>> one) {
        return new ResourceType(id, kind, scope, listing, Optional.of(one), columns, actions);
    }

    public ResourceType columns(Fact<?>... own) {
        return new ResourceType(id, kind, scope, listing, read, List.of(own), actions);
    }
}
