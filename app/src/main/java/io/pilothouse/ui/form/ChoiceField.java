package io.pilothouse.ui.form;

import io.pilothouse.cloud.form.Choices.Choice;
import io.pilothouse.ui.kit.Formats;
import io.pilothouse.ui.kit.Nodes;
import io.pilothouse.ui.kit.Words;
import io.pilothouse.ui.theme.Css;

import javafx.beans.Observable;
import javafx.event.Event;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

import java.util.List;

/// Shows what is chosen of a list and opens the list: one choice with its note and price, or several as tokens.
final class ChoiceField extends HBox {
    /// More of what is chosen is counted; the list tells what it is.
    private static final int MOST_TOKENS = 12;

    private final FieldViewModel model;
    private final ChoicePopup popup;
    private final HBox shown = new HBox();

    ChoiceField(FieldViewModel model) {
        this.model = model;
        this.popup = new ChoicePopup(model.choices(), model::chosen, this::pick);
        Nodes.styled(this, "ph-choice");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.COMBO_BOX);
        Nodes.styled(shown, "ph-choice-shown");
        HBox.setHgrow(shown, Priority.ALWAYS);
        getChildren().addAll(shown, Nodes.styled(Nodes.icon("chevron-down"), Css.ICON_12));
        model.valueProperty().subscribe(_ -> draw());
        model.choices().addListener((Observable _) -> draw());
        setOnMouseClicked(
                e -> {
                    if (e.getButton() == MouseButton.PRIMARY && !e.isConsumed()) {
                        requestFocus();
                        popup.open(this);
                    }
                });
        setOnKeyPressed(this::press);
        focusedProperty()
                .addListener(
                        (_, _, on) -> {
                            if (!on && !popup.isShowing()) {
                                model.leave();
                            }
                        });
    }

    private void press(KeyEvent e) {
        if (e.getCode() == KeyCode.SPACE
                || e.getCode() == KeyCode.DOWN
                || e.getCode() == KeyCode.F4) {
            popup.open(this);
            e.consume();
        } else if ((e.getCode() == KeyCode.BACK_SPACE || e.getCode() == KeyCode.DELETE)
                && !model.chosen().isEmpty()
                && (model.isMany() || !model.required())) {
            model.unchoose(model.chosen().getLast());
            e.consume();
        }
    }

    private void pick(Choice choice) {
        if (model.isMany() && model.chosen().contains(choice.value())) {
            model.unchoose(choice.value());
        } else {
            model.choose(choice.value());
        }
    }

    private void draw() {
        var chosen = model.chosen().stream().map(model::choice).toList();
        if (chosen.isEmpty()) {
            shown.getChildren().setAll(Nodes.label(Words.of("form.choose"), Css.FIELD_HINT));
        } else if (model.isMany()) {
            shown.getChildren().setAll(tokens(chosen));
        } else {
            shown.getChildren().setAll(parts(chosen.getFirst()));
            if (!model.required()) {
                shown.getChildren().add(remove(chosen.getFirst()));
            }
        }
        setAccessibleRoleDescription(
                String.join(", ", chosen.stream().map(ChoiceField::words).toList()));
    }

    private FlowPane tokens(List<Choice> chosen) {
        var flow = Nodes.styled(new FlowPane(), "ph-choice-tokens");
        HBox.setHgrow(flow, Priority.ALWAYS);
        // the last place goes to one, or to how many are left
        int alone = chosen.size() <= MOST_TOKENS ? chosen.size() : MOST_TOKENS - 1;
        for (var one : chosen.subList(0, alone)) {
            var token = Nodes.styled(new HBox(labels(one)), Css.TOKEN, "ph-choice-token");
            token.getChildren().add(remove(one));
            flow.getChildren().add(token);
        }
        if (alone < chosen.size()) {
            var more = Words.of("form.chosen.more", chosen.size() - alone);
            flow.getChildren().add(Nodes.label(more, Css.FIELD_HINT));
        }
        return flow;
    }

    private Node remove(Choice choice) {
        var words = Words.of("form.remove", Formats.oneLine(choice.label()));
        var button =
                Nodes.iconButton(
                        "x",
                        words,
                        () -> model.unchoose(choice.value()),
                        Css.GHOST,
                        "ph-choice-remove");
        // Backspace does the same, so that Tab goes from field to field
        button.setFocusTraversable(false);
        button.setOnMouseClicked(Event::consume);
        return button;
    }

    private static Node[] labels(Choice choice) {
        var label = Nodes.label(Formats.oneLine(choice.label()));
        label.setMinWidth(USE_PREF_SIZE);
        return new Node[] {label, Nodes.label(note(choice), Css.FIELD_HINT)};
    }

    /// Label, note and, at the right, the price or why it can't be chosen.
    static Node[] parts(Choice choice) {
        Label right =
                choice.off()
                        .map(why -> Nodes.label(why(why, choice), Css.SMALL, Css.WARN))
                        .orElseGet(
                                () ->
                                        Nodes.label(
                                                choice.price().map(Formats::dollars).orElse(""),
                                                Css.FIELD_HINT));
        right.setMinWidth(USE_PREF_SIZE);
        var labels = labels(choice);
        return new Node[] {labels[0], labels[1], Nodes.spring(), right};
    }

    /// What stands beside the label.
    static String note(Choice choice) {
        var words = choice.said().map(s -> Words.of(s.key(), s.args().toArray())).orElse("");
        return Formats.oneLine((choice.note() + " " + words).strip());
    }

    static String words(Choice choice) {
        var why = choice.off().map(w -> why(w, choice)).orElse("");
        return Formats.oneLine(String.join(" ", choice.label(), note(choice), why).strip());
    }

    private static String why(String key, Choice choice) {
        return key.equals("problem.not-offered")
                ? Words.of("form.no-longer-offered")
                : Words.of(key, Formats.oneLine(choice.value()));
    }
}
