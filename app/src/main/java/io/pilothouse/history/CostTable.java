package io.pilothouse.history;

import io.pilothouse.history.cost.Costs;

import java.time.Instant;
import java.util.List;

/// The steps of what accounts cost, one row a step.
final class CostTable implements Costs {
    private final Database database;

    CostTable(Database database) {
        this.database = database;
    }

    @Override
    public long begin(Step step) {
        var number = new long[1];
        database.write(
                s -> {
                    s.update(
                            "INSERT INTO costs (account, began, until, cents, priced, unpriced)"
                                    + " VALUES (?, ?, ?, ?, ?, ?)",
                            step.account(),
                            step.from(),
                            step.until(),
                            step.cents(),
                            step.priced(),
                            step.unpriced());
                    number[0] = s.number("SELECT last_insert_rowid()");
                });
        return number[0];
    }

    /// The number alone is not enough: SQLite gives those of deleted rows away again.
    @Override
    public boolean extend(long number, Step step) {
        var found = new boolean[1];
        database.write(
                s ->
                        found[0] =
                                s.update(
                                                "UPDATE costs SET until = ? WHERE n = ? AND account"
                                                        + " = ? AND began = ?",
                                                step.until(),
                                                number,
                                                step.account(),
                                                step.from())
                                        > 0);
        return found[0];
    }

    @Override
    public List<Step> since(Instant time) {
        return database.read(
                s ->
                        s.query(
                                r ->
                                        new Step(
                                                r.getString("account"),
                                                Session.instant(r, "began"),
                                                Session.instant(r, "until"),
                                                r.getLong("cents"),
                                                r.getInt("priced"),
                                                r.getInt("unpriced")),
                                "SELECT * FROM costs WHERE until > ? ORDER BY n",
                                time));
    }
}
