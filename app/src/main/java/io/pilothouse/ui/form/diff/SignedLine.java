package io.pilothouse.ui.form.diff;

import io.pilothouse.domain.Json;
import io.pilothouse.ui.form.diff.RecordsDiff.Sign;
import io.pilothouse.ui.kit.Formats;
import io.pilothouse.ui.kit.Nodes;
import io.pilothouse.ui.kit.Words;
import io.pilothouse.ui.theme.Css;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

import java.util.List;
import java.util.stream.Collectors;

/// A record in its editor. Where a list is replaced a sign stands before it, in a column of its own, which says with its
/// colour what becomes of the record: `+` it is new, `~` it is changed, `−` it is gone and can be kept.
public final class SignedLine {
    private final Label sign = Nodes.label("", Css.MONO, "ph-form-sign");
    private final HBox view;

    /// @param content takes what room there is
    public SignedLine(Region content, Button button) {
        HBox.setHgrow(content, Priority.ALWAYS);
        view = Nodes.styled(new HBox(sign, content, button), "ph-form-record");
        Nodes.present(sign, false);
    }

    /// What was there and is no more.
    ///
    /// @param fields names of the fields, in the order of their columns
    /// @param keep puts it back
    public static HBox gone(
            Json record, List<String> fields, List<ColumnConstraints> columns, Runnable keep) {
        var values = fields.stream().map(f -> DiffView.text(record.at(f))).toList();
        var grid = Nodes.styled(new GridPane(), Css.FORM);
        grid.setAlignment(Pos.CENTER_LEFT);
        grid.getColumnConstraints().setAll(columns);
        for (int i = 0; i < fields.size(); i++) {
            var style = DiffView.isProse(fields.get(i)) ? Css.MUTED : Css.MONO;
            var value = Nodes.label(Formats.oneLine(values.get(i)), style, "ph-form-gone");
            grid.add(Nodes.whole(value), i, 0);
        }
        var said = values.stream().filter(v -> !v.isBlank()).collect(Collectors.joining(", "));
        var words = Words.of("form.keep.record", said);
        var button = Nodes.iconButton("arrow-counterclockwise", words, keep, Css.GHOST);
        var line = new SignedLine(grid, button);
        line.show(Sign.REMOVED);
        return line.view();
    }

    public HBox view() {
        return view;
    }

    public void show(Sign what) {
        var mark = DiffView.mark(what);
        sign.setText(mark);
        sign.getStyleClass().setAll("label", Css.MONO, "ph-form-sign", DiffView.tone(mark));
        Nodes.present(sign, true);
        view.getStyleClass().setAll("ph-form-record", "ph-form-signed");
        switch (what) {
            case ADDED -> view.getStyleClass().add(Css.ADD);
            case CHANGED -> view.getStyleClass().add(Css.CHG);
            case REMOVED -> view.getStyleClass().add(Css.DEL);
            case SAME -> {}
        }
    }
}
