package io.pilothouse.ui.resources.columns;

import io.pilothouse.ui.kit.Nodes;
import io.pilothouse.ui.kit.Words;
import io.pilothouse.ui.kit.spoken.Spoken;
import io.pilothouse.ui.theme.Css;

import javafx.geometry.Pos;
import javafx.scene.control.ListCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableColumn.SortType;
import javafx.scene.layout.HBox;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.Consumer;

/// A column: a tick while it is shown, its title, and which way it sorts.
final class ColumnCell<R> extends ListCell<TableColumn<R, ?>> {
    private final ColumnOrder<R> order;

    /// @param clicked given the column that was clicked
    ColumnCell(ColumnOrder<R> order, Consumer<TableColumn<R, ?>> clicked) {
        this.order = order;
        setOnMouseClicked(
                _ -> {
                    if (getItem() != null) {
                        clicked.accept(getItem());
                    }
                });
    }

    @Override
    protected void updateItem(@Nullable TableColumn<R, ?> column, boolean empty) {
        super.updateItem(column, empty);
        if (empty || column == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        var tick = Nodes.styled(Nodes.icon("check"), Css.ICON_18);
        tick.setVisible(column.isVisible());
        var title = Nodes.label(column.getText());
        var line = new HBox(8, tick, title, Nodes.spring());
        line.setAlignment(Pos.CENTER_LEFT);
        var sorted = sorted(column);
        if (!sorted.isEmpty()) {
            boolean up = column.getSortType() == SortType.ASCENDING;
            line.getChildren()
                    .add(Nodes.styled(Nodes.icon(up ? "chevron-up" : "chevron-down"), Css.ICON_12));
        }
        if (!column.isVisible()) {
            title.getStyleClass().add(Css.MUTED);
        }
        setGraphic(line);
        setAccessibleText(
                Spoken.joined(
                        List.of(
                                column.getText(),
                                Words.of(column.isVisible() ? "column.shown" : "column.hidden"),
                                sorted)));
    }

    private String sorted(TableColumn<R, ?> column) {
        if (!order.isSorted(column)) {
            return "";
        }
        return Words.of(
                column.getSortType() == SortType.ASCENDING
                        ? "column.sorted"
                        : "column.sorted.down");
    }
}
