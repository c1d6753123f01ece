package io.pilothouse.ui.reports;

import io.pilothouse.domain.Bytes;
import io.pilothouse.domain.Fact;
import io.pilothouse.domain.Money;
import io.pilothouse.domain.Resource;
import io.pilothouse.ui.kit.Formats;
import io.pilothouse.ui.kit.Words;
import io.pilothouse.ui.kit.spoken.SpokenRow;
import io.pilothouse.ui.theme.Css;

import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;

import org.jspecify.annotations.Nullable;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/// The rows of a report under its own columns. What could not be read of a row is said at it.
final class ReportTable {
    private final TableView<Resource> table = new TableView<>();
    private final Function<Object, String> words;

    /// @param words of the values in it
    ReportTable(Function<Object, String> words) {
        this.words = words;
        table.setFixedCellSize(32);
        table.setAccessibleText(Words.of("reports.table"));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_SUBSEQUENT_COLUMNS);
        table.setRowFactory(_ -> new MarkedRow());
    }

    TableView<Resource> node() {
        return table;
    }

    void show(List<Fact<?>> columns, List<Resource> rows) {
        table.getSortOrder().clear();
        table.getColumns().setAll(columns.stream().map(f -> column(f)).toList());
        if (!table.getColumns().isEmpty()) {
            table.getColumns().getFirst().getStyleClass().add(Css.FIRST);
            table.getColumns().getLast().getStyleClass().add(Css.LAST);
        }
        table.getItems().setAll(rows);
    }

    /// What the values are called has changed.
    void renamed() {
        table.refresh();
        table.sort();
    }

    private <T> TableColumn<Resource, T> column(Fact<T> fact) {
        boolean number =
                Number.class.isAssignableFrom(fact.type())
                        || fact.type() == Money.class
                        || fact.type() == Bytes.class;
        var column = new TableColumn<Resource, T>(Words.of("fact." + fact.id()));
        column.setId(fact.id());
        column.setCellValueFactory(
                c -> new ReadOnlyObjectWrapper<>(c.getValue().get(fact).orElse(null)));
        column.setCellFactory(_ -> new FactCell<>(number));
        column.setComparator(Comparator.nullsLast(this::compare));
        if (number) {
            column.getStyleClass().add(Css.RIGHT);
        }
        return column;
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // a column holds values of one type
    private int compare(Object a, Object b) {
        return a instanceof Comparable x && a.getClass() == b.getClass()
                ? x.compareTo(b)
                : words.apply(a).compareToIgnoreCase(words.apply(b));
    }

    private static final class MarkedRow extends SpokenRow<Resource> {
        @Override
        protected void updateItem(@Nullable Resource row, boolean empty) {
            super.updateItem(row, empty);
            var problem =
                    empty || row == null
                            ? java.util.Optional.<String>empty()
                            : row.problem().map(Formats::oneLine);
            setTooltip(problem.map(Tooltip::new).orElse(null));
            getStyleClass().remove(Css.BAD);
            if (problem.isPresent()) {
                getStyleClass().add(Css.BAD);
            }
        }
    }

    private final class FactCell<T> extends TableCell<Resource, T> {
        FactCell(boolean number) {
            if (number) {
                getStyleClass().add(Css.RIGHT);
            }
        }

        @Override
        protected void updateItem(@Nullable T value, boolean empty) {
            super.updateItem(value, empty);
            setText(empty ? null : value == null ? "—" : words.apply(value));
        }
    }
}
