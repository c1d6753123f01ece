package io.pilothouse.ui.resources;

import io.pilothouse.ui.kit.Nodes;
import io.pilothouse.ui.theme.Css;

import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What can be done, and below it names with their values, in a page that scrolls when there is no room.
final class FactsPage {
    private static final double NAMES = 96;

    private final GridPane facts = Nodes.styled(new GridPane(), Css.FACTS);
    private final ScrollPane view;

    FactsPage(ActionsBox actions) {
        var value = new ColumnConstraints();
        value.setHgrow(Priority.ALWAYS);
        value.setMinWidth(0);
        facts.getColumnConstraints().setAll(new ColumnConstraints(NAMES), value);
        view =
                new ScrollPane(
                        new VBox(
                                actions.view(),
                                Nodes.styled(new VBox(facts), Css.SECTION, Css.LAST)));
        view.setFitToWidth(true);
        view.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(view, Priority.ALWAYS);
    }

    Region view() {
        return view;
    }

    void clear() {
        facts.getChildren().clear();
    }

    void add(String name, Node value) {
        int line = facts.getRowCount();
        var label = Nodes.label(name, Css.FACT_NAME);
        GridPane.setValignment(label, VPos.TOP);
        facts.add(label, 0, line);
        facts.add(value, 1, line);
    }
}
