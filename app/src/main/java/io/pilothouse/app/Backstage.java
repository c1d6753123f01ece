package io.pilothouse.app;

import io.pilothouse.account.AccountProblem;
import io.pilothouse.account.AccountsFile;
import io.pilothouse.account.Credentials;
import io.pilothouse.account.Environment;
import io.pilothouse.account.vault.VaultDoor;
import io.pilothouse.cloud.Provider;
import io.pilothouse.desktop.Home;
import io.pilothouse.domain.Account;
import io.pilothouse.domain.Notice;
import io.pilothouse.history.History;
import io.pilothouse.http.HttpClients;
import io.pilothouse.log.RequestJournal;
import io.pilothouse.rehearsal.RehearsalCloud;
import io.pilothouse.rehearsal.loopback.RehearsalClock;
import io.pilothouse.rehearsal.loopback.Speed;
import io.pilothouse.store.Store;
import io.pilothouse.sync.Commands;
import io.pilothouse.sync.Connection;
import io.pilothouse.sync.Connections;
import io.pilothouse.work.LiveTimeline;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/// Everything behind the window, put together in plain constructors and closed in reverse. Knows no JavaFX, so that a
/// test runs the whole program without one.
final class Backstage implements AutoCloseable {
    static final Duration GRACE = Duration.ofSeconds(5);

    private static final Logger LOG = LoggerFactory.getLogger(Backstage.class);

    private final Home home;
    private final Optional<Rehearsing> rehearsing;
    private final ExecutorService threads =
            Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("work-", 0).factory());
    private final LiveTimeline timeline;
    private final History history;
    private final Store store = new Store();
    private final RequestJournal requests = new RequestJournal();
    private final HttpClients clients;
    private final Roads roads;
    private final Connections connections = new Connections();
    private final Commands commands;
    private final AccountsFile file;
    private final List<Notice> notices = new ArrayList<>();
    private List<AccountProblem> problems = List.of();
    private Optional<RehearsalCloud> rehearsal = Optional.empty();

    /// Opens the home; nothing is sent before [#start].
    ///
    /// Starts a rehearsal on threads of its own.
    @FunctionalInterface
    interface Rehearsing {
        RehearsalCloud start(ExecutorService threads) throws IOException;
    }

    /// As it is shown.
    static final Rehearsing DEMO =
            threads -> RehearsalCloud.start(threads, RehearsalClock.system(), Speed.demo());

    /// @param home of a rehearsal, when `rehearsing`
    /// @param rehearsing what is shown instead of the accounts of the home
    Backstage(Home home, Optional<Rehearsing> rehearsing, Consumer<Throwable> crashed) {
        this.home = home;
        this.rehearsing = rehearsing;
        timeline = new LiveTimeline(crashed);
        var opened = History.open(home.folder());
        history = opened.history();
        notices.addAll(opened.notices());
        clients = new HttpClients(threads, Main.version());
        roads =
                new Roads(
                        clients,
                        new Credentials(
                                Environment.of(System.getenv()),
                                VaultDoor.NONE,
                                account -> true,
                                threads),
                        history,
                        requests,
                        timeline);
        commands =
                new Commands(connections, history.commands(), timeline, new SecureRandom(), GRACE);
        file = new AccountsFile(home.accounts(), id -> Providers.of(id).map(Provider::credentials));
    }

    /// Opens the accounts and takes up what earlier runs left.
    void start() throws IOException {
        if (rehearsing.isPresent()) {
            var cloud = rehearsing.get().start(threads);
            rehearsal = Optional.of(cloud);
            cloud.accounts().forEach(this::open);
        } else {
            read();
        }
        threads.execute(
                () -> {
                    commands.recover();
                    history.prune(timeline.now());
                });
    }

    /// Reads `accounts.json` again when it has changed; accounts that are as they were stay open.
    ///
    /// @return whether it had
    boolean reread() {
        if (rehearsing.isPresent() || !file.changed()) {
            return false;
        }
        read();
        return true;
    }

    private void read() {
        var loaded = file.load();
        problems = loaded.problems();
        for (var connection : connections.all()) {
            if (!loaded.accounts().contains(connection.account())) {
                connections.close(connection.account().id());
                roads.close(connection.account().id());
            }
        }
        for (var account : loaded.accounts()) {
            if (connections.of(account.id()).isEmpty()) {
                open(account);
            }
        }
        connections.order(loaded.accounts().stream().map(Account::id).toList());
    }

    private void open(Account account) {
        var provider = Providers.of(account.provider()).orElseThrow();
        try {
            var road = roads.open(account, provider);
            connections.open(
                    new Connection(
                            account,
                            provider,
                            road,
                            store,
                            history.pages(),
                            history.transitions(),
                            timeline));
        } catch (IOException | IllegalArgumentException e) {
            LOG.warn("account {} can't be opened", account.id(), e);
            notices.add(
                    Notice.of(
                            "account.not-opened", account.name(), String.valueOf(e.getMessage())));
        }
    }

    /// Writes an account to the file and opens it.
    void add(Account account) throws AccountsFile.NotSaved, IOException {
        var all = new ArrayList<>(file.load().accounts());
        all.add(account);
        file.save(all);
        read();
    }

    Home home() {
        return home;
    }

    boolean rehearsing() {
        return rehearsing.isPresent();
    }

    LiveTimeline timeline() {
        return timeline;
    }

    History history() {
        return history;
    }

    Store store() {
        return store;
    }

    RequestJournal requests() {
        return requests;
    }

    Roads roads() {
        return roads;
    }

    Connections connections() {
        return connections;
    }

    Commands commands() {
        return commands;
    }

    ExecutorService threads() {
        return threads;
    }

    /// What is wrong with `accounts.json`.
    List<AccountProblem> problems() {
        return problems;
    }

    /// What a person is to be told of the start.
    List<Notice> notices() {
        return List.copyOf(notices);
    }

    Optional<RehearsalCloud> rehearsal() {
        return rehearsal;
    }

    /// What is in its grace is withdrawn, never sent; what is on the wire is found again by the next run.
    @Override
    public void close() {
        try {
            commands.withdrawGrace()
                    .toCompletableFuture()
                    .orTimeout(2, java.util.concurrent.TimeUnit.SECONDS)
                    .join();
        } catch (java.util.concurrent.CompletionException e) {
            LOG.warn(
                    "what was in its grace could not be written down as withdrawn; it is not sent",
                    e);
        }
        commands.close();
        connections.close();
        roads.close();
        clients.close();
        timeline.close();
        rehearsal.ifPresent(
                cloud -> {
                    try {
                        cloud.close();
                    } catch (IOException e) {
                        LOG.warn("the rehearsal's ports could not be closed", e);
                    }
                });
        threads.shutdownNow();
        history.close();
    }
}
