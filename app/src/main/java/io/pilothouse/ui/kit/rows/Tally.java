package io.pilothouse.ui.kit.rows;

import io.pilothouse.cloud.CloudException;
import io.pilothouse.domain.Account;
import io.pilothouse.domain.Kind;
import io.pilothouse.store.FeedKey;
import io.pilothouse.store.Snapshot;
import io.pilothouse.sync.Connection;
import io.pilothouse.sync.feed.Health;
import io.pilothouse.sync.feed.Poller;
import io.pilothouse.ui.kit.Workbench;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// How a kind stands over all accounts: how old it is, and whose part is missing or old, with the reason.
///
/// @param oldest when the oldest of the good feeds was read; empty while none was
/// @param waiting feeds not read yet that have not failed
public record Tally(Optional<Instant> oldest, int feeds, int waiting, List<Trouble> troubles) {
    /// @param feed in which scope of the account, where it has several
    /// @param rows how many rows are shown that are older than they should be
    public record Trouble(
            Account account, FeedKey feed, CloudException why, int rows, Optional<Instant> readAt) {
        /// The account, and the scope where there are several.
        public String name(Workbench bench) {
            return bench.connections()
                    .of(account.id())
                    .flatMap(
                            c ->
                                    c.cloud().type(feed.type()).flatMap(t -> t.scope()).stream()
                                            .flatMap(s -> c.inventory().of(s).stream())
                                            .filter(r -> r.id().equals(feed.scope()))
                                            .findFirst())
                    .map(scope -> account.name() + " · " + scope.name())
                    .orElse(account.name());
        }
    }

    /// @param connections whose part is told
    public static Tally of(Kind kind, Workbench bench, List<Connection> connections) {
        var oldest = Optional.<Instant>empty();
        int feeds = 0;
        int waiting = 0;
        var troubles = new ArrayList<Trouble>();
        for (var connection : connections) {
            var keys =
                    connection
                            .cloud()
                            .of(kind)
                            .flatMap(t -> Scopes.feeds(connection, t).stream())
                            .toList();
            for (var key : keys) {
                feeds++;
                var feed = bench.store().get(key);
                var why = why(feed, connection);
                if (why.isPresent()) {
                    troubles.add(
                            new Trouble(
                                    connection.account(),
                                    key,
                                    why.get(),
                                    feed.rows().size(),
                                    feed.readAt()));
                } else if (feed.readAt().isEmpty() || feed.stale()) {
                    waiting++;
                } else {
                    oldest = Optional.of(older(oldest, feed));
                }
            }
        }
        return new Tally(oldest, feeds, waiting, List.copyOf(troubles));
    }

    /// Why a feed is not as it should be; empty where it is, and where it is only to be read once more. While the account
    /// is signed out nothing is read: that is why, whatever failed last. Once it is signed in again that holds no longer,
    /// though the feed may not have been tried since.
    public static Optional<CloudException> why(Snapshot feed, Connection connection) {
        var failure = feed.failure().map(Snapshot.Failure::why);
        return signedOut(connection)
                .or(
                        () ->
                                failure.filter(Poller::signsOut).isPresent()
                                        ? connection.health().why()
                                        : failure);
    }

    private static Optional<CloudException> signedOut(Connection connection) {
        var health = connection.health();
        return health.state() == Health.State.SIGNED_OUT ? health.why() : Optional.empty();
    }

    private static Instant older(Optional<Instant> oldest, Snapshot feed) {
        var at = feed.readAt().orElseThrow();
        return oldest.filter(o -> o.isBefore(at)).orElse(at);
    }
}
