package io.pilothouse.ui.shell.palette;

import io.pilothouse.domain.Kind;
import io.pilothouse.ui.kit.act.Offer;
import io.pilothouse.ui.kit.rows.Row;

import java.util.List;

/// What the palette has of the window it lies over.
public interface Doors {
    /// The window's own commands, as they stand just now.
    List<Entry> commands();

    /// What can be done with the rows that are chosen.
    List<Offer> chosen();

    void begin(Offer offer);

    /// Makes something new in the account and scope of the first; the others can be chosen instead.
    void create(List<Offer> offers);

    /// Shows the screen of the kind with this row chosen.
    void reveal(Kind kind, Row.Key row);

    /// As [io.pilothouse.ui.kit.Nodes#icon] takes it.
    String icon(Kind kind);
}
