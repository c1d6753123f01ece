package io.pilothouse.ui.resources;

import io.pilothouse.cloud.Wanted;
import io.pilothouse.domain.Kind;
import io.pilothouse.domain.Pin;
import io.pilothouse.sync.Connection;
import io.pilothouse.ui.kit.Workbench;
import io.pilothouse.ui.kit.filter.AccountFilter;
import io.pilothouse.ui.kit.rows.RowFilter;
import io.pilothouse.ui.kit.rows.Scopes.Scope;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Tells the pollers of the accounts that are shown what of a kind is on the screen: which lists, and which part of them
/// the filter lets through. Used on the FX thread.
final class ListsShown implements AutoCloseable {
    /// Nobody has typed for so long.
    private static final Duration TYPED = Duration.ofMillis(400);

    /// The id of no scope: what is listed for scopes is not looked at.
    private static final String ELSEWHERE = "-";

    /// What of a list is looked at.
    private record Part(Connection connection, String type, Optional<String> scope, Wanted wanted) {
        Pin focus() {
            return connection.poller().focus(Set.of(type), scope, wanted);
        }
    }

    private final Kind kind;
    private final Workbench bench;
    private final AccountFilter accounts;
    private RowFilter line = RowFilter.parse("");
    private Optional<Scope> scope = Optional.empty();
    private boolean onScreen;
    private List<Part> parts = List.of();
    private Pin focused = () -> {};
    private Pin later = () -> {};

    ListsShown(Kind kind, Workbench bench, AccountFilter accounts) {
        this.kind = kind;
        this.bench = bench;
        this.accounts = accounts;
    }

    /// Keeps the lists fresh while the pin lives, also those of accounts that are opened or chosen meanwhile.
    Pin shown() {
        onScreen = true;
        narrow();
        return Pin.all(
                accounts.follow(c -> c.poller().show(types(c))),
                () -> {
                    onScreen = false;
                    look(List.of());
                });
    }

    /// The filter lets other rows through from now on.
    void filter(RowFilter now, Optional<Scope> where) {
        line = now;
        scope = where;
        later.close();
        later = bench.timeline().after(TYPED, () -> bench.fx().execute(this::narrow));
    }

    /// Rows in other states may have come since: called every few seconds. Does nothing where that makes no difference.
    void narrow() {
        if (onScreen) {
            look(
                    line.isEmpty() && scope.isEmpty()
                            ? List.of()
                            : accounts.connections().stream()
                                    .flatMap(c -> types(c).stream().map(t -> part(c, t)))
                                    .toList());
        }
    }

    private void look(List<Part> now) {
        if (!now.equals(parts)) {
            parts = now;
            var old = focused;
            focused = Pin.all(now.stream().map(Part::focus).toArray(Pin[]::new));
            old.close();
        }
    }

    private Part part(Connection connection, String type) {
        var account = connection.account().id();
        return new Part(
                connection,
                type,
                scope.map(s -> s.account().equals(account) ? s.resource().id() : ELSEWHERE),
                line.wanted(connection.inventory().of(type)));
    }

    private Set<String> types(Connection connection) {
        return connection.cloud().of(kind).map(t -> t.id()).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public void close() {
        later.close();
    }
}
