package io.pilothouse.ui.form;

import io.pilothouse.cloud.form.Form.Problem;
import io.pilothouse.cloud.form.Input;
import io.pilothouse.ui.kit.Formats;
import io.pilothouse.ui.kit.Nodes;
import io.pilothouse.ui.kit.Words;
import io.pilothouse.ui.theme.Css;

import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import java.util.List;
import java.util.Optional;

/// One field as it is drawn: its label and hint above, the control, and below it what is wrong or what helps.
final class FieldBox {
    /// A control, and the part of it that takes the focus.
    record Editor(Node view, Node focus) {}

    private final FieldViewModel model;
    private final Editor editor;
    private final VBox view;

    /// @param labelled with its name above it; a row of records has them in its head
    FieldBox(FieldViewModel model, boolean labelled) {
        this.model = model;
        this.editor = Editors.of(model);
        var words = label(model.name());
        editor.focus().setAccessibleText(words);
        view = Nodes.styled(new VBox(), Css.FIELD);
        if (labelled && !(model.input() instanceof Input.Toggle)) {
            view.getChildren().add(head(words));
        }
        view.getChildren().add(labelled ? body() : editor.view());
        var said = new VBox();
        model.saidProperty().subscribe(p -> say(said, p));
        view.getChildren().add(said);
    }

    VBox view() {
        return view;
    }

    /// Says of which record it is a field, for who can't see it.
    ///
    /// @param record such as `rule 2`
    void belongsTo(String record) {
        editor.focus()
                .setAccessibleText(Words.of("form.field.of-record", label(model.name()), record));
    }

    FieldViewModel model() {
        return model;
    }

    /// Puts the focus into the field, or into the first faulty field of the forms within.
    void focus() {
        Editors.focus(model, editor);
    }

    void prompt(String text) {
        if (editor.focus() instanceof TextInputControl line) {
            line.setPromptText(text);
        }
    }

    /// What is typed are addresses, ports and names of machines, not words.
    void code() {
        if (editor.focus() instanceof TextInputControl line) {
            line.getStyleClass().add(Css.MONO);
        }
    }

    private HBox head(String words) {
        var label = Nodes.label(words, Css.FIELD_LABEL);
        label.setLabelFor(editor.focus());
        label.setMinWidth(Region.USE_PREF_SIZE);
        var hint = Nodes.label("", Css.FIELD_HINT);
        hint.textProperty().bind(TextEditors.hint(model));
        return new HBox(label, Nodes.spring(), hint);
    }

    /// Help stands to the right of a narrow control and below a wide one, while there is nothing to be said.
    private Node body() {
        var words = help(model);
        if (words.isEmpty()) {
            return editor.view();
        }
        var help = Nodes.label(words.get(), Css.FIELD_HINT);
        help.setWrapText(true);
        // what holds while none of several forms is chosen does not hold beside a chosen one
        Runnable draw =
                () ->
                        Nodes.present(
                                help,
                                model.saidProperty().get().isEmpty()
                                        && model.formProperty().get().isEmpty());
        model.saidProperty().subscribe(draw);
        model.formProperty().subscribe(draw);
        draw.run();
        return model.input() instanceof Input.Whole
                ? Nodes.styled(new HBox(editor.view(), help), FormView.LINE)
                : Nodes.styled(new VBox(editor.view(), help), FormView.STACK);
    }

    private void say(VBox said, Optional<Problem> problem) {
        said.getChildren().clear();
        Nodes.present(said, problem.isPresent());
        editor.focus()
                .getStyleClass()
                .removeAll(FormView.FAULTY_FIELD, Css.FIELD_ERROR, Css.FIELD_WARN);
        problem.ifPresent(p -> editor.focus().getStyleClass().addAll(styles(p)));
        editor.focus()
                .setAccessibleHelp(problem.map(FieldBox::words).or(() -> help(model)).orElse(null));
        problem.ifPresent(
                p -> {
                    var link = p.suggestion().map(this::suggestion);
                    said.getChildren()
                            .add(message(words(p) + (link.isPresent() ? ":" : ""), p.warning()));
                    link.ifPresent(said.getChildren()::add);
                });
    }

    private HBox suggestion(String value) {
        var link = Nodes.styled(new Hyperlink(Formats.oneLine(value)), Css.SMALL);
        link.setOnAction(
                _ -> {
                    model.take(value);
                    editor.focus().requestFocus();
                });
        var use = Nodes.label(Words.of("form.use"), Css.FIELD_HINT);
        link.setAccessibleText(link.getText() + " " + use.getText());
        return Nodes.styled(new HBox(link, use), FormView.LINE);
    }

    static Label message(String text, boolean warning) {
        var label = Nodes.label(text, Css.FIELD_MESSAGE);
        if (warning) {
            label.getStyleClass().add(Css.WARN);
        }
        label.setWrapText(true);
        return label;
    }

    /// The class of its own is what a jump to the first problem looks for inside records and nested forms.
    private static List<String> styles(Problem problem) {
        return problem.warning()
                ? List.of(Css.FIELD_WARN)
                : List.of(Css.FIELD_ERROR, FormView.FAULTY_FIELD);
    }

    static String label(String name) {
        var key = "field." + name;
        return Words.has(key) ? Words.of(key) : name;
    }

    /// What holds while nothing is answered is said only where that may be.
    private static Optional<String> help(FieldViewModel field) {
        var key = "field." + field.name() + ".help";
        var empty = key + ".optional";
        if (!field.required() && Words.has(empty)) {
            return Optional.of(Words.of(empty));
        }
        return Words.has(key) ? Optional.of(Words.of(key)) : Optional.empty();
    }

    static String words(Problem problem) {
        var key = problem.key();
        if (!Words.has(key) && key.startsWith("problem.pattern.")) {
            key = "problem.pattern";
        }
        return Words.of(key, problem.args().stream().map(Formats::oneLine).toArray());
    }
}
