package io.pilothouse.ui.reports;

import io.pilothouse.cloud.CloudException;
import io.pilothouse.domain.Account;
import io.pilothouse.sync.Connection;
import io.pilothouse.sync.feed.Health;
import io.pilothouse.ui.kit.Formats;
import io.pilothouse.ui.kit.Problems;
import io.pilothouse.ui.kit.Words;
import io.pilothouse.ui.kit.Workbench;
import io.pilothouse.ui.kit.filter.AccountFilter;
import io.pilothouse.ui.kit.rows.Scopes;
import io.pilothouse.ui.kit.rows.Tally;

import java.util.Optional;

/// Why no report can be chosen, and the way on.
///
/// @param words empty where one can be chosen
/// @param failed something could not be read
record NoSource(String words, boolean failed, Optional<Way> way) {
    /// What a person can do about it.
    sealed interface Way {
        String words();

        record ShowAll() implements Way {
            @Override
            public String words() {
                return Words.of("accounts.show-all");
            }
        }

        record Retry(Connection connection) implements Way {
            @Override
            public String words() {
                return Words.of("button.retry");
            }
        }

        record SignIn(Account account, String words) implements Way {}
    }

    private record Trouble(Connection connection, CloudException why) {
        boolean isSignedOut() {
            return connection.health().state() == Health.State.SIGNED_OUT;
        }

        Way way() {
            return isSignedOut()
                    ? new Way.SignIn(connection.account(), Problems.remedy(why))
                    : new Way.Retry(connection);
        }
    }

    static final NoSource NOT = new NoSource("", false, Optional.empty());

    static NoSource of(AccountFilter accounts, Workbench bench) {
        var offering =
                accounts.connections().stream()
                        .filter(c -> !c.cloud().reports().isEmpty())
                        .toList();
        var shown = accounts.shown();
        if (offering.isEmpty()) {
            return new NoSource(
                    shown.isAll()
                            ? Words.of("empty.not-offered", Words.of("reports.title"))
                            : Words.of(
                                    "empty.not-offered.shown",
                                    Words.of("reports.title"),
                                    shown.names()),
                    false,
                    shown.isAll() ? Optional.empty() : Optional.of(new Way.ShowAll()));
        }
        return offering.stream()
                .flatMap(c -> trouble(c, bench).stream())
                .findFirst()
                .map(NoSource::because)
                .orElseGet(
                        () ->
                                new NoSource(
                                        Words.of("reports.scopes-loading"),
                                        false,
                                        Optional.empty()));
    }

    private static NoSource because(Trouble trouble) {
        var name = Formats.oneLine(trouble.connection().account().name());
        return new NoSource(
                Words.of("table.trouble", name, Problems.whole(trouble.why())),
                true,
                Optional.of(trouble.way()));
    }

    /// Why the scopes of its reports are not known.
    private static Optional<Trouble> trouble(Connection connection, Workbench bench) {
        return connection.cloud().reports().stream()
                .flatMap(r -> r.scope().stream())
                .flatMap(s -> connection.cloud().type(s).stream())
                .flatMap(t -> Scopes.feeds(connection, t).stream())
                .flatMap(k -> Tally.why(bench.store().get(k), connection).stream())
                .findFirst()
                .map(why -> new Trouble(connection, why));
    }
}
