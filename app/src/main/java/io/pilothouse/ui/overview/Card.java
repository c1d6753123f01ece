package io.pilothouse.ui.overview;

import io.pilothouse.ui.kit.Nodes;
import io.pilothouse.ui.theme.Css;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import java.util.List;

/// A box with a title and rows up to its edge.
final class Card {
    private final HBox head;
    private final VBox rows = new VBox();
    private final VBox view;

    /// @param beside at the right of the title
    Card(String title, Node... beside) {
        head = new HBox(8, Nodes.label(title, Css.SEMI), Nodes.spring());
        head.getChildren().addAll(beside);
        head.setAlignment(Pos.CENTER_LEFT);
        Nodes.styled(head, "ph-card-head");
        view = Nodes.styled(new VBox(head, rows), Css.BOX, Css.FLUSH, "ph-card");
        view.setMinWidth(0);
    }

    Region view() {
        return view;
    }

    /// Those that are there already stay in place, and keep the focus.
    void rows(List<? extends Node> now) {
        if (!rows.getChildren().equals(now)) {
            rows.getChildren().setAll(now);
        }
        for (int i = 0; i < now.size(); i++) {
            var styles = now.get(i).getStyleClass();
            boolean last = i == now.size() - 1;
            if (last != styles.contains(Css.LAST)) {
                styles.removeAll(Css.LAST);
                if (last) {
                    styles.add(Css.LAST);
                }
            }
        }
    }

    /// In place of rows, why there are none.
    void words(String words) {
        var label = Nodes.wrapped(words, Css.MUTED);
        var row = Nodes.styled(new HBox(label), "ph-card-words");
        rows.getChildren().setAll(row);
    }

    /// A label that gives way when there is little room.
    static Label yielding(String words, String... styles) {
        var label = Nodes.label(words, styles);
        label.setMinWidth(0);
        HBox.setHgrow(label, Priority.SOMETIMES);
        return label;
    }

    static Label fixed(String words, String... styles) {
        var label = Nodes.label(words, styles);
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }
}
