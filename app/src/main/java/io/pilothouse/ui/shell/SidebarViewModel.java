package io.pilothouse.ui.shell;

import io.pilothouse.domain.Kind;
import io.pilothouse.domain.Pin;
import io.pilothouse.domain.Resource;
import io.pilothouse.domain.Status.Phase;
import io.pilothouse.sync.Connection;
import io.pilothouse.ui.kit.Workbench;
import io.pilothouse.ui.kit.filter.AccountFilter;
import io.pilothouse.ui.kit.rows.CapacitySource;
import io.pilothouse.ui.kit.rows.Scopes;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import java.util.Arrays;
import java.util.HashSet;
import java.util.concurrent.atomic.AtomicBoolean;

/// The kinds that some account offers whose things are shown, each with how many there are.
public final class SidebarViewModel implements AutoCloseable {
    /// @param count rows that are not gone; -1 while none of its lists was read, and where none is known but not all of
    ///     them were read
    public record Item(Kind kind, int count) {}

    private final Workbench bench;
    private final AccountFilter accounts;
    private final ObservableList<Item> items = FXCollections.observableArrayList();
    private final ReadOnlyBooleanWrapper reports = new ReadOnlyBooleanWrapper();
    private final AtomicBoolean asked = new AtomicBoolean();
    private final Pin pins;

    public SidebarViewModel(Workbench bench, AccountFilter accounts) {
        this.bench = bench;
        this.accounts = accounts;
        pins =
                Pin.all(
                        bench.store()
                                .observe(
                                        d -> {
                                            if (d.rowsChanged() || d.before().readAt().isEmpty()) {
                                                soon();
                                            }
                                        }),
                        bench.connections().observe(this::soon),
                        accounts.shownProperty().subscribe(this::tell)::unsubscribe);
        tell();
    }

    public ObservableList<Item> items() {
        return items;
    }

    /// Does some account offer a report?
    public ReadOnlyBooleanProperty reportsProperty() {
        return reports.getReadOnlyProperty();
    }

    private void soon() {
        if (asked.compareAndSet(false, true)) {
            bench.fx().execute(this::tell);
        }
    }

    private void tell() {
        asked.set(false);
        reports.set(accounts.connections().stream().anyMatch(c -> !c.cloud().reports().isEmpty()));
        var now =
                Arrays.stream(Kind.values())
                        .filter(k -> accounts.connections().stream().anyMatch(c -> offers(c, k)))
                        .map(k -> new Item(k, count(k)))
                        .toList();
        if (!now.equals(items)) {
            items.setAll(now);
        }
    }

    /// Capacity has a screen also where only types say where they can be had.
    private static boolean offers(Connection connection, Kind kind) {
        return connection.cloud().of(kind).findAny().isPresent()
                || (kind == Kind.CAPACITY && CapacitySource.of(connection).isPresent());
    }

    /// How many cells of a grid there are says nothing.
    private int count(Kind kind) {
        if (kind == Kind.CAPACITY) {
            return -1;
        }
        int count = 0;
        boolean read = false;
        boolean unread = false;
        for (var connection : accounts.connections()) {
            var keys =
                    connection
                            .cloud()
                            .of(kind)
                            .flatMap(t -> Scopes.feeds(connection, t).stream())
                            .toList();
            var refs = new HashSet<Resource.Ref>(); // what two projects list is one thing
            for (var key : keys) {
                var feed = bench.store().get(key);
                read |= feed.readAt().isPresent();
                unread |= feed.readAt().isEmpty();
                feed.rows().stream()
                        .filter(r -> r.status().phase() != Phase.GONE)
                        .map(Resource::ref)
                        .forEach(refs::add);
            }
            count += refs.size();
        }
        return read && (count > 0 || !unread) ? count : -1;
    }

    @Override
    public void close() {
        pins.close();
    }
}
