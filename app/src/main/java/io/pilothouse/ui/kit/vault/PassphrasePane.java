package io.pilothouse.ui.kit.vault;

import io.pilothouse.ui.kit.Nodes;
import io.pilothouse.ui.kit.Words;
import io.pilothouse.ui.kit.vault.PassphraseViewModel.Purpose;
import io.pilothouse.ui.theme.Css;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The fields of a passphrase with what is said of it; its buttons stand apart, for the foot of whichever dialog shows
/// it. Typed text is taken out of the fields as soon as it was tried.
public final class PassphrasePane {
    private final PassphraseViewModel model;
    private final VBox view = new VBox(12);
    private final Label words = Nodes.wrapped("", Css.MUTED);
    private final PasswordField current = new PasswordField();
    private final PasswordField fresh = new PasswordField();
    private final PasswordField again = new PasswordField();
    private final Label problem = Nodes.wrapped("", Css.BAD);
    private final HBox ways = new HBox(8);
    private final Button go = Nodes.button("", "", this::submit, Css.ACCENT);
    private final ProgressIndicator busy = new ProgressIndicator();

    public PassphrasePane(PassphraseViewModel model) {
        this.model = model;
        busy.setPrefSize(16, 16);
        busy.setMinSize(16, 16);
        busy.setAccessibleText(Words.of("vault.busy"));
        go.setDefaultButton(true);
        model.purposeProperty().subscribe(this::draw);
        model.busyProperty()
                .subscribe(
                        on -> {
                            view.setDisable(on);
                            go.setDisable(on);
                            Nodes.present(busy, on);
                        });
        model.problemProperty()
                .subscribe(
                        text -> {
                            problem.setText(text);
                            Nodes.present(problem, !text.isEmpty());
                            if (!text.isEmpty()) {
                                clear();
                                current.requestFocus();
                            }
                        });
        model.brokenProperty().subscribe(this::offerWays);
    }

    private void draw(Purpose purpose) {
        switch (purpose) {
            case CREATE -> say("vault.create.words", "vault.create.verb");
            case UNLOCK -> say("vault.unlock.words", "vault.unlock.verb");
            case RESTORE -> say("vault.restore.words", "vault.restore.verb");
            case CHANGE -> say("vault.change.words", "vault.change.verb");
        }
        clear();
        view.getChildren()
                .setAll(
                        words,
                        field(
                                purpose == Purpose.CHANGE
                                        ? "vault.field.current"
                                        : "vault.field.passphrase",
                                current));
        if (purpose == Purpose.CHANGE) {
            view.getChildren().add(field("vault.field.fresh", fresh));
        }
        if (model.asksTwice()) {
            view.getChildren().add(field("vault.field.again", again));
        }
        view.getChildren().addAll(problem, ways);
    }

    private void say(String what, String verb) {
        words.setText(Words.of(what));
        go.setText(Words.of(verb));
    }

    private static Node field(String key, PasswordField field) {
        var label = Nodes.label(Words.of(key), Css.FIELD_LABEL);
        label.setLabelFor(field);
        field.setAccessibleText(label.getText());
        return Nodes.styled(new VBox(label, field), Css.FIELD);
    }

    private void offerWays(boolean broken) {
        ways.getChildren().clear();
        if (broken && model.canRestore()) {
            ways.getChildren().add(Nodes.button(Words.of("vault.restore"), "", model::restore));
        }
        if (broken) {
            ways.getChildren()
                    .add(Nodes.button(Words.of("vault.anew"), "", model::startAnew, Css.DANGER));
        }
        Nodes.present(ways, broken);
    }

    private void submit() {
        model.submit(current.getText(), fresh.getText(), again.getText());
    }

    private void clear() {
        for (var field : new PasswordField[] {current, fresh, again}) {
            field.clear();
        }
    }

    public Region view() {
        return view;
    }

    /// The button that does it, beside what turns while a key is derived.
    public Node button() {
        var line = new HBox(8, busy, go);
        line.setAlignment(Pos.CENTER_RIGHT);
        return line;
    }

    public void focus() {
        current.requestFocus();
    }
}
