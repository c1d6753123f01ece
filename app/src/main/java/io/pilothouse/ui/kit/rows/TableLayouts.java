package io.pilothouse.ui.kit.rows;

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

/// Gives a table the layout that a person made of it, and tells of each change. Columns go by their ids.
public final class TableLayouts {
    private TableLayouts() {}

    /// @param kept empty for the program's own order
    /// @param changed told after each change of order, width, hiding and sort
    public static void keep(
            TableView<?> table, Optional<TableLayout> kept, Consumer<TableLayout> changed) {
        kept.ifPresent(layout -> apply(table, layout));
        InvalidationListener tell = _ -> changed.accept(of(table));
        table.getColumns().addListener(tell);
        table.getSortOrder().addListener(tell);
        for (var column : table.getColumns()) {
            column.widthProperty().addListener(tell);
            column.visibleProperty().addListener(tell);
            column.sortTypeProperty().addListener(tell);
        }
    }

    /// As the table stands now.
    public static TableLayout of(TableView<?> table) {
        return new TableLayout(
                table.getColumns().stream()
                        .map(c -> new Column(c.getId(), Math.rint(c.getWidth()), !c.isVisible()))
                        .toList(),
                table.getSortOrder().stream()
                        .map(
                                c ->
                                        new Sort(
                                                c.getId(),
                                                c.getSortType() == TableColumn.SortType.ASCENDING))
                        .toList());
    }

    private static <R> void apply(TableView<R> table, TableLayout layout) {
        var left = new ArrayList<>(table.getColumns());
        var ordered = new ArrayList<TableColumn<R, ?>>();
        for (var kept : layout.columns()) {
            find(left, kept.id())
                    .ifPresent(
                            column -> {
                                left.remove(column);
                                ordered.add(column);
                                column.setPrefWidth(kept.width());
                                column.setVisible(!kept.hidden());
                            });
        }
        // one that a later version brought stands where the program puts it
        for (var column : left) {
            ordered.add(Math.min(table.getColumns().indexOf(column), ordered.size()), column);
        }
        table.getColumns().setAll(ordered);
        var sort = new ArrayList<TableColumn<R, ?>>();
        for (var by : layout.sort()) {
            find(ordered, by.column())
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
