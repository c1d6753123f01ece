package io.pilothouse.ui.form;

import atlantafx.base.controls.CustomTextField;

import io.pilothouse.cloud.form.Input;
import io.pilothouse.cloud.form.NameRange;
import io.pilothouse.domain.Bytes;
import io.pilothouse.domain.Secret;
import io.pilothouse.ui.form.FieldBox.Editor;
import io.pilothouse.ui.form.part.AmountBox;
import io.pilothouse.ui.form.part.DayBox;
import io.pilothouse.ui.kit.Formats;
import io.pilothouse.ui.kit.Nodes;
import io.pilothouse.ui.kit.Words;
import io.pilothouse.ui.theme.Css;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Editors for what is typed: a line, a number, a secret, code.
final class TextEditors {
    private TextEditors() {}

    static Editor line(FieldViewModel model) {
        var field = new CustomTextField();
        join(field, model);
        model.saidProperty()
                .subscribe(
                        said ->
                                field.setRight(
                                        said.filter(p -> !p.warning()).isPresent()
                                                ? sign()
                                                : null));
        return new Editor(field, field);
    }

    /// A number with its unit.
    static Editor amount(FieldViewModel model, List<String> units) {
        var name = Words.of("form.unit", FieldBox.label(model.name()));
        var box = new AmountBox(units, name);
        model.valueProperty().subscribe(_ -> box.textProperty().set(model.text()));
        box.textProperty().addListener((_, _, text) -> model.setText(text));
        box.number().focusedProperty().addListener((_, _, on) -> leave(model, on));
        return new Editor(box, box.number());
    }

    static Editor day(FieldViewModel model) {
        var box = new DayBox();
        join(box.getEditor(), model);
        box.focusedProperty().addListener((_, _, on) -> leave(model, on));
        return new Editor(box, box);
    }

    /// Several texts with commas between them; what is being typed keeps its commas and blanks.
    static Editor texts(FieldViewModel model) {
        var field = new TextField();
        model.valueProperty()
                .subscribe(
                        v -> {
                            if (!FieldViewModel.texts(field.getText()).equals(v)) {
                                field.setText(model.text());
                            }
                        });
        field.textProperty().addListener((_, _, text) -> model.setText(text));
        field.focusedProperty().addListener((_, _, on) -> leave(model, on));
        return new Editor(field, field);
    }

    private static Node sign() {
        return Nodes.styled(Nodes.icon("exclamation-circle"), Css.BAD);
    }

    /// A field for digits; the arrow keys and the buttons beside it count up and down.
    static Editor whole(FieldViewModel model, Input.Whole range) {
        var field = Nodes.styled(new TextField(), FormView.WHOLE);
        join(field, model);
        field.addEventHandler(
                KeyEvent.KEY_PRESSED,
                e -> {
                    if (e.getCode() == KeyCode.UP || e.getCode() == KeyCode.DOWN) {
                        step(model, range, e.getCode() == KeyCode.UP ? 1 : -1);
                        e.consume();
                    }
                });
        var less = stepButton("dash", "form.less", model, range, -1);
        var more = stepButton("plus", "form.more", model, range, 1);
        return new Editor(Nodes.styled(new HBox(field, less, more), FormView.LINE), field);
    }

    private static Button stepButton(
            String icon, String key, FieldViewModel model, Input.Whole range, int by) {
        var words = Words.of(key, FieldBox.label(model.name()));
        var button = Nodes.iconButton(icon, words, () -> step(model, range, by));
        // the arrow keys do the same, so that Tab goes from field to field
        button.setFocusTraversable(false);
        return button;
    }

    private static void step(FieldViewModel model, Input.Whole range, int by) {
        long next = model.value().whole().map(n -> n + by).orElse(range.min());
        model.setText(String.valueOf(Math.clamp(next, range.min(), range.max())));
    }

    static Editor toggle(FieldViewModel model) {
        var box = new CheckBox(FieldBox.label(model.name()));
        model.valueProperty().subscribe(v -> box.setSelected(v.isTrue()));
        box.setOnAction(_ -> model.setOn(box.isSelected()));
        return new Editor(box, box);
    }

    /// A secret: hidden while typed; the button shows it.
    static Editor hidden(FieldViewModel model) {
        var masked = new PasswordField();
        var clear = new TextField();
        clear.textProperty().bindBidirectional(masked.textProperty());
        Nodes.present(clear, false);
        if (!model.value().isAbsent()) {
            masked.setPromptText(Secret.MASK);
        }
        masked.textProperty().addListener((_, _, text) -> model.setText(text));
        masked.focusedProperty().addListener((_, _, on) -> leave(model, on));
        var fields = new StackPane(masked, clear);
        HBox.setHgrow(fields, Priority.ALWAYS);
        var name = Words.of("form.show", FieldBox.label(model.name()));
        var eye =
                Nodes.iconButton(
                        "eye",
                        name,
                        () -> {
                            Nodes.present(clear, !clear.isVisible());
                            Nodes.present(masked, !clear.isVisible());
                        });
        clear.setAccessibleText(name);
        return new Editor(Nodes.styled(new HBox(fields, eye), FormView.LINE), masked);
    }

    static Editor code(FieldViewModel model, Input.Code code) {
        var area = Nodes.styled(new TextArea(), Css.MONO, FormView.CODE);
        area.setPrefRowCount(6);
        join(area, model);
        // Tab goes on to the next field, as everywhere in a form
        area.addEventFilter(
                KeyEvent.KEY_PRESSED,
                e -> {
                    if (e.getCode() == KeyCode.TAB && !e.isControlDown()) {
                        e.consume();
                        area.fireEvent(
                                new KeyEvent(
                                        e.getEventType(),
                                        e.getCharacter(),
                                        e.getText(),
                                        e.getCode(),
                                        e.isShiftDown(),
                                        true,
                                        e.isAltDown(),
                                        e.isMetaDown()));
                    }
                });
        var failed = FieldBox.message("", false);
        Nodes.present(failed, false);
        var load =
                Nodes.button(
                        Words.of("form.load"), "upload", () -> load(model, area, code, failed));
        return new Editor(Nodes.styled(new VBox(area, load, failed), FormView.STACK), area);
    }

    private static void load(FieldViewModel model, TextArea area, Input.Code code, Label failed) {
        var file = new FileChooser().showOpenDialog(area.getScene().getWindow());
        if (file == null) {
            return;
        }
        Nodes.present(failed, false);
        try {
            model.setText(read(file.toPath(), code.maxBytes()));
        } catch (IOException e) {
            failed.setText(
                    Words.of(
                            "form.load.failed",
                            Formats.oneLine(file.getName()),
                            Formats.oneLine(String.valueOf(e.getMessage()))));
            Nodes.present(failed, true);
        }
    }

    /// The file's text, if it is not larger than what the field takes.
    static String read(Path file, int maxBytes) throws IOException {
        try (var in = Files.newInputStream(file)) {
            var bytes = in.readNBytes(maxBytes + 1);
            if (bytes.length > maxBytes) {
                throw new IOException(Words.of("problem.too-many-bytes", maxBytes));
            }
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    private static void join(TextInputControl control, FieldViewModel model) {
        model.valueProperty()
                .subscribe(
                        _ -> {
                            // a number loses its blanks; what is being typed keeps them
                            if (!model.text().equals(control.getText().strip())
                                    && !model.text().equals(control.getText())) {
                                control.setText(model.text());
                            }
                        });
        control.textProperty().addListener((_, _, text) -> model.setText(text));
        control.focusedProperty().addListener((_, _, on) -> leave(model, on));
    }

    private static void leave(FieldViewModel model, boolean focused) {
        if (!focused) {
            model.leave();
        }
    }

    /// `16 of 64` for what is limited and filled in, else `optional` where it is.
    static StringBinding hint(FieldViewModel model) {
        return Bindings.createStringBinding(
                () -> {
                    var text = model.text();
                    var optional = model.required() ? "" : Words.of("form.optional");
                    if (text.isEmpty()) {
                        return optional;
                    }
                    return switch (model.input()) {
                        case Input.Line(_, var max) ->
                                Words.of("form.of", text.codePointCount(0, text.length()), max);
                        case Input.Name(_, var max) -> Words.of("form.of", longest(text), max);
                        case Input.Code(_, var max) ->
                                Words.of(
                                        "form.of",
                                        bytes(text.getBytes(StandardCharsets.UTF_8).length),
                                        bytes(max));
                        default -> optional;
                    };
                },
                model.valueProperty());
    }

    private static int longest(String text) {
        return NameRange.names(text).stream()
                .mapToInt(n -> n.codePointCount(0, n.length()))
                .max()
                .orElse(text.length());
    }

    private static String bytes(long n) {
        return Formats.bytes(new Bytes(n));
    }
}
