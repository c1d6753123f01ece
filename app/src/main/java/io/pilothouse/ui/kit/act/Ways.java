package io.pilothouse.ui.kit.act;

import io.pilothouse.domain.Kind;
import io.pilothouse.ui.kit.rows.Row;

/// Where a screen may lead in the window; the shell implements it.
public interface Ways {
    /// Shows the screen of a kind.
    void go(Kind kind);

    /// Shows the screen of a kind with this row chosen, its details open.
    void reveal(Kind kind, Row.Key row);

    /// Shows what was asked for, below the screen.
    void toActivity();

    /// As [io.pilothouse.ui.kit.Nodes#icon] takes it.
    String icon(Kind kind);
}
