package io.pilothouse.ui.kit.order;

import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.control.TableView;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;

/// What a person has chosen in a table whose rows come and go. Of itself a table chooses the neighbour of a row that
/// goes, and the next key would hit that one; and when nothing is chosen any more it begins anew at its first row. Here
/// nothing is chosen that a person did not choose, and the keys stay at their row, or at its neighbour when it is gone.
///
/// @param <R> the same by identity
public final class KeptSelection<R> {
    private final TableView<R> table;
    private List<R> chosen = List.of();
    private List<R> before = List.of();
    private int at = -1;

    private KeptSelection(TableView<R> table) {
        this.table = table;
    }

    /// Gives the table its rows.
    public static <R> KeptSelection<R> keep(TableView<R> table, ObservableList<R> rows) {
        var kept = new KeptSelection<>(table);
        // told before the table is: afterwards what was chosen is lost
        rows.addListener((ListChangeListener<R>) _ -> kept.mark());
        table.setItems(rows);
        rows.addListener((ListChangeListener<R>) _ -> kept.restore());
        table.getSelectionModel()
                .getSelectedItems()
                .addListener((ListChangeListener<R>) _ -> kept.choose());
        return kept;
    }

    /// Nothing is chosen any more; the keys stay where they are.
    public void clear() {
        mark();
        release();
    }

    /// Kept at each change: the table's own list is one of places, and looks up who stands there.
    private void choose() {
        chosen =
                table.getSelectionModel().getSelectedItems().stream()
                        .filter(Objects::nonNull)
                        .toList();
    }

    private void mark() {
        before = chosen;
        at = table.getFocusModel().getFocusedIndex();
    }

    private void restore() {
        if (before.isEmpty()) {
            return;
        }
        var here = new HashSet<>(table.getItems());
        var left = before.stream().filter(here::contains).toList();
        if (left.size() < before.size()) {
            before = left;
            release();
            left.forEach(table.getSelectionModel()::select);
        }
    }

    private void release() {
        table.getSelectionModel().clearSelection();
        if (at >= 0 && !table.getItems().isEmpty()) {
            table.getFocusModel().focus(Math.min(at, table.getItems().size() - 1));
        }
    }
}
