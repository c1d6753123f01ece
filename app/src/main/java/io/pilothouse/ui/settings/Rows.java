package io.pilothouse.ui.settings;

import io.pilothouse.ui.kit.Nodes;
import io.pilothouse.ui.theme.Css;

import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// A card with a row for each setting: what it is and what it does at the left, what changes it at the right.
final class Rows {
    private final VBox card = Nodes.styled(new VBox(), Css.BOX, Css.FLUSH);

    /// Not on the screen while it is empty: what was drawn without any height stays wrong.
    Rows() {
        Nodes.present(card, false);
    }

    /// @param end may be a spring where there is nothing to change
    Rows add(Node name, String more, Node... end) {
        var words = new VBox(2, name);
        if (!more.isEmpty()) {
            words.getChildren().add(Nodes.wrapped(more, Css.MUTED, Css.SMALL));
        }
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        var row = Nodes.styled(new HBox(words), "ph-setting");
        for (var node : end) {
            if (node instanceof Region region) {
                region.setMinWidth(Region.USE_PREF_SIZE);
            }
            row.getChildren().add(node);
        }
        if (!card.getChildren().isEmpty()) {
            row.getStyleClass().add("ph-setting-more");
        }
        card.getChildren().add(row);
        Nodes.present(card, true);
        return this;
    }

    Rows add(String name, String more, Node... end) {
        return add(Nodes.label(name), more, end);
    }

    /// Sets the newest row a step in.
    void indent() {
        card.getChildren().getLast().getStyleClass().add("ph-setting-part");
    }

    void clear() {
        Nodes.present(card, false);
        card.getChildren().clear();
    }

    VBox card() {
        return card;
    }
}
