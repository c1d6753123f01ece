package io.pilothouse.ui.kit.filter;

import io.pilothouse.domain.Account;
import io.pilothouse.domain.Pin;
import io.pilothouse.sync.Connection;
import io.pilothouse.ui.kit.Formats;
import io.pilothouse.ui.kit.Preferences;
import io.pilothouse.ui.kit.Workbench;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/// The accounts whose things are shown: all, or those that a person chose. Kept by id, so that an account that is closed
/// for now is still chosen when it comes back; while none of the chosen is open all are shown. Touched on the FX thread
/// only.
public final class AccountFilter implements AutoCloseable {
    /// @param accounts that are open, in their order
    /// @param chosen ids of those whose things alone are shown; empty for all
    public record Shown(List<Account> accounts, List<String> chosen) {
        public boolean isAll() {
            return chosen.isEmpty();
        }

        public boolean holds(String account) {
            return chosen.isEmpty() || chosen.contains(account);
        }

        /// Names of those whose things are shown.
        public String names() {
            return those().stream()
                    .map(a -> Formats.oneLine(a.name()))
                    .collect(Collectors.joining(", "));
        }

        /// Those whose things are shown, in their order.
        public List<Account> those() {
            return accounts.stream().filter(a -> holds(a.id())).toList();
        }
    }

    private final Workbench bench;
    private final Preferences preferences;
    private final ReadOnlyObjectWrapper<Shown> shown = new ReadOnlyObjectWrapper<>();
    private final Pin pin;

    public AccountFilter(Workbench bench, Preferences preferences) {
        this.bench = bench;
        this.preferences = preferences;
        shown.set(read());
        pin = bench.connections().observe(() -> bench.fx().execute(this::tell));
    }

    public Shown shown() {
        return shown.get();
    }

    public ReadOnlyObjectProperty<Shown> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    public boolean holds(String account) {
        return shown.get().holds(account);
    }

    /// The open accounts whose things are shown, in their order.
    public List<Connection> connections() {
        return bench.connections().all().stream().filter(c -> holds(c.account().id())).toList();
    }

    /// Opens something for each account whose things are shown, and anew when they are others, as long as the pin lives.
    public Pin follow(Function<Connection, Pin> open) {
        var following = new Following(open);
        following.again();
        var pins =
                Pin.all(
                        bench.connections().observe(() -> bench.fx().execute(following::again)),
                        shown.subscribe((_, _) -> following.again())::unsubscribe);
        return Pin.all(pins, following::end);
    }

    private final class Following {
        private final Function<Connection, Pin> open;
        private Pin opened = () -> {};
        private boolean ended;

        Following(Function<Connection, Pin> open) {
            this.open = open;
        }

        /// May still come when the pin was closed.
        void again() {
            if (!ended) {
                var old = opened;
                opened = Pin.all(connections().stream().map(open).toArray(Pin[]::new));
                old.close();
            }
        }

        void end() {
            ended = true;
            opened.close();
        }
    }

    public void all() {
        choose(_ -> List.of());
    }

    public void only(String account) {
        choose(_ -> List.of(account));
    }

    /// Takes an account in or out. While all are shown it is then the only one; when the last is taken out all are shown.
    public void toggle(String account) {
        choose(
                before -> {
                    var next = new ArrayList<>(before);
                    if (!next.remove(account)) {
                        next.add(account);
                    }
                    if (!next.isEmpty()) {
                        next.addAll(closed());
                    }
                    return next;
                });
    }

    /// Chosen ones that are not open just now.
    private List<String> closed() {
        return preferences.now().accounts().stream()
                .filter(id -> bench.connections().of(id).isEmpty())
                .toList();
    }

    /// Something of this account is to be seen: it is taken in if it is hidden.
    public void show(String account) {
        if (!holds(account)) {
            toggle(account);
        }
    }

    /// To choose every account is to choose none, so that one that comes later is shown too.
    private void choose(UnaryOperator<List<String>> how) {
        var now = shown.get();
        var next = how.apply(now.chosen());
        boolean every = now.accounts().stream().allMatch(a -> next.contains(a.id()));
        preferences.change(p -> p.withAccounts(every ? List.of() : next));
        tell();
    }

    private void tell() {
        var now = read();
        if (!now.equals(shown.get())) {
            shown.set(now);
        }
    }

    private Shown read() {
        var accounts = bench.connections().all().stream().map(Connection::account).toList();
        var open = accounts.stream().map(Account::id).toList();
        return new Shown(
                accounts, preferences.now().accounts().stream().filter(open::contains).toList());
    }

    @Override
    public void close() {
        pin.close();
    }
}
