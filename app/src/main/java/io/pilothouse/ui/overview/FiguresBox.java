package io.pilothouse.ui.overview;

import io.pilothouse.ui.kit.Nodes;
import io.pilothouse.ui.theme.Css;
import io.pilothouse.ui.theme.StateShape;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import java.util.List;

/// The six figures side by side, in a narrow window in two lines of three.
final class FiguresBox {
    private static final int HALF = 3;

    private final GridPane view = Nodes.styled(new GridPane(), Css.BOX, "ph-figures");
    private List<Figure> figures = List.of();
    private boolean wide = true;

    GridPane view() {
        return view;
    }

    void show(List<Figure> now) {
        figures = now;
        draw();
    }

    void wide(boolean on) {
        if (wide != on) {
            wide = on;
            draw();
        }
    }

    private void draw() {
        int columns = wide ? figures.size() : HALF;
        view.getChildren().clear();
        view.getColumnConstraints().clear();
        for (int i = 0; i < figures.size(); i++) {
            if (i < columns) {
                var column = new ColumnConstraints();
                column.setPercentWidth(100.0 / columns);
                view.getColumnConstraints().add(column);
            }
            var cell = cell(figures.get(i));
            if (i % columns > 0) {
                cell.getStyleClass().add("ph-figure-next");
            }
            view.add(cell, i % columns, i / columns);
        }
    }

    private static Region cell(Figure figure) {
        var value = Nodes.label(figure.value(), Css.FIGURE);
        value.setMinWidth(Region.USE_PREF_SIZE);
        var unit = Nodes.label(figure.unit(), Css.MUTED);
        var line = new HBox(6, value, unit);
        line.setAlignment(Pos.BASELINE_LEFT);
        var more = new HBox(8);
        more.setAlignment(Pos.CENTER_LEFT);
        more.setMinHeight(16);
        figure.more().stream().map(FiguresBox::part).forEach(more.getChildren()::add);
        var cell =
                Nodes.styled(
                        new VBox(
                                2, Nodes.label(figure.caption(), Css.MUTED, Css.SMALL), line, more),
                        "ph-figure-cell");
        cell.setAccessibleText(figure.said());
        cell.setMinWidth(0);
        Tooltip.install(cell, new Tooltip(figure.said() + "\n" + figure.tip()));
        return cell;
    }

    private static Node part(Figure.Part part) {
        var words = Nodes.label(part.words(), Css.SMALL);
        if (!part.style().isEmpty()) {
            words.getStyleClass().add(part.style());
        }
        words.setMinWidth(0);
        if (part.state().isEmpty()) {
            return words;
        }
        var shape = new StateShape();
        shape.show(part.state().get(), false, "");
        var box = new HBox(4, shape, words);
        box.setAlignment(Pos.CENTER_LEFT);
        box.setMinWidth(0);
        HBox.setHgrow(words, Priority.NEVER);
        return box;
    }
}
