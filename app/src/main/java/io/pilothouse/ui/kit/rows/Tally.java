package io.pilothouse.ui.kit.rows;

import io.pilothouse.cloud.CloudException;
import io.pilothouse.domain.Account;
import io.pilothouse.domain.Kind;
import io.pilothouse.store.FeedKey;
import io.pilothouse.store.Snapshot;
import io.pilothouse.sync.Connection;
import io.pilothouse.sync.Health;
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
    /// @param rows how many rows are shown that are older than they should be
    public record Trouble(
            Account account, CloudException why, int rows, Optional<Instant> readAt) {}

    public static Tally of(Kind kind, Workbench bench) {
        var oldest = Optional.<Instant>empty();
        int feeds = 0;
        int waiting = 0;
        var troubles = new ArrayList<Trouble>();
        for (var connection : bench.connections().all()) {
            for (var type : connection.cloud().of(kind).toList()) {
                feeds++;
                var feed = bench.store().get(new FeedKey(connection.account().id(), type.id(), ""));
                if (feed.failure().isPresent()) {
                    troubles.add(
                            new Trouble(
                                    connection.account(),
                                    feed.failure().get().why(),
                                    feed.rows().size(),
                                    feed.readAt()));
                } else if (signedOut(connection).isPresent()) {
                    // nothing is read any more: what is there grows old without a failure of its
                    // own
                    troubles.add(
                            new Trouble(
                                    connection.account(),
                                    signedOut(connection).get(),
                                    feed.rows().size(),
                                    feed.readAt()));
                } else if (feed.readAt().isEmpty() || feed.remembered()) {
                    waiting++;
                } else {
                    oldest = Optional.of(older(oldest, feed));
                }
            }
        }
        return new Tally(oldest, feeds, waiting, List.copyOf(troubles));
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
