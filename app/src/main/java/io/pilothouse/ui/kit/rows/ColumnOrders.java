package io.pilothouse.ui.kit.rows;

import io.pilothouse.ui.kit.order.NaturalOrder;

import javafx.scene.control.TableColumn;

import org.jspecify.annotations.Nullable;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// The orders that the columns of a table give its rows: numbers by size, text as people count, what is missing last,
/// whichever way it is sorted. Values are asked of the rows themselves, without the bindings that cells live on.
final class ColumnOrders {
    private final Map<TableColumn<Row, ?>, Function<Row, Optional<Object>>> values =
            new HashMap<>();

    /// Says what a column shows of a row.
    <T> void put(TableColumn<Row, T> column, Function<Row, Optional<T>> value) {
        values.put(column, row -> value.apply(row).map(v -> v));
    }

    /// What a column shows of a row.
    Optional<Object> value(TableColumn<Row, ?> column, Row row) {
        return values.getOrDefault(column, _ -> Optional.empty()).apply(row);
    }

    /// By these columns, one behind the other, each in the way it is sorted.
    Comparator<Row> of(List<TableColumn<Row, ?>> columns) {
        Comparator<Row> order = (_, _) -> 0;
        for (var column : columns) {
            order = order.thenComparing(of(column));
        }
        return order;
    }

    private Comparator<Row> of(TableColumn<Row, ?> column) {
        var value = values.getOrDefault(column, _ -> Optional.empty());
        boolean falling = column.getSortType() == TableColumn.SortType.DESCENDING;
        return (a, b) -> compare(value.apply(a).orElse(null), value.apply(b).orElse(null), falling);
    }

    private static int compare(@Nullable Object a, @Nullable Object b, boolean falling) {
        if (a == null || b == null) {
            return Boolean.compare(a == null, b == null);
        }
        return falling ? compare(b, a) : compare(a, b);
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // a column holds values of one type
    private static int compare(Object a, Object b) {
        if (a instanceof String x && b instanceof String y) {
            return NaturalOrder.INSTANCE.compare(x, y);
        }
        return a instanceof Comparable x && a.getClass() == b.getClass()
                ? x.compareTo(b)
                : a.toString().compareTo(b.toString());
    }
}
