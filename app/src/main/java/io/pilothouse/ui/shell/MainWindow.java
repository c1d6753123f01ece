package io.pilothouse.ui.shell;

import io.pilothouse.domain.Json;
import io.pilothouse.domain.Kind;
import io.pilothouse.domain.Secret;
import io.pilothouse.sync.Command;
import io.pilothouse.ui.kit.Overlay;
import io.pilothouse.ui.kit.Preferences;
import io.pilothouse.ui.kit.Screen;
import io.pilothouse.ui.kit.Shortcut;
import io.pilothouse.ui.kit.Words;
import io.pilothouse.ui.kit.Workbench;
import io.pilothouse.ui.kit.act.ActionDesk;
import io.pilothouse.ui.kit.act.ConfirmDialog;
import io.pilothouse.ui.kit.act.ConfirmViewModel;
import io.pilothouse.ui.kit.act.Notice;
import io.pilothouse.ui.kit.act.Offer;
import io.pilothouse.ui.kit.act.Ways;
import io.pilothouse.ui.kit.filter.AccountFilter;
import io.pilothouse.ui.kit.rows.Row;
import io.pilothouse.ui.shell.filter.FilterCommands;
import io.pilothouse.ui.shell.keys.HandOn;
import io.pilothouse.ui.shell.keys.MenuFirst;
import io.pilothouse.ui.shell.menu.SystemMenu;
import io.pilothouse.ui.shell.palette.Entry;
import io.pilothouse.ui.shell.palette.Palette;
import io.pilothouse.ui.shell.panes.BottomPane;
import io.pilothouse.ui.shell.panes.BottomSplit;
import io.pilothouse.ui.shell.panes.Zones;
import io.pilothouse.ui.shell.panes.Zones.Zone;
import io.pilothouse.ui.shell.preset.PresetCommands;
import io.pilothouse.ui.shell.quit.QuitDialog;
import io.pilothouse.ui.shell.screens.Place;
import io.pilothouse.ui.shell.screens.Screens;
import io.pilothouse.ui.shell.status.StatusBar;
import io.pilothouse.ui.shell.status.StatusViewModel;

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
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// The frame, put together: what is where, and what the keys do that hold everywhere.
public final class MainWindow implements ActionDesk.Dialogs, Ways, AutoCloseable {
    /// Among the ids of kinds, as the screen that was open last.
    private static final String OVERVIEW = "overview";

    private final Workbench bench;
    private final Preferences preferences;
    private final AccountFilter accounts;
    private final Forms forms;
    private final Predicate<Secret> save;
    private final Screens screens;
    private final Place overview;
    private final StackPane root = new StackPane();
    private final BorderPane center = new BorderPane();

    /// The screens over the lower pane, and beside both the details: they come behind the screen in the order of Tab.
    private final BorderPane middle = new BorderPane();

    private final BorderPane frame = new BorderPane();
    private final Zones zones;
    private final Overlay overlay;
    private final Notices notices;
    private final ActionDesk desk;
    private final Sidebar sidebar;
    private final SidebarViewModel sidebarModel;
    private final StatusViewModel status;
    private final BottomPane bottom;
    private final CommandNotices commandNotices;
    private final Palette palette;
    private Supplier<List<Entry>> moreCommands = List::of;
    private Consumer<String> signIn = this::askAgain;
    private Optional<Place> settings = Optional.empty();
    private boolean anyAccount;
    private Runnable systemMenu = () -> {};

    /// @param overview makes the first screen, once
    /// @param screens makes the screen of a kind, once
    /// @param firstRun what is shown while there is no account
    /// @param save writes a secret to a file that a person chooses; false when that was not done
    public MainWindow(
            ShellViewModel model,
            Forms forms,
            BiFunction<Ways, ActionDesk, Screen> overview,
            BiFunction<Kind, ActionDesk, Screen> screens,
            FirstRun firstRun,
            Predicate<Secret> save) {
        this.bench = model.bench();
        this.preferences = model.preferences();
        this.accounts = model.accounts();
        this.forms = forms;
        this.save = save;
        desk = new ActionDesk(bench, this);
        this.screens = new Screens(kind -> screens.apply(kind, desk), this::fill, new ToSidebar());
        notices = new Notices(bench);
        sidebarModel = new SidebarViewModel(bench, accounts);
        sidebar = new Sidebar(sidebarModel, preferences, this::go);
        this.overview =
                new Place(
                        "speedometer2",
                        Words.of("overview.title"),
                        () -> overview.apply(this, desk));
        sidebar.lead(this.overview, () -> go(this.overview));
        status = new StatusViewModel(bench);
        bottom = new BottomPane(bench, desk::answerAgain);

        var split = new BottomSplit(center, bottom.view(), preferences).view();
        var top = new TopBar(model, this::openPalette, () -> go(this.overview)).view();
        frame.setTop(top);
        frame.setLeft(sidebar.view());
        frame.setCenter(middle);
        frame.setBottom(new StatusBar(status, this::signIn).view());
        zones = new Zones(parts(top), bench.fx());
        root.getChildren().addAll(frame, notices.view());
        MenuFirst.in(root); // before the overlay, which Esc closes
        overlay = new Overlay(root);
        palette = new Palette(bench, commands(model), overlay, preferences);
        root.sceneProperty().subscribe(this::follow);
        commandNotices =
                new CommandNotices(bench, notices::show, notices::close, this::reveal, desk::again);
        model.anyAccountProperty()
                .subscribe(
                        any -> {
                            sidebar.view().setVisible(any);
                            sidebar.view().setManaged(any);
                            middle.setCenter(any ? split : firstRun.view());
                            anyAccount = any;
                            if (any && this.screens.current().isEmpty()) {
                                begin();
                            }
                            Optional.ofNullable(root.getScene()).ifPresent(this.screens::seenIn);
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
                screens::rows,
                this::reveal,
                model,
                this::moreCommands);
    }

    /// Every command there is just now, as the palette finds them.
    public List<Entry> everything() {
        return palette.everything();
    }

    /// Hands every command to the system's menu bar. A dialog that is open holds them back, as it does the keys.
    public SystemMenu useSystemMenu() {
        var own = ShellCommands.keyed(this::openPalette, this::undo);
        var made =
                new SystemMenu(
                        () -> Stream.concat(own.stream(), everything().stream()).toList(),
                        entry -> {
                            if (!overlay.isOpen()) {
                                entry.run().run();
                            }
                        });
        root.getChildren().addFirst(made.bar());
        systemMenu = made::refresh;
        return made;
    }

    private List<Entry> moreCommands() {
        return Stream.of(
                        screens.current().stream()
                                .flatMap(screen -> screen.commands().stream())
                                .map(c -> Entry.command(c.id(), c.icon(), c.text(), c.run())),
                        PresetCommands.of(preferences, bench.connections(), desk).stream(),
                        FilterCommands.of(accounts).stream(),
                        moreCommands.get().stream())
                .flatMap(s -> s)
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

    /// Adds the screen that Ctrl+, opens.
    public void addSettings(Place place) {
        add(place);
        settings = Optional.of(place);
    }

    boolean isSettings(Place place) {
        return settings.filter(place::equals).isPresent();
    }

    void showSettings() {
        settings.filter(_ -> anyAccount).ifPresent(this::go);
    }

    @Override
    public void go(Kind kind) {
        screens.go(kind);
    }

    public void go(Place place) {
        screens.go(place);
    }

    void goAlong(int by) {
        screens.goAlong(by);
    }

    boolean canGo(int by) {
        return screens.canGo(by);
    }

    @Override
    public void reveal(Kind kind, Row.Key row) {
        screens.reveal(kind, row);
    }

    private void fill(Screen next) {
        center.setCenter(next.view());
        middle.rightProperty().bind(next.sideProperty());
    }

    /// Marks the line of the sidebar, and keeps which screen was open last.
    private final class ToSidebar implements Screens.Visited {
        @Override
        public void at(Kind kind) {
            sidebar.choose(kind);
            preferences.change(p -> p.withScreen(kind.id()));
        }

        @Override
        public void at(Place place) {
            sidebar.choose(place);
            if (place.equals(overview)) {
                preferences.change(p -> p.withScreen(OVERVIEW));
            }
        }
    }

    private void follow(@Nullable Scene scene) {
        if (scene != null) {
            scene.focusOwnerProperty().subscribe(_ -> systemMenu.run());
            OpenPopups.goWithWindowOf(scene);
            zones.follow(scene);
            screens.seenIn(scene);
        }
    }

    /// The screen first.
    private List<Zone> parts(Node top) {
        return List.of(
                new Zone(
                        () -> screens.current().map(Screen::view),
                        () -> screens.current().map(Screen::first)),
                new Zone(() -> Optional.ofNullable(middle.getRight()), Optional::empty),
                Zone.of(bottom.view()),
                Zone.of(frame.getBottom()),
                Zone.of(sidebar.view()),
                Zone.of(top));
    }

    @Override
    public void toActivity() {
        bottom.showActivity();
    }

    @Override
    public String icon(Kind kind) {
        return Sidebar.icon(kind);
    }

    /// Where one was last; the overview where nothing else is.
    private void begin() {
        preferences
                .now()
                .screen()
                .flatMap(
                        id ->
                                Arrays.stream(Kind.values())
                                        .filter(k -> k.id().equals(id))
                                        .findFirst())
                .ifPresentOrElse(this::go, () -> go(overview));
    }

    /// Some seconds have passed.
    public void tick() {
        screens.current().ifPresent(Screen::tick);
        status.tick();
        bottom.tick();
        systemMenu.run();
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
                        screens.current().ifPresent(screen -> HandOn.to(screen.view(), e));
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
        } else if (Shortcut.SETTINGS.matches(e)) {
            showSettings();
        } else if (Shortcut.NEXT_PART.matches(e)) {
            zones.go(root.getScene(), 1);
        } else if (Shortcut.PART_BEFORE.matches(e)) {
            zones.go(root.getScene(), -1);
        } else if (Shortcut.UNDO.matches(e)) {
            undo();
        } else if (Shortcut.OUT.matches(e)) {
            return zones.out(root.getScene());
        } else {
            return false;
        }
        return true;
    }

    private void openPalette() {
        palette.open();
    }

    void refresh() {
        screens.current().ifPresent(Screen::refresh);
    }

    void showKeys() {
        var keys = new KeysDialog(overlay::close);
        overlay.show(keys.view(), keys.first()::requestFocus, () -> {});
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
        overlay.show(open.view(), open.focus(), open.closed(), open.mayClose());
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
        screens.close();
        commandNotices.close();
        palette.close();
        bottom.close();
        status.close();
        sidebarModel.close();
    }
}
