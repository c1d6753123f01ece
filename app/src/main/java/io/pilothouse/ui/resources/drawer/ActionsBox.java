package io.pilothouse.ui.resources.drawer;

import io.pilothouse.cloud.Action;
import io.pilothouse.ui.kit.Nodes;
import io.pilothouse.ui.kit.Words;
import io.pilothouse.ui.kit.act.ActionIcons;
import io.pilothouse.ui.kit.act.Offer;
import io.pilothouse.ui.theme.Css;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// All that can be done with what is chosen; what is off says why below.
final class ActionsBox {
    private final FlowPane buttons = new FlowPane(8, 8);
    private final VBox lines = new VBox(4);
    private final VBox view = Nodes.styled(new VBox(8, buttons, lines), Css.DRAWER_ACTIONS);
    private final Consumer<Offer> begin;
    private List<Offer> drawn = List.of();

    ActionsBox(Consumer<Offer> begin) {
        this.begin = begin;
        Nodes.present(lines, false);
    }

    Region view() {
        return view;
    }

    /// Buttons stay the same objects while the actions do, so that one keeps the focus through a poll.
    void show(List<Offer> offers) {
        if (!ids(offers).equals(ids(drawn))) {
            buttons.getChildren().setAll(offers.stream().map(o -> (Node) button(o)).toList());
        }
        drawn = offers;
        var reasons = new LinkedHashMap<String, List<String>>();
        for (int i = 0; i < offers.size(); i++) {
            var offer = offers.get(i);
            if (buttons.getChildren().get(i) instanceof Button button) {
                button.setText(offer.text());
                button.setDisable(offer.off().isPresent());
                button.setOnAction(_ -> begin.accept(offer));
            }
            offer.off()
                    .ifPresent(
                            why ->
                                    reasons.computeIfAbsent(why, _ -> new ArrayList<>())
                                            .add(Words.of("action." + offer.action().id())));
        }
        lines.getChildren().clear();
        reasons.forEach((why, actions) -> lines.getChildren().add(line(actions, why)));
        Nodes.present(lines, !reasons.isEmpty());
        Nodes.present(view, !offers.isEmpty());
    }

    /// The first that can be done.
    Optional<Node> first() {
        return buttons.getChildren().stream().filter(b -> !b.isDisabled()).findFirst();
    }

    private static List<String> ids(List<Offer> offers) {
        return offers.stream().map(o -> o.action().id()).toList();
    }

    private Button button(Offer offer) {
        var button =
                Nodes.button(
                        offer.text(), ActionIcons.of(offer.action()), () -> begin.accept(offer));
        if (offer.action().effect() == Action.Effect.DESTROY) {
            button.getStyleClass().add(Css.DANGER);
        }
        return button;
    }

    /// Actions that are off for the same reason share a line.
    static String words(List<String> actions, String why) {
        var key = actions.size() == 1 ? "notice.off" : "notice.off.several";
        return Words.of(key, String.join(", ", actions), why);
    }

    private static Node line(List<String> actions, String why) {
        var text = Nodes.label(words(actions, why), Css.MUTED, Css.SMALL);
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        var line = new HBox(6, Nodes.icon("info-circle"), text);
        line.setAlignment(Pos.TOP_LEFT);
        return line;
    }
}
