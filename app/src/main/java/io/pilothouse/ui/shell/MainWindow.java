package io.pilothouse.ui.shell;

import io.pilothouse.domain.Json;
import io.pilothouse.domain.Kind;
import io.pilothouse.domain.Pin;
import io.pilothouse.domain.Secret;
import io.pilothouse.sync.Command;
import io.pilothouse.ui.kit.Overlay;
import io.pilothouse.ui.kit.Preferences;
import io.pilothouse.ui.kit.Screen;
import io.pilothouse.ui.kit.Shortcut;
import io.pilothouse.ui.kit.Workbench;
import io.pilothouse.ui.kit.act.ActionDesk;
import io.pilothouse.ui.kit.act.ConfirmDialog;
import io.pilothouse.ui.kit.act.ConfirmViewModel;
import io.pilothouse.ui.kit.act.Notice;
import io.pilothouse.ui.kit.act.Offer;
import io.pilothouse.ui.kit.act.RowsScreen;
import io.pilothouse.ui.kit.rows.Row;
import io.pilothouse.ui.shell.palette.Entry;
import io.pilothouse.ui.shell.palette.Palette;
import io.pilothouse.ui.shell.panes.BottomPane;
import io.pilothouse.ui.shell.panes.BottomSplit;
import io.pilothouse.ui.shell.quit.QuitDialog;
import io.pilothouse.ui.shell.status.StatusBar;
import io.pilothouse.ui.shell.status.StatusViewModel;

import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// The frame, put together: what is where, and what the keys do that hold everywhere.
public final class MainWindow implements ActionDesk.Dialogs, AutoCloseable {
    /// What fills the middle, as the trail knows it.
    private sealed interface Stop {
        record OfKind(Kind kind) implements Stop {}

        record OfRow(Kind kind, Row.Key row) implements Stop {}

        record OfPlace(Place place) implements Stop {}
    }

    private final Workbench bench;
    private final Preferences preferences;
    private final Forms forms;
    private final Predicate<Secret> save;
    private final BiFunction<Kind, ActionDesk, Screen> screens;
    private final Map<Kind, Screen> made = new EnumMap<>(Kind.class);
    private final Map<Place, Screen> places = new LinkedHashMap<>();
    private final StackPane root = new StackPane();
    private final BorderPane center = new BorderPane();
    private final BorderPane frame = new BorderPane();
    private final Overlay overlay;
    private final Notices notices;
    private final ActionDesk desk;
    private final Sidebar sidebar;
    private final SidebarViewModel sidebarModel;
    private final StatusViewModel status;
    private final BottomPane bottom;
    private final CommandNotices commandNotices;
    private final Trail<Stop> trail = new Trail<>();
    private final Palette palette;
    private Supplier<List<Entry>> moreCommands = List::of;
    private Consumer<String> signIn = this::askAgain;
    private @Nullable Screen screen;
    private boolean anyAccount;
    private Pin screenPin = () -> {};

    /// @param screens makes the screen of a kind, once
    /// @param firstRun what is shown while there is no account
    /// @param save writes a secret to a file that a person chooses; false when that was not done
    public MainWindow(
            ShellViewModel model,
            Forms forms,
            BiFunction<Kind, ActionDesk, Screen> screens,
            FirstRun firstRun,
            Predicate<Secret> save) {
        this.bench = model.bench();
        this.preferences = model.preferences();
        this.forms = forms;
        this.screens = screens;
        this.save = save;
        desk = new ActionDesk(bench, this);
        notices = new Notices(bench);
        sidebarModel = new SidebarViewModel(bench);
        sidebar = new Sidebar(sidebarModel, preferences, this::go);
        status = new StatusViewModel(bench);
        bottom = new BottomPane(bench);

        var split = new BottomSplit(center, bottom.view(), preferences).view();
        frame.setTop(new TopBar(model, this::openPalette).view());
        frame.setLeft(sidebar.view());
        frame.setCenter(split);
        frame.setBottom(new StatusBar(status, this::signIn).view());
        root.getChildren().addAll(frame, notices.view());
        overlay = new Overlay(root);
        palette = new Palette(bench, commands(model), overlay);
        root.sceneProperty().subscribe(this::keepFocus);
        commandNotices =
                new CommandNotices(bench, notices::show, notices::close, this::reveal, this::again);
        model.anyAccountProperty()
                .subscribe(
                        any -> {
                            sidebar.view().setVisible(any);
                            sidebar.view().setManaged(any);
                            frame.setCenter(any ? split : firstRun.view());
                            anyAccount = any;
                            if (any && screen == null) {
                                go(remembered());
                            }
                        });
        keys(firstRun);
    }

    public StackPane root() {
        return root;
    }

    /// Where dialogs are shown.
    public Overlay overlay() {
        return overlay;
    }

    private ShellCommands commands(ShellViewModel model) {
        return new ShellCommands(
                this,
                desk,
                () -> sidebarModel.items().stream().map(SidebarViewModel.Item::kind).toList(),
                sidebar::places,
                () -> screen instanceof RowsScreen rows ? Optional.of(rows) : Optional.empty(),
                this::reveal,
                model.themeProperty(),
                this::moreCommands);
    }

    private List<Entry> moreCommands() {
        var ofScreen = screen == null ? List.<Screen.Command>of() : screen.commands();
        return Stream.concat(
                        ofScreen.stream()
                                .map(c -> Entry.command(c.id(), c.icon(), c.text(), c.run())),
                        moreCommands.get().stream())
                .toList();
    }

    /// Adds commands to the palette.
    ///
    /// @param more as they stand each time it is opened
    public void offer(Supplier<List<Entry>> more) {
        moreCommands = more;
    }

    /// Adds a screen that shows no kind.
    public void add(Place place) {
        sidebar.add(place, () -> go(place));
    }

    /// Adds the screen of reports, which is there while some account has any.
    public void addReports(Place place) {
        add(place);
        sidebarModel.reportsProperty().subscribe(on -> sidebar.present(place, on));
    }

    /// Shows the screen of a kind.
    public void go(Kind kind) {
        go(new Stop.OfKind(kind));
    }

    public void go(Place place) {
        go(new Stop.OfPlace(place));
    }

    private void go(Stop stop) {
        trail.visit(stop);
        show(stop);
    }

    private void show(Stop stop) {
        switch (stop) {
            case Stop.OfKind(var kind) -> show(kind);
            case Stop.OfRow(var kind, var row) -> {
                show(kind);
                if (screen instanceof RowsScreen rows) {
                    rows.reveal(row);
                }
            }
            case Stop.OfPlace(var place) -> {
                sidebar.choose(place);
                show(places.computeIfAbsent(place, p -> p.screen().get()));
            }
        }
    }

    private void show(Kind kind) {
        sidebar.choose(kind);
        preferences.change(p -> p.withScreen(kind.id()));
        show(made.computeIfAbsent(kind, k -> screens.apply(k, desk)));
    }

    /// Goes back (-1) or forward (1) through the screens that were visited in this run.
    void goAlong(int by) {
        (by < 0 ? trail.back() : trail.forward()).ifPresent(this::show);
    }

    boolean canGo(int by) {
        return by < 0 ? trail.canGoBack() : trail.canGoForward();
    }

    /// Shows the screen of a kind with this row chosen, its details open. Going back leads to the row that was chosen.
    @Override
    public void reveal(Kind kind, Row.Key row) {
        var chosen = screen instanceof RowsScreen rows ? rows.chosen() : Optional.<Row.Key>empty();
        chosen.ifPresent(
                from ->
                        trail.here()
                                .flatMap(MainWindow::kind)
                                .ifPresent(k -> trail.moved(new Stop.OfRow(k, from))));
        go(new Stop.OfRow(kind, row));
    }

    private static Optional<Kind> kind(Stop stop) {
        return switch (stop) {
            case Stop.OfKind(var kind) -> Optional.of(kind);
            case Stop.OfRow(var kind, _) -> Optional.of(kind);
            case Stop.OfPlace _ -> Optional.empty();
        };
    }

    private void show(Screen next) {
        screenPin.close();
        screen = next;
        center.setCenter(next.view());
        frame.rightProperty().bind(next.sideProperty());
        screenPin = next.shown();
        next.tick();
        next.first().requestFocus();
    }

    /// What had the focus may go, as a button in the status bar does; without an owner no key would reach the window.
    private void keepFocus(@Nullable Scene scene) {
        if (scene != null) {
            scene.focusOwnerProperty()
                    .subscribe(
                            owner -> {
                                if (owner == null) {
                                    bench.fx().execute(() -> focusScreen(scene));
                                }
                            });
        }
    }

    private void focusScreen(Scene scene) {
        if (screen != null && scene.getFocusOwner() == null) {
            screen.first().requestFocus();
        }
    }

    private Kind remembered() {
        return preferences
                .now()
                .screen()
                .flatMap(
                        id ->
                                Arrays.stream(Kind.values())
                                        .filter(k -> k.id().equals(id))
                                        .findFirst())
                .orElse(Kind.INSTANCE);
    }

    /// Some seconds have passed.
    public void tick() {
        if (screen != null) {
            screen.tick();
        }
        status.tick();
        bottom.tick();
    }

    private void keys(FirstRun firstRun) {
        // when it is typed: a dialog that opened at the press would take the digit into its first
        // field
        root.addEventHandler(
                KeyEvent.KEY_TYPED,
                e -> {
                    if (!overlay.isOpen() && !anyAccount && firstRun.press(e.getCharacter())) {
                        e.consume();
                    }
                });
        root.addEventHandler(
                KeyEvent.KEY_PRESSED,
                e -> {
                    if (overlay.isOpen()) {
                        return;
                    }
                    if (pressed(e)) {
                        e.consume();
                    } else if (e.isShortcutDown()) {
                        handOn(e);
                    }
                });
        root.addEventFilter(
                MouseEvent.MOUSE_PRESSED,
                e -> {
                    boolean back = e.getButton() == MouseButton.BACK;
                    if ((back || e.getButton() == MouseButton.FORWARD) && !overlay.isOpen()) {
                        goAlong(back ? -1 : 1);
                        e.consume();
                    }
                });
    }

    private boolean pressed(KeyEvent e) {
        if (Shortcut.PALETTE.matches(e) || Shortcut.PALETTE_TOO.matches(e)) {
            openPalette();
        } else if (Shortcut.GO_BACK.matches(e)) {
            goAlong(-1);
        } else if (Shortcut.GO_FORWARD.matches(e)) {
            goAlong(1);
        } else if (Shortcut.REFRESH.matches(e)) {
            refresh();
        } else if (Shortcut.KEYS.matches(e)) {
            showKeys();
        } else if (Shortcut.UNDO.matches(e)) {
            undo();
        } else {
            return false;
        }
        return true;
    }

    private void openPalette() {
        palette.open();
    }

    void refresh() {
        if (screen != null) {
            screen.refresh();
        }
    }

    void showKeys() {
        var keys = new KeysDialog(overlay::close);
        overlay.show(keys.view(), keys.first()::requestFocus, () -> {});
    }

    /// The screen's shortcuts hold wherever in the window the focus is.
    private void handOn(KeyEvent e) {
        if (screen == null || e.isConsumed()) {
            return;
        }
        var view = screen.view();
        for (var node = (Node) e.getTarget(); node != null; node = node.getParent()) {
            if (node.equals(view)) {
                return;
            }
        }
        Event.fireEvent(view, e.copyFor(view, view));
    }

    /// The newest that can still be undone.
    private void undo() {
        bench.commands().all().stream()
                .filter(c -> c.state() == Command.State.GRACE)
                .max(Comparator.comparing(c -> c.asked().at()))
                .ifPresent(c -> bench.commands().undo(c.id()));
    }

    private void askAgain(String account) {
        bench.connections().of(account).ifPresent(c -> c.signIn());
    }

    /// What *Sign in again* does, in place of asking the service once more with the same key.
    public void signInWith(Consumer<String> accountId) {
        signIn = accountId;
    }

    @Override
    public void signIn(String account) {
        signIn.accept(account);
    }

    /// Asked when a person closes the window. While something has not gone out, says what will not happen, and stays.
    ///
    /// @param keep goes on with the window out of the way
    /// @param quit ends the program all the same
    /// @return whether the window may go at once
    public boolean mayQuit(Runnable keep, Runnable quit) {
        return QuitDialog.mayQuit(bench, overlay, keep, quit);
    }

    private void reveal(Command command) {
        var dialog =
                new OnceDialog(
                        command.asked().title(),
                        CommandNotices.shownOnce(command),
                        bench,
                        save,
                        overlay::close);
        overlay.show(dialog.view(), dialog.first()::requestFocus, () -> {}, dialog::mayClose);
    }

    private void again(Command command, String refusal) {
        var asked = command.asked();
        bench.connections()
                .of(asked.account())
                .ifPresent(
                        connection ->
                                connection
                                        .cloud()
                                        .action(asked.action())
                                        .ifPresent(
                                                action -> {
                                                    var targets =
                                                            asked.targets().stream()
                                                                    .map(
                                                                            t ->
                                                                                    Row.fixed(
                                                                                            connection
                                                                                                    .account(),
                                                                                            t))
                                                                    .toList();
                                                    desk.again(
                                                            new Offer(
                                                                    connection,
                                                                    action,
                                                                    asked.scope(),
                                                                    targets,
                                                                    Optional.empty()),
                                                            asked.answers(),
                                                            refusal);
                                                }));
    }

    @Override
    public void form(
            List<Offer> offers, Json kept, Optional<String> refusal, ActionDesk.Answered then) {
        var open =
                forms.open(
                        offers,
                        kept,
                        refusal,
                        (offer, before, answers) -> {
                            overlay.close();
                            then.with(offer, before, answers);
                        },
                        overlay::close);
        overlay.show(open.view(), open.focus(), open.closed());
    }

    @Override
    public void confirm(ConfirmViewModel model, Runnable then) {
        var dialog =
                new ConfirmDialog(
                        model,
                        bench.rehearsal(),
                        overlay::close,
                        () -> {
                            overlay.close();
                            then.run();
                        });
        overlay.show(dialog.view(), dialog.first()::requestFocus, () -> {});
    }

    @Override
    public void say(Notice notice) {
        notices.show(notice);
    }

    @Override
    public void close() {
        screenPin.close();
        made.values().forEach(Screen::close);
        places.values().forEach(Screen::close);
        commandNotices.close();
        palette.close();
        bottom.close();
        status.close();
        sidebarModel.close();
    }
}
