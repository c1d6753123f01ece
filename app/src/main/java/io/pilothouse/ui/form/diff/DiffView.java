package io.pilothouse.ui.form.diff;

import io.pilothouse.domain.Json;
import io.pilothouse.ui.form.diff.RecordsDiff.Line;
import io.pilothouse.ui.form.diff.RecordsDiff.Sign;
import io.pilothouse.ui.kit.Formats;
import io.pilothouse.ui.kit.Nodes;
import io.pilothouse.ui.kit.Words;
import io.pilothouse.ui.theme.Css;

import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// A comparison, a line a record: `+` what is new, `−` what is gone, and a changed record as the two lines it was and
/// will be. The sign says it as well as the colour.
public final class DiffView {
    /// Equal records beyond this many are counted, not listed.
    private static final int EQUAL_LISTED = 8;

    /// In letters.
    private static final int NARROWEST = 8;

    private static final int WIDEST = 40;

    /// What the sign leaves of a line, per cent.
    private static final double FOR_FIELDS = 96;

    /// Fields of words; all others are code.
    private static final Set<String> PROSE = Set.of("description", "name");

    private final List<String> fields;
    private final HBox counts = new HBox(8);
    private final VBox lines = new VBox();
    private List<Double> shares = List.of();
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
        long added = diff.count(Sign.ADDED);
        long removed = diff.count(Sign.REMOVED);
        long changed = diff.count(Sign.CHANGED);
        counts.getChildren().clear();
        count("+", added);
        count("−", removed);
        count("~", changed);
        counts.setAccessibleText(Words.of("diff.counts", added, removed, changed));
        shares = shares(diff);
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

    private void count(String sign, long number) {
        if (number > 0) {
            counts.getChildren().add(Nodes.label(sign + number, Css.MONO, tone(sign)));
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
        line.add(Nodes.label(sign, Css.MONO, tone(sign)), 0, 0);
        for (int i = 0; i < fields.size(); i++) {
            var column = new ColumnConstraints();
            column.setPercentWidth(shares.get(i));
            line.getColumnConstraints().add(column);
            var cell =
                    Nodes.whole(
                            Nodes.label(
                                    Formats.oneLine(text(record.at(fields.get(i)))),
                                    PROSE.contains(fields.get(i)) ? Css.SMALL : Css.MONO));
            line.add(cell, i + 1, 0);
        }
        line.setAccessibleText(
                sign
                        + " "
                        + String.join(" ", fields.stream().map(f -> text(record.at(f))).toList()));
        lines.getChildren().add(line);
    }

    /// Is it a field of words? All others are code.
    public static boolean isProse(String field) {
        return PROSE.contains(field);
    }

    static String mark(Sign sign) {
        return switch (sign) {
            case SAME -> "";
            case ADDED -> "+";
            case REMOVED -> "−";
            case CHANGED -> "~";
        };
    }

    static String tone(String sign) {
        return switch (sign) {
            case "+" -> Css.OK;
            case "−" -> Css.BAD;
            case "~" -> Css.WARN;
            default -> Css.MUTED;
        };
    }

    /// How much of the line each field gets, per cent: as much as its longest value asks for.
    private List<Double> shares(RecordsDiff diff) {
        var wanted =
                fields.stream()
                        .map(
                                field ->
                                        diff.lines().stream()
                                                .flatMap(l -> Stream.of(l.before(), l.after()))
                                                .mapToInt(r -> text(r.at(field)).length())
                                                .map(n -> Math.clamp(n, NARROWEST, WIDEST))
                                                .max()
                                                .orElse(NARROWEST))
                        .toList();
        double all = wanted.stream().mapToInt(n -> n).sum();
        return wanted.stream().map(n -> FOR_FIELDS * n / all).toList();
    }

    static String text(Json value) {
        return value instanceof Json.Arr
                ? String.join(", ", value.texts())
                : value.isAbsent() ? "" : value.word();
    }
}
