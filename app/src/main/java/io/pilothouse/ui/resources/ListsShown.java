package io.pilothouse.ui.resources;

import io.pilothouse.cloud.ResourceType;
import io.pilothouse.domain.Kind;
import io.pilothouse.domain.Pin;
import io.pilothouse.sync.Connection;
import io.pilothouse.ui.kit.Workbench;
import io.pilothouse.ui.kit.rows.RowFilter;
import io.pilothouse.ui.kit.rows.Scopes.Scope;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/// Tells the accounts' pollers what of a kind is on the screen: which lists, and which part of them the filter lets
/// through. Used on the FX thread.
final class ListsShown implements AutoCloseable {
    /// Nobody has typed for so long.
    private static final Duration TYPED = Duration.ofMillis(400);

    /// The id of no scope: what is listed for scopes is not looked at.
    private static final String ELSEWHERE = "-";

    private final Kind kind;
    private final Workbench bench;
    private RowFilter line = RowFilter.parse("");
    private Optional<Scope> scope = Optional.empty();
    private boolean onScreen;
    private Pin lists = () -> {};
    private Pin parts = () -> {};
    private Pin later = () -> {};

    ListsShown(Kind kind, Workbench bench) {
        this.kind = kind;
        this.bench = bench;
    }

    /// Keeps the lists fresh while the pin lives, also those of accounts that are opened meanwhile.
    Pin shown() {
        onScreen = true;
        show();
        var accounts = bench.connections().observe(() -> bench.fx().execute(this::show));
        return () -> {
            onScreen = false;
            accounts.close();
            lists.close();
            parts.close();
        };
    }

    /// The filter lets other rows through from now on.
    void filter(RowFilter now, Optional<Scope> where) {
        line = now;
        scope = where;
        later.close();
        later = bench.timeline().after(TYPED, () -> bench.fx().execute(this::narrow));
    }

    private void show() {
        if (onScreen) {
            var old = lists;
            lists = eachType((c, t) -> c.poller().show(Set.of(t.id())));
            old.close();
            narrow();
        }
    }

    /// Rows in other states may have come since: called every few seconds.
    void narrow() {
        if (onScreen) {
            var old = parts;
            parts = line.isEmpty() && scope.isEmpty() ? () -> {} : eachType(this::part);
            old.close();
        }
    }

    private Pin part(Connection connection, ResourceType type) {
        var account = connection.account().id();
        return connection
                .poller()
                .focus(
                        Set.of(type.id()),
                        scope.map(s -> s.account().equals(account) ? s.resource().id() : ELSEWHERE),
                        line.wanted(connection.inventory().of(type.id())));
    }

    private Pin eachType(BiFunction<Connection, ResourceType, Pin> each) {
        return Pin.all(
                bench.connections().all().stream()
                        .flatMap(c -> c.cloud().of(kind).map(t -> each.apply(c, t)))
                        .toArray(Pin[]::new));
    }

    @Override
    public void close() {
        later.close();
    }
}
