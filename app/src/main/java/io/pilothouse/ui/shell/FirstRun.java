package io.pilothouse.ui.shell;

import io.pilothouse.account.imports.Found;
import io.pilothouse.ui.kit.Accounts;
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

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// What is shown while there is no account: rehearse, add one, take a key that lies about, or write the file. The first
/// nine can be had by their digit.
public final class FirstRun {
    private final VBox view = Nodes.styled(new VBox(16), Css.FIRST_RUN);
    private final VBox problems = new VBox(4);
    private final VBox rows = new VBox(16);
    private final String accountsFile;
    private final Runnable rehearse;
    private final Runnable add;
    private static final double WIDTH = 760;

    private final Consumer<Found> take;
    private final List<Button> ways = new ArrayList<>();

    /// @param accountsFile says where `accounts.json` is expected
    /// @param add opens the dialog that adds an account
    /// @param take opens it for a key that was found
    public FirstRun(String accountsFile, Runnable rehearse, Runnable add, Consumer<Found> take) {
        this.accountsFile = accountsFile;
        this.rehearse = rehearse;
        this.add = add;
        this.take = take;
        view.setAlignment(Pos.CENTER);
        view.sceneProperty()
                .subscribe(
                        scene -> {
                            if (scene != null) {
                                focus();
                            }
                        });
        Nodes.styled(problems, Css.BOX, Css.BAD);
        Nodes.present(problems, false);
        var title =
                new VBox(
                        8,
                        Nodes.label(Words.of("first.title"), Css.FIGURE),
                        Nodes.wrapped(Words.of("first.subtitle"), Css.MUTED));
        var page =
                new VBox(
                        24,
                        title,
                        problems,
                        rows,
                        Nodes.label(Words.of("first.promise"), Css.MUTED, Css.SMALL));
        page.setMaxWidth(WIDTH);
        view.getChildren().add(page);
        imports(List.of());
    }

    /// Offers keys that other programs of this user have.
    public void imports(List<Found> found) {
        ways.clear();
        rows.getChildren()
                .setAll(
                        row(
                                "play-circle",
                                Words.of("first.rehearse"),
                                Words.of("first.rehearse.more"),
                                way(
                                        Nodes.button(
                                                Words.of("first.rehearse.button"),
                                                "",
                                                rehearse,
                                                Css.ACCENT))),
                        row(
                                "plus-circle",
                                Words.of("first.add"),
                                Words.of("first.add.more"),
                                way(Nodes.button(Words.of("first.add.button"), "plus", add))));
        for (var one : found) {
            var button =
                    one.unreadable().isPresent()
                            ? new Region()
                            : way(
                                    Nodes.button(
                                            Words.of("first.import.button"),
                                            "",
                                            () -> take.accept(one)));
            rows.getChildren()
                    .add(row("key", Words.of("first.import"), Accounts.words(one), button));
        }
        rows.getChildren().add(row("braces", Words.of("first.file"), accountsFile, new Region()));
    }

    private HBox way(Button button) {
        ways.add(button);
        button.setMinWidth(Region.USE_PREF_SIZE);
        var digit = Nodes.label(String.valueOf(ways.size()), Css.KBD);
        var box = new HBox(12, button, digit);
        box.setAlignment(Pos.CENTER_RIGHT);
        box.setMinWidth(Region.USE_PREF_SIZE);
        return box;
    }

    /// Enter takes the first way as soon as the page is seen.
    private void focus() {
        if (!ways.isEmpty()) {
            ways.getFirst().requestFocus();
        }
    }

    /// Takes a digit for the way that has it.
    ///
    /// @return whether there is one
    boolean press(String text) {
        if (!text.matches("[1-9]") || Integer.parseInt(text) > ways.size()) {
            return false;
        }
        ways.get(Integer.parseInt(text) - 1).fire();
        return true;
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

    private static Node row(String icon, String title, String more, Region button) {
        var text = Nodes.label(more, Css.MUTED);
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        var words = new VBox(4, Nodes.label(title, Css.SEMI), text);
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMinWidth(0);
        var row =
                Nodes.styled(
                        new HBox(
                                20,
                                Nodes.styled(Nodes.icon(icon), Css.ICON_20, Css.ACCENT_TEXT),
                                words,
                                button),
                        Css.BOX,
                        Css.FIRST_ROW);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    public Region view() {
        return view;
    }
}
