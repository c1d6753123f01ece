package io.pilothouse.ui.resources;

import io.pilothouse.cloud.CloudException;
import io.pilothouse.domain.Account;
import io.pilothouse.domain.Kind;
import io.pilothouse.domain.Resource;
import io.pilothouse.store.FeedKey;
import io.pilothouse.sync.Connection;
import io.pilothouse.sync.feed.Health;
import io.pilothouse.ui.kit.Formats;
import io.pilothouse.ui.kit.Problems;
import io.pilothouse.ui.kit.Words;
import io.pilothouse.ui.kit.Workbench;
import io.pilothouse.ui.kit.rows.Scopes;
import io.pilothouse.ui.kit.rows.Tally;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

/// What of an account could not be read for one reason, in words. Equal words are equal troubles, so nothing is drawn anew
/// for them.
///
/// @param name of the account, and of its scopes or lists where the others could be read
/// @param brief why, in a few words
/// @param rows how many are shown from when; empty where there are none
/// @param reason in whole sentences, with what can be done
record Trouble(
        Account account, String name, String brief, String rows, String reason, Remedy remedy) {
    /// What a person can do about it.
    ///
    /// @param words of a button
    /// @param signIn the account is signed out; else reading again is all
    /// @param shared one press helps all that have the same remedy
    record Remedy(String words, boolean signIn, boolean shared) {}

    private record Cause(String account, String reason) {}

    /// Account by account, one for each reason.
    static List<Trouble> of(Tally tally, Kind kind, Workbench bench) {
        var causes = new LinkedHashMap<Cause, List<Tally.Trouble>>();
        for (var each : tally.troubles()) {
            var reason = Problems.whole(each.why());
            causes.computeIfAbsent(new Cause(each.account().id(), reason), _ -> new ArrayList<>())
                    .add(each);
        }
        return causes.values().stream().map(all -> of(all, kind, bench)).toList();
    }

    private static Trouble of(List<Tally.Trouble> all, Kind kind, Workbench bench) {
        var account = all.getFirst().account();
        var why = all.getFirst().why();
        return new Trouble(
                account,
                name(account, all, kind, bench),
                Problems.brief(why),
                rows(all, bench.now()),
                Problems.whole(why),
                remedy(account, why, bench));
    }

    /// `Team GPU: unreachable, 6 rows from 4 min ago`.
    String words() {
        return rows.isEmpty()
                ? Words.of("table.trouble", name, brief)
                : Words.of("table.trouble.rows", name, brief, rows);
    }

    private static Remedy remedy(Account account, CloudException why, Workbench bench) {
        return bench.connections()
                        .of(account.id())
                        .filter(c -> c.health().state() == Health.State.SIGNED_OUT)
                        .isPresent()
                ? new Remedy(Problems.remedy(why), true, Problems.isVaultLocked(why))
                : new Remedy(Words.of("button.retry"), false, true);
    }

    private static String name(
            Account account, List<Tally.Trouble> all, Kind kind, Workbench bench) {
        var whole = Formats.oneLine(account.name());
        var connection = bench.connections().of(account.id());
        if (connection.isEmpty()) {
            return whole;
        }
        var failed = all.stream().map(Tally.Trouble::feed).collect(Collectors.toSet());
        var feeds =
                connection
                        .get()
                        .cloud()
                        .of(kind)
                        .flatMap(t -> Scopes.feeds(connection.get(), t).stream())
                        .collect(Collectors.toSet());
        if (failed.containsAll(feeds)) {
            return whole;
        }
        var parts =
                all.stream()
                        .map(t -> part(t.feed(), connection.get()))
                        .distinct()
                        .collect(Collectors.joining(", "));
        return whole + " · " + parts;
    }

    /// The scope, or else what is listed.
    private static String part(FeedKey feed, Connection connection) {
        return connection.cloud().type(feed.type()).flatMap(t -> t.scope()).stream()
                .flatMap(s -> connection.inventory().of(s).stream())
                .filter(r -> r.id().equals(feed.scope()))
                .findFirst()
                .map(Resource::name)
                .map(Formats::oneLine)
                .orElseGet(() -> Words.inSentence(Words.of("type." + feed.type() + ".many")));
    }

    private static String rows(List<Tally.Trouble> all, Instant now) {
        int count = all.stream().mapToInt(Tally.Trouble::rows).sum();
        return all.stream()
                .filter(t -> t.rows() > 0)
                .flatMap(t -> t.readAt().stream())
                .min(Comparator.naturalOrder())
                .map(
                        at ->
                                Words.of(
                                        "table.rows-from",
                                        Words.count("count.rows", count),
                                        Formats.age(Duration.between(at, now))))
                .orElse("");
    }
}
