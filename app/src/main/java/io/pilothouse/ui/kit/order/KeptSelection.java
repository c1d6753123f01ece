package io.pilothouse.ui.kit.order;

import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.control.TableView;

import org.jspecify.annotations.Nullable;

import java.util.IdentityHashMap;
import java.util.Objects;

/// What a person has chosen in a table whose rows come and go. A table knows what is chosen by its places: when rows go
/// it chooses a neighbour of one of them, keeps places that are another row's then, and asked in between it names
/// others. So it has nothing chosen while rows come, go and move, and is told afterwards. Nothing is chosen that a person
/// did not choose, and the keys stay at their row, or at its neighbour when it is gone.
///
/// @param <R> the same by identity
public final class KeptSelection<R> {
    private final TableView<R> table;
    private final ObservableList<R> chosen = FXCollections.observableArrayList();
    private final ObservableList<R> told = FXCollections.unmodifiableObservableList(chosen);
    private boolean changing;
    private int at = -1;
    private @Nullable R focused;

    private KeptSelection(TableView<R> table) {
        this.table = table;
    }

    /// Gives the table its rows.
    public static <R> KeptSelection<R> keep(TableView<R> table, OrderedList<R> rows) {
        var kept = new KeptSelection<>(table);
        table.setItems(rows);
        rows.around(kept::release, kept::restore);
        table.getSelectionModel()
                .getSelectedItems()
                .addListener((ListChangeListener<R>) _ -> kept.choose());
        return kept;
    }

    /// What is chosen, in the order of the table; asked of the table itself it may be something else for a moment.
    public ObservableList<R> chosen() {
        return told;
    }

    /// Nothing is chosen any more; the keys stay where they are.
    public void clear() {
        at = table.getFocusModel().getFocusedIndex();
        table.getSelectionModel().clearSelection();
        focus(at);
    }

    private void choose() {
        if (changing) {
            return;
        }
        var now =
                table.getSelectionModel().getSelectedItems().stream()
                        .filter(Objects::nonNull)
                        .toList();
        if (!now.equals(chosen)) {
            chosen.setAll(now);
        }
    }

    private void release() {
        changing = true;
        at = table.getFocusModel().getFocusedIndex();
        focused = table.getFocusModel().getFocusedItem();
        if (!chosen.isEmpty()) {
            table.getSelectionModel().clearSelection();
        }
    }

    private void restore() {
        var places = new IdentityHashMap<R, Integer>();
        table.getItems().forEach(r -> places.put(r, places.size()));
        var left = chosen.stream().map(places::get).filter(Objects::nonNull).toList();
        if (!left.isEmpty()) {
            table.getSelectionModel()
                    .selectIndices(
                            left.getFirst(),
                            left.stream().skip(1).mapToInt(Integer::intValue).toArray());
        }
        var now = focused == null ? null : places.get(focused);
        focus(now == null ? at : now);
        focused = null;
        changing = false;
        choose();
    }

    private void focus(int row) {
        if (row >= 0 && !table.getItems().isEmpty()) {
            table.getFocusModel().focus(Math.min(row, table.getItems().size() - 1));
        }
    }
}
