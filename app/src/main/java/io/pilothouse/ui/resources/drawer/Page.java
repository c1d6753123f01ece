package io.pilothouse.ui.resources.drawer;

import io.pilothouse.ui.kit.rows.Row;

import javafx.scene.Node;
import javafx.scene.layout.Region;

import java.util.Optional;

/// What a tab of the drawer shows of the chosen row.
interface Page {
    Region view();

    /// It can be seen, and shows this row as it is now; also called when the row changed. What is the same as before stays
    /// as it is drawn.
    void show(Row row);

    /// It can't be seen any more.
    default void hide() {}

    /// Some seconds have passed.
    default void tick() {}

    /// Where Enter leads; empty where there is nothing to follow.
    Optional<Node> first();
}
