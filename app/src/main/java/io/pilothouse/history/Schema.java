package io.pilothouse.history;

import java.sql.SQLException;
import java.util.List;

/// The tables, as the steps that lead from each version to the next; a step is never changed once it was given out.
///
/// @param steps statements; the first step makes version 1 of an empty file
record Schema(List<List<String>> steps) {
    static final Schema CURRENT =
            new Schema(
                    List.of(
                            List.of(
                                    "CREATE TABLE schema (version INTEGER NOT NULL)",
                                    "INSERT INTO schema VALUES (0)",
                                    """
                                    CREATE TABLE commands (
                                        n INTEGER PRIMARY KEY,
                                        id TEXT NOT NULL UNIQUE,
                                        account TEXT NOT NULL,
                                        action TEXT NOT NULL,
                                        title TEXT NOT NULL,
                                        scope TEXT NOT NULL,
                                        targets TEXT NOT NULL,
                                        before TEXT NOT NULL,
                                        answers TEXT NOT NULL,
                                        at INTEGER NOT NULL,
                                        outcome TEXT NOT NULL DEFAULT '',
                                        note TEXT NOT NULL DEFAULT '',
                                        ended_at INTEGER NOT NULL DEFAULT 0)
                                    """,
                                    "CREATE INDEX commands_open ON commands (n) WHERE outcome = ''",
                                    """
                                    CREATE TABLE sendings (
                                        n INTEGER PRIMARY KEY,
                                        command TEXT NOT NULL
                                            REFERENCES commands (id) ON DELETE CASCADE,
                                        step INTEGER NOT NULL,
                                        at INTEGER NOT NULL,
                                        request TEXT NOT NULL,
                                        result TEXT NOT NULL DEFAULT '',
                                        note TEXT NOT NULL DEFAULT '',
                                        answer TEXT NOT NULL DEFAULT '',
                                        answered_at INTEGER NOT NULL DEFAULT 0)
                                    """,
                                    "CREATE INDEX sendings_of ON sendings (command, step, n)",
                                    """
                                    CREATE TABLE pages (
                                        account TEXT NOT NULL,
                                        type TEXT NOT NULL,
                                        scope TEXT NOT NULL,
                                        read_at INTEGER NOT NULL,
                                        answers TEXT NOT NULL,
                                        PRIMARY KEY (account, type, scope))
                                    """,
                                    """
                                    CREATE TABLE transitions (
                                        n INTEGER PRIMARY KEY,
                                        account TEXT NOT NULL,
                                        type TEXT NOT NULL,
                                        id TEXT NOT NULL,
                                        name TEXT NOT NULL,
                                        was TEXT NOT NULL,
                                        became TEXT NOT NULL,
                                        at INTEGER NOT NULL)
                                    """,
                                    "CREATE INDEX transitions_of ON transitions (account, type, id,"
                                            + " n)",
                                    "CREATE INDEX transitions_at ON transitions (at)",
                                    """
                                    CREATE TABLE sent (
                                        road TEXT NOT NULL,
                                        budget TEXT NOT NULL,
                                        at INTEGER NOT NULL,
                                        PRIMARY KEY (road, budget)) WITHOUT ROWID
                                    """),
                            List.of(
                                    """
                                    CREATE TABLE durations (
                                        n INTEGER PRIMARY KEY,
                                        provider TEXT NOT NULL,
                                        action TEXT NOT NULL,
                                        part INTEGER NOT NULL,
                                        nanos INTEGER NOT NULL)
                                    """,
                                    "CREATE INDEX durations_of ON durations (provider, action,"
                                            + " part, n)"),
                            List.of(
                                    """
                                    CREATE TABLE costs (
                                        n INTEGER PRIMARY KEY,
                                        account TEXT NOT NULL,
                                        began INTEGER NOT NULL,
                                        until INTEGER NOT NULL,
                                        cents INTEGER NOT NULL,
                                        priced INTEGER NOT NULL,
                                        unpriced INTEGER NOT NULL)
                                    """,
                                    "CREATE INDEX costs_until ON costs (until)")));

    int version() {
        return steps.size();
    }

    /// Takes the steps from `version` on, inside the caller's transaction.
    void raise(Session session, int version) throws SQLException {
        for (var step : steps.subList(version, steps.size())) {
            for (var statement : step) {
                session.run(statement);
            }
        }
        session.update("UPDATE schema SET version = ?", version());
    }
}
