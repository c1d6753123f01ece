package io.pilothouse.ui.resources.drawer;

import io.pilothouse.ui.kit.Nodes;
import io.pilothouse.ui.theme.Css;

import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// What can be done, and below it names with their values, in a page that scrolls when there is no room.
final class FactsPage {
    private static final double NAMES = 96;

    /// A name with its value.
    ///
    /// @param says what is drawn, for telling whether it is still the same
    record Line(String name, Object says, Supplier<Node> draw) {
        private boolean saysTheSame(Line other) {
            return name.equals(other.name) && says.equals(other.says);
        }
    }

    private final List<Line> drawn = new ArrayList<>();
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

    /// Nothing of what was drawn before is kept.
    void clear() {
        facts.getChildren().clear();
        drawn.clear();
    }

    /// Draws what changed; a line that says the same as before stays, with its focus and with what was opened in it.
    void show(List<Line> lines) {
        while (drawn.size() > lines.size()) {
            drawn.removeLast();
            facts.getChildren().remove(2 * drawn.size(), 2 * drawn.size() + 2);
        }
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            if (i == drawn.size()) {
                facts.getChildren().addAll(name(line, i), value(line, i));
                drawn.add(line);
            } else if (!drawn.get(i).saysTheSame(line)) {
                facts.getChildren().set(2 * i, name(line, i));
                facts.getChildren().set(2 * i + 1, value(line, i));
                drawn.set(i, line);
            }
        }
    }

    private static Label name(Line line, int row) {
        var label = Nodes.whole(Nodes.label(line.name(), Css.FACT_NAME));
        GridPane.setConstraints(label, 0, row);
        GridPane.setValignment(label, VPos.TOP);
        return label;
    }

    private static Node value(Line line, int row) {
        var value = line.draw().get();
        GridPane.setConstraints(value, 1, row);
        return value;
    }
}
