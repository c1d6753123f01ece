package io.pilothouse.ui.overview;

import io.pilothouse.domain.Account;
import io.pilothouse.domain.Kind;
import io.pilothouse.domain.Money;
import io.pilothouse.domain.Status.Phase;
import io.pilothouse.standing.cost.Rate;
import io.pilothouse.store.Snapshot;
import io.pilothouse.store.Store;
import io.pilothouse.sync.Connection;
import io.pilothouse.ui.kit.Formats;
import io.pilothouse.ui.kit.Words;
import io.pilothouse.ui.overview.known.Known;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// What runs in one account, and its part of the burn rate.
///
/// @param part of the sum of all accounts that are shown, 0 to 1
/// @param words how many run
/// @param old how old that is where it is older than it should be; empty otherwise
/// @param price an hour, or that none is known
public record Share(Account account, double part, String words, String old, String price) {
    /// Of the accounts that have machines to offer.
    static List<Share> all(Known known, Store store) {
        var sum = Rate.of(known.connections(), store).sum();
        return known.connections().stream()
                .filter(Rate::isCounted)
                .map(c -> of(c, known, store, sum))
                .toList();
    }

    private static Share of(Connection connection, Known known, Store store, Money sum) {
        var rate = Rate.of(connection, store);
        var machines =
                known.items(Kind.INSTANCE)
                        .filter(i -> i.feed().connection().equals(connection))
                        .toList();
        long up = machines.stream().filter(i -> i.phase() == Phase.RUNNING).count();
        var feeds =
                known.feeds().stream()
                        .filter(f -> f.connection().equals(connection))
                        .filter(f -> f.type().kind() == Kind.INSTANCE)
                        .map(Known.Feed::snapshot)
                        .toList();
        var readAt =
                feeds.stream()
                        .flatMap(f -> f.readAt().stream())
                        .min(java.util.Comparator.naturalOrder());
        var old =
                rate.filter(r -> !r.fresh())
                        .flatMap(_ -> readAt)
                        .map(
                                at ->
                                        Words.of(
                                                isPartly(feeds)
                                                        ? "overview.in-part"
                                                        : "overview.as-of",
                                                Formats.age(Duration.between(at, known.now()))))
                        .orElse("");
        return new Share(
                connection.account(),
                sum.centsAnHour() == 0
                        ? 0
                        : rate.map(r -> (double) r.sum().centsAnHour()).orElse(0.0)
                                / sum.centsAnHour(),
                rate.isEmpty()
                        ? Words.of("overview.not-read")
                        : Words.of("overview.of-running", up, machines.size()),
                old,
                price(rate));
    }

    /// Were some of its lists read as they should be?
    private static boolean isPartly(List<Snapshot> feeds) {
        return feeds.stream().anyMatch(f -> f.readAt().isPresent() && !f.stale())
                && feeds.stream().anyMatch(f -> f.failure().isPresent());
    }

    private static String price(Optional<Rate> rate) {
        return rate.filter(r -> r.priced() > 0)
                .map(r -> Amounts.rate(r.sum(), r.isAtLeast()))
                .orElse(
                        rate.filter(r -> r.unpriced() == 0).isPresent()
                                ? Amounts.rate(Money.ZERO, rate.filter(Rate::fresh).isEmpty())
                                : Words.of(
                                        rate.isPresent()
                                                ? "overview.no-price"
                                                : "overview.unknown"));
    }
}
