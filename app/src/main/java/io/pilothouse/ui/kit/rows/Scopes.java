package io.pilothouse.ui.kit.rows;

import io.pilothouse.cloud.ResourceType;
import io.pilothouse.domain.Kind;
import io.pilothouse.domain.Resource;
import io.pilothouse.store.FeedKey;
import io.pilothouse.sync.Connection;
import io.pilothouse.ui.kit.Workbench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The scopes (projects, organisations, servers) that the rows of a kind are listed for.
public final class Scopes {
    private Scopes() {}

    /// One scope of one account.
    ///
    /// @param resource the row that is the scope
    public record Scope(String account, String accountName, Resource resource) {
        /// Names it for good, as the settings keep it.
        public String key() {
            return account + "/" + resource.type() + "/" + resource.id();
        }

        /// Does that row belong to it?
        public boolean holds(Row row) {
            return row.account().id().equals(account)
                    && row.resource().parent().filter(resource.ref()::equals).isPresent();
        }
    }

    /// All scopes of a kind, account by account in their order, each once.
    public static List<Scope> of(Kind kind, Workbench bench) {
        var all = new ArrayList<Scope>();
        for (var connection : bench.connections().all()) {
            connection
                    .cloud()
                    .of(kind)
                    .flatMap(t -> t.scope().stream())
                    .distinct()
                    .flatMap(s -> connection.inventory().of(s).stream())
                    .map(r -> new Scope(connection.account().id(), connection.account().name(), r))
                    .forEach(all::add);
        }
        return List.copyOf(all);
    }

    /// The feeds of a type, as [FeedKey#all] says.
    public static List<FeedKey> feeds(Connection connection, ResourceType type) {
        return FeedKey.all(
                connection.account().id(), connection.cloud(), type, connection.inventory());
    }

    /// The name of the scope that a row was listed for, where it has one.
    public static Optional<String> name(Row row, Workbench bench) {
        return row.resource()
                .parent()
                .map(
                        p ->
                                bench.store()
                                        .inventory(row.account().id())
                                        .find(p.type(), p.id())
                                        .map(Resource::name)
                                        .orElse(p.id()));
    }
}
