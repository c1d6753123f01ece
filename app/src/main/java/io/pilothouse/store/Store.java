package io.pilothouse.store;

import io.pilothouse.cloud.CloudException;
import io.pilothouse.domain.Inventory;
import io.pilothouse.domain.Listeners;
import io.pilothouse.domain.Pin;
import io.pilothouse.domain.Resource;
import io.pilothouse.store.Delta.Change;
import io.pilothouse.store.Snapshot.Failure;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/// The newest snapshot of every feed. Safe to use from any thread; observers are told in the order of the changes of a
/// feed, on the thread that brought them.
public final class Store {
    private final Map<FeedKey, Snapshot> feeds = new ConcurrentHashMap<>();
    private final Listeners<Delta> observers = new Listeners<>();
    private final Object turn = new Object();

    public Snapshot get(FeedKey key) {
        return feeds.getOrDefault(key, Snapshot.unread(key));
    }

    public List<Snapshot> all() {
        return List.copyOf(feeds.values());
    }

    /// All pages of the feed were read in one go: rows that are not among them are gone.
    public Delta read(FeedKey key, List<Resource> rows, Instant at) {
        return change(
                key,
                _ ->
                        new Snapshot(
                                key, List.copyOf(rows), Optional.of(at), Optional.empty(), false));
    }

    /// One row of the feed was read by itself and takes the place of the one with its id. Nothing else changes, the age of
    /// the feed included: only a complete read says what there is.
    public Delta readOne(FeedKey key, Resource row) {
        return change(
                key,
                old ->
                        new Snapshot(
                                key,
                                old.rows().stream()
                                        .map(r -> r.ref().equals(row.ref()) ? row : r)
                                        .toList(),
                                old.readAt(),
                                old.failure(),
                                old.remembered()));
    }

    /// Some rows of the feed were read, and no others looked for: they take the place of those with their ids, new ones
    /// come last. None is gone, and the feed is as old as before.
    public Delta readSome(FeedKey key, List<Resource> some) {
        return change(
                key,
                old -> {
                    var rows = new LinkedHashMap<Resource.Ref, Resource>();
                    old.rows().forEach(r -> rows.put(r.ref(), r));
                    some.forEach(r -> rows.put(r.ref(), r));
                    return new Snapshot(
                            key,
                            List.copyOf(rows.values()),
                            old.readAt(),
                            old.failure(),
                            old.remembered());
                });
    }

    /// The feed could not be read: its rows stay, and say why they grow old.
    public Delta failed(FeedKey key, CloudException why, Instant at) {
        return change(
                key,
                old ->
                        new Snapshot(
                                key,
                                old.rows(),
                                old.readAt(),
                                Optional.of(
                                        new Failure(
                                                why, old.failure().map(Failure::since).orElse(at))),
                                old.remembered()));
    }

    /// Rows from an earlier run; ignored once the feed was read in this one.
    public void remember(FeedKey key, List<Resource> rows, Instant at) {
        change(
                key,
                old ->
                        old.readAt().isPresent()
                                ? old
                                : new Snapshot(
                                        key,
                                        List.copyOf(rows),
                                        Optional.of(at),
                                        old.failure(),
                                        true));
    }

    /// The account is closed: its feeds are no longer known.
    public void forget(String account) {
        synchronized (turn) {
            for (var key : List.copyOf(feeds.keySet())) {
                if (key.account().equals(account)) {
                    change(key, _ -> Snapshot.unread(key));
                    feeds.remove(key);
                }
            }
        }
    }

    /// What the account is known to have, as of each question.
    public Inventory inventory(String account) {
        return type ->
                feeds.values().stream()
                        .filter(
                                s ->
                                        s.key().account().equals(account)
                                                && s.key().type().equals(type))
                        .flatMap(s -> s.rows().stream())
                        .toList();
    }

    public Pin observe(Consumer<Delta> observer) {
        return observers.add(observer);
    }

    /// Observes, and calls `first` in between no two changes: what it sees and what is told later fit together.
    public <T> T observeFrom(Supplier<T> first, Consumer<Delta> observer, Consumer<Pin> pin) {
        synchronized (turn) {
            pin.accept(observers.add(observer));
            return first.get();
        }
    }

    private Delta change(FeedKey key, UnaryOperator<Snapshot> how) {
        synchronized (turn) {
            var before = get(key);
            var now = keeping(before, how.apply(before));
            feeds.put(key, now);
            var delta = delta(before, now);
            if (!before.equals(now)) {
                observers.tell(delta);
            }
            return delta;
        }
    }

    /// A row that says nothing new stays the object it was: who holds one from an earlier read holds no second copy.
    private static Snapshot keeping(Snapshot before, Snapshot now) {
        if (before.rows().isEmpty()) {
            return now;
        }
        var known = new HashMap<Resource.Ref, Resource>();
        before.rows().forEach(r -> known.put(r.ref(), r));
        var rows =
                now.rows().stream()
                        .map(
                                row -> {
                                    var old = known.getOrDefault(row.ref(), row);
                                    return old.equals(row) ? old : row;
                                })
                        .toList();
        return new Snapshot(now.key(), rows, now.readAt(), now.failure(), now.remembered());
    }

    private static Delta delta(Snapshot before, Snapshot now) {
        if (before.rows().equals(now.rows())) {
            return new Delta(before, now, List.of(), List.of(), List.of());
        }
        var left = new LinkedHashMap<Resource.Ref, Resource>();
        before.rows().forEach(r -> left.put(r.ref(), r));
        var added = new ArrayList<Resource>();
        var changed = new ArrayList<Change>();
        for (var row : now.rows()) {
            var old = left.remove(row.ref());
            if (old == null) {
                added.add(row);
            } else if (!old.equals(row)) {
                changed.add(new Change(old, row));
            }
        }
        return new Delta(
                before, now, List.copyOf(added), List.copyOf(changed), List.copyOf(left.values()));
    }
}
