package io.pilothouse.ui.overview.known;

import io.pilothouse.cloud.ResourceType;
import io.pilothouse.domain.Kind;
import io.pilothouse.domain.Resource;
import io.pilothouse.domain.Status.Phase;
import io.pilothouse.store.FeedKey;
import io.pilothouse.store.Snapshot;
import io.pilothouse.store.Store;
import io.pilothouse.sync.Connection;
import io.pilothouse.ui.kit.rows.Row;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// All rows of the accounts that are shown, gone through once for a picture.
///
/// @param feeds of those accounts that were tried, in the order of accounts, kinds and scopes
public record Known(List<Connection> connections, List<Feed> feeds, Instant now) {
    public record Feed(Connection connection, ResourceType type, Snapshot snapshot) {
        public Stream<Item> items() {
            return snapshot.rows().stream()
                    .filter(r -> r.status().phase() != Phase.GONE)
                    .map(r -> new Item(this, r));
        }
    }

    /// A row that is not gone.
    public record Item(Feed feed, Resource row) {
        public Kind kind() {
            return feed.type().kind();
        }

        public Row.Key key() {
            return new Row.Key(feed.connection().account().id(), row.ref());
        }

        public boolean isStale() {
            return feed.snapshot().stale();
        }

        public Phase phase() {
            return row.status().phase();
        }
    }

    public static Known of(List<Connection> connections, Store store, Instant now) {
        var all = store.all();
        var feeds = new ArrayList<Feed>();
        for (var connection : connections) {
            var id = connection.account().id();
            all.stream()
                    .filter(s -> s.key().account().equals(id))
                    .sorted(
                            Comparator.comparing((Snapshot s) -> s.key().type())
                                    .thenComparing(s -> s.key().scope()))
                    .flatMap(
                            s ->
                                    connection.cloud().type(s.key().type()).stream()
                                            .map(t -> new Feed(connection, t, s)))
                    .sorted(Comparator.comparing(f -> f.type().kind()))
                    .forEach(feeds::add);
        }
        return new Known(List.copyOf(connections), List.copyOf(feeds), now);
    }

    /// Was any list read, in this run or in an earlier one?
    public boolean isAnythingRead() {
        return feeds.stream().anyMatch(f -> f.snapshot().readAt().isPresent());
    }

    public Stream<Item> items() {
        return feeds.stream().flatMap(Feed::items);
    }

    public Stream<Item> items(Kind kind) {
        return feeds.stream().filter(f -> f.type().kind() == kind).flatMap(Feed::items);
    }

    /// Those of one account whose newest read failed.
    public List<FeedKey> failing(Connection connection) {
        return feeds.stream()
                .filter(f -> f.connection().equals(connection))
                .filter(f -> f.snapshot().failure().isPresent())
                .map(f -> f.snapshot().key())
                .toList();
    }
}
