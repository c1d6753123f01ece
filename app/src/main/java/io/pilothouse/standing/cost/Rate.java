package io.pilothouse.standing.cost;

import io.pilothouse.domain.Facts;
import io.pilothouse.domain.Kind;
import io.pilothouse.domain.Money;
import io.pilothouse.domain.Resource;
import io.pilothouse.domain.Status.Phase;
import io.pilothouse.store.FeedKey;
import io.pilothouse.store.Store;
import io.pilothouse.sync.Connection;
import io.pilothouse.sync.feed.Health;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What the machines of an account, or of several, cost an hour: all that are not gone, at the prices that the services
/// tell.
///
/// @param priced machines with a price
/// @param unpriced machines whose price is not known, so that the sum is a lower bound
/// @param fresh every list of machines was read in this run, and the newest attempt went well
public record Rate(Money sum, int priced, int unpriced, boolean fresh) {
    public static final Rate NONE = new Rate(Money.ZERO, 0, 0, true);

    /// Empty where the account offers no machines, or none of its lists of them was ever read.
    public static Optional<Rate> of(Connection connection, Store store) {
        var feeds = feeds(connection).map(store::get).toList();
        if (feeds.stream().noneMatch(f -> f.readAt().isPresent())) {
            return Optional.empty();
        }
        var machines =
                feeds.stream()
                        .flatMap(f -> f.rows().stream())
                        .filter(r -> r.status().phase() != Phase.GONE)
                        .filter(r -> isMachine(connection, r))
                        .toList();
        var prices = machines.stream().flatMap(r -> r.get(Facts.PRICE).stream()).toList();
        boolean fresh =
                feeds.stream().allMatch(f -> f.readAt().isPresent() && !f.stale())
                        && connection.health().state() != Health.State.SIGNED_OUT;
        return Optional.of(
                new Rate(
                        prices.stream().reduce(Money.ZERO, Money::plus),
                        prices.size(),
                        machines.size() - prices.size(),
                        fresh));
    }

    /// Of all these together.
    public static Rate of(List<Connection> connections, Store store) {
        return connections.stream()
                .filter(Rate::isCounted)
                .map(c -> of(c, store).orElse(new Rate(Money.ZERO, 0, 0, false)))
                .reduce(NONE, Rate::plus);
    }

    /// Has the account machines to offer?
    public static boolean isCounted(Connection connection) {
        return connection.cloud().of(Kind.INSTANCE).findAny().isPresent();
    }

    /// Scopes whose machines are not read yet stand for them, and are no machines.
    private static boolean isMachine(Connection connection, Resource row) {
        return connection
                .cloud()
                .type(row.type())
                .filter(t -> t.kind() == Kind.INSTANCE)
                .isPresent();
    }

    private static Stream<FeedKey> feeds(Connection connection) {
        return connection
                .cloud()
                .of(Kind.INSTANCE)
                .flatMap(
                        t ->
                                FeedKey.all(
                                        connection.account().id(),
                                        connection.cloud(),
                                        t,
                                        connection.inventory())
                                        .stream());
    }

    private Rate plus(Rate other) {
        return new Rate(
                sum.plus(other.sum),
                priced + other.priced,
                unpriced + other.unpriced,
                fresh && other.fresh);
    }

    /// Is something left out of the sum, or older than it should be?
    public boolean isAtLeast() {
        return unpriced > 0 || !fresh;
    }
}
