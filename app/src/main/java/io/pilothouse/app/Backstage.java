package io.pilothouse.app;

import io.pilothouse.account.Confirmations;
import io.pilothouse.account.Credentials;
import io.pilothouse.account.LoginEnvironment;
import io.pilothouse.account.vault.Vault;
import io.pilothouse.app.accounts.AccountBook;
import io.pilothouse.app.accounts.Providers;
import io.pilothouse.app.accounts.Roads;
import io.pilothouse.cloud.CloudException;
import io.pilothouse.cloud.CloudException.MissingKey;
import io.pilothouse.cloud.CloudException.NoCredential;
import io.pilothouse.cloud.Provider;
import io.pilothouse.desktop.Home;
import io.pilothouse.domain.Account;
import io.pilothouse.domain.Notice;
import io.pilothouse.history.History;
import io.pilothouse.history.HistoryException;
import io.pilothouse.http.HttpClients;
import io.pilothouse.http.HttpSettings;
import io.pilothouse.log.RequestJournal;
import io.pilothouse.rehearsal.RehearsalCloud;
import io.pilothouse.rehearsal.loopback.RehearsalClock;
import io.pilothouse.rehearsal.loopback.Speed;
import io.pilothouse.standing.cost.CostKeeper;
import io.pilothouse.store.Store;
import io.pilothouse.sync.Commands;
import io.pilothouse.sync.Connection;
import io.pilothouse.sync.Connections;
import io.pilothouse.work.LiveTimeline;
import io.pilothouse.work.sleep.SleepWatch;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/// Everything behind the window, put together in plain constructors and closed in reverse. Knows no JavaFX, so that a
/// test runs the whole program without one.
final class Backstage implements AutoCloseable {
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
    private final Vault vault;
    private final Roads roads;
    private final Connections connections = new Connections();
    private final Commands commands;
    private final CostKeeper costs;
    private final AccountBook accounts;
    private final SleepWatch sleep;
    private final List<Notice> notices = new ArrayList<>();
    private Optional<RehearsalCloud> rehearsal = Optional.empty();
    private boolean closed;

    /// Opens the home; nothing is sent before [#start].
    ///
    /// Starts a rehearsal on threads of its own.
    @FunctionalInterface
    interface Rehearsing {
        RehearsalCloud start(ExecutorService threads) throws IOException;
    }

    /// How long it waits.
    ///
    /// @param grace for second thoughts, before what destroys is sent
    /// @param http for connections and answers
    record Patience(Duration grace, UnaryOperator<HttpSettings> http) {
        static final Patience USUAL = new Patience(Duration.ofSeconds(5), UnaryOperator.identity());
    }

    /// As it is shown.
    static final Rehearsing DEMO =
            threads -> RehearsalCloud.start(threads, RehearsalClock.system(), Speed.demo());

    /// @param home of a rehearsal, when `rehearsing`
    /// @param rehearsing what is shown instead of the accounts of the home
    Backstage(Home home, Optional<Rehearsing> rehearsing, Consumer<Throwable> crashed) {
        this(home, rehearsing, crashed, Patience.USUAL);
    }

    /// With a patience of one's own.
    Backstage(
            Home home,
            Optional<Rehearsing> rehearsing,
            Consumer<Throwable> crashed,
            Patience patience) {
        this.home = home;
        this.rehearsing = rehearsing;
        timeline = new LiveTimeline(crashed);
        var opened = History.open(home.folder());
        history = opened.history();
        notices.addAll(opened.notices());
        clients = new HttpClients(threads, Main.version());
        var environment =
                LoginEnvironment.of(System.getenv(), threads, System.getProperty("os.name"));
        vault = Vault.locked(home.vault(), timeline::now);
        var confirmations =
                Confirmations.open(
                        home.confirmed(),
                        id -> Providers.of(id).map(Provider::endpoint),
                        timeline::now);
        confirmations.notice().ifPresent(notices::add);
        roads =
                new Roads(
                        clients,
                        new Credentials(
                                environment,
                                vault,
                                account -> confirmations.needs(account).isEmpty(),
                                threads),
                        history,
                        requests,
                        timeline,
                        patience.http());
        commands =
                new Commands(
                        connections,
                        history.commands(),
                        history.usualTimes(),
                        timeline,
                        new SecureRandom(),
                        patience.grace());
        costs = new CostKeeper(connections, store, history.costs(), timeline);
        accounts =
                new AccountBook(
                        home.accounts(),
                        roads,
                        connections,
                        this::open,
                        new AccountBook.Sources(
                                environment,
                                vault,
                                confirmations,
                                Path.of(System.getProperty("user.home"))),
                        threads);
        vault.onState(this::vaultIs);
        sleep = new SleepWatch(timeline, this::woke);
    }

    /// Opens the accounts and takes up what earlier runs left.
    void start() throws IOException {
        if (rehearsing.isPresent()) {
            var cloud = rehearsing.get().start(threads);
            rehearsal = Optional.of(cloud);
            accounts.rehearse(cloud.accounts());
        } else {
            accounts.read();
        }
        threads.execute(
                () -> {
                    try {
                        commands.recover();
                        history.prune(timeline.now());
                    } catch (HistoryException e) {
                        LOG.error("what earlier runs left could not be taken up", e);
                    }
                });
    }

    /// Reads `accounts.json` again when it has changed; accounts that are as they were stay open.
    ///
    /// @return whether it had
    boolean reread() {
        return accounts.readAgain();
    }

    private void woke(Duration slept) {
        LOG.info("woke up after {} s", slept.toSeconds());
        commands.woke();
        connections.all().forEach(c -> c.woke(slept));
    }

    /// Accounts that waited for the vault go on.
    private void vaultIs(Vault.State state) {
        if (state == Vault.State.OPEN) {
            connections.all().stream()
                    .filter(c -> c.health().why().filter(Backstage::isVaultLocked).isPresent())
                    .forEach(Connection::signIn);
        }
    }

    private static boolean isVaultLocked(CloudException why) {
        return why instanceof NoCredential e && e.missing() instanceof MissingKey.VaultLocked;
    }

    private void open(Account account, Provider provider, List<Account> peers) throws IOException {
        var road = roads.open(account, provider, peers);
        connections.open(
                new Connection(
                        account,
                        provider,
                        road,
                        store,
                        history.pages(),
                        history.transitions(),
                        timeline,
                        roads.keys(account.id())));
    }

    /// The accounts as they stand, and what can be done with them.
    AccountBook accounts() {
        return accounts;
    }

    /// Where typed keys are kept.
    Vault vault() {
        return vault;
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

    /// What the accounts cost, now and over time.
    CostKeeper costs() {
        return costs;
    }

    ExecutorService threads() {
        return threads;
    }

    /// What a person is to be told of the start.
    List<Notice> notices() {
        return List.copyOf(notices);
    }

    Optional<RehearsalCloud> rehearsal() {
        return rehearsal;
    }

    /// What is in its grace is withdrawn, never sent; what is on the wire is found again by the next run. Who comes second
    /// waits for the first, and does nothing.
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        sleep.close();
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
        costs.close();
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
