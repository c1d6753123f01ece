package io.pilothouse.bench;

import io.pilothouse.domain.Facts;
import io.pilothouse.domain.Json;
import io.pilothouse.domain.Resource;
import io.pilothouse.domain.Status;
import io.pilothouse.testkit.Accounts;
import io.pilothouse.ui.kit.order.LiveList;
import io.pilothouse.ui.kit.order.OrderedList;
import io.pilothouse.ui.kit.rows.Row;
import io.pilothouse.ui.kit.rows.RowFilter;
import io.pilothouse.ui.kit.rows.UsualOrder;

import javafx.collections.transformation.FilteredList;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

/// What a key in the filter line costs over a long list: the lists behind the table, without drawing.
class FilterBench {
    private static final int ROWS = Integer.getInteger("bench.rows", 50_000);
    private static final int ROUNDS = 30;

    @Test
    void whatAKeyCosts() {
        var account = Accounts.of("team", "Team GPU", "lambda-cloud");
        var rows = new LiveList<Row>();
        var all = new ArrayList<Row>();
        for (int i = 0; i < ROWS; i++) {
            var name = "train-h100-%05d".formatted(i);
            all.add(
                    Row.fixed(
                            account,
                            Resource.of(
                                            "lambda.instance",
                                            "%032x".formatted(i * 7_919L),
                                            name,
                                            new Status("active", Status.Phase.RUNNING),
                                            Json.obj())
                                    .with(Facts.REGION, "us-east-" + i % 9)
                                    .with(Facts.TYPE, "gpu_" + i % 8 + "x_h100_sxm5")
                                    .with(Facts.IP, "198.18." + i / 250 + "." + i % 250)));
        }
        rows.addAll(all);
        var passing = new FilteredList<>(rows);
        var shown = new OrderedList<>(passing);
        shown.usual(UsualOrder.of(List.of("team"), List.of()));
        var typed = "region:us-east-3 th0001";
        var took = new ArrayList<Double>();
        for (int round = 0; round < ROUNDS; round++) {
            for (int length = 0; length <= typed.length(); length++) {
                long begin = System.nanoTime();
                passing.setPredicate(RowFilter.parse(typed.substring(0, length)));
                if (round >= ROUNDS / 2) {
                    took.add((System.nanoTime() - begin) / 1e6);
                }
            }
        }
        took.sort(null);
        System.out.printf(
                "a key over %d rows: p50 %.1f, p99 %.1f, max %.1f ms; %d rows left%n",
                ROWS,
                took.get(took.size() / 2),
                took.get(took.size() * 99 / 100),
                took.getLast(),
                shown.size());
    }
}
