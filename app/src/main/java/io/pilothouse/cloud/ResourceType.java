package io.pilothouse.cloud;

import io.pilothouse.domain.Fact;
import io.pilothouse.domain.Json;
import io.pilothouse.domain.Kind;
import io.pilothouse.domain.Resource;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// A type of resource: where it is shown, how it is listed and read, what can be done with it. Words: `type.<id>`.
///
/// @param scope the type whose rows it is listed for, once each; empty where the account is the scope
/// @param read details of one row, where the list does not have them all
/// @param narrowing part of the list alone, where the service can be asked for that
/// @param onlyWhileShown its list is read only while its screen is open: reading takes something away from others
/// @param columns its own, after those of its kind
public record ResourceType(
        String id,
        Kind kind,
        Optional<String> scope,
        Listing listing,
        Optional<Function<Resource, ApiCall<Resource>>> read,
        Optional<Narrowing> narrowing,
        boolean onlyWhileShown,
        List<Fact<?>> columns,
        List<Action> actions) {

    /// The rows of one scope, a page at a time.
    @FunctionalInterface
    public interface Listing {
        /// The call for the first page.
        ApiCall<Page> first(Optional<Resource> scope);
    }

    /// The rows of one scope that are wanted, a page at a time: of a long list the part that a person looks at, in few
    /// calls. What it leaves out may be there all the same.
    @FunctionalInterface
    public interface Narrowing {
        /// The call for the first page; empty where the service can't tell these from others. It may answer with more
        /// than what is wanted.
        Optional<ApiCall<Page>> first(Optional<Resource> scope, Wanted wanted);
    }

    /// @param next the call for the next page, where there is one
    public record Page(List<Resource> rows, Optional<ApiCall<Page>> next) {
        /// Rows of items; an item that can't be read is a marked row, not a failure. No two rows have one id: where
        /// the service gives none, or one twice, a row gets its place in the page, such as `?3`, as its own.
        public static Page of(String type, List<Json> items, Function<Json, Resource> decode) {
            var rows = new ArrayList<Resource>(items.size());
            var ids = new HashSet<String>();
            for (var item : items) {
                var row = row(type, item, decode);
                if (row.id().isEmpty() || !ids.add(row.id())) {
                    var why = row.problem().orElse("the id " + row.id() + " comes twice");
                    var place = row.id() + "?" + (rows.size() + 1);
                    row = Resource.unreadable(type, place, item, why);
                }
                rows.add(row);
            }
            return new Page(List.copyOf(rows), Optional.empty());
        }

        private static Resource row(String type, Json item, Function<Json, Resource> decode) {
            try {
                return decode.apply(item);
            } catch (RuntimeException e) {
                return Resource.unreadable(type, item, String.valueOf(e.getMessage()));
            }
        }

        public Page then(ApiCall<Page> call) {
            return new Page(rows, Optional.of(call));
        }
    }

    public static ResourceType of(String id, Kind kind, Listing listing, Action... actions) {
        return new ResourceType(
                id,
                kind,
                Optional.empty(),
                listing,
                Optional.empty(),
                Optional.empty(),
                false,
                List.of(),
                List.of(actions));
    }

    public ResourceType within(String scopeType) {
        return new ResourceType(
                id,
                kind,
                Optional.of(scopeType),
                listing,
                read,
                narrowing,
                onlyWhileShown,
                columns,
                actions);
    }

    public ResourceType read(Function<Resource, ApiCall<Resource>> one) {
        return new ResourceType(
                id,
                kind,
                scope,
                listing,
                Optional.of(one),
                narrowing,
                onlyWhileShown,
                columns,
                actions);
    }

    /// A long list can be read in part.
    public ResourceType narrowed(Narrowing by) {
        return new ResourceType(
                id, kind, scope, listing, read, Optional.of(by), onlyWhileShown, columns, actions);
    }

    public ResourceType columns(Fact<?>... own) {
        return new ResourceType(
                id, kind, scope, listing, read, narrowing, onlyWhileShown, List.of(own), actions);
    }

    /// Not polled in the background, nor while another screen is open.
    public ResourceType whileShown() {
        return new ResourceType(id, kind, scope, listing, read, narrowing, true, columns, actions);
    }
}
