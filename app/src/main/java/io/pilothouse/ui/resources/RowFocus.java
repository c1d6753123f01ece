package io.pilothouse.ui.resources;

import javafx.scene.control.TableView;

/// Where the keys stand in a table. When nothing is chosen any more they stay at their row, and when that one is gone at
/// its neighbour: of itself a table would begin anew at its first row.
final class RowFocus<R> {
    private final TableView<R> table;
    private int at = -1;

    RowFocus(TableView<R> table) {
        this.table = table;
    }

    /// Before rows come and go.
    void mark() {
        at = table.getFocusModel().getFocusedIndex();
    }

    /// Nothing is chosen any more, and the keys stay where they were marked.
    void clearSelection() {
        table.getSelectionModel().clearSelection();
        if (at >= 0 && !table.getItems().isEmpty()) {
            table.getFocusModel().focus(Math.min(at, table.getItems().size() - 1));
        }
    }
}
