package io.pilothouse.ui.resources.columns;

import javafx.scene.control.TableColumn;
import javafx.scene.control.TableColumn.SortType;
import javafx.scene.control.TableView;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// What can be done to the columns of a table, as with the mouse in its header.
final class ColumnOrder<R> {
    /// By so much a column becomes wider or narrower at a time, px.
    private static final double STEP = 16;

    /// It says what a row is, and stays.
    private static final String NAME = "name";

    private final TableView<R> table;

    ColumnOrder(TableView<R> table) {
        this.table = table;
    }

    List<TableColumn<R, ?>> all() {
        return List.copyOf(table.getColumns());
    }

    boolean mayHide(TableColumn<R, ?> column) {
        return !NAME.equals(column.getId());
    }

    void toggle(TableColumn<R, ?> column) {
        column.setVisible(!mayHide(column) || !column.isVisible());
    }

    /// @param by -1 towards the first, 1 towards the last; beyond them nothing happens
    void move(TableColumn<R, ?> column, int by) {
        var order = new ArrayList<>(table.getColumns());
        int to = order.indexOf(column) + by;
        if (to < 0 || to >= order.size()) {
            return;
        }
        Collections.swap(order, to - by, to);
        var sort = List.copyOf(table.getSortOrder());
        table.getColumns().setAll(order);
        if (!sort.equals(List.copyOf(table.getSortOrder()))) {
            table.getSortOrder().setAll(sort);
        }
    }

    /// @param by steps, negative for narrower; never below the least that can be read
    void widen(TableColumn<R, ?> column, int by) {
        if (column.isVisible()) {
            table.resizeColumn(column, by * STEP);
        }
    }

    /// Upward, downward, and no more by this one.
    void sort(TableColumn<R, ?> column) {
        if (!isSorted(column)) {
            column.setSortType(SortType.ASCENDING);
            table.getSortOrder().setAll(List.of(column));
        } else if (column.getSortType() == SortType.ASCENDING) {
            column.setSortType(SortType.DESCENDING);
        } else {
            table.getSortOrder().clear();
        }
    }

    boolean isSorted(TableColumn<R, ?> column) {
        return table.getSortOrder().contains(column);
    }
}
