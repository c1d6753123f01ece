package io.pilothouse.history;

import io.pilothouse.domain.Json;
import io.pilothouse.domain.JsonText;
import io.pilothouse.history.text.Written;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;

/// The journal in its two tables: commands, and what of them went out.
final class CommandTable implements CommandJournal {
    private final Database database;

    CommandTable(Database database) {
        this.database = database;
    }

    @Override
    public void asked(Asked c) {
        database.writeSynced(
                s ->
                        s.update(
                                """
                                INSERT INTO commands
                                    (id, account, action, title, scope, targets, before, answers, at)
                                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                                """,
                                c.id(),
                                c.account(),
                                c.action(),
                                c.title(),
                                Written.text(Json.of(c.scope().map(Written::row))),
                                Written.text(
                                        Json.of(c.targets().stream().map(Written::row).toList())),
                                Written.text(c.before()),
                                Written.text(c.answers()),
                                c.at()));
    }

    @Override
    public void sending(String command, int step, Instant at, String request) {
        database.writeSynced(
                s ->
                        s.update(
                                "INSERT INTO sendings (command, step, at, request) VALUES (?, ?, ?,"
                                        + " ?)",
                                command,
                                step,
                                at,
                                request));
    }

    /// Belongs to the newest sending of the step. For a step that never went out one without a request is kept.
    @Override
    public void answered(String command, int step, Result result) {
        database.writeSynced(
                s -> {
                    var newest = "SELECT max(n) FROM sendings WHERE command = ? AND step = ?";
                    if (s.number(newest, command, step) == 0) {
                        s.update(
                                "INSERT INTO sendings (command, step, at, request) VALUES (?, ?, ?,"
                                        + " '')",
                                command,
                                step,
                                result.at());
                    }
                    s.update(
                            "UPDATE sendings SET result = ?, note = ?, answer = ?, answered_at = ?"
                                    + " WHERE n = ("
                                    + newest
                                    + ")",
                            result.result(),
                            result.note(),
                            Written.text(result.answer()),
                            result.at(),
                            command,
                            step);
                });
    }

    @Override
    public void ended(String command, Ended ended) {
        database.writeSynced(
                s -> {
                    int changed =
                            s.update(
                                    "UPDATE commands SET outcome = ?, note = ?, ended_at = ? WHERE"
                                            + " id = ?",
                                    ended.outcome(),
                                    ended.note(),
                                    ended.at(),
                                    command);
                    if (changed == 0) {
                        throw new SQLException("no such command: " + command);
                    }
                });
    }

    @Override
    public List<Kept> unfinished() {
        return database.read(s -> kept(s, "SELECT * FROM commands WHERE outcome = '' ORDER BY n"));
    }

    @Override
    public List<Kept> recent(int most) {
        return database.read(s -> kept(s, "SELECT * FROM commands ORDER BY n DESC LIMIT ?", most));
    }

    private static List<Kept> kept(Session session, String commands, Object... values)
            throws SQLException, JsonText.Malformed {
        var sent = new HashMap<String, List<Sent>>();
        session.query(
                r ->
                        sent.computeIfAbsent(r.getString("command"), _ -> new ArrayList<>())
                                .add(sent(r)),
                "SELECT * FROM sendings WHERE command IN (SELECT id FROM ("
                        + commands
                        + ")) ORDER BY n",
                values);
        return session.query(
                r -> {
                    var asked = asked(r);
                    return new Kept(
                            asked, List.copyOf(sent.getOrDefault(asked.id(), List.of())), ended(r));
                },
                commands,
                values);
    }

    private static Asked asked(ResultSet r) throws SQLException, JsonText.Malformed {
        var scope = Written.read(r.getString("scope"));
        return new Asked(
                r.getString("id"),
                r.getString("account"),
                r.getString("action"),
                r.getString("title"),
                scope.isAbsent() ? Optional.empty() : Optional.of(Written.row(scope)),
                Written.rows(Written.read(r.getString("targets"))),
                Written.read(r.getString("before")),
                Written.read(r.getString("answers")),
                Session.instant(r, "at"));
    }

    private static Optional<Ended> ended(ResultSet r) throws SQLException {
        var outcome = r.getString("outcome");
        return outcome.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Ended(Session.instant(r, "ended_at"), outcome, r.getString("note")));
    }

    private static Sent sent(ResultSet r) throws SQLException, JsonText.Malformed {
        var result = r.getString("result");
        return new Sent(
                r.getInt("step"),
                Session.instant(r, "at"),
                r.getString("request"),
                result.isEmpty()
                        ? Optional.empty()
                        : Optional.of(
                                new Result(
                                        Session.instant(r, "answered_at"),
                                        result,
                                        r.getString("note"),
                                        Written.read(r.getString("answer")))));
    }
}
