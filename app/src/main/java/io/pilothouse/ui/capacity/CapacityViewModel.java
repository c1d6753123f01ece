package io.pilothouse.ui.capacity;

import io.pilothouse.cloud.Action;
import io.pilothouse.cloud.CloudException;
import io.pilothouse.domain.Account;
import io.pilothouse.domain.Json;
import io.pilothouse.domain.Kind;
import io.pilothouse.domain.Pin;
import io.pilothouse.domain.Resource;
import io.pilothouse.store.Snapshot;
import io.pilothouse.sync.Connection;
import io.pilothouse.sync.feed.Health;
import io.pilothouse.ui.kit.Screen;
import io.pilothouse.ui.kit.Workbench;
import io.pilothouse.ui.kit.act.Offer;
import io.pilothouse.ui.kit.filter.AccountFilter;
import io.pilothouse.ui.kit.rows.CapacitySource;
import io.pilothouse.ui.kit.rows.RowFilter;
import io.pilothouse.ui.kit.rows.Tally;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

/// What every account that is shown says of its capacity, narrowed by the filter.
final class CapacityViewModel implements Screen.Model {
    /// One account's grid.
    ///
    /// @param counts it says how many, and not only whether
    /// @param whole the grid before the filter
    /// @param readAt when the oldest part of it was read; empty when some was never
    /// @param why it is older than it should be, or is not there at all
    /// @param signedOut and nothing is read before a person does something
    /// @param remembered from an earlier run, and not read again yet
    record Card(
            Account account,
            boolean counts,
            CapacityGrid grid,
            CapacityGrid whole,
            Optional<Instant> readAt,
            Optional<CloudException> why,
            boolean signedOut,
            boolean remembered) {
        boolean isStale() {
            return why.isPresent() || remembered;
        }
    }

    /// An offer with the answers that its form begins with.
    record Launch(List<Offer> offers, Json answers) {}

    private final Workbench bench;
    private final AccountFilter accounts;
    private final StringProperty filter = new SimpleStringProperty("");
    private final BooleanProperty onlyAvailable = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<List<Card>> cards = new ReadOnlyObjectWrapper<>(List.of());
    private final AtomicBoolean asked = new AtomicBoolean();
    private final Pin pins;

    /// @param accounts whose capacity alone is shown
    CapacityViewModel(Workbench bench, AccountFilter accounts) {
        this.bench = bench;
        this.accounts = accounts;
        pins =
                Pin.all(
                        bench.store().observe(_ -> soon()),
                        bench.connections().observe(this::soon),
                        accounts.shownProperty().subscribe(this::soon)::unsubscribe);
        filter.subscribe(_ -> tell());
        onlyAvailable.subscribe(_ -> tell());
    }

    Workbench bench() {
        return bench;
    }

    /// Whose capacity alone is shown.
    AccountFilter accounts() {
        return accounts;
    }

    /// Words for types and their hardware; `region:`, `account:` and `type:` for one place, `!` for the opposite.
    StringProperty filterProperty() {
        return filter;
    }

    /// Are only types shown that can be had somewhere?
    BooleanProperty onlyAvailableProperty() {
        return onlyAvailable;
    }

    /// Account by account, those whose every line is hidden too.
    ReadOnlyObjectProperty<List<Card>> cardsProperty() {
        return cards.getReadOnlyProperty();
    }

    private void soon() {
        if (asked.compareAndSet(false, true)) {
            bench.fx().execute(this::tell);
        }
    }

    private void tell() {
        asked.set(false);
        var line = RowFilter.parse(filter.get());
        cards.set(sources().map(s -> card(s, line)).toList());
    }

    private Stream<CapacitySource> sources() {
        return accounts.connections().stream().flatMap(c -> CapacitySource.of(c).stream());
    }

    private Card card(CapacitySource source, RowFilter line) {
        var feeds = source.feeds().stream().map(bench.store()::get).toList();
        boolean read = !feeds.isEmpty() && feeds.stream().allMatch(f -> f.readAt().isPresent());
        boolean signedOut = source.connection().health().state() == Health.State.SIGNED_OUT;
        var whole =
                CapacityGrid.of(
                        source.counts(),
                        source.connection().cloud(),
                        source.connection().inventory());
        return new Card(
                source.connection().account(),
                source.counts(),
                filtered(source.connection().account(), whole, line),
                whole,
                read
                        ? feeds.stream()
                                .flatMap(f -> f.readAt().stream())
                                .min(Comparator.naturalOrder())
                        : Optional.empty(),
                feeds.stream().flatMap(f -> Tally.why(f, source.connection()).stream()).findFirst(),
                signedOut,
                feeds.stream().anyMatch(Snapshot::remembered));
    }

    private CapacityGrid filtered(Account account, CapacityGrid whole, RowFilter line) {
        var regions = line.terms().stream().filter(t -> t.place().equals("region")).toList();
        var others = line.terms().stream().filter(t -> !t.place().equals("region")).toList();
        var narrowed =
                whole.only(
                        l -> others.stream().allMatch(t -> found(account, l, t) != t.negated()),
                        r -> regions.stream().allMatch(t -> has(r, t.text()) != t.negated()));
        return onlyAvailable.get()
                ? narrowed.only(CapacityGrid.Line::isAvailable, _ -> true)
                : narrowed;
    }

    private static boolean found(Account account, CapacityGrid.Line line, RowFilter.Term term) {
        return switch (term.place()) {
            case "account" -> has(account.name(), term.text());
            case "type", "name" -> has(line.type(), term.text());
            case "state" -> false;
            default ->
                    has(line.type(), term.text())
                            || has(line.hardware(), term.text())
                            || has(account.name(), term.text());
        };
    }

    private static boolean has(String value, String text) {
        return value.toLowerCase(Locale.ROOT).contains(text);
    }

    /// How an instance of that type is made there, with both already answered; empty where the account has no such action.
    Optional<Launch> launch(
            Account account, String type, String region, Optional<Resource.Ref> last) {
        var all =
                Offer.creating(Kind.INSTANCE, bench.connections()).stream()
                        .filter(o -> o.connection().account().id().equals(account.id()))
                        .filter(o -> o.action().effect() == Action.Effect.COST)
                        .sorted(
                                Comparator.comparing(
                                        o -> !o.scope().map(Resource::ref).equals(last)))
                        .toList();
        for (var offer : all) {
            var preset =
                    Preset.of(
                            offer.action().form().apply(offer.about(), offer.known()),
                            offer.known(),
                            type,
                            region);
            if (preset.isPresent() || offer.off().isPresent()) {
                var same =
                        all.stream()
                                .filter(o -> o.action().id().equals(offer.action().id()))
                                .toList();
                return Optional.of(new Launch(same, preset.orElse(Json.obj())));
            }
        }
        return Optional.empty();
    }

    /// Some seconds have passed.
    @Override
    public void tick() {
        tell();
    }

    @Override
    public void refresh() {
        sources().forEach(s -> s.connection().poller().refresh(types(s.connection())));
    }

    /// Keeps all grids fresh while the pin lives, also those of accounts that are opened or chosen meanwhile.
    @Override
    public Pin shown() {
        return accounts.follow(c -> c.poller().show(types(c)));
    }

    private static Set<String> types(Connection connection) {
        var all = new HashSet<String>();
        connection.cloud().of(Kind.CAPACITY).forEach(t -> all.add(t.id()));
        connection.cloud().of(Kind.INSTANCE_TYPE).forEach(t -> all.add(t.id()));
        return all;
    }

    @Override
    public void close() {
        pins.close();
    }
}
