package io.pilothouse.ui.accounts;

import io.pilothouse.account.imports.Found;
import io.pilothouse.domain.Account;
import io.pilothouse.ui.kit.Accounts;
import io.pilothouse.ui.kit.Nodes;
import io.pilothouse.ui.kit.Screen;
import io.pilothouse.ui.kit.Shortcut;
import io.pilothouse.ui.kit.Shortcut.Scope;
import io.pilothouse.ui.kit.Words;
import io.pilothouse.ui.theme.Css;

import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/// The screen: what is wrong with the file, and the accounts in their order. Enter edits, Delete removes, Alt and an
/// arrow moves.
public final class AccountsView implements Screen.Drawn {
    private final AccountsViewModel model;
    private final AccountDialogs dialogs;
    private final ListView<AccountRow> list;
    private final VBox view;
    private final VaultLine vault;
    private final Button edit;
    private final Button up;
    private final Button down;
    private final Button signIn;
    private final Button remove;
    private Optional<String> chosen = Optional.empty();
    private int at;

    public AccountsView(AccountsViewModel model, AccountDialogs dialogs) {
        this.model = model;
        this.dialogs = dialogs;
        edit = Nodes.button(Words.of("accounts.edit"), "pencil", () -> with(this::edit));
        up = Nodes.iconButton("chevron-up", Words.of("accounts.up"), () -> with(a -> move(a, -1)));
        down =
                Nodes.iconButton(
                        "chevron-down", Words.of("accounts.down"), () -> with(a -> move(a, 1)));
        signIn =
                Nodes.button(
                        Words.of("button.sign-in"),
                        "arrow-clockwise",
                        () -> with(a -> dialogs.signIn(a.id())));
        remove =
                Nodes.button(
                        Words.of("accounts.remove"), "trash", () -> with(this::remove), Css.DANGER);
        var add = Nodes.button(Words.of("accounts.add"), "plus", dialogs::add, Css.ACCENT);
        add.disableProperty().bind(model.fixedProperty());
        list = list();
        var head =
                Nodes.styled(
                        new HBox(
                                Nodes.label(Words.of("accounts.title"), Css.TITLE),
                                Nodes.spring(),
                                signIn,
                                up,
                                down,
                                edit,
                                remove,
                                add),
                        Css.PAGE_HEAD);
        var keys = Nodes.label(Words.of("accounts.keys"), Css.MUTED);
        var file = Nodes.label(model.file(), Css.MUTED);
        file.setMinWidth(0);
        keys.setMinWidth(Region.USE_PREF_SIZE);
        vault = new VaultLine(dialogs);
        var foot = Nodes.styled(new HBox(file, Nodes.spring(), vault.view(), keys), Css.FOOT);
        VBox.setVgrow(list, Priority.ALWAYS);
        view = Nodes.styled(new VBox(head, note(), problems(), found(), list, foot), Css.PAGE);
        style(view);
        if (model.rehearsal()) {
            for (var button : new Button[] {add, edit, up, down, remove}) {
                Nodes.present(button, false);
            }
            Nodes.present(foot, false);
        }
        enable();
    }

    /// The style sheet of the screen, for it and for its dialogs.
    static void style(Parent root) {
        var sheet =
                Objects.requireNonNull(
                        AccountsView.class.getResource("accounts.css"), "accounts.css");
        root.getStylesheets().add(sheet.toExternalForm());
    }

    private ListView<AccountRow> list() {
        var made = Nodes.styled(new ListView<>(model.rows()), "ph-accounts");
        made.setCellFactory(_ -> new AccountCell());
        made.setAccessibleText(Words.of("accounts.title"));
        made.setPlaceholder(Nodes.label(Words.of("accounts.none"), Css.MUTED));
        made.getSelectionModel()
                .selectedItemProperty()
                .subscribe(
                        row -> {
                            if (row != null && !model.redrawing()) {
                                chosen = Optional.of(row.account().id());
                                at = model.rows().indexOf(row);
                            }
                            enable();
                        });
        model.rows()
                .addListener(
                        (ListChangeListener<AccountRow>)
                                _ -> {
                                    chosen.ifPresent(this::select);
                                    enable();
                                });
        model.fixedProperty().subscribe(_ -> enable());
        made.addEventFilter(KeyEvent.KEY_PRESSED, this::press);
        made.setOnMouseClicked(
                e -> {
                    if (e.getClickCount() == 2) {
                        with(this::edit);
                    }
                });
        made.setContextMenu(menu());
        return made;
    }

    /// The rows are new objects after a change; what is chosen stays chosen, and its neighbour is when it is gone.
    private void select(String id) {
        var ids = model.rows().stream().map(r -> r.account().id()).toList();
        int now = ids.contains(id) ? ids.indexOf(id) : Math.min(at, ids.size() - 1);
        if (now >= 0) {
            list.getSelectionModel().clearAndSelect(now);
            list.getFocusModel().focus(now);
        }
    }

    private ContextMenu menu() {
        var menu =
                new ContextMenu(
                        item("accounts.edit", () -> with(this::edit)),
                        item("accounts.up", () -> with(a -> move(a, -1))),
                        item("accounts.down", () -> with(a -> move(a, 1))),
                        item("button.sign-in", () -> with(a -> dialogs.signIn(a.id()))),
                        item("accounts.remove", () -> with(this::remove)));
        menu.setOnShowing(
                _ -> {
                    var buttons = new Button[] {edit, up, down, signIn, remove};
                    for (int i = 0; i < buttons.length; i++) {
                        menu.getItems().get(i).setDisable(buttons[i].isDisabled());
                    }
                });
        return menu;
    }

    private static MenuItem item(String key, Runnable run) {
        var item = new MenuItem(Words.of(key));
        item.setOnAction(_ -> run.run());
        return item;
    }

    private void press(KeyEvent e) {
        if (Shortcut.MENU.matches(e) || Shortcut.MENU_KEY.matches(e)) {
            openMenu();
            e.consume();
        }
        Shortcut.in(Scope.ACCOUNTS, e)
                .ifPresent(
                        key -> {
                            switch (key) {
                                case ACCOUNT_UP -> with(a -> move(a, -1));
                                case ACCOUNT_DOWN -> with(a -> move(a, 1));
                                case ACCOUNT_REMOVE -> with(this::remove);
                                case ACCOUNT_EDIT -> with(this::edit);
                                default -> {}
                            }
                            e.consume();
                        });
    }

    /// Below the chosen account, as with the mouse.
    private void openMenu() {
        list.lookupAll(".list-cell").stream()
                .filter(n -> n instanceof ListCell<?> c && c.isSelected() && !c.isEmpty())
                .findFirst()
                .ifPresent(cell -> list.getContextMenu().show(cell, Side.BOTTOM, 16, 0));
    }

    private void with(Consumer<Account> what) {
        var row = list.getSelectionModel().getSelectedItem();
        if (row != null) {
            what.accept(row.account());
        }
    }

    private void edit(Account account) {
        if (!model.fixedProperty().get()) {
            dialogs.edit(account);
        }
    }

    private void move(Account account, int by) {
        model.move(account.id(), by);
    }

    private void remove(Account account) {
        if (!model.fixedProperty().get()) {
            dialogs.remove(account, () -> model.remove(account.id()));
        }
    }

    private void enable() {
        var row = list == null ? null : list.getSelectionModel().getSelectedItem();
        boolean off = row == null || model.fixedProperty().get();
        edit.setDisable(off);
        remove.setDisable(off);
        up.setDisable(row == null || !model.canMove(row.account().id(), -1));
        down.setDisable(row == null || !model.canMove(row.account().id(), 1));
        var remedy = row == null ? "" : row.remedy();
        signIn.setDisable(remedy.isEmpty());
        signIn.setText(remedy.isEmpty() ? Words.of("button.sign-in") : remedy);
    }

    private Node note() {
        var words = Nodes.label("", Css.SEMI);
        words.textProperty().bind(model.noteProperty());
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        var box = Nodes.styled(new HBox(8, Nodes.icon("info-circle"), words), Css.BOX, Css.SUBTLE);
        var margin = Nodes.styled(new VBox(box), "ph-accounts-note");
        model.noteProperty().subscribe(text -> Nodes.present(margin, !text.isEmpty()));
        return margin;
    }

    private Node problems() {
        var lines = Nodes.styled(new VBox(4), Css.BOX, Css.BAD);
        var margin = Nodes.styled(new VBox(lines), "ph-accounts-note");
        Runnable draw =
                () -> {
                    lines.getChildren().clear();
                    for (var problem : model.problems()) {
                        var words = Nodes.label(problem);
                        words.setWrapText(true);
                        words.setMinHeight(Region.USE_PREF_SIZE);
                        lines.getChildren().add(words);
                    }
                    Nodes.present(margin, !model.problems().isEmpty());
                };
        model.problems().addListener((ListChangeListener<String>) _ -> draw.run());
        draw.run();
        return margin;
    }

    /// Keys that lie about, each with the way to an account for it.
    private Node found() {
        var lines = Nodes.styled(new VBox(8), Css.BOX, Css.SUBTLE);
        var margin = Nodes.styled(new VBox(lines), "ph-accounts-note");
        Runnable draw =
                () -> {
                    lines.getChildren().setAll(model.imports().stream().map(this::found).toList());
                    Nodes.present(margin, !model.imports().isEmpty() && !model.rehearsal());
                };
        model.imports().addListener((ListChangeListener<Found>) _ -> draw.run());
        draw.run();
        return margin;
    }

    private Node found(Found found) {
        var words = Nodes.label(Accounts.words(found));
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMaxWidth(Double.MAX_VALUE);
        var line = new HBox(8, Nodes.styled(Nodes.icon("key"), Css.ICON_16), words);
        if (found.unreadable().isEmpty()) {
            var add = Nodes.button(Words.of("accounts.add"), "", () -> dialogs.add(found));
            add.disableProperty().bind(model.fixedProperty());
            add.setMinWidth(Region.USE_PREF_SIZE);
            line.getChildren().add(add);
        }
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    @Override
    public Model model() {
        return model;
    }

    @Override
    public Region view() {
        return view;
    }

    /// The list, with its first account chosen when none is.
    @Override
    public Node first() {
        if (list.getSelectionModel().isEmpty() && !model.rows().isEmpty()) {
            list.getSelectionModel().selectFirst();
        }
        return list;
    }

    @Override
    public void close() {
        Screen.Drawn.super.close();
        vault.close();
    }
}
