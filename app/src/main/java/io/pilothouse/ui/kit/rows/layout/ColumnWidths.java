package io.pilothouse.ui.kit.rows.layout;

import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.collections.ListChangeListener;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TableView.ResizeFeatures;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/// Gives the columns of a table their widths: what their cells take, as far as there is room, and what a person gave
/// them. A column never becomes narrower because a long word went away, so that nothing jumps while rows come and go.
public final class ColumnWidths<R> {
    /// Of so many rows the cells are measured at a time.
    private static final int MEASURED = 300;

    private static final double FONT = 13;
    private static final double HEAD_FONT = 12;

    /// For the arrow of a column that sorts.
    private static final double ARROW = 12;

    /// What a column asks for. All in pixels at 100 %.
    ///
    /// @param start its width before any row was seen
    /// @param least it is not cut further than this
    /// @param most it does not ask for more, however long its words are
    /// @param beside what stands in a cell beside its text, as a mark does
    /// @param yields the higher, the sooner it gives up what it wants; 0 never does
    public record Ask(double start, double least, double most, double beside, int yields) {}

    private final TableView<R> table;
    private final BiFunction<TableColumn<R, ?>, R, String> words;
    private final Map<String, Ask> asks = new HashMap<>();
    private final Map<String, Double> widest = new HashMap<>();
    private final Map<String, Double> chosen = new HashMap<>();
    private final ReadOnlyIntegerWrapper choices = new ReadOnlyIntegerWrapper();
    private final TextWidth text = new TextWidth("Inter", FONT);
    private final TextWidth strong = new TextWidth("Inter Medium", FONT);
    private final TextWidth head = new TextWidth("Inter Medium", HEAD_FONT);
    private boolean fitting;

    /// @param words what the cell of a row says in a column
    public ColumnWidths(TableView<R> table, BiFunction<TableColumn<R, ?>, R, String> words) {
        this.table = table;
        this.words = words;
        table.setColumnResizePolicy(ColumnWidths.this::asked);
        ListChangeListener<R> coming = this::came;
        table.itemsProperty()
                .subscribe(
                        (before, now) -> {
                            before.removeListener(coming);
                            now.addListener(coming);
                            measure();
                        });
        table.getItems().addListener(coming);
        table.getVisibleLeafColumns().addListener((InvalidationListener) _ -> measure());
    }

    /// Takes a column in, before it is shown first.
    public void add(TableColumn<R, ?> column, Ask ask) {
        asks.put(column.getId(), ask);
        column.setMinWidth(Math.min(ask.least(), titled(column)));
        column.setPrefWidth(ask.start());
        column.widthProperty().addListener((_, _, now) -> drawn(column, now.doubleValue()));
    }

    /// The width that a person gave it, 0 for none.
    double chosen(TableColumn<?, ?> column) {
        return chosen.getOrDefault(column.getId(), 0.0);
    }

    /// @param width 0 leaves it to the program
    void choose(TableColumn<?, ?> column, double width) {
        if (width > 0) {
            chosen.put(column.getId(), width);
        } else {
            chosen.remove(column.getId());
        }
        fit();
    }

    /// Forgets what a person gave, and what once was there: all are as wide again as their cells ask now.
    public void release() {
        chosen.clear();
        widest.clear();
        measure();
        fit();
        choices.set(choices.get() + 1);
    }

    /// Changes with each width that a person gave.
    ReadOnlyIntegerProperty choices() {
        return choices.getReadOnlyProperty();
    }

    /// Cells may say something longer than before.
    public void measure() {
        measure(table.getItems());
    }

    private void came(ListChangeListener.Change<? extends R> change) {
        while (change.next()) {
            measure(change.getAddedSubList());
        }
    }

    private void measure(List<? extends R> rows) {
        boolean wider = false;
        for (var column : table.getVisibleLeafColumns()) {
            var font = isFirst(column) ? strong : text; // the name
            double before = widest.getOrDefault(column.getId(), 0.0);
            double most = before;
            for (var row : rows.subList(0, Math.min(MEASURED, rows.size()))) {
                most = Math.max(most, font.of(words.apply(column, row)));
            }
            if (most > before) {
                widest.put(column.getId(), most);
                wider = true;
            }
        }
        if (wider) {
            fit();
        }
    }

    private void fit() {
        resize(new ResizeFeatures<>(table, null, 0.0));
    }

    /// A double click at a column's end makes it as wide as its content, past all that is asked here.
    private void drawn(TableColumn<R, ?> column, double width) {
        if (!fitting && table.getScene() != null) {
            give(column, width);
            fit();
        }
    }

    private void give(TableColumn<R, ?> column, double width) {
        chosen.put(column.getId(), Math.rint(width));
        choices.set(choices.get() + 1);
    }

    @SuppressWarnings("unchecked") // JavaFX gives it raw, and it is always of this table
    private boolean asked(ResizeFeatures<?> features) {
        return resize((ResizeFeatures<R>) features);
    }

    /// @return whether what was dragged may go on
    private boolean resize(ResizeFeatures<R> features) {
        var shown = table.getVisibleLeafColumns();
        var dragged = shown.stream().filter(c -> c.equals(features.getColumn())).findFirst();
        dragged.ifPresent(
                c ->
                        give(
                                c,
                                Math.clamp(
                                        c.getWidth() + features.getDelta(),
                                        c.getMinWidth(),
                                        c.getMaxWidth())));
        var shares = new ArrayList<Share>();
        int still = dragged.map(shown::indexOf).orElse(0);
        for (int i = 0; i < shown.size(); i++) {
            // while one is dragged those before it stand, or its end would run away from the
            // pointer
            shares.add(share(shown.get(i), i < still ? shown.get(i).getWidth() : 0));
        }
        double room = features.getContentWidth();
        if (room > 0) {
            set(features, shown, Share.widths(shares, room));
        }
        return dragged.isPresent();
    }

    private void set(ResizeFeatures<R> features, List<TableColumn<R, ?>> shown, double[] widths) {
        fitting = true;
        try {
            for (int i = 0; i < widths.length; i++) {
                features.setColumnWidth(shown.get(i), widths[i]);
            }
        } finally {
            fitting = false;
        }
    }

    private Share share(TableColumn<R, ?> column, double stands) {
        var ask = asks.get(column.getId());
        double fixed = stands > 0 ? stands : chosen(column);
        if (ask == null) {
            return new Share(column.getMinWidth(), column.getPrefWidth(), fixed, 0);
        }
        double title = titled(column);
        var seen = widest.get(column.getId());
        double wanted =
                seen == null
                        ? ask.start()
                        : Math.min(ask.most(), seen + ask.beside() + padding(column) + 1);
        return new Share(
                Math.max(title, Math.min(ask.least(), wanted)),
                Math.max(title, wanted),
                fixed,
                ask.yields());
    }

    private double titled(TableColumn<R, ?> column) {
        return head.of(column.getText()) + ARROW + padding(column);
    }

    /// As table.css gives it.
    private double padding(TableColumn<R, ?> column) {
        var shown = table.getVisibleLeafColumns();
        return isFirst(column) || (!shown.isEmpty() && shown.getLast().equals(column)) ? 22 : 12;
    }

    private boolean isFirst(TableColumn<R, ?> column) {
        var shown = table.getVisibleLeafColumns();
        return !shown.isEmpty() && shown.getFirst().equals(column);
    }
}
