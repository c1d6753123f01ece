package io.pilothouse.ui.resources;

import io.pilothouse.domain.Account;
import io.pilothouse.domain.Fact;
import io.pilothouse.domain.Kind;
import io.pilothouse.domain.Pin;
import io.pilothouse.domain.Resource;
import io.pilothouse.domain.Status.Phase;
import io.pilothouse.store.Delta;
import io.pilothouse.sync.Connection;
import io.pilothouse.sync.feed.Health;
import io.pilothouse.ui.kit.Formats;
import io.pilothouse.ui.kit.Words;
import io.pilothouse.ui.kit.Workbench;
import io.pilothouse.ui.kit.act.Offer;
import io.pilothouse.ui.kit.filter.AccountFilter;
import io.pilothouse.ui.kit.filter.AccountFilter.Shown;
import io.pilothouse.ui.kit.order.OrderedList;
import io.pilothouse.ui.kit.rows.Row;
import io.pilothouse.ui.kit.rows.RowFilter;
import io.pilothouse.ui.kit.rows.Scopes;
import io.pilothouse.ui.kit.rows.Scopes.Scope;
import io.pilothouse.ui.kit.rows.TableRows;
import io.pilothouse.ui.kit.rows.Tally;
import io.pilothouse.ui.kit.rows.UsualOrder;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What the screen of a kind shows and can do.
public final class ResourcesViewModel implements AutoCloseable {
    /// What the order of the rows hangs on.
    private record Order(List<String> accounts, List<String> scopes) {}

    /// Facts that stand side by side, with name, account and project before them, in a window of the usual size.
    private static final int MOST_COLUMNS = 4;

    private static final Duration IMPATIENT = Duration.ofSeconds(15);
    private static final Duration LOOKED_AT = Duration.ofMillis(400);

    private final Kind kind;
    private final Workbench bench;
    private final AccountFilter accounts;
    private final TableRows rows;
    private final FilteredList<Row> listed;
    private final FilteredList<Row> passing;
    private final OrderedList<Row> shown;
    private final ListsShown lists;
    private final StringProperty filter = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<List<Scope>> scopes =
            new ReadOnlyObjectWrapper<>(List.of());
    private final ObjectProperty<Optional<Scope>> scope =
            new SimpleObjectProperty<>(Optional.empty());
    private final ObservableList<Row> chosen = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<List<Offer>> offers =
            new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Blank> blank = new ReadOnlyObjectWrapper<>(Blank.NOT);
    private final ReadOnlyStringWrapper count = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper age = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<List<Trouble>> troubles =
            new ReadOnlyObjectWrapper<>(List.of());
    private final AtomicBoolean asked = new AtomicBoolean();

    /// Until then a person waits to see what is read.
    private volatile Instant impatientUntil = Instant.MIN;

    private final List<Pin> pins = new ArrayList<>();
    private Order ordered = new Order(List.of(), List.of());
    private Optional<Row> inDetail = Optional.empty();
    private Optional<Row> lost = Optional.empty();
    private Pin details = () -> {};

    /// @param accounts whose rows alone are listed
    public ResourcesViewModel(Kind kind, Workbench bench, AccountFilter accounts) {
        this.kind = kind;
        this.bench = bench;
        this.accounts = accounts;
        this.rows =
                new TableRows(
                        bench.store(),
                        bench.fx(),
                        key -> types().contains(key.type()),
                        bench::account,
                        TableRows.FirstSeen.of(bench));
        rows.rows().addListener((ListChangeListener<Row>) this::lose); // the first that is told
        this.listed = new FilteredList<>(rows.rows());
        this.passing = new FilteredList<>(listed);
        this.shown = new OrderedList<>(passing);
        this.lists = new ListsShown(kind, bench, accounts);
        filter.subscribe(_ -> filtered());
        scope.subscribe(_ -> filtered());
        rows.rows().addListener((ListChangeListener<Row>) change -> rowsChanged(change));
        shown.addListener((ListChangeListener<Row>) _ -> tell());
        chosen.addListener((ListChangeListener<Row>) _ -> offer());
        pins.add(bench.store().observe(this::whenMine));
        pins.add(bench.connections().observe(() -> bench.fx().execute(this::tick)));
        pins.add(accounts.shownProperty().subscribe(this::accountsChanged)::unsubscribe);
        tick();
    }

    /// Not while a change of the rows is told, as it is one itself.
    private void sort() {
        var accounts = bench.connections().all().stream().map(c -> c.account().id()).toList();
        var known = Scopes.of(kind, bench);
        var order = new Order(accounts, known.stream().map(Scope::key).toList());
        if (!order.equals(ordered)) {
            ordered = order;
            shown.usual(UsualOrder.of(accounts, known));
        }
    }

    private void filtered() {
        var line = RowFilter.parse(filter.get());
        var where = scope.get();
        passing.setPredicate(
                where.isEmpty() ? line : row -> where.get().holds(row) && line.test(row));
        lists.filter(line, where);
    }

    private void accountsChanged(Shown shown) {
        listed.setPredicate(shown.isAll() ? null : r -> shown.holds(r.account().id()));
        tick();
    }

    /// That a poll found what it had found before is told with the next tick.
    private void whenMine(Delta delta) {
        if (!types().contains(delta.now().key().type())) {
            return;
        }
        var before = delta.before();
        var now = delta.now();
        boolean news =
                delta.rowsChanged()
                        || before.readAt().isEmpty()
                        || before.stale() != now.stale()
                        || !before.failure().equals(now.failure());
        if ((news || bench.now().isBefore(impatientUntil)) && asked.compareAndSet(false, true)) {
            bench.fx()
                    .whenSeen(
                            () -> {
                                asked.set(false);
                                tick();
                            });
        }
    }

    private Set<String> types() {
        return bench.connections().all().stream()
                .flatMap(c -> c.cloud().of(kind))
                .map(t -> t.id())
                .collect(Collectors.toSet());
    }

    public Kind kind() {
        return kind;
    }

    public Workbench bench() {
        return bench;
    }

    /// The rows that pass the filter, by account, scope and name where nothing else is asked for.
    public OrderedList<Row> rows() {
        return shown;
    }

    /// Whose rows alone are listed.
    public AccountFilter accounts() {
        return accounts;
    }

    /// The row of this key, also while a filter hides it.
    public Optional<Row> row(Row.Key key) {
        return rows.row(key);
    }

    /// Those of the accounts that are shown, also while the filter hides them.
    List<Row> allRows() {
        return listed;
    }

    /// Rows of the accounts that are shown.
    public int total() {
        return listed.size();
    }

    /// Rows that are not gone.
    public long present() {
        return listed.stream().filter(ResourcesViewModel::isHere).count();
    }

    /// `6`, or `1 of 6` while the filter hides some; empty while there is none. Those that are gone don't count.
    public ReadOnlyStringProperty countProperty() {
        return count.getReadOnlyProperty();
    }

    private String counted() {
        long here = shown.stream().filter(ResourcesViewModel::isHere).count();
        return total() == 0
                ? ""
                : here == present() ? String.valueOf(here) : Words.of("form.of", here, present());
    }

    private static boolean isHere(Row row) {
        return row.resource().status().phase() != Phase.GONE;
    }

    public StringProperty filterProperty() {
        return filter;
    }

    /// The scopes whose rows are listed; as they are named for the person.
    public ReadOnlyObjectProperty<List<Scope>> scopesProperty() {
        return scopes.getReadOnlyProperty();
    }

    /// The scope whose rows alone are shown; empty for all.
    public ObjectProperty<Optional<Scope>> scopeProperty() {
        return scope;
    }

    /// Shows the rows of the scope of that key alone, if this kind has it among others. Where there is but one scope,
    /// nothing could be chosen, and so nothing is hidden.
    public void showScope(Optional<String> key) {
        var all = scopes.get();
        scope.set(
                all.size() < 2
                        ? Optional.empty()
                        : all.stream().filter(s -> key.equals(Optional.of(s.key()))).findFirst());
    }

    /// The rows that are chosen; set by the view.
    public ObservableList<Row> chosen() {
        return chosen;
    }

    /// What can be done with the chosen rows.
    public ReadOnlyObjectProperty<List<Offer>> offersProperty() {
        return offers.getReadOnlyProperty();
    }

    /// What stands in place of rows.
    ReadOnlyObjectProperty<Blank> blankProperty() {
        return blank.getReadOnlyProperty();
    }

    /// `updated 2 s ago`.
    public ReadOnlyStringProperty ageProperty() {
        return age.getReadOnlyProperty();
    }

    /// What could not be read, and why; empty when all could.
    ReadOnlyObjectProperty<List<Trouble>> troublesProperty() {
        return troubles.getReadOnlyProperty();
    }

    /// What has a column at first: the kind's own facts, and of the types' as many as there is room for.
    public List<Fact<?>> firstColumns() {
        var more = moreColumns();
        int room = Math.max(0, MOST_COLUMNS - kind.columns().size());
        return Stream.concat(
                        kind.columns().stream(), more.stream().limit(room).map(f -> (Fact<?>) f))
                .toList();
    }

    /// What has a column only when a person wants it.
    public List<Fact<?>> hiddenColumns() {
        var more = moreColumns();
        return more.subList(
                Math.min(more.size(), firstColumns().size() - kind.columns().size()), more.size());
    }

    /// What the types have beside the kind's own columns, each once.
    private List<Fact<?>> moreColumns() {
        var all = new LinkedHashSet<Fact<?>>();
        for (var connection : bench.connections().all()) {
            connection.cloud().of(kind).forEach(t -> all.addAll(t.columns()));
        }
        all.removeAll(kind.columns());
        return List.copyOf(all);
    }

    /// What can be made anew, once for each account and scope that offers it. First comes the scope that is shown alone,
    /// or else the one where something was made last.
    public List<Offer> creating(Optional<Resource.Ref> last) {
        var first = scope.get().map(s -> s.resource().ref()).or(() -> last);
        return Offer.creating(kind, bench.connections()).stream()
                .filter(o -> accounts.holds(o.connection().account().id()))
                .sorted(
                        Comparator.comparing(
                                o ->
                                        !o.scope().map(Resource::ref).equals(first)
                                                || first.isEmpty()))
                .toList();
    }

    /// Reads the lists of this kind now.
    public void refresh() {
        impatientUntil = bench.now().plus(IMPATIENT);
        accounts.connections().forEach(this::refresh);
    }

    private void refresh(Connection connection) {
        var mine = connection.cloud().of(kind).map(t -> t.id()).collect(Collectors.toSet());
        connection.poller().refresh(mine);
    }

    /// A row is shown in full: it is read by itself, where its type can be, once it has been looked at for a moment. So
    /// who runs through the table with the arrow keys reads only where he stays. Reading for the row before is given up.
    public void detailed(Row row) {
        undetailed();
        inDetail = Optional.of(row);
        details =
                bench.timeline().after(LOOKED_AT, () -> bench.fx().execute(() -> readDetails(row)));
    }

    private void readDetails(Row row) {
        if (inDetail.filter(r -> r == row).isPresent()) {
            bench.connections()
                    .of(row.account().id())
                    .ifPresent(c -> details = c.poller().details(row.resource()));
        }
    }

    /// No row is shown in full any more.
    public void undetailed() {
        inDetail = Optional.empty();
        details.close();
    }

    /// Keeps the lists of this kind fresh while the pin lives, also those of accounts that are opened or chosen meanwhile.
    public Pin shown() {
        return lists.shown();
    }

    /// Ages move on; called every few seconds while shown.
    public void tick() {
        sort();
        tell();
        lists.narrow();
    }

    /// The one chosen row, while it is told that it is not listed any more. Empty where its account has gone with it.
    Optional<Row> lost() {
        return lost;
    }

    private void lose(ListChangeListener.Change<? extends Row> change) {
        while (change.next() && chosen.size() == 1) {
            var one = chosen.getFirst();
            if (change.getRemoved().contains(one)
                    && bench.connections().of(one.account().id()).isPresent()) {
                lost = Optional.of(one);
            }
        }
    }

    private void rowsChanged(ListChangeListener.Change<? extends Row> change) {
        boolean chosenChanged = false;
        while (change.next()) {
            if (change.wasUpdated()) {
                chosenChanged |=
                        change.getList().subList(change.getFrom(), change.getTo()).stream()
                                .anyMatch(chosen::contains);
            }
        }
        if (chosenChanged) {
            offer();
        }
        lost = Optional.empty();
    }

    private void offer() {
        offers.set(Offer.of(List.copyOf(chosen), bench.connections()));
    }

    private void tell() {
        count.set(counted());
        var tally = Tally.of(kind, bench, accounts.connections());
        age.set(
                tally.oldest()
                        .map(
                                at ->
                                        Words.of(
                                                "table.updated",
                                                Formats.age(Duration.between(at, bench.now()))))
                        .orElseGet(
                                () ->
                                        tally.waiting() > 0 && !shown.isEmpty()
                                                ? Words.of("table.loading")
                                                : ""));
        var found = Trouble.of(tally, kind, bench);
        troubles.set(found);
        blank.set(shown.isEmpty() ? blank(tally, found) : Blank.NOT);
        tellScopes();
    }

    private void tellScopes() {
        var now = Scopes.of(kind, bench).stream().filter(s -> accounts.holds(s.account())).toList();
        if (!now.equals(scopes.get())) {
            var key = scope.get().map(Scope::key);
            scopes.set(now);
            showScope(key);
        }
    }

    /// Does nothing help but to sign in again?
    boolean isSignedOut(Account account) {
        return bench.connections()
                .of(account.id())
                .filter(c -> c.health().state() == Health.State.SIGNED_OUT)
                .isPresent();
    }

    private Blank blank(Tally tally, List<Trouble> found) {
        return Blank.of(
                new Blank.Table(
                        kind,
                        accounts.shown(),
                        listed.size(),
                        !filter.get().isBlank(),
                        scope.get(),
                        tally,
                        found),
                bench);
    }

    @Override
    public void close() {
        undetailed();
        lists.close();
        pins.forEach(Pin::close);
        rows.close();
    }
}
