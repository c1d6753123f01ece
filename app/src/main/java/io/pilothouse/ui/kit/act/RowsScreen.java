package io.pilothouse.ui.kit.act;

import io.pilothouse.ui.kit.Screen;
import io.pilothouse.ui.kit.rows.Row;

import java.util.List;
import java.util.Optional;

/// A screen with rows: what can be done with the chosen ones is asked from elsewhere, and one can be shown.
public interface RowsScreen extends Screen {
    /// What can be done with the rows that are chosen just now.
    List<Offer> offers();

    /// The row that alone is chosen just now.
    Optional<Row.Key> chosen();

    /// Chooses this row alone, so that its details are open; what hides it (filter, scope) is taken away. Does nothing when
    /// it is not listed any more.
    void reveal(Row.Key row);
}
