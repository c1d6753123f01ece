package io.pilothouse.app.accounts;

import io.pilothouse.account.AccountsFile;
import io.pilothouse.account.Confirmation;
import io.pilothouse.account.Confirmations;
import io.pilothouse.account.Environment;
import io.pilothouse.account.imports.Found;
import io.pilothouse.account.imports.Imports;
import io.pilothouse.account.vault.Vault;
import io.pilothouse.account.vault.VaultException;
import io.pilothouse.cloud.CloudException;
import io.pilothouse.cloud.Provider;
import io.pilothouse.domain.Account;
import io.pilothouse.domain.Json;
import io.pilothouse.domain.Listeners;
import io.pilothouse.domain.Pin;
import io.pilothouse.domain.Secret;
import io.pilothouse.sync.Connection;
import io.pilothouse.sync.Connections;
import io.pilothouse.sync.feed.Health;
import io.pilothouse.ui.accounts.AccountDesk;
import io.pilothouse.ui.kit.Accounts;
import io.pilothouse.ui.kit.Words;
import io.pilothouse.work.Outcome;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/// Keeps `accounts.json` and the open accounts alike: what changes there is opened, closed or opened anew, whether the
/// change was made here or outside. One at a time; what blocks runs on a thread of its own.
public final class AccountBook implements AccountDesk {
    /// Opens an account, in place of one with the same id.
    @FunctionalInterface
    public interface Opening {
        /// @throws IOException or IllegalArgumentException when its settings can't be used
        void open(Account account, Provider provider, List<Account> peers) throws IOException;
    }

    /// Where keys come from, and what was agreed to.
    ///
    /// @param userHome where other programs of this user keep theirs
    public record Sources(
            Environment environment, Vault vault, Confirmations confirmations, Path userHome) {}

    private static final Logger LOG = LoggerFactory.getLogger(AccountBook.class);

    private final AccountsFile file;
    private final Roads roads;
    private final Connections connections;
    private final Opening opening;
    private final Sources sources;
    private final Executor threads;
    private final Object turn = new Object();
    private final Map<String, String> notOpened = new HashMap<>();
    private final Listeners<Listing> listeners = new Listeners<>();
    private volatile Listing listing;

    /// Names of the environment's variables, once they are known: a login shell may take its time.
    private volatile Optional<Set<String>> variables = Optional.empty();

    /// @param path of `accounts.json`; not touched before [#read]
    public AccountBook(
            Path path,
            Roads roads,
            Connections connections,
            Opening opening,
            Sources sources,
            Executor threads) {
        this.file = new AccountsFile(path, id -> Providers.of(id).map(Provider::credentials));
        this.roads = roads;
        this.connections = connections;
        this.opening = opening;
        this.sources = sources;
        this.threads = threads;
        listing =
                new Listing(
                        List.of(),
                        List.of(),
                        Optional.empty(),
                        Map.of(),
                        Map.of(),
                        false,
                        path.toString());
        threads.execute(() -> variables = Optional.of(variables(sources.environment())));
    }

    private static Set<String> variables(Environment environment) {
        return environment.all().entrySet().stream()
                .filter(v -> !v.getValue().isBlank())
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    /// Opens these instead of the file's, which is never read.
    public void rehearse(List<Account> accounts) {
        synchronized (turn) {
            accounts.forEach(a -> open(a, accounts));
            listing =
                    new Listing(
                            accounts,
                            List.of(),
                            Optional.empty(),
                            Map.copyOf(notOpened),
                            Map.of(),
                            true,
                            listing.file());
        }
    }

    /// Reads the file; accounts that are as they were stay open.
    public void read() {
        synchronized (turn) {
            take(file.load());
        }
        listeners.tell(listing);
    }

    /// Reads the file again when it has changed.
    ///
    /// @return whether it had
    public boolean readAgain() {
        synchronized (turn) {
            if (listing.rehearsal() || !file.changed()) {
                return false;
            }
            take(file.load());
        }
        listeners.tell(listing);
        return true;
    }

    private void take(AccountsFile.Loaded loaded) {
        for (var connection : connections.all()) {
            var id = connection.account().id();
            if (loaded.accounts().stream().noneMatch(a -> a.id().equals(id))) {
                close(id);
            }
        }
        notOpened.clear();
        for (var account : loaded.accounts()) {
            var same =
                    connections.of(account.id()).map(Connection::account).filter(account::equals);
            if (same.isEmpty()) {
                open(account, loaded.accounts());
            }
        }
        connections.order(loaded.accounts().stream().map(Account::id).toList());
        listing =
                new Listing(
                        loaded.accounts(),
                        loaded.problems(),
                        file.obstacle(),
                        Map.copyOf(notOpened),
                        unconfirmed(loaded.accounts()),
                        false,
                        listing.file());
    }

    private Map<String, List<Confirmation>> unconfirmed(List<Account> accounts) {
        var found = new HashMap<String, List<Confirmation>>();
        for (var account : accounts) {
            var needs = sources.confirmations().needs(account);
            if (!needs.isEmpty()) {
                found.put(account.id(), needs);
            }
        }
        return Map.copyOf(found);
    }

    private void open(Account account, List<Account> peers) {
        try {
            opening.open(account, Providers.of(account.provider()).orElseThrow(), peers);
        } catch (IOException | IllegalArgumentException e) {
            LOG.warn("account {} can't be opened", account.id(), e);
            notOpened.put(account.id(), said(e));
            close(account.id());
        }
    }

    private void close(String id) {
        connections.close(id);
        roads.close(id);
    }

    private static String said(Exception e) {
        return String.valueOf(e.getMessage());
    }

    @Override
    public List<Provider> providers() {
        return Providers.ALL;
    }

    @Override
    public Listing listing() {
        return listing;
    }

    @Override
    public Pin observe(Runnable changed) {
        return listeners.add(_ -> changed.run());
    }

    @Override
    public boolean isSet(String variable) {
        return variables.isEmpty() || variables.get().contains(variable);
    }

    @Override
    public void put(Account account, Map<String, Secret> keys, Consumer<Optional<String>> then) {
        threads.execute(() -> then.accept(putNow(account, keys)));
    }

    /// As [#put], on the thread that calls.
    public Optional<String> putNow(Account account, Map<String, Secret> keys) {
        try {
            for (var key : keys.entrySet()) {
                var id = Vault.idFor(account.id(), key.getKey());
                sources.vault().put(id, account.id(), key.getKey(), key.getValue());
            }
        } catch (VaultException e) {
            return Optional.of(Words.of(e.notice().key()));
        }
        var before = listing.accounts().stream().filter(a -> a.id().equals(account.id())).findAny();
        if (before.isEmpty() || !before.get().isReachedLike(account)) {
            agree(account);
        }
        var failure = changeNow(all -> with(all, account));
        if (failure.isEmpty() && !keys.isEmpty()) {
            signIn(account.id());
        }
        return failure;
    }

    private static List<Account> with(List<Account> all, Account account) {
        var others = new ArrayList<>(all);
        others.replaceAll(a -> a.id().equals(account.id()) ? account : a);
        if (!others.contains(account)) {
            others.add(account);
        }
        return List.copyOf(others);
    }

    private void agree(Account account) {
        try {
            sources.confirmations().confirm(account);
        } catch (IOException e) {
            LOG.warn("what was confirmed holds for this run only", e);
        }
    }

    @Override
    public List<Confirmation> inClear(Account account) {
        return sources.confirmations().needs(account).stream()
                .filter(c -> c.what() == Confirmation.What.PLAIN_HTTP)
                .toList();
    }

    @Override
    public void confirm(String account) {
        threads.execute(() -> confirmNow(account));
    }

    /// As [#confirm], on the thread that calls.
    public void confirmNow(String account) {
        synchronized (turn) {
            listing.accounts().stream()
                    .filter(a -> a.id().equals(account))
                    .findAny()
                    .ifPresent(this::agree);
            listing = listing.with(unconfirmed(listing.accounts()));
        }
        signIn(account);
        listeners.tell(listing);
    }

    @Override
    public void imports(Consumer<List<Found>> then) {
        threads.execute(
                () ->
                        then.accept(
                                listing.rehearsal()
                                        ? List.of()
                                        : Imports.found(
                                                sources.environment()::get,
                                                sources.userHome(),
                                                listing.accounts())));
    }

    @Override
    public void change(UnaryOperator<List<Account>> change, Consumer<Optional<String>> then) {
        threads.execute(() -> then.accept(changeNow(change)));
    }

    /// As [#change], on the thread that calls.
    public Optional<String> changeNow(UnaryOperator<List<Account>> change) {
        Optional<String> failure = Optional.empty();
        synchronized (turn) {
            try {
                var before = listing.accounts();
                take(file.save(change.apply(before)));
                forgetKeys(before);
            } catch (AccountsFile.NotSaved e) {
                failure = Optional.of(Accounts.words(e.problem()));
                take(file.load()); // it may have changed since, and says so on the screen
            } catch (IOException e) {
                LOG.warn("accounts.json can't be written", e);
                failure = Optional.of(said(e));
            }
        }
        listeners.tell(listing);
        return failure;
    }

    /// The vault does not keep keys of accounts that are gone; while it is locked they stay.
    private void forgetKeys(List<Account> before) {
        var gone =
                before.stream()
                        .map(Account::id)
                        .filter(id -> listing.accounts().stream().noneMatch(a -> a.id().equals(id)))
                        .toList();
        if (gone.isEmpty() || sources.vault().state() != Vault.State.OPEN) {
            return;
        }
        try {
            for (var label : sources.vault().labels()) {
                if (gone.contains(label.account())) {
                    sources.vault().remove(label.id());
                }
            }
        } catch (VaultException e) {
            LOG.warn("keys of accounts that are gone stay in the vault", e);
        }
    }

    @Override
    public Pin check(Account account, Consumer<Checked> then) {
        var asking = new Asking(then);
        threads.execute(() -> asking.under(ask(account, asking::answered)));
        return asking;
    }

    /// A check that can be called off at any moment, also before it has begun.
    private static final class Asking implements Pin {
        private final Consumer<Checked> then;
        private Pin call = () -> {};
        private boolean over;

        Asking(Consumer<Checked> then) {
            this.then = then;
        }

        synchronized void under(Pin way) {
            call = way;
            if (over) {
                call.close();
            }
        }

        void answered(Checked answer) {
            synchronized (this) {
                if (over) {
                    return;
                }
                over = true;
            }
            then.accept(answer);
        }

        @Override
        public synchronized void close() {
            over = true;
            call.close();
        }
    }

    private Pin ask(Account account, Consumer<Checked> then) {
        var provider = Providers.of(account.provider()).orElseThrow();
        var first = provider.discover(account.options()).firstEntry();
        try {
            return roads.ask(
                    account,
                    provider,
                    first.getValue(),
                    outcome -> {
                        switch (outcome) {
                            case Outcome.Value<Json>(var json, _) ->
                                    then.accept(new Checked.Answered(first.getKey(), json));
                            case Outcome.Failed<Json>(var why) ->
                                    then.accept(new Checked.Refused(why));
                            case Outcome.Withdrawn<Json> _ -> {}
                        }
                    });
        } catch (IOException | IllegalArgumentException e) {
            then.accept(new Checked.Unusable(said(e)));
            return () -> {};
        }
    }

    @Override
    public void signIn(String account, Consumer<CloudException> refused) {
        connections.of(account).ifPresent(c -> new OneTry(refused).follow(c));
        signIn(account);
    }

    private void signIn(String account) {
        roads.retry(account);
        connections.of(account).ifPresent(Connection::signIn);
    }

    /// Hears how a try to sign in ends, and nothing after that.
    private static final class OneTry {
        private final AtomicReference<Pin> pin = new AtomicReference<>(() -> {});
        private final Consumer<CloudException> refused;

        OneTry(Consumer<CloudException> refused) {
            this.refused = refused;
        }

        void follow(Connection connection) {
            pin.set(connection.onHealth(this::hear));
        }

        private void hear(Health health) {
            pin.getAndSet(() -> {}).close();
            if (health.state() == Health.State.SIGNED_OUT) {
                health.why().ifPresent(refused);
            }
        }
    }

    @Override
    public void reread() {
        threads.execute(this::readAgain);
    }
}
