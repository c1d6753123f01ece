package io.pilothouse.app;

import io.pilothouse.domain.Account;
import io.pilothouse.domain.Json;
import io.pilothouse.domain.Kind;
import io.pilothouse.domain.Secret;
import io.pilothouse.history.History;
import io.pilothouse.log.RequestJournal;
import io.pilothouse.provider.lambdacloud.LambdaCloudProvider;
import io.pilothouse.rehearsal.lambdacloud.LambdaService;
import io.pilothouse.rehearsal.lambdacloud.LambdaSetup;
import io.pilothouse.rehearsal.loopback.RehearsalClock;
import io.pilothouse.rehearsal.loopback.Speed;
import io.pilothouse.standing.cost.CostKeeper;
import io.pilothouse.store.Store;
import io.pilothouse.sync.Commands;
import io.pilothouse.sync.Connection;
import io.pilothouse.sync.Connections;
import io.pilothouse.testkit.Fx;
import io.pilothouse.testkit.Screens;
import io.pilothouse.testkit.VirtualTimeline;
import io.pilothouse.ui.capacity.CapacityView;
import io.pilothouse.ui.kit.Clips;
import io.pilothouse.ui.kit.Preferences;
import io.pilothouse.ui.kit.Road;
import io.pilothouse.ui.kit.Words;
import io.pilothouse.ui.kit.Workbench;
import io.pilothouse.ui.kit.filter.AccountFilter;
import io.pilothouse.ui.kit.rows.Row;
import io.pilothouse.ui.kit.rows.export.TextFormat.Written;
import io.pilothouse.ui.kit.zoom.ZoomFrame;
import io.pilothouse.ui.overview.OverviewView;
import io.pilothouse.ui.overview.OverviewViewModel;
import io.pilothouse.ui.reports.ReportsView;
import io.pilothouse.ui.resources.ResourcesView;
import io.pilothouse.ui.resources.ResourcesViewModel;
import io.pilothouse.ui.shell.FirstRun;
import io.pilothouse.ui.shell.MainWindow;
import io.pilothouse.ui.shell.ShellViewModel;
import io.pilothouse.ui.shell.screens.Place;
import io.pilothouse.ui.theme.Theme;

import javafx.application.Application;
import javafx.application.Platform;
import javafx.beans.property.SimpleObjectProperty;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javafx.stage.Window;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;

/// The whole window over real view-models, commands and pollers, in virtual time: behind it the rehearsal's service
/// without sockets. Acts as a person would, by keys and buttons, and takes pictures.
public final class Rig implements AutoCloseable {
    private static final int TALLEST = 900;
    private static final Instant NOW = Instant.parse("2026-11-24T14:32:08Z");

    final VirtualTimeline time = new VirtualTimeline(NOW);
    final List<String> copied = new ArrayList<>();
    final Map<String, LambdaInMemory> roads = new HashMap<>();
    private final Map<LambdaInMemory, Road> seen = new HashMap<>();
    final Connections connections = new Connections();
    final RigService projects = new RigService(time);
    final Map<String, String> saved = new HashMap<>();
    private Optional<Place> reports = Optional.empty();
    final Store store = new Store();
    final RequestJournal journal = new RequestJournal();
    final Commands commands;
    final Preferences preferences;
    Optional<Duration> held = Optional.empty();
    Duration silent = Duration.ZERO;
    private final History history;
    private final CostKeeper costs;
    private @Nullable Workbench bench;
    private @Nullable ShellViewModel shell;
    private final MainWindow window;
    private final Scene scene;
    private final Stage stage;
    private final SimpleObjectProperty<Boolean> dark = new SimpleObjectProperty<>(false);

    /// @param folder for the history
    public Rig(Path folder) {
        this(folder, 1440, 900, Preferences.unkept());
    }

    Rig(Path folder, int width, int height, Preferences preferences) {
        this.preferences = preferences;
        // the table, unless a test says otherwise
        preferences.change(p -> p.screen().isPresent() ? p : p.withScreen(Kind.INSTANCE.id()));
        history = History.open(folder).history();
        commands =
                new Commands(
                        connections,
                        history.commands(),
                        history.usualTimes(),
                        time,
                        new SplittableRandom(7),
                        java.time.Duration.ofSeconds(5));
        costs = new CostKeeper(connections, store, history.costs(), time);
        window = Fx.call(this::window);
        scene = Fx.call(() -> scene(width, height));
        stage = Fx.call(this::stage);
        Fx.pulse();
    }

    private MainWindow window() {
        Theme.loadFonts();
        bench =
                new Workbench(
                        store,
                        connections,
                        this::road,
                        commands,
                        journal,
                        history.transitions(),
                        time,
                        Platform::runLater,
                        clips(),
                        true);
        shell = new ShellViewModel(bench, preferences);
        var first =
                new FirstRun(
                        "/home/anna/.config/Pilothouse/accounts.json", () -> {}, () -> {}, _ -> {});
        var made =
                new MainWindow(
                        shell,
                        new DialogForms(bench, preferences, shell::burnRate),
                        (ways, desk) ->
                                new OverviewView(
                                        new OverviewViewModel(
                                                bench,
                                                shell.accounts(),
                                                costs,
                                                history.transitions()),
                                        desk,
                                        ways),
                        (kind, desk) ->
                                kind == Kind.CAPACITY
                                        ? new CapacityView(
                                                bench, shell.accounts(), desk, this::save)
                                        : new ResourcesView(
                                                new ResourcesViewModel(
                                                        kind, bench, shell.accounts()),
                                                desk,
                                                preferences,
                                                this::save),
                        first,
                        _ -> false);
        made.addReports(reports(bench, shell.accounts()));
        return made;
    }

    private void save(Window owner, String name, Supplier<Written> text, Consumer<String> said) {
        saved.put(name, text.get().text());
        said.accept(name);
    }

    private Place reports(Workbench bench, AccountFilter accounts) {
        var place =
                new Place(
                        "bar-chart",
                        Words.of("reports.title"),
                        () -> new ReportsView(bench, accounts, this::save));
        reports = Optional.of(place);
        return place;
    }

    /// Opens an account at a provider with projects, operations and a report.
    public Rig openProjects() {
        Fx.run(
                () ->
                        connections.open(
                                new Connection(
                                        account(
                                                "rig",
                                                "Rig",
                                                "rig",
                                                "teal",
                                                Account.Stage.DEVELOPMENT),
                                        new RigProvider(),
                                        projects,
                                        store,
                                        history.pages(),
                                        history.transitions(),
                                        time,
                                        Connection.Keys.FIXED)));
        return pass(Duration.ofSeconds(30));
    }

    private static Account account(
            String id, String name, String provider, String colour, Account.Stage kind) {
        return new Account(
                id,
                name,
                provider,
                Optional.empty(),
                kind,
                false,
                colour,
                Map.of(),
                Map.of(),
                Json.obj());
    }

    private Scene scene(int width, int height) {
        var theme = new Theme(dark);
        Application.setUserAgentStylesheet(theme.userAgentStylesheet());
        var made = new Scene(new ZoomFrame(window.root(), shell().zoom()), width, height);
        theme.apply(made);
        return made;
    }

    private Stage stage() {
        var made = new Stage();
        made.setScene(scene);
        // more than the pixels of the headless screen (1000 x 1000) it does not take
        if (scene.getHeight() <= TALLEST) {
            made.show();
        }
        return made;
    }

    private Clips clips() {
        return new Clips() {
            @Override
            public void copy(String text) {
                copied.add(text);
            }

            @Override
            public void copy(Secret secret) {
                copied.add("secret");
            }
        };
    }

    /// Opens an account with the demonstration's resources and lets it be read.
    public Rig open(String id, String name, String colour, Account.Stage kind) {
        Fx.run(() -> connect(id, name, colour, kind));
        return pass(Duration.ofSeconds(30));
    }

    public Rig open() {
        return open("team", "Team GPU", "violet", Account.Stage.DEVELOPMENT);
    }

    void connect(String id, String name, String colour, Account.Stage kind) {
        var clock = new RehearsalClock(time::now, time::nanos);
        var speed = Speed.demo();
        var service = new LambdaService(clock, LambdaSetup.demo(clock, speed));
        var road = new LambdaInMemory(id, time, service, journal);
        roads.put(id, road);
        var account = account(id, name, "lambda-cloud", colour, kind);
        connections.open(
                new Connection(
                        account,
                        new LambdaCloudProvider(),
                        road,
                        store,
                        history.pages(),
                        history.transitions(),
                        time,
                        Connection.Keys.FIXED));
    }

    private Optional<Road> road(String account) {
        return Optional.ofNullable(roads.get(account))
                .map(r -> seen.computeIfAbsent(r, _ -> new RigRoad(() -> held, () -> silent)));
    }

    /// Lets time pass, and all that comes of it be drawn.
    public Rig pass(Duration span) {
        Fx.run(() -> time.advance(span));
        Fx.run(time::runDue); // what was asked for by what was told
        Fx.run(window::tick);
        return settle();
    }

    private Rig settle() {
        Fx.pulse();
        if (!Fx.call(stage::isShowing)) {
            Fx.run(
                    () -> {
                        scene.getRoot().applyCss();
                        scene.getRoot().layout();
                    });
        }
        return this;
    }

    public Rig goToReports() {
        Fx.run(() -> window.go(reports.orElseThrow()));
        return pass(Duration.ofSeconds(2));
    }

    public Rig goToOverview() {
        return push("Overview").pass(Duration.ofSeconds(2));
    }

    public Rig go(Kind kind) {
        Fx.run(() -> window.go(kind));
        return pass(Duration.ofSeconds(30));
    }

    public Rig dark(boolean on) {
        Fx.run(() -> dark.set(on));
        Fx.pulse();
        return this;
    }

    @SuppressWarnings("unchecked")
    public TableView<Row> table() {
        return Platform.isFxApplicationThread()
                ? (TableView<Row>) scene.lookup(".table-view")
                : Fx.call(() -> (TableView<Row>) scene.lookup(".table-view"));
    }

    /// By name, of the accounts `team` and `rig`.
    public Rig choose(String... names) {
        var table = table();
        Fx.run(
                () -> {
                    table.requestFocus();
                    table.getSelectionModel().clearSelection();
                    for (var name : names) {
                        table.getItems().stream()
                                .filter(r -> r.resource().name().equals(name))
                                .filter(r -> Set.of("team", "rig").contains(r.account().id()))
                                .forEach(r -> select(table, r));
                    }
                });
        Fx.pulse();
        return this;
    }

    private static void select(TableView<Row> table, Row row) {
        table.getSelectionModel().select(row);
        table.getFocusModel().focus(table.getItems().indexOf(row));
    }

    public Rig press(KeyCode code, Mod... mods) {
        return type(code, "", mods);
    }

    private static final List<EventType<KeyEvent>> KEY =
            List.of(KeyEvent.KEY_PRESSED, KeyEvent.KEY_TYPED, KeyEvent.KEY_RELEASED);

    /// Keys that are held.
    public enum Mod {
        SHIFT,
        CTRL,
        ALT
    }

    Rig type(KeyCode code, String text, Mod... mods) {
        var held = Set.of(mods);
        Fx.run(
                () -> {
                    for (var type : KEY) {
                        Node target =
                                Objects.requireNonNullElse(scene.getFocusOwner(), scene.getRoot());
                        Event.fireEvent(
                                target,
                                new KeyEvent(
                                        type,
                                        text,
                                        text,
                                        code,
                                        held.contains(Mod.SHIFT),
                                        held.contains(Mod.CTRL),
                                        held.contains(Mod.ALT),
                                        false));
                    }
                });
        Fx.pulse();
        return this;
    }

    /// Presses the button with these words (or this accessible name), the one on top where several are.
    public Rig push(String words) {
        Fx.run(() -> button(words).orElseThrow(() -> new AssertionError("no " + words)).fire());
        Fx.pulse();
        return this;
    }

    /// Opens a tab of the lower pane, which stands before the drawer's.
    public Rig lower(String tab) {
        Fx.run(() -> nodes(ToggleButton.class, b -> tab.equals(b.getText())).getFirst().fire());
        Fx.pulse();
        return this;
    }

    Optional<ButtonBase> button(String words) {
        return nodes(
                        ButtonBase.class,
                        b -> words.equals(b.getText()) || words.equals(b.getAccessibleText()))
                .stream()
                .reduce((_, last) -> last);
    }

    /// Is this text to be read anywhere?
    boolean shows(String text) {
        return Fx.call(
                () ->
                        !nodes(
                                        Labeled.class,
                                        l -> l.getText() != null && l.getText().contains(text))
                                .isEmpty());
    }

    <T extends Node> List<T> nodes(Class<T> type, Predicate<T> wanted) {
        var found = new ArrayList<T>();
        Runnable collect = () -> collect(scene.getRoot(), type, wanted, found);
        if (Platform.isFxApplicationThread()) {
            collect.run();
        } else {
            Fx.run(collect);
        }
        return found;
    }

    private static <T extends Node> void collect(
            Node node, Class<T> type, Predicate<T> wanted, List<T> found) {
        if (!node.isVisible()) {
            return;
        }
        if (type.isInstance(node) && wanted.test(type.cast(node))) {
            found.add(type.cast(node));
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(c -> collect(c, type, wanted, found));
        }
    }

    public Node focused() {
        return Fx.call(scene::getFocusOwner);
    }

    public Scene scene() {
        return scene;
    }

    Workbench bench() {
        return Objects.requireNonNull(bench);
    }

    ShellViewModel shell() {
        return Objects.requireNonNull(shell);
    }

    MainWindow main() {
        return window;
    }

    public Rig picture(String name) {
        Fx.pulse();
        Fx.pulse();
        Screens.write(scene, "window/" + name);
        return this;
    }

    @Override
    public void close() {
        Fx.run(
                () -> {
                    stage.close();
                    window.close();
                    commands.close();
                    connections.close();
                    time.advance(Duration.ofSeconds(1));
                });
        costs.close();
        history.close();
    }
}
