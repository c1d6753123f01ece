package io.pilothouse.ui.kit;

import io.pilothouse.ui.theme.Css;

import javafx.animation.PauseTransition;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Duration;

import org.kordamp.ikonli.javafx.FontIcon;

import java.util.Set;

/// The small parts that every view is made of, each with its style class and accessible name.
public final class Nodes {
    private static final Set<String> SMALL_IN_BOX = Set.of("plus", "x", "dash", "play", "stop");

    private Nodes() {}

    /// Drawn larger where it is small in its box, so that all look the same size.
    public static FontIcon icon(String literal) {
        var icon = new FontIcon("bi-" + literal);
        return SMALL_IN_BOX.contains(literal) ? styled(icon, Css.ICON_18) : icon;
    }

    public static Label label(String text, String... styles) {
        var label = new Label(text);
        label.getStyleClass().addAll(styles);
        return label;
    }

    /// A label of as many lines as its text takes.
    public static Label wrapped(String text, String... styles) {
        var label = label(text, styles);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    public static Button button(String text, String icon, Runnable run, String... styles) {
        var button = new Button(text);
        if (!icon.isEmpty()) {
            button.setGraphic(icon(icon));
        }
        button.getStyleClass().addAll(styles);
        button.setOnAction(_ -> run.run());
        return button;
    }

    /// A button without text; its words are the tool tip and the accessible name.
    public static Button iconButton(String icon, String words, Runnable run, String... styles) {
        var button = button("", icon, run, styles);
        button.getStyleClass().add(Css.ICON_ONLY);
        name(button, words);
        return button;
    }

    /// Lets a button that copies say that it did: for a moment a tick stands in the place of its icon.
    public static Button copying(Button button) {
        var icon = button.getGraphic();
        var over = new PauseTransition(Duration.seconds(1.5));
        over.setOnFinished(_ -> button.setGraphic(icon));
        button.addEventHandler(
                ActionEvent.ACTION,
                _ -> {
                    button.setGraphic(styled(icon("check"), Css.OK));
                    over.playFromStart();
                });
        return button;
    }

    /// Says what a control without text is for.
    public static void name(javafx.scene.control.Control control, String words) {
        control.setAccessibleText(words);
        control.setTooltip(new Tooltip(words));
    }

    /// Says in a tool tip what has no room in it; as long as there is room there is none.
    public static <T extends Labeled> T whole(T node) {
        var tip = new Tooltip();
        tip.textProperty().bind(node.textProperty());
        node.textTruncatedProperty()
                .subscribe(
                        cut -> {
                            if (cut) {
                                node.setTooltip(tip);
                            } else if (tip.equals(node.getTooltip())) {
                                node.setTooltip(null);
                            }
                        });
        return node;
    }

    /// Does it stand in that one, at whatever depth?
    public static boolean isIn(Node outer, Node node) {
        for (Node n = node; n != null; n = n.getParent()) {
            if (n.equals(outer)) {
                return true;
            }
        }
        return false;
    }

    /// Scrolls as little as it takes until what stands in the pane's content is in sight.
    public static void reveal(ScrollPane pane, Node node) {
        var content = pane.getContent();
        var all = content.getLayoutBounds();
        var seen = pane.getViewportBounds();
        var at = content.sceneToLocal(node.localToScene(node.getLayoutBounds()));
        pane.setHvalue(
                scrolled(
                        pane.getHvalue(),
                        all.getWidth() - seen.getWidth(),
                        seen.getWidth(),
                        at.getMinX(),
                        at.getMaxX()));
        pane.setVvalue(
                scrolled(
                        pane.getVvalue(),
                        all.getHeight() - seen.getHeight(),
                        seen.getHeight(),
                        at.getMinY(),
                        at.getMaxY()));
    }

    /// @param value how far it is scrolled, 0 to 1
    private static double scrolled(
            double value, double hidden, double seen, double from, double to) {
        if (hidden <= 0 || seen <= 0) {
            return value;
        }
        double start = value * hidden;
        return from < start
                ? from / hidden
                : to > start + seen ? Math.min(1, (to - seen) / hidden) : value;
    }

    /// Takes what room is left.
    public static Region spring() {
        var spring = new Region();
        HBox.setHgrow(spring, Priority.ALWAYS);
        return spring;
    }

    public static <T extends Node> T styled(T node, String... styles) {
        node.getStyleClass().addAll(styles);
        return node;
    }

    /// Shown or wholly out of the layout.
    public static void present(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
