package io.pilothouse.ui.accounts;

import io.pilothouse.account.imports.Found;
import io.pilothouse.cloud.Provider;
import io.pilothouse.domain.Account;
import io.pilothouse.domain.Pin;
import io.pilothouse.sync.Connection;
import io.pilothouse.ui.accounts.AccountDesk.Listing;
import io.pilothouse.ui.kit.Accounts;
import io.pilothouse.ui.kit.Road;
import io.pilothouse.ui.kit.Screen;
import io.pilothouse.ui.kit.Words;
import io.pilothouse.ui.kit.Workbench;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/// The list of accounts and what can be done with it. Follows the file, the connections and their health.
public final class AccountsViewModel implements Screen.Model {
    private record Followed(Connection connection, Pin pin) {}

    private final AccountDesk desk;
    private final Workbench bench;
    private final Consumer<String> say;
    private final ObservableList<AccountRow> rows = FXCollections.observableArrayList();
    private final ObservableList<String> problems = FXCollections.observableArrayList();
    private final ObservableList<Found> imports = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper fixed = new ReadOnlyBooleanWrapper();
    private final Map<String, Followed> followed = new HashMap<>();
    private final AtomicBoolean asked = new AtomicBoolean();
    private final Pin pins;
    private boolean redrawing;

    /// @param say shows a line at the corner of the window
    public AccountsViewModel(AccountDesk desk, Workbench bench, Consumer<String> say) {
        this.desk = desk;
        this.bench = bench;
        this.say = say;
        pins =
                Pin.all(
                        desk.observe(this::soon),
                        desk.observe(this::look),
                        bench.connections().observe(this::soon));
        tell();
        look();
    }

    ObservableList<AccountRow> rows() {
        return rows;
    }

    /// Are the rows being replaced just now, so that what a list says of its selection means nothing?
    boolean redrawing() {
        return redrawing;
    }

    /// What is wrong with the file, a line each, with the place.
    ObservableList<String> problems() {
        return problems;
    }

    /// Keys that other programs of this user have, and that no account has yet.
    ObservableList<Found> imports() {
        return imports;
    }

    /// Why nothing can be changed here, or that this is a rehearsal; empty when all is as usual.
    ReadOnlyStringProperty noteProperty() {
        return note.getReadOnlyProperty();
    }

    /// Can nothing be changed here now?
    ReadOnlyBooleanProperty fixedProperty() {
        return fixed.getReadOnlyProperty();
    }

    boolean rehearsal() {
        return desk.listing().rehearsal();
    }

    String file() {
        return desk.listing().file();
    }

    AccountDesk desk() {
        return desk;
    }

    /// Some seconds have passed.
    @Override
    public void tick() {
        tell();
    }

    @Override
    public void refresh() {
        desk.reread();
    }

    /// Up is negative. Does nothing beyond the ends.
    void move(String id, int by) {
        if (canMove(id, by)) {
            change(all -> moved(all, id, by));
        }
    }

    boolean canMove(String id, int by) {
        var ids = rows.stream().map(r -> r.account().id()).toList();
        int to = ids.indexOf(id) + by;
        return ids.contains(id) && to >= 0 && to < ids.size() && !fixed.get();
    }

    private static List<Account> moved(List<Account> all, String id, int by) {
        var next = new ArrayList<>(all);
        for (int i = 0; i < next.size(); i++) {
            if (next.get(i).id().equals(id)) {
                Collections.swap(next, i, Math.clamp((long) i + by, 0, next.size() - 1));
                break;
            }
        }
        return next;
    }

    /// Takes the entry out of the file; nothing happens at the service.
    void remove(String id) {
        change(all -> all.stream().filter(a -> !a.id().equals(id)).toList());
    }

    private void change(java.util.function.UnaryOperator<List<Account>> change) {
        desk.change(
                change,
                failure ->
                        failure.ifPresent(
                                why ->
                                        bench.fx()
                                                .execute(
                                                        () ->
                                                                say.accept(
                                                                        Words.of(
                                                                                "notice.not-saved",
                                                                                why)))));
    }

    private void look() {
        desk.imports(
                found ->
                        bench.fx()
                                .execute(
                                        () -> {
                                            if (!found.equals(List.copyOf(imports))) {
                                                imports.setAll(found);
                                            }
                                        }));
    }

    private void soon() {
        if (asked.compareAndSet(false, true)) {
            bench.fx().execute(this::tell);
        }
    }

    private void tell() {
        asked.set(false);
        var listing = desk.listing();
        follow();
        var now = listing.accounts().stream().map(a -> row(a, listing)).toList();
        if (!now.equals(rows)) {
            redrawing = true;
            rows.setAll(now);
            redrawing = false;
        }
        var wrong = listing.problems().stream().map(Accounts::words).toList();
        if (!wrong.equals(problems)) {
            problems.setAll(wrong);
        }
        fixed.set(listing.rehearsal() || listing.obstacle().isPresent());
        note.set(
                listing.rehearsal()
                        ? Words.of("accounts.rehearsal")
                        : listing.obstacle().isPresent() ? Words.of("accounts.obstacle") : "");
    }

    private AccountRow row(Account account, Listing listing) {
        var connection = bench.connections().of(account.id());
        return AccountRow.of(
                account,
                desk.providers().stream()
                        .filter(p -> p.id().equals(account.provider()))
                        .map(Provider::endpoint)
                        .findFirst()
                        .orElse(""),
                Optional.ofNullable(listing.notOpened().get(account.id())),
                listing.unconfirmed().getOrDefault(account.id(), List.of()),
                connection.map(Connection::health),
                bench.roads().apply(account.id()).map(Road::traffic),
                bench.now());
    }

    private void follow() {
        var open = bench.connections().all();
        followed.values()
                .removeIf(
                        f -> {
                            boolean gone = !open.contains(f.connection());
                            if (gone) {
                                f.pin().close();
                            }
                            return gone;
                        });
        for (var connection : open) {
            followed.computeIfAbsent(
                    connection.account().id(),
                    _ -> new Followed(connection, connection.onHealth(_ -> soon())));
        }
    }

    @Override
    public void close() {
        pins.close();
        followed.values().forEach(f -> f.pin().close());
    }
}
