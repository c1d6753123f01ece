package io.pilothouse.ui.kit.rows;

import io.pilothouse.domain.Secret;
import io.pilothouse.ui.kit.Formats;

import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.stream.Collectors;

/// The chosen rows as tab-separated text, in the columns that are shown, for a spreadsheet or a shell. A secret never
/// goes with them.
public final class RowsText {
    private RowsText() {}

    /// @param headers a line with the columns' names first
    public static String of(TableView<Row> table, boolean headers, Instant now) {
        var columns = table.getVisibleLeafColumns();
        var text = new StringBuilder();
        if (headers) {
            text.append(columns.stream().map(TableColumn::getText).collect(tabbed())).append('\n');
        }
        var chosen = table.getSelectionModel().getSelectedIndices().stream().sorted().toList();
        for (int index : chosen) {
            text.append(
                            columns.stream()
                                    .map(c -> cell(c.getCellData(index), now))
                                    .collect(tabbed()))
                    .append('\n');
        }
        return text.toString();
    }

    private static java.util.stream.Collector<CharSequence, ?, String> tabbed() {
        return Collectors.joining("\t");
    }

    private static String cell(@Nullable Object value, Instant now) {
        return switch (value) {
            case null -> "";
            case Secret _ -> Secret.MASK;
            case Age age -> age.words(now);
            default -> Formats.fact(value, now);
        };
    }
}
