package io.pilothouse.ui.kit.rows;

import io.pilothouse.domain.Account;
import io.pilothouse.domain.Pin;
import io.pilothouse.domain.Resource;
import io.pilothouse.store.Delta;
import io.pilothouse.store.FeedKey;
import io.pilothouse.store.Snapshot;
import io.pilothouse.store.Store;

import javafx.beans.Observable;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;

/// The rows of some feeds as a list that follows the store: rows keep their identity, and all that came since the last
/// pulse is applied in one go. Differences are made by the store, off the FX thread.
public final class TableRows implements AutoCloseable {
    private final ObservableList<Row> rows =
            FXCollections.observableArrayList(
                    r -> new Observable[] {r.resourceProperty(), r.staleProperty()});
    private final Map<Row.Key, Row> byKey = new HashMap<>();
    private final ConcurrentLinkedQueue<Delta> news = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean drainAsked = new AtomicBoolean();
    private final Predicate<FeedKey> wanted;
    private final Function<String, Optional<Account>> accounts;
    private final BiFunction<String, Resource.Ref, Optional<Instant>> firstSeen;
    private final Executor fx;
    private Pin pin = () -> {};
    private boolean closed;

    /// Made on the FX thread.
    ///
    /// @param accounts the account of an id, while it is open
    /// @param firstSeen when a row was first seen by this home
    public TableRows(
            Store store,
            Executor fx,
            Predicate<FeedKey> wanted,
            Function<String, Optional<Account>> accounts,
            BiFunction<String, Resource.Ref, Optional<Instant>> firstSeen) {
        this.fx = fx;
        this.wanted = wanted;
        this.accounts = accounts;
        this.firstSeen = firstSeen;
        var first = store.observeFrom(store::all, this::hear, p -> pin = p);
        first.stream().filter(s -> wanted.test(s.key())).forEach(s -> add(s, s.rows()));
    }

    public ObservableList<Row> rows() {
        return rows;
    }

    public Optional<Row> row(Row.Key key) {
        return Optional.ofNullable(byKey.get(key));
    }

    private void hear(Delta delta) {
        if (wanted.test(delta.now().key())) {
            news.add(delta);
            if (drainAsked.compareAndSet(false, true)) {
                fx.execute(this::drain);
            }
        }
    }

    private void drain() {
        drainAsked.set(false);
        if (closed) {
            return;
        }
        for (var delta = news.poll(); delta != null; delta = news.poll()) {
            apply(delta);
        }
    }

    private void apply(Delta delta) {
        var account = delta.now().key().account();
        remove(account, delta.gone());
        for (var change : delta.changed()) {
            var row = byKey.get(new Row.Key(account, change.after().ref()));
            if (row != null) {
                row.set(change.after());
            }
        }
        add(delta.now(), delta.added());
        if (delta.before().stale() != delta.now().stale()) {
            for (var resource : delta.now().rows()) {
                var row = byKey.get(new Row.Key(account, resource.ref()));
                if (row != null) {
                    row.setStale(delta.now().stale(), delta.now().readAt());
                }
            }
        }
    }

    private void remove(String account, List<Resource> gone) {
        if (gone.isEmpty()) {
            return;
        }
        var left = new HashSet<Row>();
        for (var resource : gone) {
            var row = byKey.remove(new Row.Key(account, resource.ref()));
            if (row != null) {
                left.add(row);
            }
        }
        rows.removeAll(left);
    }

    private void add(Snapshot feed, List<Resource> added) {
        var account = accounts.apply(feed.key().account());
        if (account.isEmpty() || added.isEmpty()) {
            return;
        }
        var more = new ArrayList<Row>();
        for (var resource : added) {
            var row =
                    new Row(
                            account.get(),
                            resource,
                            feed.stale(),
                            firstSeen.apply(account.get().id(), resource.ref()).or(feed::readAt));
            row.setStale(feed.stale(), feed.readAt());
            if (byKey.putIfAbsent(row.key(), row) == null) {
                more.add(row);
            }
        }
        rows.addAll(more);
    }

    @Override
    public void close() {
        closed = true;
        pin.close();
    }
}
