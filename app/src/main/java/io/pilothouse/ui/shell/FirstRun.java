package io.pilothouse.ui.shell;

import io.pilothouse.ui.kit.Nodes;
import io.pilothouse.ui.kit.Words;
import io.pilothouse.ui.theme.Css;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import java.util.List;
import java.util.Optional;

/// What is shown while there is no account: rehearse, take the key that is in the environment, or write the file.
public final class FirstRun {
    private final VBox view = Nodes.styled(new VBox(16), Css.FIRST_RUN);
    private final VBox problems = new VBox(4);

    /// @param accountsFile says where `accounts.json` is expected
    /// @param add opens the dialog that adds an account
    /// @param importKey adds an account for the key in the environment; empty where there is none
    public FirstRun(
            String accountsFile, Runnable rehearse, Runnable add, Optional<Runnable> importKey) {
        view.setAlignment(Pos.CENTER);
        view.getChildren()
                .addAll(
                        Nodes.label(Words.of("first.title"), Css.FIGURE),
                        Nodes.label(Words.of("first.subtitle"), Css.MUTED));
        Nodes.styled(problems, Css.BOX, Css.BAD);
        problems.setMaxWidth(640);
        Nodes.present(problems, false);
        view.getChildren().add(problems);
        var rows = new VBox(8);
        rows.setMaxWidth(640);
        rows.getChildren()
                .add(
                        row(
                                "compass",
                                "first.rehearse",
                                Words.of("first.rehearse.more"),
                                Nodes.button(
                                        Words.of("first.rehearse.button"),
                                        "",
                                        rehearse,
                                        Css.ACCENT)));
        rows.getChildren()
                .add(
                        row(
                                "people",
                                "first.add",
                                Words.of("first.add.more"),
                                Nodes.button(Words.of("first.add.button"), "plus", add)));
        importKey.ifPresent(
                run ->
                        rows.getChildren()
                                .add(
                                        row(
                                                "key",
                                                "first.import",
                                                Words.of("first.import.more"),
                                                Nodes.button(
                                                        Words.of("first.import.button"),
                                                        "",
                                                        run))));
        rows.getChildren().add(row("braces", "first.file", accountsFile, new Region()));
        view.getChildren()
                .addAll(rows, Nodes.label(Words.of("first.promise"), Css.MUTED, Css.SMALL));
    }

    /// Says what is wrong with the file that is there, a line each.
    public void problems(List<String> words) {
        problems.getChildren()
                .setAll(
                        words.stream()
                                .map(
                                        text -> {
                                            var line = Nodes.label(text);
                                            line.setWrapText(true);
                                            line.setMinHeight(Region.USE_PREF_SIZE);
                                            return line;
                                        })
                                .toList());
        Nodes.present(problems, !words.isEmpty());
    }

    private static Node row(String icon, String key, String more, Region button) {
        button.setMinWidth(Region.USE_PREF_SIZE);
        var text = Nodes.label(more, Css.MUTED, Css.SMALL);
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        var words = new VBox(4, Nodes.label(Words.of(key), Css.SEMI), text);
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMinWidth(0);
        if (button instanceof Button b) {
            b.setMinWidth(Region.USE_PREF_SIZE);
        }
        var row =
                Nodes.styled(
                        new HBox(12, Nodes.styled(Nodes.icon(icon), Css.ICON_20), words, button),
                        Css.BOX);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    public Region view() {
        return view;
    }
}
