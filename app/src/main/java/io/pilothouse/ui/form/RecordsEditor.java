package io.pilothouse.ui.form;

import io.pilothouse.cloud.form.Form;
import io.pilothouse.cloud.form.Form.Field;
import io.pilothouse.cloud.form.Input;
import io.pilothouse.domain.Json;
import io.pilothouse.domain.Secret;
import io.pilothouse.ui.form.FieldBox.Editor;
import io.pilothouse.ui.form.diff.RecordsDiff;
import io.pilothouse.ui.form.diff.RecordsDiff.Sign;
import io.pilothouse.ui.form.diff.SignedLine;
import io.pilothouse.ui.kit.Formats;
import io.pilothouse.ui.kit.Nodes;
import io.pilothouse.ui.kit.Words;
import io.pilothouse.ui.theme.Css;

import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Rows of a small form, one below the other. Several pasted lines become several rows.
final class RecordsEditor {
    private static final String SIGNED = "ph-form-signed";
    private static final Pattern WHOLE = Pattern.compile("-?\\d{1,18}");

    private record Drawn(SignedLine line, FormView form, Removal removal) {
        HBox row() {
            return line.view();
        }
    }

    private final FieldViewModel model;
    private final Input.Records records;
    private final IdentityHashMap<FormViewModel, Drawn> drawn = new IdentityHashMap<>();
    private final VBox rows = Nodes.styled(new VBox(), FormView.STACK);
    private final VBox gone = new VBox();
    private final GridPane head;
    private final Button add;
    private final VBox view;

    RecordsEditor(FieldViewModel model, Input.Records records) {
        this.model = model;
        this.records = records;
        head = head(records.each());
        add =
                Nodes.button(
                        Words.of("form.add"),
                        "plus",
                        () -> edit(model.addRecord(records.each().initial())));
        var hint = Nodes.label(Words.of("form.paste-hint"), Css.FIELD_HINT);
        var foot = Nodes.styled(new HBox(add, hint), FormView.LINE);
        Nodes.present(gone, false);
        view = Nodes.styled(new VBox(head, new VBox(rows, gone), foot), FormView.STACK);
        view.addEventFilter(KeyEvent.KEY_PRESSED, this::paste);
        model.records().addListener((ListChangeListener<FormViewModel>) _ -> draw());
        draw();
        model.comparedProperty().subscribe(diff -> diff.ifPresent(this::compare));
    }

    /// Says of each record what becomes of it, and of what is gone that it can be kept.
    private void compare(RecordsDiff diff) {
        var there = diff.lines().stream().filter(l -> l.sign() != Sign.REMOVED).toList();
        if (there.size() != model.records().size()) {
            return; // told again as soon as all of the change has come
        }
        for (int i = 0; i < there.size(); i++) {
            var each = drawn.get(model.records().get(i));
            if (each != null) {
                each.line().show(there.get(i).sign());
            }
        }
        if (!head.getStyleClass().contains(SIGNED)) {
            head.getStyleClass().add(SIGNED);
            rows.getStyleClass().setAll("ph-form-signed-lines");
            gone.getStyleClass().setAll("ph-form-signed-lines");
        }
        gone.getChildren()
                .setAll(
                        diff.lines().stream()
                                .filter(l -> l.sign() == Sign.REMOVED)
                                .map(l -> gone(l.before()))
                                .toList());
        Nodes.present(gone, !gone.getChildren().isEmpty());
    }

    private HBox gone(Json record) {
        var fields = records.each().fields();
        return SignedLine.gone(
                record,
                fields.stream().map(Field::name).toList(),
                FormView.shares(fields.stream().map(Field::input).toList()),
                () -> edit(model.addRecord(record)));
    }

    Editor editor() {
        return new Editor(view, add);
    }

    private void draw() {
        drawn.keySet().retainAll(model.records());
        rows.getChildren()
                .setAll(
                        model.records().stream()
                                .map(r -> drawn.computeIfAbsent(r, this::row).row())
                                .toList());
        drawn.values().forEach(d -> d.removal().name());
        for (int i = 0; i < model.records().size(); i++) {
            var each = drawn.get(model.records().get(i));
            if (each != null) {
                each.form().belongsTo(record(i + 1));
            }
        }
        Nodes.present(head, !model.records().isEmpty());
        add.setDisable(model.records().size() >= records.max());
    }

    /// `rule 2`; `rules 2` where there is no word for one of them.
    private String record(int place) {
        var one = "field." + model.name() + ".one";
        var words = Words.has(one) ? Words.of(one) : Words.inSentence(FieldBox.label(model.name()));
        return Words.of("form.record", words, place);
    }

    private static GridPane head(Form each) {
        var head = Nodes.styled(new GridPane(), Css.FORM, "ph-form-record-head");
        head.getColumnConstraints()
                .setAll(FormView.shares(each.fields().stream().map(Field::input).toList()));
        for (int i = 0; i < each.fields().size(); i++) {
            var words = FieldBox.label(each.fields().get(i).name());
            head.add(Nodes.label(words, Css.FIELD_HINT), i, 0);
        }
        return head;
    }

    private Drawn row(FormViewModel record) {
        var form = new FormView(record.fields(), record.fields().size(), true);
        var removal = new Removal(model, record, () -> remove(record));
        return new Drawn(new SignedLine(form.view(), removal.button()), form, removal);
    }

    /// The keys stay in the list: at the record that comes up, or the one before.
    private void remove(FormViewModel record) {
        int at = model.records().indexOf(record);
        model.removeRecord(record);
        int left = model.records().size();
        if (left == 0) {
            add.requestFocus();
        } else {
            var next = drawn.get(model.records().get(Math.min(at, left - 1)));
            if (next != null) {
                next.removal().button().requestFocus();
            }
        }
    }

    /// Draws the new row, and goes to its first field.
    private void edit(FormViewModel record) {
        var row = drawn.get(record);
        if (row != null) {
            row.form().focusFirst();
        }
    }

    private void paste(KeyEvent e) {
        if (!e.isShortcutDown() || e.getCode() != KeyCode.V) {
            return;
        }
        var text = Clipboard.getSystemClipboard().getString();
        if (text == null || text.strip().lines().count() < 2) {
            return;
        }
        e.consume();
        model.records().stream()
                .filter(r -> r.gather().equals(records.each().initial()))
                .toList()
                .forEach(model::removeRecord);
        for (var record : parse(text, records.each())) {
            if (model.records().size() < records.max()) {
                model.addRecord(record);
            }
        }
    }

    /// A record for each line that is not blank. Fields are parted by tabs, else by commas, else by blanks; the last
    /// one takes the rest of its line.
    static List<Json> parse(String text, Form each) {
        var found = new ArrayList<Json>();
        for (var line : text.lines().map(String::strip).filter(l -> !l.isEmpty()).toList()) {
            var separator = line.contains("\t") ? "\t" : line.contains(",") ? "\\s*,\\s*" : "\\s+";
            var parts = line.split(separator, each.fields().size());
            var record = Json.obj();
            for (int i = 0; i < parts.length; i++) {
                var field = each.fields().get(i);
                record = record.with(field.name(), value(field, parts[i].strip()));
            }
            found.add(record);
        }
        return found;
    }

    private static Json value(Field field, String text) {
        return switch (field.input()) {
            case Input.Toggle _ -> Json.of(Boolean.parseBoolean(text));
            case Input.Hidden _ -> Json.of(Secret.of(text));
            case Input.Texts _ -> Json.of(List.of(text.split("[;\\s]+")));
            case Input.Whole _ when WHOLE.matcher(text).matches() -> Json.of(Long.valueOf(text));
            default -> text.isEmpty() ? Json.absent() : Json.of(text);
        };
    }

    /// The button that takes a record away, which says which one: its place and what is filled in.
    private static final class Removal {
        private final FieldViewModel list;
        private final FormViewModel record;
        private final Button button;

        /// @param remove takes the record away
        Removal(FieldViewModel list, FormViewModel record, Runnable remove) {
            this.list = list;
            this.record = record;
            button = Nodes.iconButton("trash", "", remove, Css.GHOST);
            record.fields().forEach(field -> field.valueProperty().subscribe(_ -> name()));
            button.focusedProperty().subscribe(_ -> name());
        }

        Button button() {
            return button;
        }

        /// Says it anew: the records before it may have gone.
        void name() {
            var place = list.records().indexOf(record) + 1;
            var values =
                    record.fields().stream()
                            .map(f -> said(f.value()))
                            .filter(v -> !v.isBlank())
                            .collect(Collectors.joining(", "));
            var label = Words.inSentence(FieldBox.label(list.name()));
            var words =
                    values.isEmpty()
                            ? Words.of("form.remove.record.empty", label, place)
                            : Words.of("form.remove.record", label, place, values);
            if (!Objects.equals(words, button.getAccessibleText())) {
                Nodes.name(button, words);
            }
        }

        private static String said(Json value) {
            return switch (value) {
                case Json.Text(var text) -> Formats.oneLine(text);
                case Json.Arr(var items) ->
                        items.stream().map(Removal::said).collect(Collectors.joining(" "));
                case Json.Num(var number) -> number.toPlainString();
                case Json.Bool(var on) -> String.valueOf(on);
                // what is within another form has no room here, and a secret is not said
                case Json.Obj _, Json.Hidden _, Json.Absent _ -> "";
            };
        }
    }
}
