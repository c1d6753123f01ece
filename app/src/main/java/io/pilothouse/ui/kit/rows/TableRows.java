package io.pilothouse.ui.kit.rows;

import io.pilothouse.domain.Account;
import io.pilothouse.domain.Facts;
import io.pilothouse.domain.Pin;
import io.pilothouse.domain.Resource;
import io.pilothouse.history.HistoryException;
import io.pilothouse.store.Delta;
import io.pilothouse.store.FeedKey;
import io.pilothouse.store.Snapshot;
import io.pilothouse.store.Store;
import io.pilothouse.ui.kit.Workbench;
import io.pilothouse.ui.kit.order.LiveList;

import javafx.collections.ObservableList;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/// The rows of some feeds as a list that follows the store: rows keep their identity, and all that came since the last
/// pulse is applied in one go, and told as one change. Differences are made by the store, off the FX thread.
public final class TableRows implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TableRows.class);

    /// Tells when this home saw rows first.
    @FunctionalInterface
    public interface FirstSeen {
        /// @param then told once on the FX thread, without those that are not known
        void ask(List<Row.Key> rows, Consumer<Map<Row.Key, Instant>> then);

        /// As the history tells it, which is read on a thread of its own. What can't be read is logged, and not known.
        static FirstSeen of(Workbench bench) {
            return (rows, then) ->
                    bench.timeline()
                            .start(
                                    "first-seen",
                                    () -> {
                                        var known = known(bench, rows);
                                        bench.fx().execute(() -> then.accept(known));
                                    });
        }

        private static Map<Row.Key, Instant> known(Workbench bench, List<Row.Key> rows) {
            var known = new HashMap<Row.Key, Instant>();
            try {
                for (var row : rows) {
                    bench.transitions()
                            .firstSeen(row.account(), row.ref())
                            .ifPresent(at -> known.put(row, at));
                }
            } catch (HistoryException e) {
                LOG.warn("when rows were seen first could not be read", e);
            }
            return known;
        }
    }

    private final LiveList<Row> rows = new LiveList<>();
    private final Map<Row.Key, Row> byKey = new HashMap<>();
    private final ConcurrentLinkedQueue<Delta> news = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean drainAsked = new AtomicBoolean();
    private final Predicate<FeedKey> wanted;
    private final Function<String, Optional<Account>> accounts;
    private final FirstSeen firstSeen;
    private final Executor fx;
    private Pin pin = () -> {};
    private boolean closed;

    /// Made on the FX thread.
    ///
    /// @param accounts the account of an id, while it is open
    /// @param firstSeen asked for rows whose service does not tell when they were made
    public TableRows(
            Store store,
            Executor fx,
            Predicate<FeedKey> wanted,
            Function<String, Optional<Account>> accounts,
            FirstSeen firstSeen) {
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
        var changed = new HashSet<Row>();
        for (var delta = news.poll(); delta != null; delta = news.poll()) {
            apply(delta, changed);
        }
        rows.changed(changed);
    }

    /// @param changed gets the rows that say something else now
    private void apply(Delta delta, Set<Row> changed) {
        var account = delta.now().key().account();
        remove(account, delta.gone());
        for (var change : delta.changed()) {
            var row = byKey.get(new Row.Key(account, change.after().ref()));
            if (row != null) {
                row.set(change.after());
                changed.add(row);
            }
        }
        add(delta.now(), delta.added());
        if (delta.before().stale() != delta.now().stale()) {
            for (var resource : delta.now().rows()) {
                var row = byKey.get(new Row.Key(account, resource.ref()));
                if (row != null) {
                    row.setStale(delta.now().stale(), delta.now().readAt());
                    changed.add(row);
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
            var row = new Row(account.get(), resource, feed.stale());
            row.setStale(feed.stale(), feed.readAt());
            if (byKey.putIfAbsent(row.key(), row) == null) {
                more.add(row);
            }
        }
        rows.addAll(more);
        askFirstSeen(more, feed.readAt());
    }

    private void askFirstSeen(List<Row> added, Optional<Instant> readAt) {
        var ageless =
                added.stream().filter(r -> r.resource().get(Facts.CREATED).isEmpty()).toList();
        if (!ageless.isEmpty()) {
            firstSeen.ask(
                    ageless.stream().map(Row::key).toList(),
                    known -> {
                        for (var row : ageless) {
                            row.seenFirst(
                                    Optional.ofNullable(known.get(row.key())).or(() -> readAt));
                        }
                        rows.changed(new HashSet<>(ageless));
                    });
        }
    }

    @Override
    public void close() {
        closed = true;
        pin.close();
    }
}
