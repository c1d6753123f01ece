package io.pilothouse.ui.kit.rows.export;

import io.pilothouse.domain.Fact;
import io.pilothouse.domain.Json;
import io.pilothouse.domain.Link;
import io.pilothouse.ui.kit.Words;
import io.pilothouse.ui.kit.rows.Age;
import io.pilothouse.ui.kit.rows.Row;

import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/// What a table of resources shows, as a sheet: its columns, order, filter and sort. The column of ages becomes two
/// times, as when a row was made and when this home saw it first are not the same.
public final class TableSheet {
    private static final Predicate<Age> MADE = age -> !age.atLeast();

    private TableSheet() {}

    /// On the FX thread.
    ///
    /// @param names how a row is called that another one is related to
    public static Sheet of(TableView<Row> table, ZoneId zone, BiFunction<Row, Link, String> names) {
        var shown = table.getVisibleLeafColumns();
        var columns = shown.stream().flatMap(c -> columns(c).stream()).toList();
        var rows =
                IntStream.range(0, table.getItems().size())
                        .mapToObj(i -> row(table, shown, i, zone, names))
                        .toList();
        return new Sheet(columns, rows);
    }

    private static List<Sheet.Column> columns(TableColumn<Row, ?> column) {
        if (column.getUserData() instanceof Fact<?> fact) {
            return List.of(Sheet.Column.of(fact, Words.of("fact." + fact.id())));
        }
        return "age".equals(column.getId())
                ? List.of(
                        Sheet.Column.text("made", Words.of("export.made")),
                        Sheet.Column.text("first-seen", Words.of("export.first-seen")))
                : List.of(Sheet.Column.text(column.getId(), column.getText()));
    }

    private static List<Json> row(
            TableView<Row> table,
            List<TableColumn<Row, ?>> shown,
            int index,
            ZoneId zone,
            BiFunction<Row, Link, String> names) {
        var row = table.getItems().get(index);
        var values = new Values(zone, link -> names.apply(row, link));
        var cells = new ArrayList<Json>();
        for (var column : shown) {
            var value = column.getCellData(index);
            if ("age".equals(column.getId())) {
                cells.add(values.of(time(value, MADE)));
                cells.add(values.of(time(value, MADE.negate())));
            } else {
                cells.add(values.of(value));
            }
        }
        return List.copyOf(cells);
    }

    private static @Nullable Instant time(@Nullable Object value, Predicate<Age> which) {
        return value instanceof Age age && which.test(age) ? age.since() : null;
    }
}
