package io.pilothouse.ui.shell.filter;

import io.pilothouse.ui.kit.Accounts;
import io.pilothouse.ui.kit.Formats;
import io.pilothouse.ui.kit.Nodes;
import io.pilothouse.ui.kit.Words;
import io.pilothouse.ui.kit.filter.AccountFilter;
import io.pilothouse.ui.kit.filter.AccountFilter.Shown;
import io.pilothouse.ui.theme.Css;

import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

import java.util.List;

/// Says in the top bar whose things are shown, opens the menu in which they are chosen, and has the way back to all
/// beside it. Not there while there is but one account.
public final class AccountMenu {
    private final AccountFilter filter;
    private final ContextMenu menu = new ContextMenu();
    private final Button button = Nodes.styled(new Button(), Css.ACCOUNT_FILTER);
    private final Button back;
    private final HBox view;

    public AccountMenu(AccountFilter filter) {
        this.filter = filter;
        back = Nodes.iconButton("x", Words.of("accounts.show-all"), filter::all, Css.GHOST);
        view = new HBox(4, button, back);
        view.setAlignment(Pos.CENTER_LEFT);
        button.setOnAction(_ -> open());
        button.setMinWidth(Region.USE_PREF_SIZE);
        // before the button's own keys: they would take the focus down into the window
        button.addEventFilter(
                KeyEvent.KEY_PRESSED,
                e -> {
                    if (e.getCode() == KeyCode.DOWN) {
                        open();
                        e.consume();
                    }
                });
        filter.shownProperty().subscribe(this::draw);
    }

    public Node view() {
        return view;
    }

    private void draw(Shown shown) {
        Nodes.present(view, shown.accounts().size() > 1);
        Nodes.present(back, !shown.isAll());
        var bars = new HBox(2);
        bars.setAlignment(Pos.CENTER_LEFT);
        shown.those().stream().limit(5).map(Accounts::bar).forEach(bars.getChildren()::add);
        var words = Nodes.label(words(shown));
        var count = Nodes.label(count(shown), Css.MUTED, Css.SMALL);
        words.setMaxWidth(180);
        var line =
                new HBox(
                        8,
                        bars,
                        words,
                        count,
                        Nodes.styled(Nodes.icon("chevron-down"), Css.ICON_12));
        line.setAlignment(Pos.CENTER_LEFT);
        button.setGraphic(line);
        button.setAccessibleText(Words.of("accounts.filter", said(shown)));
    }

    /// `All accounts`, the name of the one, or `2 of 5 accounts`.
    static String words(Shown shown) {
        var those = shown.those();
        if (shown.isAll()) {
            return Words.of("accounts.all");
        }
        return those.size() == 1
                ? Formats.oneLine(those.getFirst().name())
                : Words.of("accounts.some", those.size(), shown.accounts().size());
    }

    private static String count(Shown shown) {
        var those = shown.those();
        if (shown.isAll()) {
            return String.valueOf(those.size());
        }
        return those.size() == 1
                ? Words.of("accounts.some", those.size(), shown.accounts().size())
                : "";
    }

    private static String said(Shown shown) {
        return (words(shown) + " " + count(shown)).strip();
    }

    private void open() {
        var shown = filter.shown();
        var all = item(Words.of("accounts.all"), shown.isAll(), filter::all);
        menu.getItems().setAll(List.of(all, new SeparatorMenuItem()));
        for (var account : shown.accounts()) {
            var id = account.id();
            var item =
                    item(
                            Formats.oneLine(account.name()),
                            shown.chosen().contains(id),
                            () -> filter.toggle(id));
            item.setGraphic(Accounts.bar(account));
            item.setMnemonicParsing(false);
            menu.getItems().add(item);
        }
        menu.show(button, Side.BOTTOM, 0, 4);
    }

    private static CheckMenuItem item(String words, boolean on, Runnable choose) {
        var item = new CheckMenuItem(words);
        item.setSelected(on);
        item.setOnAction(_ -> choose.run());
        return item;
    }
}
