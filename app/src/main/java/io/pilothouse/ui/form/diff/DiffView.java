package io.pilothouse.ui.form.diff;

import io.pilothouse.domain.Json;
import io.pilothouse.ui.form.diff.RecordsDiff.Line;
import io.pilothouse.ui.form.diff.RecordsDiff.Sign;
import io.pilothouse.ui.kit.Formats;
import io.pilothouse.ui.kit.Nodes;
import io.pilothouse.ui.kit.Words;
import io.pilothouse.ui.theme.Css;

import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import java.util.List;

/// A comparison, a line a record: `+` what is new, `−` what is gone, and a changed record as the two lines it was and
/// will be. The sign says it as well as the colour.
public final class DiffView {
    /// Equal records beyond this many are counted, not listed.
    private static final int EQUAL_LISTED = 8;

    private final List<String> fields;
    private final Label counts = Nodes.label("", Css.MONO);
    private final VBox lines = new VBox();
    private final VBox view;

    /// @param fields names of the fields, in the order of their columns
    public DiffView(List<String> fields) {
        this.fields = List.copyOf(fields);
        var head = new HBox(Nodes.label(Words.of("diff.title"), Css.SEMI), Nodes.spring(), counts);
        view = Nodes.styled(new VBox(head, lines), "ph-diff");
    }

    public Region view() {
        return view;
    }

    public void show(RecordsDiff diff) {
        counts.setText(
                Words.of(
                        "diff.counts",
                        diff.count(Sign.ADDED),
                        diff.count(Sign.REMOVED),
                        diff.count(Sign.CHANGED)));
        lines.getChildren().clear();
        int equal = 0;
        for (var line : diff.lines()) {
            if (line.sign() != Sign.SAME || equal++ < EQUAL_LISTED) {
                add(line);
            }
        }
        if (equal > EQUAL_LISTED) {
            lines.getChildren()
                    .add(Nodes.label(Words.of("diff.more", equal - EQUAL_LISTED), Css.MUTED));
        }
        if (diff.lines().isEmpty()) {
            lines.getChildren().add(Nodes.label(Words.of("diff.none"), Css.MUTED));
        }
    }

    private void add(Line line) {
        switch (line.sign()) {
            case SAME -> line(" ", line.after(), "ph-diff-same");
            case ADDED -> line("+", line.after(), "ph-diff-add");
            case REMOVED -> line("−", line.before(), "ph-diff-del");
            case CHANGED -> {
                line("−", line.before(), "ph-diff-del");
                line("~", line.after(), "ph-diff-chg");
            }
        }
    }

    private void line(String sign, Json record, String style) {
        var line = Nodes.styled(new GridPane(), "ph-diff-line", style);
        line.getColumnConstraints().add(new ColumnConstraints(16));
        line.add(Nodes.label(sign, Css.MONO), 0, 0);
        for (int i = 0; i < fields.size(); i++) {
            var column = new ColumnConstraints();
            column.setPercentWidth(96.0 / fields.size());
            column.setHgrow(Priority.ALWAYS);
            line.getColumnConstraints().add(column);
            var cell = Nodes.label(Formats.oneLine(text(record.at(fields.get(i)))), Css.MONO);
            line.add(cell, i + 1, 0);
        }
        line.setAccessibleText(
                sign
                        + " "
                        + String.join(" ", fields.stream().map(f -> text(record.at(f))).toList()));
        lines.getChildren().add(line);
    }

    private static String text(Json value) {
        return value instanceof Json.Arr
                ? String.join(", ", value.texts())
                : value.isAbsent() ? "" : value.word();
    }
}
