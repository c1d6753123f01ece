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

    @Override
    public void extend(long step, Instant until) {
        database.write(s -> s.update("UPDATE costs SET until = ? WHERE n = ?", until, step));
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
