package io.pilothouse.ui.shell;

import io.pilothouse.account.imports.Found;
import io.pilothouse.ui.kit.Accounts;
import io.pilothouse.ui.kit.Nodes;
import io.pilothouse.ui.kit.Shortcut;
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
import java.util.stream.IntStream;

/// What is shown while there is no account: rehearse, add one, take a key that lies about, or write the file. The first
/// nine can be had by their digit.
public final class FirstRun {
    private static final double WIDTH = 760;

    /// The ways that are always there, and the first key that was found; the next have the digits that follow.
    private static final List<Shortcut> KEYS =
            List.of(Shortcut.WAY_REHEARSE, Shortcut.WAY_ADD, Shortcut.WAY_IMPORT);

    private static final int MOST_DIGITS = 9;

    private final VBox view = Nodes.styled(new VBox(16), Css.FIRST_RUN);
    private final VBox problems = new VBox(4);
    private final VBox imported = new VBox(16);
    private final Consumer<Found> take;

    /// Those that are always there, and behind them the keys that were found.
    private final List<Button> ways = new ArrayList<>();

    private final int always;

    /// @param accountsFile says where `accounts.json` is expected
    /// @param add opens the dialog that adds an account
    /// @param take opens it for a key that was found
    public FirstRun(String accountsFile, Runnable rehearse, Runnable add, Consumer<Found> take) {
        var rows = new VBox(16);
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
                                way(Nodes.button(Words.of("first.add.button"), "plus", add))),
                        imported,
                        row("braces", Words.of("first.file"), accountsFile, new Region()));
        always = ways.size();
        imports(List.of());
    }

    /// Offers keys that other programs of this user have. They are found some time after the page is seen: the ways that
    /// are always there stay as they are, and the focus with them.
    public void imports(List<Found> found) {
        int focused = focused();
        ways.subList(always, ways.size()).clear();
        imported.getChildren().clear();
        for (var one : found) {
            var button =
                    one.unreadable().isPresent()
                            ? new Region()
                            : way(
                                    Nodes.button(
                                            Words.of("first.import.button"),
                                            "",
                                            () -> take.accept(one)));
            imported.getChildren()
                    .add(row("key", Words.of("first.import"), Accounts.words(one), button));
        }
        Nodes.present(imported, !found.isEmpty());
        if (focused >= always) {
            ways.get(Math.min(focused, ways.size() - 1)).requestFocus();
        }
    }

    /// The place of the way that has the focus; -1 where none has it.
    private int focused() {
        return IntStream.range(0, ways.size())
                .filter(i -> ways.get(i).isFocused())
                .findFirst()
                .orElse(-1);
    }

    private HBox way(Button button) {
        ways.add(button);
        button.setMinWidth(Region.USE_PREF_SIZE);
        var box = new HBox(12, button);
        if (ways.size() <= MOST_DIGITS) {
            box.getChildren().add(Nodes.label(digit(ways.size() - 1), Css.KBD));
        }
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
        var way =
                IntStream.range(0, Math.min(ways.size(), MOST_DIGITS))
                        .filter(i -> digit(i).equals(text))
                        .findFirst();
        way.ifPresent(i -> ways.get(i).fire());
        return way.isPresent();
    }

    private static String digit(int way) {
        return way < KEYS.size() ? KEYS.get(way).caps() : String.valueOf(way + 1);
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
