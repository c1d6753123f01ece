package io.pilothouse.ui.kit.rows.layout;

import io.pilothouse.settings.TableLayout;
import io.pilothouse.settings.TableLayout.Column;
import io.pilothouse.settings.TableLayout.Sort;

import javafx.beans.InvalidationListener;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Gives a table the layout that a person made of it, and tells of each change. Columns go by their ids. One that comes
/// and goes finds its place, width and hiding again: what was kept of it stays while it is not there.
public final class TableLayouts<R> {
    private final TableView<R> table;
    private final ColumnWidths<R> widths;
    private final Consumer<TableLayout> changed;
    private final InvalidationListener tell = _ -> tell();
    private TableLayout last;

    private TableLayouts(
            TableView<R> table,
            ColumnWidths<R> widths,
            TableLayout last,
            Consumer<TableLayout> changed) {
        this.table = table;
        this.widths = widths;
        this.last = last;
        this.changed = changed;
    }

    /// @param kept empty for the program's own order
    /// @param changed told after each change of order, width, hiding and sort
    public static <R> TableLayouts<R> keep(
            TableView<R> table,
            ColumnWidths<R> widths,
            Optional<TableLayout> kept,
            Consumer<TableLayout> changed) {
        kept.ifPresent(layout -> apply(table, widths, layout));
        var layouts =
                new TableLayouts<>(table, widths, kept.orElseGet(() -> of(table, widths)), changed);
        widths.choices().addListener(layouts.tell);
        table.getColumns().addListener(layouts.tell);
        table.getSortOrder().addListener(layouts.tell);
        table.getColumns().forEach(layouts::listen);
        return layouts;
    }

    /// Adds a column that was not there before, as it was when it was there last.
    ///
    /// @param usual where it stands when it never was
    public void add(TableColumn<R, ?> column, int usual) {
        var before = last;
        var kept = column(before, column.getId());
        kept.ifPresent(
                k -> {
                    widths.choose(column, k.width());
                    column.setVisible(!k.hidden());
                });
        listen(column);
        table.getColumns().add(kept.map(k -> place(before, k)).orElse(usual), column);
        if (before.sort().stream().anyMatch(s -> s.column().equals(column.getId()))) {
            sort(table, before);
        }
    }

    /// As the table stands now.
    static <R> TableLayout of(TableView<R> table, ColumnWidths<R> widths) {
        return new TableLayout(
                table.getColumns().stream()
                        .map(c -> new Column(c.getId(), widths.chosen(c), !c.isVisible()))
                        .toList(),
                table.getSortOrder().stream()
                        .map(
                                c ->
                                        new Sort(
                                                c.getId(),
                                                c.getSortType() == TableColumn.SortType.ASCENDING))
                        .toList());
    }

    private void listen(TableColumn<R, ?> column) {
        column.visibleProperty().addListener(tell);
        column.sortTypeProperty().addListener(tell);
    }

    private void tell() {
        last = with(of(table, widths), last);
        changed.accept(last);
    }

    /// As it is now, and what is not there as it was before.
    static TableLayout with(TableLayout now, TableLayout before) {
        var columns = new ArrayList<>(now.columns());
        for (int i = 0; i < before.columns().size(); i++) {
            var old = before.columns().get(i);
            if (column(now, old.id()).isEmpty()) {
                var left = i == 0 ? "" : before.columns().get(i - 1).id();
                columns.add(columns.stream().map(Column::id).toList().indexOf(left) + 1, old);
            }
        }
        // who sorts by something else sorts no longer by what is not there
        var same = before.sort().stream().filter(s -> column(now, s.column()).isPresent()).toList();
        return new TableLayout(columns, same.equals(now.sort()) ? before.sort() : now.sort());
    }

    private static Optional<Column> column(TableLayout layout, String id) {
        return layout.columns().stream().filter(c -> c.id().equals(id)).findFirst();
    }

    /// Behind the nearest of those that stood before it.
    private int place(TableLayout layout, Column column) {
        var there = table.getColumns().stream().map(TableColumn::getId).toList();
        return layout.columns().subList(0, layout.columns().indexOf(column)).reversed().stream()
                        .map(c -> there.indexOf(c.id()))
                        .filter(at -> at >= 0)
                        .findFirst()
                        .orElse(-1)
                + 1;
    }

    private static <R> void apply(TableView<R> table, ColumnWidths<R> widths, TableLayout layout) {
        var left = new ArrayList<>(table.getColumns());
        var ordered = new ArrayList<TableColumn<R, ?>>();
        for (var kept : layout.columns()) {
            find(left, kept.id())
                    .ifPresent(
                            column -> {
                                left.remove(column);
                                ordered.add(column);
                                widths.choose(column, kept.width());
                                column.setVisible(!kept.hidden());
                            });
        }
        // one that a later version brought stands where the program puts it
        for (var column : left) {
            ordered.add(Math.min(table.getColumns().indexOf(column), ordered.size()), column);
        }
        table.getColumns().setAll(ordered);
        sort(table, layout);
    }

    private static <R> void sort(TableView<R> table, TableLayout layout) {
        var sort = new ArrayList<TableColumn<R, ?>>();
        for (var by : layout.sort()) {
            find(table.getColumns(), by.column())
                    .ifPresent(
                            column -> {
                                column.setSortType(
                                        by.ascending()
                                                ? TableColumn.SortType.ASCENDING
                                                : TableColumn.SortType.DESCENDING);
                                sort.add(column);
                            });
        }
        table.getSortOrder().setAll(sort);
    }

    private static <R> Optional<TableColumn<R, ?>> find(
            List<TableColumn<R, ?>> columns, String id) {
        return columns.stream().filter(c -> id.equals(c.getId())).findFirst();
    }
}
