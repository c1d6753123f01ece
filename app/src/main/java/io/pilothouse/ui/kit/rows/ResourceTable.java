package io.pilothouse.ui.kit.rows;

import io.pilothouse.domain.Bytes;
import io.pilothouse.domain.Fact;
import io.pilothouse.domain.Facts;
import io.pilothouse.domain.Money;
import io.pilothouse.ui.kit.Accounts;
import io.pilothouse.ui.kit.Formats;
import io.pilothouse.ui.kit.Nodes;
import io.pilothouse.ui.kit.StateLabel;
import io.pilothouse.ui.kit.Words;
import io.pilothouse.ui.theme.Css;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.collections.ObservableList;
import javafx.collections.transformation.SortedList;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/// A table over rows of any kind: name, state and account first, then the facts of the kind.
public final class ResourceTable {
    private static final double ROW_HEIGHT = 32;

    private final TableView<Row> table = new TableView<>();
    private final Supplier<Instant> now;

    /// @param shown facts with a column at first
    /// @param more facts whose column can be shown by the menu at the right of the header
    public ResourceTable(
            ObservableList<Row> rows,
            List<Fact<?>> shown,
            List<Fact<?>> more,
            boolean hasState,
            Supplier<Instant> now) {
        this.now = now;
        var columns = new ArrayList<TableColumn<Row, ?>>();
        columns.add(
                column(
                        "name",
                        Words.of("column.name"),
                        140,
                        r -> Optional.of(r.resource().name()),
                        this::nameCell));
        if (hasState) {
            columns.add(
                    column(
                            "state",
                            Words.of("column.state"),
                            116,
                            r -> Optional.of(r.resource().status().word()),
                            StateCell::new));
        }
        columns.add(
                column(
                        "account",
                        Words.of("column.account"),
                        136,
                        r -> Optional.of(r.account().name()),
                        AccountCell::new));
        shown.forEach(f -> columns.add(factColumn(f)));
        columns.getLast().getStyleClass().add(Css.LAST);
        for (var fact : more) {
            var column = factColumn(fact);
            column.setVisible(false);
            columns.add(column);
        }
        columns.getFirst().getStyleClass().add(Css.FIRST);

        table.getColumns().setAll(columns);
        table.setFixedCellSize(ROW_HEIGHT);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.setTableMenuButtonVisible(!more.isEmpty());
        var sorted = new SortedList<>(rows);
        sorted.comparatorProperty().bind(table.comparatorProperty());
        table.setItems(sorted);
        table.setAccessibleText(Words.of("table.accessible"));
        table.setRowFactory(_ -> new TableRowWithAge());
    }

    public TableView<Row> node() {
        return table;
    }

    private TableColumn<Row, ?> factColumn(Fact<?> fact) {
        var key = "fact." + fact.id();
        var title = Words.has(key + ".column") ? Words.of(key + ".column") : Words.of(key);
        boolean number = isNumber(fact);
        var column =
                column(
                        fact.id(),
                        title,
                        width(fact),
                        r -> r.resource().get(fact).map(Object.class::cast),
                        () -> new FactCell(number));
        if (number) {
            column.getStyleClass().add(Css.RIGHT);
        }
        return column;
    }

    private static boolean isNumber(Fact<?> fact) {
        return fact.type() == Long.class
                || fact.type() == Money.class
                || fact.type() == Bytes.class
                || fact.type() == Instant.class;
    }

    private static double width(Fact<?> fact) {
        return fact.type() == Money.class
                ? 72
                : isNumber(fact)
                        ? 90
                        : fact.equals(Facts.DESCRIPTION)
                                ? 200
                                : fact.equals(Facts.TYPE) ? 164 : 120;
    }

    private <T> TableColumn<Row, T> column(
            String id,
            String title,
            double width,
            Function<Row, Optional<T>> value,
            Supplier<TableCell<Row, T>> cell) {
        var column = new TableColumn<Row, T>(title);
        column.setId(id);
        column.setPrefWidth(width);
        column.setMinWidth(60);
        column.setReorderable(true);
        column.setCellValueFactory(c -> valueOf(c.getValue(), value));
        column.setCellFactory(_ -> cell.get());
        column.setComparator(new ByValue<>());
        return column;
    }

    private static <T> ObservableValue<T> valueOf(Row row, Function<Row, Optional<T>> value) {
        return Bindings.createObjectBinding(
                () -> value.apply(row).orElse(null), row.resourceProperty());
    }

    /// Numbers by size, text without regard to case, what is missing last.
    private static final class ByValue<T> implements Comparator<T> {
        @Override
        @SuppressWarnings({"unchecked", "rawtypes"}) // a column holds values of one type
        public int compare(
                @org.jspecify.annotations.Nullable T a, @org.jspecify.annotations.Nullable T b) {
            if (a == null || b == null) {
                return a == b ? 0 : a == null ? 1 : -1;
            }
            if (a instanceof String x && b instanceof String y) {
                return x.compareToIgnoreCase(y);
            }
            return a instanceof Comparable x && a.getClass() == b.getClass()
                    ? x.compareTo(b)
                    : a.toString().compareTo(b.toString());
        }
    }

    private TableCell<Row, String> nameCell() {
        return new TextCell(Css.MEDIUM);
    }

    private static class TextCell extends TableCell<Row, String> {
        TextCell(String... styles) {
            getStyleClass().addAll(styles);
        }

        @Override
        protected void updateItem(@org.jspecify.annotations.Nullable String item, boolean empty) {
            super.updateItem(item, empty);
            setText(empty || item == null ? null : Formats.oneLine(item));
        }
    }

    /// A row that is older than it should be is muted.
    private static final class TableRowWithAge extends javafx.scene.control.TableRow<Row> {
        private final javafx.beans.value.ChangeListener<Boolean> old = (_, _, stale) -> mark(stale);

        TableRowWithAge() {
            itemProperty()
                    .addListener(
                            (_, before, now) -> {
                                if (before != null) {
                                    before.staleProperty().removeListener(old);
                                }
                                if (now != null) {
                                    now.staleProperty().addListener(old);
                                }
                                mark(now != null && now.stale());
                            });
        }

        private void mark(boolean stale) {
            getStyleClass().remove(Css.STALE);
            if (stale) {
                getStyleClass().add(Css.STALE);
            }
        }
    }

    private static final class StateCell extends TableCell<Row, String> {
        private final StateLabel state = new StateLabel();

        StateCell() {
            // a row that is read again as it was remembered has the same word, and is no longer old
            tableRowProperty()
                    .flatMap(TableRow::itemProperty)
                    .flatMap(Row::staleProperty)
                    .addListener((_, _, _) -> draw());
        }

        private void draw() {
            updateItem(getItem(), isEmpty());
        }

        @Override
        protected void updateItem(@org.jspecify.annotations.Nullable String item, boolean empty) {
            super.updateItem(item, empty);
            var row = getTableRow() == null ? null : getTableRow().getItem();
            if (empty || row == null) {
                setGraphic(null);
                setText(null);
                return;
            }
            state.show(row.resource().status(), row.stale());
            setGraphic(state);
            setText(null);
            setTooltip(row.resource().problem().map(Tooltip::new).orElse(null));
        }
    }

    private static final class AccountCell extends TableCell<Row, String> {
        private final Region bar = Nodes.styled(new Region(), Css.ACCOUNT_BAR);

        @Override
        protected void updateItem(@org.jspecify.annotations.Nullable String item, boolean empty) {
            super.updateItem(item, empty);
            var row = getTableRow() == null ? null : getTableRow().getItem();
            if (empty || row == null) {
                setGraphic(null);
                setText(null);
                return;
            }
            bar.getStyleClass().setAll(Css.ACCOUNT_BAR, Accounts.colour(row.account().colour()));
            setGraphic(bar);
            setGraphicTextGap(8);
            setText(Formats.oneLine(row.account().name()));
        }
    }

    private final class FactCell extends TableCell<Row, Object> {
        FactCell(boolean number) {
            if (number) {
                getStyleClass().add(Css.RIGHT);
            }
        }

        @Override
        protected void updateItem(@org.jspecify.annotations.Nullable Object item, boolean empty) {
            super.updateItem(item, empty);
            if (empty) {
                setText(null);
                setTooltip(null);
                return;
            }
            setText(item == null ? "—" : Formats.fact(item, now.get()));
            setTooltip(item instanceof Instant t ? new Tooltip(Formats.exact(t)) : null);
            getStyleClass().remove(Css.MUTED);
            if (item == null) {
                getStyleClass().add(Css.MUTED);
            }
        }
    }
}
