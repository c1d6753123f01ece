package io.pilothouse.ui.kit.rows;

import io.pilothouse.domain.Bytes;
import io.pilothouse.domain.Fact;
import io.pilothouse.domain.Facts;
import io.pilothouse.domain.Link;
import io.pilothouse.domain.Money;
import io.pilothouse.settings.TableLayout;
import io.pilothouse.ui.kit.Accounts;
import io.pilothouse.ui.kit.Formats;
import io.pilothouse.ui.kit.Nodes;
import io.pilothouse.ui.kit.StateLabel;
import io.pilothouse.ui.kit.Words;
import io.pilothouse.ui.kit.order.KeptSelection;
import io.pilothouse.ui.kit.order.OrderedList;
import io.pilothouse.ui.kit.rows.layout.ColumnWidths;
import io.pilothouse.ui.kit.rows.layout.TableLayouts;
import io.pilothouse.ui.kit.spoken.SpokenRow;
import io.pilothouse.ui.theme.Css;

import javafx.beans.InvalidationListener;
import javafx.beans.binding.Bindings;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.ObservableList;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/// A table over rows of any kind: name, state and account first, then the facts of the kind.
public final class ResourceTable {
    private static final double ROW_HEIGHT = 32;
    private static final Set<Fact<?>> TOLD_APART_BY_END = Set.of(Facts.REGION, Facts.TYPE);

    private final TableView<Row> table = new TableView<>();
    private final KeptSelection<Row> selection;
    private final ColumnOrders orders = new ColumnOrders();
    private final ColumnWidths<Row> widths = new ColumnWidths<>(table, this::words);
    private final Supplier<Instant> now;
    private final IntegerProperty beat = new SimpleIntegerProperty();
    private Optional<TableLayouts<Row>> layouts = Optional.empty();
    private BiFunction<Row, Link, String> names = (_, link) -> link.key();

    /// @param shown facts with a column at first
    /// @param more facts whose column can be shown by the menu at the right of the header
    public ResourceTable(
            OrderedList<Row> rows,
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
                        false,
                        r -> Optional.of(r.resource().name()),
                        this::nameCell));
        if (hasState) {
            columns.add(
                    column(
                            "state",
                            Words.of("column.state"),
                            false,
                            r -> Optional.of(new Standing(r.resource().status(), r.stale())),
                            StateCell::new));
        }
        columns.add(
                column(
                        "account",
                        Words.of("column.account"),
                        false,
                        r -> Optional.of(r.account().name()),
                        AccountCell::new));
        for (var fact : shown) {
            if (hasState && fact.equals(Facts.PRICE)) {
                columns.add(ageColumn());
            }
            columns.add(factColumn(fact));
        }
        for (var fact : more) {
            var column = factColumn(fact);
            column.setVisible(false);
            columns.add(column);
        }
        table.getColumns().setAll(columns);
        table.setFixedCellSize(ROW_HEIGHT);
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.getVisibleLeafColumns().addListener((InvalidationListener) _ -> markEnds());
        markEnds();
        selection = KeptSelection.keep(table, rows);
        table.setSortPolicy(
                t -> {
                    rows.first(orders.of(t.getSortOrder()));
                    return true;
                });
        table.setPlaceholder(new Region()); // the screen says why there are no rows
        table.setRowFactory(_ -> new TableRowWithAge());
    }

    /// How a row is called that another one is related to.
    public BiFunction<Row, Link, String> names() {
        return names;
    }

    /// Says how a row is called that another one is related to.
    public void names(BiFunction<Row, Link, String> how) {
        names = how;
    }

    /// Shows in a column behind the account's which scope each row is in, or takes the column away.
    ///
    /// @param title empty for none
    public void scopes(Optional<String> title, Function<Row, Optional<String>> scope) {
        var columns = table.getColumns();
        var there = columns.stream().filter(c -> "scope".equals(c.getId())).findFirst();
        if (title.isPresent() == there.isPresent()) {
            return;
        }
        if (there.isPresent()) {
            columns.remove(there.get());
            return;
        }
        int account = columns.stream().map(TableColumn::getId).toList().indexOf("account");
        var column = column("scope", title.orElseThrow(), false, scope, () -> new TextCell());
        layouts.ifPresentOrElse(
                l -> l.add(column, account + 1), () -> columns.add(account + 1, column));
    }

    /// Lays it out as a person did, from now on also what is added to it.
    ///
    /// @param kept empty for the program's own order
    /// @param changed told after each change
    public void keep(Optional<TableLayout> kept, Consumer<TableLayout> changed) {
        layouts = Optional.of(TableLayouts.keep(table, widths, kept, changed));
    }

    /// Takes back all widths that a person gave.
    public void releaseWidths() {
        widths.release();
    }

    public TableView<Row> node() {
        return table;
    }

    /// What a person has chosen.
    public ObservableList<Row> chosen() {
        return selection.chosen();
    }

    /// Nothing is chosen any more; the keys stay at their row.
    public void chooseNone() {
        selection.clear();
    }

    /// Some seconds have passed: ages move on.
    public void tick() {
        beat.set(beat.get() + 1);
        widths.measure();
    }

    /// The first and the last column that are shown keep the page's margin.
    private void markEnds() {
        var shown = table.getVisibleLeafColumns();
        for (var column : table.getColumns()) {
            column.getStyleClass().removeAll(Css.FIRST, Css.LAST);
        }
        if (!shown.isEmpty()) {
            shown.getFirst().getStyleClass().add(Css.FIRST);
            shown.getLast().getStyleClass().add(Css.LAST);
        }
    }

    private TableColumn<Row, Age> ageColumn() {
        var column = column("age", Words.of("column.age"), true, Age::of, AgeCell::new);
        column.getStyleClass().add(Css.RIGHT);
        return column;
    }

    private TableColumn<Row, ?> factColumn(Fact<?> fact) {
        var key = "fact." + fact.id();
        var title = Words.has(key + ".column") ? Words.of(key + ".column") : Words.of(key);
        var column =
                column(
                        fact.id(),
                        title,
                        isNumber(fact),
                        r ->
                                r.resource()
                                        .get(fact)
                                        .map(v -> fact.equals(Facts.USED_BY) ? inTable(v) : v),
                        () -> new FactCell(fact));
        if (isNumber(fact)) {
            column.getStyleClass().add(Css.RIGHT);
        }
        if (!fact.equals(Facts.USED_BY)) {
            column.setUserData(fact); // what is written of it has the fact's unit
        }
        return column;
    }

    /// Ages go on, and what a row is related to may be read later than the row.
    private static boolean moves(Fact<?> fact) {
        return fact.type() == Instant.class
                || fact.type() == Link.class
                || fact.type() == List.class;
    }

    /// Users are known by ids that say nothing in a cell: there it is how many.
    private static Object inTable(Object value) {
        return value instanceof List<?> all && (all.isEmpty() || all.getFirst() instanceof Link)
                ? Long.valueOf(all.size())
                : value;
    }

    private static boolean isNumber(Fact<?> fact) {
        return fact.type() == Long.class
                || fact.type() == Money.class
                || fact.type() == Bytes.class
                || fact.type() == Instant.class
                || fact.equals(Facts.USED_BY);
    }

    private <T> TableColumn<Row, T> column(
            String id,
            String title,
            boolean number,
            Function<Row, Optional<T>> value,
            Supplier<TableCell<Row, T>> cell) {
        var column = new TableColumn<Row, T>(title);
        column.setId(id);
        widths.add(column, WidthAsks.of(id, number));
        column.setReorderable(true);
        column.setCellValueFactory(c -> valueOf(c.getValue(), value));
        column.setCellFactory(_ -> cell.get());
        orders.put(column, value);
        return column;
    }

    /// What the cell of a row says, as far as its width goes.
    private String words(TableColumn<Row, ?> column, Row row) {
        return switch (orders.value(column, row).orElse(null)) {
            case null -> "—";
            case Age age -> age.words(now.get());
            case Standing how -> Formats.oneLine(how.status().word()).toLowerCase(Locale.ROOT);
            case Object value -> Formats.fact(named(row, value), now.get());
        };
    }

    private Object named(Row row, Object item) {
        return switch (item) {
            case Link link -> names.apply(row, link);
            case List<?> all when !all.isEmpty() && all.getFirst() instanceof Link ->
                    all.stream()
                            .map(l -> l instanceof Link link ? names.apply(row, link) : l)
                            .toList();
            default -> item;
        };
    }

    private static <T> ObservableValue<T> valueOf(Row row, Function<Row, Optional<T>> value) {
        return Bindings.createObjectBinding(
                () -> value.apply(row).orElse(null),
                row.resourceProperty(),
                row.staleProperty(),
                row.firstSeenProperty());
    }

    private TableCell<Row, String> nameCell() {
        return new TextCell(Css.MEDIUM);
    }

    private static class TextCell extends TableCell<Row, String> {
        TextCell(String... styles) {
            getStyleClass().addAll(styles);
            Nodes.whole(this);
        }

        @Override
        protected void updateItem(@org.jspecify.annotations.Nullable String item, boolean empty) {
            super.updateItem(item, empty);
            setText(empty ? null : item == null ? "—" : Formats.oneLine(item));
            getStyleClass().remove(Css.MUTED);
            if (item == null) {
                getStyleClass().add(Css.MUTED);
            }
        }
    }

    /// A row that is older than it should be is muted, and says its age.
    private final class TableRowWithAge extends SpokenRow<Row> {
        private final javafx.beans.value.ChangeListener<Boolean> old = (_, _, stale) -> mark(stale);
        private final Tooltip age = new Tooltip();

        TableRowWithAge() {
            age.setOnShowing(_ -> age.setText(age()));
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
            setTooltip(stale ? age : null);
            setAccessibleHelp(stale ? age() : null);
        }

        private String age() {
            var row = getItem();
            return row == null ? "" : row.oldness(now.get());
        }
    }

    private static final class StateCell extends TableCell<Row, Standing> {
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
        protected void updateItem(@org.jspecify.annotations.Nullable Standing item, boolean empty) {
            super.updateItem(item, empty);
            setText(null);
            if (empty || item == null) {
                setGraphic(null);
                setTooltip(null);
                setAccessibleText(null);
                return;
            }
            state.show(item.status(), item.stale());
            setAccessibleText(state.getAccessibleText());
            setGraphic(state);
            var row = getTableRow() == null ? null : getTableRow().getItem();
            setTooltip(
                    row == null ? null : row.resource().problem().map(Tooltip::new).orElse(null));
        }
    }

    private static final class AccountCell extends TableCell<Row, String> {
        private final Region bar = Nodes.styled(new Region(), Css.ACCOUNT_BAR);

        AccountCell() {
            Nodes.whole(this);
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
            bar.getStyleClass().setAll(Css.ACCOUNT_BAR, Accounts.colour(row.account().colour()));
            setGraphic(bar);
            setGraphicTextGap(8);
            setText(Formats.oneLine(row.account().name()));
        }
    }

    private final class AgeCell extends TableCell<Row, Age> {
        AgeCell() {
            getStyleClass().add(Css.RIGHT);
            beat.subscribe(this::tell);
        }

        @Override
        protected void updateItem(@org.jspecify.annotations.Nullable Age item, boolean empty) {
            super.updateItem(item, empty);
            tell();
            setTooltip(item == null || empty ? null : new Tooltip(item.tip()));
        }

        private void tell() {
            var age = getItem();
            setText(isEmpty() ? null : age == null ? "—" : age.words(now.get()));
        }
    }

    private final class FactCell extends TableCell<Row, Object> {
        private final boolean ends;

        FactCell(Fact<?> fact) {
            ends = fact.equals(Facts.EXPIRES);
            Nodes.whole(this);
            if (TOLD_APART_BY_END.contains(fact)) {
                setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
            }
            if (isNumber(fact)) {
                getStyleClass().add(Css.RIGHT);
            }
            if (moves(fact)) {
                beat.subscribe(this::tell);
            }
        }

        private void tell() {
            var item = getItem();
            getStyleClass().removeAll(Css.WARN, Css.BAD);
            if (ends && item instanceof Instant end && !isEmpty()) {
                var expiry = Expiry.of(end, now.get());
                setText(expiry.words());
                expiry.style().ifPresent(getStyleClass()::add);
            } else {
                setText(
                        isEmpty()
                                ? null
                                : item == null ? "—" : Formats.fact(named(item), now.get()));
            }
        }

        private Object named(Object item) {
            var row = getTableRow() == null ? null : getTableRow().getItem();
            return row == null ? item : ResourceTable.this.named(row, item);
        }

        @Override
        protected void updateItem(@org.jspecify.annotations.Nullable Object item, boolean empty) {
            super.updateItem(item, empty);
            tell();
            if (item instanceof Instant t) {
                setTooltip(new Tooltip(Formats.exact(t)));
            } else if (!isTextTruncated()) {
                setTooltip(null);
            }
            getStyleClass().remove(Css.MUTED);
            if (item == null) {
                getStyleClass().add(Css.MUTED);
            }
        }
    }
}
