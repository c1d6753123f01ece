package io.pilothouse.app.accounts;

import io.pilothouse.account.AccountsFile;
import io.pilothouse.cloud.Provider;
import io.pilothouse.domain.Account;
import io.pilothouse.domain.Json;
import io.pilothouse.domain.Listeners;
import io.pilothouse.domain.Pin;
import io.pilothouse.sync.Connection;
import io.pilothouse.sync.Connections;
import io.pilothouse.ui.accounts.AccountDesk;
import io.pilothouse.ui.kit.Accounts;
import io.pilothouse.work.Outcome;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/// Keeps `accounts.json` and the open accounts alike: what changes there is opened, closed or opened anew, whether the
/// change was made here or outside. One at a time; what blocks runs on a thread of its own.
public final class AccountBook implements AccountDesk {
    /// Opens an account, in place of one with the same id.
    @FunctionalInterface
    public interface Opening {
        /// @throws IOException or IllegalArgumentException when its settings can't be used
        void open(Account account, Provider provider, List<Account> peers) throws IOException;
    }

    private static final Logger LOG = LoggerFactory.getLogger(AccountBook.class);

    private final AccountsFile file;
    private final Roads roads;
    private final Connections connections;
    private final Opening opening;
    private final Executor threads;
    private final Object turn = new Object();
    private final Map<String, String> notOpened = new HashMap<>();
    private final Listeners<Listing> listeners = new Listeners<>();
    private volatile Listing listing;

    /// @param path of `accounts.json`; not touched before [#read]
    public AccountBook(
            Path path, Roads roads, Connections connections, Opening opening, Executor threads) {
        this.file = new AccountsFile(path, id -> Providers.of(id).map(Provider::credentials));
        this.roads = roads;
        this.connections = connections;
        this.opening = opening;
        this.threads = threads;
        listing =
                new Listing(
                        List.of(), List.of(), Optional.empty(), Map.of(), false, path.toString());
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
                        false,
                        listing.file());
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
        return Roads.environment(variable).filter(v -> !v.isBlank()).isPresent();
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
                take(file.save(change.apply(listing.accounts())));
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
    public void signIn(String account) {
        roads.retry(account);
        connections.of(account).ifPresent(Connection::signIn);
    }

    @Override
    public void reread() {
        threads.execute(this::readAgain);
    }
}
