package io.pilothouse.ui.overview;

import io.pilothouse.domain.Kind;
import io.pilothouse.domain.Pin;
import io.pilothouse.history.HistoryException;
import io.pilothouse.history.Transitions;
import io.pilothouse.history.Transitions.Seen;
import io.pilothouse.history.cost.Costs.Step;
import io.pilothouse.standing.cost.CostKeeper;
import io.pilothouse.standing.cost.Rate;
import io.pilothouse.standing.cost.Spending;
import io.pilothouse.store.Delta;
import io.pilothouse.sync.Connection;
import io.pilothouse.ui.kit.Formats;
import io.pilothouse.ui.kit.Screen;
import io.pilothouse.ui.kit.Words;
import io.pilothouse.ui.kit.Workbench;
import io.pilothouse.ui.kit.filter.AccountFilter;
import io.pilothouse.ui.overview.attention.Concern;
import io.pilothouse.ui.overview.attention.Concerns;
import io.pilothouse.ui.overview.chart.Curve;
import io.pilothouse.ui.overview.chart.Reach;
import io.pilothouse.ui.overview.known.Clock;
import io.pilothouse.ui.overview.known.Known;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;

/// What the overview shows, a property a card: each is set only when it is another one. While it is not on the screen
/// nothing is made. The history is read on a thread of its own, and again when something in it has changed.
public final class OverviewViewModel implements Screen.Model {
    private static final Logger LOG = LoggerFactory.getLogger(OverviewViewModel.class);
    private static final Duration GATHER = Duration.ofMillis(500);
    private static final Duration READ_AGAIN = Duration.ofMinutes(1);
    private static final int MOST_CHANGES = 300;

    /// @param steps of what the accounts cost
    /// @param seen changes of state, newest first
    /// @param at when it was read
    private record Past(List<Step> steps, List<Seen> seen, Instant at) {}

    private final Workbench bench;
    private final AccountFilter accounts;
    private final CostKeeper costs;
    private final Transitions transitions;
    private final Clock clock;
    private final ReadOnlyObjectWrapper<List<Figure>> figures = wrapper(List.of());
    private final ReadOnlyObjectWrapper<List<Share>> shares = wrapper(List.of());
    private final ReadOnlyObjectWrapper<List<KindCount>> kinds = wrapper(List.of());
    private final ReadOnlyObjectWrapper<List<Concern>> concerns = wrapper(List.of());
    private final ReadOnlyObjectWrapper<List<Event>> events = wrapper(List.of());
    private final ReadOnlyObjectWrapper<Curve> curve = wrapper(Curve.NONE);
    private final ReadOnlyObjectWrapper<String> age = wrapper("");
    private final ReadOnlyObjectWrapper<String> unread = wrapper("");
    private final ObjectProperty<Reach> reach = new SimpleObjectProperty<>(Reach.DAY);
    private final AtomicBoolean asked = new AtomicBoolean();
    private final AtomicBoolean reading = new AtomicBoolean();
    private final AtomicReference<Pin> healths = new AtomicReference<>(() -> {});
    private final List<Pin> pins = new ArrayList<>();
    private Optional<Past> past = Optional.empty();
    private final AtomicInteger shown = new AtomicInteger();

    public OverviewViewModel(
            Workbench bench, AccountFilter accounts, CostKeeper costs, Transitions transitions) {
        this(bench, accounts, costs, transitions, ZoneId.systemDefault());
    }

    OverviewViewModel(
            Workbench bench,
            AccountFilter accounts,
            CostKeeper costs,
            Transitions transitions,
            ZoneId zone) {
        this.bench = bench;
        this.accounts = accounts;
        this.costs = costs;
        this.transitions = transitions;
        clock = new Clock(zone);
        pins.add(bench.store().observe(this::hear));
        pins.add(bench.connections().observe(() -> bench.fx().execute(this::accountsChanged)));
        pins.add(bench.commands().observe(_ -> soon()));
        pins.add(costs.observe(this::readSoon));
        pins.add(accounts.shownProperty().subscribe(this::tell)::unsubscribe);
        pins.add(reach.subscribe(this::tell)::unsubscribe);
        accountsChanged();
    }

    private static <T> ReadOnlyObjectWrapper<T> wrapper(T first) {
        return new ReadOnlyObjectWrapper<>(first);
    }

    public ReadOnlyObjectProperty<List<Figure>> figuresProperty() {
        return figures.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<List<Share>> sharesProperty() {
        return shares.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<List<KindCount>> kindsProperty() {
        return kinds.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<List<Concern>> concernsProperty() {
        return concerns.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<List<Event>> eventsProperty() {
        return events.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Curve> curveProperty() {
        return curve.getReadOnlyProperty();
    }

    /// How old the lists of instances are, or why there are none.
    public ReadOnlyObjectProperty<String> ageProperty() {
        return age.getReadOnlyProperty();
    }

    /// Why nothing can be said yet; empty once something was read.
    ReadOnlyObjectProperty<String> unreadProperty() {
        return unread.getReadOnlyProperty();
    }

    /// How far back the chart reaches.
    public ObjectProperty<Reach> reachProperty() {
        return reach;
    }

    public AccountFilter accounts() {
        return accounts;
    }

    public Workbench bench() {
        return bench;
    }

    /// Keeps the lists of instances fresh while the pin lives.
    @Override
    public Pin shown() {
        shown.incrementAndGet();
        var lists = accounts.follow(c -> c.poller().show(machines(c)));
        tell();
        readSoon();
        return () -> {
            lists.close();
            shown.decrementAndGet();
        };
    }

    private static Set<String> machines(Connection connection) {
        return connection
                .cloud()
                .of(Kind.INSTANCE)
                .map(t -> t.id())
                .collect(Collectors.toUnmodifiableSet());
    }

    /// Reads all lists of the accounts that are shown but those that are read only while they are.
    @Override
    public void refresh() {
        for (var connection : accounts.connections()) {
            connection
                    .poller()
                    .refresh(
                            connection.cloud().types().stream()
                                    .filter(t -> !t.onlyWhileShown())
                                    .map(t -> t.id())
                                    .collect(Collectors.toSet()));
        }
    }

    /// Reads the lists of that account that could not be read.
    void readAgain(String account) {
        bench.connections()
                .of(account)
                .ifPresent(
                        c ->
                                c.poller()
                                        .refresh(
                                                known().failing(c).stream()
                                                        .map(f -> f.type())
                                                        .collect(Collectors.toSet())));
    }

    void resume(String command) {
        bench.commands().resume(command);
    }

    /// Some seconds have passed.
    @Override
    public void tick() {
        tell();
        if (past.filter(p -> p.at().plus(READ_AGAIN).isAfter(bench.now())).isEmpty()) {
            readSoon();
        }
    }

    private void accountsChanged() {
        healths.getAndSet(
                        Pin.all(
                                bench.connections().all().stream()
                                        .map(c -> c.onHealth(_ -> soon()))
                                        .toArray(Pin[]::new)))
                .close();
        tell();
    }

    private void hear(Delta delta) {
        boolean told =
                delta.rowsChanged()
                        || delta.before().stale() != delta.now().stale()
                        || delta.before().readAt().isEmpty();
        if (told) {
            soon();
        }
        if (delta.transitions().findAny().isPresent()) {
            readSoon();
        }
    }

    private void soon() {
        if (asked.compareAndSet(false, true)) {
            bench.fx()
                    .execute(
                            () -> {
                                asked.set(false);
                                tell();
                            });
        }
    }

    private void readSoon() {
        if (reading.compareAndSet(false, true)) {
            bench.timeline().after(GATHER, () -> bench.timeline().start("overview", this::read));
        }
    }

    private void read() {
        reading.set(false);
        if (shown.get() == 0) {
            return;
        }
        var now = bench.now();
        try {
            var newest =
                    new Past(
                            costs.since(Figures.earliest(now)),
                            transitions.newest(MOST_CHANGES),
                            now);
            bench.fx()
                    .execute(
                            () -> {
                                past = Optional.of(newest);
                                tell();
                            });
        } catch (HistoryException e) {
            LOG.warn("what was seen before could not be read", e);
        }
    }

    private Known known() {
        return Known.of(accounts.connections(), bench.store(), bench.now());
    }

    private void tell() {
        if (shown.get() == 0) {
            return;
        }
        var known = known();
        var commands = bench.commands().all();
        var seen = past.map(Past::seen).orElse(List.of());
        var rate = Rate.of(known.connections(), bench.store());
        var spending = past.map(p -> spending(p, known));
        var found = Concerns.all(known, commands, seen, bench, clock);
        unread.set(unread(known));
        concerns.set(found);
        figures.set(new Figures(known, rate, spending, clock).all(found));
        shares.set(Share.all(known, bench.store()));
        kinds.set(KindCount.all(known));
        events.set(new Events(known, commands, clock).all(seen));
        curve.set(
                past.flatMap(p -> spending.map(s -> reach.get().curve(s, p.at(), clock)))
                        .orElse(Curve.NONE));
        age.set(age(known));
    }

    /// Up to when it was read, and then as it was: between two readings nothing began or ended.
    private static Spending spending(Past past, Known known) {
        var ids =
                known.connections().stream()
                        .filter(Rate::isCounted)
                        .map(c -> c.account().id())
                        .collect(Collectors.toSet());
        return Spending.of(past.steps(), ids, Figures.earliest(past.at()), past.at());
    }

    private String age(Known known) {
        if (known.connections().isEmpty()) {
            return Words.of("empty.no-account");
        }
        var good =
                known.feeds().stream()
                        .filter(f -> f.type().kind() == Kind.INSTANCE && !f.snapshot().stale())
                        .flatMap(f -> f.snapshot().readAt().stream())
                        .min(Comparator.naturalOrder());
        if (good.isPresent()) {
            return Words.of("table.updated", age(good.get(), known));
        }
        return known.feeds().stream()
                .filter(f -> f.type().kind() == Kind.INSTANCE)
                .flatMap(f -> f.snapshot().readAt().stream())
                .min(Comparator.naturalOrder())
                .map(at -> Words.of("overview.as-of", age(at, known)))
                .orElseGet(() -> waiting(known));
    }

    private static String unread(Known known) {
        return known.connections().isEmpty() || known.isAnythingRead() ? "" : waiting(known);
    }

    /// An account that fails is not being read, as far as a person is concerned.
    private static String waiting(Known known) {
        boolean failing = known.connections().stream().allMatch(c -> c.health().why().isPresent());
        return Words.of(failing ? "overview.not-read-yet" : "table.loading");
    }

    private static String age(Instant at, Known known) {
        return Formats.age(Duration.between(at, known.now()));
    }

    @Override
    public void close() {
        shown.set(0);
        pins.forEach(Pin::close);
        healths.getAndSet(() -> {}).close();
    }
}
