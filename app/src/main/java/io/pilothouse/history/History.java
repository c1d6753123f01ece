package io.pilothouse.history;

import io.pilothouse.domain.Notice;
import io.pilothouse.history.cost.Costs;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/// What was seen and done, in one SQLite file. Safe to use from any thread; every method may throw [HistoryException].
public final class History implements AutoCloseable {
    /// How long commands, transitions and costs are kept.
    public static final Duration KEPT = Duration.ofDays(400);

    /// How large the file may grow, in bytes.
    public static final long MOST_BYTES = 500L << 20;

    /// What is taken out in one transaction, so that a sending waits for a lot and not for all.
    private static final int ROW_LOT = 500;

    /// Pages of the file that are given back to the disk in one transaction.
    private static final int PAGE_LOT = 100;

    /// @param notices what a person is to be told: `history.set-aside` (file, its new name), `history.newer` (file, its
    ///     version, the file used instead), `history.network` (folder)
    public record Opened(History history, List<Notice> notices) {}

    private final Database database;

    private History(Database database) {
        this.database = database;
    }

    /// Opens `history.db` in the folder, or begins one. No other process may use the folder at the time.
    ///
    /// @throws HistoryException when the disk refuses, as a full one does; then nothing was set aside
    public static Opened open(Path folder) {
        return open(folder, Schema.CURRENT, InstantSource.system());
    }

    static Opened open(Path folder, Schema schema, InstantSource clock) {
        var notices = new ArrayList<Notice>();
        try {
            var file = new HistoryFile(folder.toAbsolutePath(), schema, notices);
            return new Opened(new History(file.open(clock.instant())), List.copyOf(notices));
        } catch (SQLException | IOException e) {
            throw new HistoryException(
                    "the history can't be opened in " + folder + ": " + HistoryException.reason(e),
                    e);
        }
    }

    /// Why nothing can be written, since the last time that something could be; empty while it can.
    public Optional<HistoryException> refusal() {
        return database.refusal();
    }

    public CommandJournal commands() {
        return new CommandTable(database);
    }

    public Pages pages() {
        return new PageTable(database);
    }

    public Transitions transitions() {
        return new TransitionTable(database);
    }

    public UsualTimes usualTimes() {
        return new UsualTimesTable(database);
    }

    /// What accounts cost, in steps.
    public Costs costs() {
        return new CostTable(database);
    }

    /// When something was last sent, by budget; by the wall clock of then.
    ///
    /// @param road what names endpoint and credential without telling either, such as a fingerprint
    public Map<String, Instant> sentTimes(String road) {
        var times = new LinkedHashMap<String, Instant>();
        database.read(
                s ->
                        s.query(
                                r -> times.put(r.getString("budget"), Session.instant(r, "at")),
                                "SELECT budget, at FROM sent WHERE road = ?",
                                road));
        return times;
    }

    public void sent(String road, String budget, Instant at) {
        database.write(
                s ->
                        s.update(
                                "INSERT OR REPLACE INTO sent (road, budget, at) VALUES (?, ?, ?)",
                                road,
                                budget,
                                at));
    }

    /// What of the history a person may clear by itself.
    public enum Part {
        /// What was asked for and what became of it; what has not ended stays.
        COMMANDS("commands", "outcome <> ''"),
        /// Changes of state, and with them when a row was seen first.
        TRANSITIONS("transitions", "1"),
        /// The last page of every feed.
        PAGES("pages", "1"),
        /// How long operations took.
        USUAL_TIMES("durations", "1"),
        /// What the accounts cost.
        COSTS("costs", "1");

        private final String table;
        private final String which;

        Part(String table, String which) {
            this.table = table;
            this.which = which;
        }
    }

    /// How many rows a part has that may be cleared.
    public long count(Part part) {
        return database.read(
                s -> s.number("SELECT count(*) FROM " + part.table + " WHERE " + part.which));
    }

    /// Takes all of a part out, and gives the room back to the disk.
    public void clear(Part part) {
        if (part == Part.PAGES) {
            database.write(s -> s.update("DELETE FROM pages"));
        } else {
            delete(part.table, part.which, () -> true);
        }
        giveBack();
    }

    /// What is in use of the file, in bytes.
    public long bytes() {
        return database.read(History::used);
    }

    /// Takes out what is older than [#KEPT], and beyond [#MOST_BYTES] the oldest transitions, then the oldest commands
    /// that have ended, then the oldest costs. To be called now and then; nobody who reads has to wait for it.
    public void prune(Instant now) {
        prune(now, MOST_BYTES);
    }

    void prune(Instant now, long mostBytes) {
        var old = "at < " + Session.nanos(now.minus(KEPT));
        delete("transitions", old, () -> true);
        delete("commands", old, () -> true);
        delete("costs", "until < " + Session.nanos(now.minus(KEPT)), () -> true);
        delete("transitions", "1", () -> bytes() > mostBytes);
        delete("commands", "outcome <> ''", () -> bytes() > mostBytes);
        delete("costs", "1", () -> bytes() > mostBytes);
        giveBack();
    }

    private void giveBack() {
        for (long free = Long.MAX_VALUE; free > 0; ) {
            database.write(s -> s.run("PRAGMA incremental_vacuum(" + PAGE_LOT + ")"));
            long left = database.read(s -> s.number("PRAGMA freelist_count"));
            free = left < free ? left : 0;
        }
    }

    private void delete(String table, String which, BooleanSupplier wanted) {
        var any = "SELECT EXISTS (SELECT 1 FROM %s WHERE %s)".formatted(table, which);
        var lot =
                "DELETE FROM %s WHERE n IN (SELECT n FROM %s WHERE %s ORDER BY n LIMIT %d)"
                        .formatted(table, table, which, ROW_LOT);
        while (wanted.getAsBoolean() && database.read(s -> s.number(any)) > 0) {
            database.write(s -> s.update(lot));
        }
    }

    private static long used(Session s) throws SQLException {
        return (s.number("PRAGMA page_count") - s.number("PRAGMA freelist_count"))
                * s.number("PRAGMA page_size");
    }

    @Override
    public void close() {
        database.close();
    }
}
