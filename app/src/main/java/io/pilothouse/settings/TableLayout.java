package io.pilothouse.settings;

import java.util.List;

/// What a person made of a table.
///
/// @param columns in their order; one that is missing here stands where the program puts it
/// @param sort the first counts most; empty for the program's own order
public record TableLayout(List<Column> columns, List<Sort> sort) {
    /// @param width that a person gave it, in pixels at 100 %; 0 leaves it to the program
    public record Column(String id, double width, boolean hidden) {}

    public record Sort(String column, boolean ascending) {}

    public TableLayout {
        columns = List.copyOf(columns);
        sort = List.copyOf(sort);
    }
}
