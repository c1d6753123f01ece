package io.pilothouse.history;

import io.pilothouse.domain.Resource;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The changes of state in their table, in the order in which they were seen.
final class TransitionTable implements Transitions {
    /// So long the rows of a first read may take to be written down.
    private static final Duration FIRST_READ = Duration.ofSeconds(5);

    private static final int STAYS = 20;

    /// What was first of each list is found once, by the index alone, and looked up for each row from the newest on:
    /// asked for row by row it took half a minute for a list of five thousand.
    private static final String NEWEST =
            """
            WITH firsts AS MATERIALIZED
                (SELECT account, type, min(n) AS n FROM transitions GROUP BY account, type)
            SELECT t.* FROM transitions t
                CROSS JOIN firsts f ON f.account = t.account AND f.type = t.type
                CROSS JOIN transitions b ON b.n = f.n
            WHERE t.was <> '' OR t.at > b.at + ?
            ORDER BY t.n DESC LIMIT ?
            """;

    private final Database database;

    TransitionTable(Database database) {
        this.database = database;
    }

    @Override
    public void seen(Seen t) {
        database.write(
                s ->
                        s.update(
                                "INSERT INTO transitions (account, type, id, name, was, became, at)"
                                        + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                                t.account(),
                                t.ref().type(),
                                t.ref().id(),
                                t.name(),
                                t.from(),
                                t.to(),
                                t.at()));
    }

    @Override
    public List<Seen> of(String account, Resource.Ref ref, int most) {
        return database.read(
                s ->
                        s.query(
                                r ->
                                        new Seen(
                                                account,
                                                ref,
                                                r.getString("name"),
                                                r.getString("was"),
                                                r.getString("became"),
                                                Session.instant(r, "at")),
                                "SELECT name, was, became, at FROM transitions"
                                        + " WHERE account = ? AND type = ? AND id = ?"
                                        + " ORDER BY n DESC LIMIT ?",
                                account,
                                ref.type(),
                                ref.id(),
                                most));
    }

    /// A first read tells of all its rows at once. What was added in the same moments is taken for a part of it.
    @Override
    public List<Seen> newest(int most) {
        return database.read(
                s ->
                        s.query(
                                r ->
                                        new Seen(
                                                r.getString("account"),
                                                new Resource.Ref(
                                                        r.getString("type"), r.getString("id")),
                                                r.getString("name"),
                                                r.getString("was"),
                                                r.getString("became"),
                                                Session.instant(r, "at")),
                                NEWEST,
                                FIRST_READ.toNanos(),
                                most));
    }

    @Override
    public Optional<Duration> usualStay(String account, String type, String state) {
        var spans =
                database
                        .read(
                                s ->
                                        s.query(
                                                r -> r.getLong("span"),
                                                "SELECT (SELECT b.at FROM transitions b"
                                                        + " WHERE b.account = a.account"
                                                        + " AND b.type = a.type AND b.id = a.id"
                                                        + " AND b.n > a.n ORDER BY b.n LIMIT 1)"
                                                        + " - a.at AS span FROM transitions a"
                                                        + " WHERE a.account = ? AND a.type = ?"
                                                        + " AND a.became = ? AND span > 0"
                                                        + " ORDER BY a.n DESC LIMIT ?",
                                                account,
                                                type,
                                                state,
                                                STAYS))
                        .stream()
                        .sorted()
                        .toList();
        return spans.size() < 2
                ? Optional.empty()
                : Optional.of(Duration.ofNanos(spans.get(spans.size() / 2)));
    }

    /// As far back as transitions are kept.
    @Override
    public Optional<Instant> firstSeen(String account, Resource.Ref ref) {
        return database.read(
                s ->
                        s
                                .query(
                                        r -> Session.instant(r, "at"),
                                        "SELECT at FROM transitions"
                                                + " WHERE account = ? AND type = ? AND id = ?"
                                                + " ORDER BY n LIMIT 1",
                                        account,
                                        ref.type(),
                                        ref.id())
                                .stream()
                                .findFirst());
    }
}
