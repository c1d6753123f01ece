package io.pilothouse.ui.overview.attention;

import io.pilothouse.cloud.CloudException;
import io.pilothouse.sync.Connection;
import io.pilothouse.sync.feed.Health;
import io.pilothouse.ui.kit.Formats;
import io.pilothouse.ui.kit.Problems;
import io.pilothouse.ui.kit.Words;
import io.pilothouse.ui.overview.attention.Concern.Deed;
import io.pilothouse.ui.overview.known.Known;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Accounts that can't be read, or not wholly: why, for how long, and what is shown of them meanwhile.
final class AccountConcerns {
    private AccountConcerns() {}

    static List<Concern> all(Known known) {
        var all = new ArrayList<Concern>();
        for (var connection : known.connections()) {
            var health = connection.health();
            health.why().flatMap(why -> of(connection, health, why, known)).ifPresent(all::add);
        }
        return all;
    }

    private static Optional<Concern> of(
            Connection connection, Health health, CloudException why, Known known) {
        var id = connection.account().id();
        return switch (health.state()) {
            case CONNECTING, GOOD -> Optional.empty();
            case SIGNED_OUT ->
                    Optional.of(
                            concern(
                                    true,
                                    "lock",
                                    connection,
                                    detail(connection, health, why, known),
                                    why,
                                    Problems.remedy(why),
                                    new Deed.SignIn(id)));
            case FAILING, PARTLY ->
                    // what is slowed down passes by itself
                    why instanceof CloudException.Throttled
                            ? Optional.empty()
                            : Optional.of(
                                    concern(
                                            health.state() == Health.State.FAILING,
                                            "wifi-off",
                                            connection,
                                            detail(connection, health, why, known),
                                            why,
                                            Words.of("button.retry"),
                                            new Deed.ReadAgain(id)));
        };
    }

    private static Concern concern(
            boolean now,
            String icon,
            Connection connection,
            String detail,
            CloudException why,
            String verb,
            Deed deed) {
        return new Concern(
                now,
                icon,
                Words.of(
                        now ? "attention.account" : "attention.account.partly",
                        Formats.oneLine(connection.account().name()),
                        Problems.brief(why)),
                Optional.of(connection.account()),
                detail,
                verb,
                deed);
    }

    private static String detail(
            Connection connection, Health health, CloudException why, Known known) {
        long rows =
                known.feeds().stream()
                        .filter(f -> f.connection().equals(connection))
                        .filter(
                                f ->
                                        f.snapshot().stale()
                                                || health.state() == Health.State.SIGNED_OUT)
                        .mapToLong(f -> f.items().count())
                        .sum();
        var words =
                Formats.seldom(Duration.between(health.since(), known.now()))
                        + " · "
                        + Problems.words(why);
        return rows == 0 ? words : words + " · " + Words.count("attention.as-they-were", rows);
    }
}
