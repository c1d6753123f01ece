package io.pilothouse.history;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// The newest times of each work, one row a time.
final class UsualTimesTable implements UsualTimes {
    private static final String OF = "provider = ? AND action = ? AND part = ?";

    private final Database database;

    UsualTimesTable(Database database) {
        this.database = database;
    }

    @Override
    public void took(Work w, Duration length) {
        database.write(
                s -> {
                    s.update(
                            "INSERT INTO durations (provider, action, part, nanos)"
                                    + " VALUES (?, ?, ?, ?)",
                            w.provider(),
                            w.action(),
                            w.part(),
                            length.toNanos());
                    s.update(
                            "DELETE FROM durations WHERE n <= (SELECT n FROM durations WHERE "
                                    + OF
                                    + " ORDER BY n DESC LIMIT 1 OFFSET ?) AND "
                                    + OF,
                            w.provider(),
                            w.action(),
                            w.part(),
                            KEPT,
                            w.provider(),
                            w.action(),
                            w.part());
                });
    }

    @Override
    public Optional<Duration> usual(Work w) {
        return median(
                database.read(
                        s ->
                                s.query(
                                        r -> r.getLong("nanos"),
                                        "SELECT nanos FROM durations WHERE "
                                                + OF
                                                + " ORDER BY nanos",
                                        w.provider(),
                                        w.action(),
                                        w.part())));
    }

    /// Of two in the middle it is the one between them.
    private static Optional<Duration> median(List<Long> sorted) {
        if (sorted.isEmpty()) {
            return Optional.empty();
        }
        long lower = sorted.get((sorted.size() - 1) / 2);
        long upper = sorted.get(sorted.size() / 2);
        return Optional.of(Duration.ofNanos(lower + (upper - lower) / 2));
    }
}
