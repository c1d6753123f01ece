package io.pilothouse.app;

import io.pilothouse.account.imports.Found;
import io.pilothouse.app.trouble.DiskTrouble;
import io.pilothouse.desktop.DurableFile;
import io.pilothouse.domain.Kind;
import io.pilothouse.domain.Pin;
import io.pilothouse.domain.Secret;
import io.pilothouse.settings.SettingsFile;
import io.pilothouse.ui.accounts.AccountDialogs;
import io.pilothouse.ui.accounts.AccountsView;
import io.pilothouse.ui.accounts.AccountsViewModel;
import io.pilothouse.ui.capacity.CapacityView;
import io.pilothouse.ui.kit.Accounts;
import io.pilothouse.ui.kit.Problems;
import io.pilothouse.ui.kit.Screen;
import io.pilothouse.ui.kit.Words;
import io.pilothouse.ui.kit.Workbench;
import io.pilothouse.ui.kit.act.ActionDesk;
import io.pilothouse.ui.kit.act.Notice;
import io.pilothouse.ui.kit.act.Ways;
import io.pilothouse.ui.kit.rows.export.ChosenFile;
import io.pilothouse.ui.kit.vault.VaultDesk;
import io.pilothouse.ui.kit.zoom.ZoomFrame;
import io.pilothouse.ui.overview.OverviewView;
import io.pilothouse.ui.overview.OverviewViewModel;
import io.pilothouse.ui.reports.ReportsView;
import io.pilothouse.ui.resources.ResourcesView;
import io.pilothouse.ui.resources.ResourcesViewModel;
import io.pilothouse.ui.settings.SettingsView;
import io.pilothouse.ui.settings.SettingsViewModel;
import io.pilothouse.ui.shell.FirstRun;
import io.pilothouse.ui.shell.MainWindow;
import io.pilothouse.ui.shell.ShellViewModel;
import io.pilothouse.ui.shell.menu.SystemMenu;
import io.pilothouse.ui.shell.screens.Place;
import io.pilothouse.ui.theme.Theme;

import javafx.scene.Parent;
import javafx.stage.FileChooser;
import javafx.stage.Stage;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.time.Duration;
import java.util.stream.Stream;

/// The window over one [Backstage]: view-models, views, and the ticks that move ages on.
final class Session implements AutoCloseable {
    private static final Duration TICK = Duration.ofSeconds(5);

    private final Backstage backstage;
    private final FxThread fx;
    private final Clipboards clipboard;
    private final SettingsKeeper settings;
    private final ShellViewModel shell;
    private final FirstRun firstRun;
    private final MainWindow window;
    private final Parent root;
    private final AccountDialogs accounts;
    private final Pin problems;
    private final DiskTrouble disk;
    private @Nullable Stage stage;
    private boolean shown = true;
    private Pin tick = () -> {};

    /// Made on the FX thread.
    ///
    /// @param rehearse starts the program anew as a rehearsal
    Session(Backstage backstage, FxThread fx, Theme theme, Runnable rehearse) {
        this.backstage = backstage;
        this.fx = fx;
        clipboard = new Clipboards(backstage.timeline(), fx);
        var bench =
                new Workbench(
                        backstage.store(),
                        backstage.connections(),
                        backstage.roads()::of,
                        backstage.commands(),
                        backstage.requests(),
                        backstage.history().transitions(),
                        backstage.timeline(),
                        fx,
                        clipboard,
                        backstage.rehearsing());
        settings =
                new SettingsKeeper(
                        new SettingsFile(backstage.home().settings(), backstage.timeline()::now),
                        backstage.timeline(),
                        backstage.threads());
        shell = new ShellViewModel(bench, settings.preferences());
        shell.themeProperty()
                .subscribe(
                        chosen -> theme.choiceProperty().set(Theme.Choice.valueOf(chosen.name())));
        firstRun = firstRun(rehearse);
        window =
                new MainWindow(
                        shell,
                        new DialogForms(bench, settings.preferences(), shell::burnRate),
                        (ways, desk) -> overview(bench, ways, desk),
                        (kind, desk) -> screen(kind, bench, desk),
                        firstRun,
                        this::save);
        if (SystemMenu.exists(System.getProperty("os.name"))) {
            window.useSystemMenu();
        }
        root = new ZoomFrame(window.root(), shell.zoom());
        accounts =
                new AccountDialogs(
                        backstage.accounts(),
                        new VaultDesk(backstage.vault(), backstage.threads(), fx),
                        fx,
                        window.overlay(),
                        this::say);
        window.addReports(
                new Place(
                        "bar-chart",
                        Words.of("reports.title"),
                        () -> new ReportsView(bench, shell.accounts(), accounts::signIn)));
        var place =
                new Place(
                        "people",
                        Words.of("accounts.title"),
                        () -> new AccountsView(model(bench), accounts));
        window.add(place);
        backstage.commands().graceIs(Duration.ofSeconds(settings.preferences().now().grace()));
        window.addSettings(
                new Place(
                        "gear",
                        Words.of("settings.title"),
                        () -> settings(bench, () -> window.go(place))));
        window.signInWith(accounts::signIn);
        window.offer(() -> AccountCommands.of(accounts, bench.rehearsal()));
        problems = backstage.accounts().observe(() -> fx.execute(this::sayProblems));
        sayProblems();
        backstage.notices().forEach(this::tell);
        settings.notice().ifPresent(this::tell);
        disk =
                new DiskTrouble(
                        backstage.home().folder(),
                        backstage.history()::refusal,
                        settings::refusal,
                        window::say);
        tick = nextTick();
    }

    private Pin nextTick() {
        var timeline = backstage.timeline();
        return timeline.after(Workbench.untilNext(TICK, timeline.now()), this::tick);
    }

    private void tell(io.pilothouse.domain.Notice notice) {
        window.say(Notice.staying(Words.of(notice.key(), notice.args().toArray())));
    }

    private Screen overview(Workbench bench, Ways ways, ActionDesk desk) {
        return new OverviewView(
                new OverviewViewModel(
                        bench,
                        shell.accounts(),
                        backstage.costs(),
                        backstage.history().transitions()),
                desk,
                ways);
    }

    private Screen screen(Kind kind, Workbench bench, ActionDesk desk) {
        if (kind == Kind.CAPACITY) {
            return new CapacityView(bench, shell.accounts(), desk, new ChosenFile(bench));
        }
        var model = new ResourcesViewModel(kind, bench, shell.accounts());
        return new ResourcesView(model, desk, settings.preferences());
    }

    private AccountsViewModel model(Workbench bench) {
        return new AccountsViewModel(backstage.accounts(), bench, this::say);
    }

    private SettingsView settings(Workbench bench, Runnable toAccounts) {
        var keepings =
                new HomeKeepings(backstage.home(), backstage.history(), backstage.requests());
        var model =
                new SettingsViewModel(
                        bench,
                        keepings,
                        settings.preferences(),
                        s -> backstage.commands().graceIs(Duration.ofSeconds(s)));
        return new SettingsView(
                model, shell.themeProperty(), shell.zoom(), window.overlay(), toAccounts);
    }

    private void addAccount() {
        accounts.add();
    }

    private FirstRun firstRun(Runnable rehearse) {
        return new FirstRun(
                Words.of("first.file.words", backstage.home().accounts()),
                rehearse,
                this::addAccount,
                this::take);
    }

    private void take(Found found) {
        accounts.add(found);
    }

    /// What is wrong with the file and with accounts that can't be opened, for the page without accounts.
    private void sayProblems() {
        var listing = backstage.accounts().listing();
        var opened =
                listing.notOpened().entrySet().stream()
                        .map(e -> Words.of("account.not-opened", e.getKey(), e.getValue()));
        if (listing.accounts().isEmpty()) {
            backstage.accounts().imports(found -> fx.execute(() -> firstRun.imports(found)));
        }
        firstRun.problems(
                Stream.concat(listing.problems().stream().map(Accounts::words), opened).toList());
    }

    MainWindow window() {
        return window;
    }

    /// What the scene of the window begins with.
    Parent root() {
        return root;
    }

    /// Polls only what matters while nobody can see the window.
    void follow(Stage where) {
        stage = where;
        WindowPlaces.keep(where, settings.preferences());
        Runnable look =
                () -> {
                    shown = where.isShowing() && !where.isIconified();
                    fx.seen(shown);
                    backstage.connections().all().forEach(c -> c.poller().windowsHidden(!shown));
                };
        where.setOnCloseRequest(
                e -> {
                    if (!window.mayQuit(() -> where.setIconified(true), where::close)) {
                        e.consume();
                    }
                });
        where.iconifiedProperty().subscribe(_ -> look.run());
        where.showingProperty().subscribe(_ -> look.run());
        backstage.connections().observe(() -> fx.execute(look));
    }

    /// Ages move on while they can be seen; a changed accounts file is read again.
    private void tick() {
        backstage.reread();
        fx.execute(
                () -> {
                    disk.look();
                    if (shown) {
                        window.tick();
                    }
                });
        tick = nextTick();
    }

    /// A crash of our own, said once.
    void say(String words) {
        fx.execute(() -> window.say(Notice.quiet(words)));
    }

    /// Writes a secret to a file that a person chooses, for its owner alone.
    private boolean save(Secret secret) {
        var chooser = new FileChooser();
        chooser.setInitialFileName("id_pilothouse");
        var file = stage == null ? null : chooser.showSaveDialog(stage);
        if (file == null) {
            return false;
        }
        try {
            // shown this one time: on the disk for good, and what stood there is kept until it is
            DurableFile.ofOwner(file.toPath()).save(secret.reveal());
            window.say(Notice.quiet(Words.of("notice.saved", file)));
            return true;
        } catch (IOException e) {
            window.say(Notice.quiet(Words.of("notice.not-saved", Problems.why(e))));
            return false;
        }
    }

    /// Closes what must not be lost, on any thread: the system ends the program, and the window with it.
    void end() {
        settings.close();
        backstage.close();
    }

    @Override
    public void close() {
        tick.close();
        problems.close();
        settings.close();
        window.close();
        shell.close();
        clipboard.close();
        backstage.close();
    }
}
