package io.pilothouse.ui.reports;

import io.pilothouse.cloud.CloudException;
import io.pilothouse.cloud.Report.Export;
import io.pilothouse.cloud.Report.Series;
import io.pilothouse.cloud.form.Form;
import io.pilothouse.domain.Fact;
import io.pilothouse.domain.Json;
import io.pilothouse.domain.Link;
import io.pilothouse.domain.Pin;
import io.pilothouse.domain.Resource;
import io.pilothouse.sync.Connection;
import io.pilothouse.sync.feed.Poller;
import io.pilothouse.ui.form.FormViewModel;
import io.pilothouse.ui.form.FormViewModel.Sending;
import io.pilothouse.ui.kit.Formats;
import io.pilothouse.ui.kit.Problems;
import io.pilothouse.ui.kit.Screen;
import io.pilothouse.ui.kit.Workbench;
import io.pilothouse.ui.kit.filter.AccountFilter;
import io.pilothouse.ui.reports.NoSource.Way;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// What is asked of a report, and what came of it. Nothing is asked before a person presses the button, but what the
/// form itself needs to know.
public final class ReportsViewModel implements Screen.Model {
    private static final String WHY = "report";

    /// How it stands with the answer.
    public sealed interface Standing {
        /// Nothing was asked yet.
        record Open() implements Standing {}

        record Reading() implements Standing {}

        record Failed(CloudException why) implements Standing {}

        /// @param answers what was asked
        record Rows(Source source, Json answers, List<Resource> rows) implements Standing {
            Map<Link, String> names() {
                return source.names(
                        rows.stream()
                                .flatMap(
                                        row ->
                                                source.report().columns().stream()
                                                        .flatMap(f -> row.get(f).stream()))
                                .filter(Link.class::isInstance)
                                .map(Link.class::cast)
                                .collect(Collectors.toSet()));
            }
        }
    }

    /// How the rows are drawn.
    ///
    /// @param unit of the rows that are drawn; empty where the series has none
    public record Drawing(Series series, Fact<?> group, String unit, List<String> units) {}

    private final Workbench bench;
    private final AccountFilter accounts;
    private final ReadOnlyObjectWrapper<List<Source>> sources =
            new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<Source>> source =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<FormViewModel>> form =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Standing> standing =
            new ReadOnlyObjectWrapper<>(new Standing.Open());
    private final ReadOnlyObjectWrapper<Optional<Drawing>> drawing =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Map<Link, String>> names =
            new ReadOnlyObjectWrapper<>(Map.of());
    private final ReadOnlyObjectWrapper<NoSource> noSource =
            new ReadOnlyObjectWrapper<>(NoSource.NOT);
    private final Map<String, Json> before = new HashMap<>();
    private final Pin pins;
    private Pin read = () -> {};

    /// @param accounts whose reports alone can be chosen
    public ReportsViewModel(Workbench bench, AccountFilter accounts) {
        this.bench = bench;
        this.accounts = accounts;
        pins =
                Pin.all(
                        bench.connections().observe(() -> bench.fx().execute(this::tell)),
                        accounts.shownProperty().subscribe(this::tell)::unsubscribe,
                        bench.store()
                                .observe(
                                        d -> {
                                            if (d.rowsChanged()) {
                                                bench.fx().execute(this::known);
                                            } else if (sources.get().isEmpty()) {
                                                bench.fx().execute(this::tell);
                                            }
                                        }));
        tell();
    }

    ReadOnlyObjectProperty<List<Source>> sourcesProperty() {
        return sources.getReadOnlyProperty();
    }

    /// Why none can be chosen.
    ReadOnlyObjectProperty<NoSource> noSourceProperty() {
        return noSource.getReadOnlyProperty();
    }

    /// Reads again what reports are asked of.
    void readScopes(Connection connection) {
        connection.poller().refresh(types(connection));
    }

    /// Shows the reports of every account.
    void showAll() {
        accounts.all();
    }

    /// Some seconds have passed: an account that was signed out may be signed in.
    @Override
    public void tick() {
        tell();
    }

    ReadOnlyObjectProperty<Optional<Source>> sourceProperty() {
        return source.getReadOnlyProperty();
    }

    /// Empty while what it needs to know is being read.
    public ReadOnlyObjectProperty<Optional<FormViewModel>> formProperty() {
        return form.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Standing> standingProperty() {
        return standing.getReadOnlyProperty();
    }

    /// Empty where there is nothing to draw.
    public ReadOnlyObjectProperty<Optional<Drawing>> drawingProperty() {
        return drawing.getReadOnlyProperty();
    }

    /// What that is called to which the rows are related, as far as it is known.
    ReadOnlyObjectProperty<Map<Link, String>> namesProperty() {
        return names.getReadOnlyProperty();
    }

    /// Words of a value in the answer.
    String words(Object value) {
        return value instanceof Link link
                ? Formats.oneLine(names.get().getOrDefault(link, link.key()))
                : Formats.fact(value, bench.now());
    }

    /// The way on where no report can be chosen, or where the service refused the key of the one that is.
    Optional<Way> way() {
        return standing.get() instanceof Standing.Failed(var why) && Poller.signsOut(why)
                ? source.get()
                        .map(s -> new Way.SignIn(s.connection().account(), Problems.remedy(why)))
                : noSource.get().way();
    }

    /// Goes to another report; what was read of the one before is put away.
    void choose(Source other) {
        if (source.get().map(Source::key).equals(Optional.of(other.key()))) {
            return;
        }
        read.close();
        source.set(Optional.of(other));
        standing.set(new Standing.Open());
        drawing.set(Optional.empty());
        open(other);
    }

    /// Makes the form, once what it needs is known.
    private void open(Source it) {
        show(Optional.empty());
        var first = it.report().before().apply(it.scope());
        var known = before.get(it.key());
        if (first.isEmpty() || known != null) {
            show(Optional.of(made(it, known == null ? Json.absent() : known)));
            return;
        }
        standing.set(new Standing.Reading());
        ask(() -> it.connection().read(first.get(), WHY, told(it, json -> opened(it, json))));
    }

    private void opened(Source it, Json json) {
        before.put(it.key(), json);
        standing.set(new Standing.Open());
        show(Optional.of(made(it, json)));
    }

    private Form made(Source it, Json json) {
        return it.report().asks().form(it.scope(), json, it.known(), today());
    }

    private void show(Optional<Form> made) {
        form.get().ifPresent(FormViewModel::close);
        form.set(made.map(f -> new FormViewModel(f, this::inventory)));
    }

    private io.pilothouse.domain.Inventory inventory() {
        return source.get().map(Source::known).orElse(io.pilothouse.domain.Inventory.NONE);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(bench.now(), ZoneOffset.UTC);
    }

    /// Asks with what stands in the form, if nothing is wrong with it.
    public Sending ask() {
        var asked = form.get();
        if (asked.isEmpty() || source.get().isEmpty()) {
            // what the form needs could not be read: that is tried again
            source.get().ifPresent(this::open);
            return Sending.FIX;
        }
        var sending = asked.get().trySending();
        if (sending == Sending.READY) {
            var it = source.get().get();
            var answers = asked.get().answers();
            standing.set(new Standing.Reading());
            drawing.set(Optional.empty());
            ask(
                    () ->
                            it.connection()
                                    .read(
                                            it.report().call().apply(it.scope(), answers),
                                            WHY,
                                            told(it, rows -> answered(it, answers, rows))));
        }
        return sending;
    }

    private void answered(Source it, Json answers, List<Resource> rows) {
        var shown = new Standing.Rows(it, answers, rows);
        names.set(shown.names());
        standing.set(shown);
        drawing.set(
                it.report()
                        .series()
                        .filter(s -> !s.groups().isEmpty() && !rows.isEmpty())
                        .map(s -> first(s, rows)));
    }

    private static Drawing first(Series series, List<Resource> rows) {
        var units = Bars.units(rows, series);
        return new Drawing(series, series.groups().getFirst(), units.getFirst(), units);
    }

    /// Divides the bars by another fact.
    void group(Fact<?> by) {
        drawing.set(drawing.get().map(d -> new Drawing(d.series(), by, d.unit(), d.units())));
    }

    /// Draws the rows of another unit.
    void unit(String unit) {
        drawing.set(drawing.get().map(d -> new Drawing(d.series(), d.group(), unit, d.units())));
    }

    Bars bars(Drawing how) {
        return standing.get() instanceof Standing.Rows(_, _, var rows)
                ? Bars.of(rows, how.series(), how.group(), how.unit())
                : Bars.of(List.of(), how.series(), how.group(), how.unit());
    }

    /// The service's own file for what was asked; empty where it has none.
    Optional<Export> export() {
        return standing.get() instanceof Standing.Rows(var it, _, _)
                ? it.report().export()
                : Optional.empty();
    }

    /// Reads the service's own file.
    void export(Consumer<String> text, Consumer<CloudException> failed) {
        if (standing.get() instanceof Standing.Rows(var it, var answers, _)) {
            it.report()
                    .export()
                    .ifPresent(
                            e ->
                                    read =
                                            it.connection()
                                                    .read(
                                                            e.call().apply(it.scope(), answers),
                                                            WHY,
                                                            r -> exported(r, text, failed)));
        }
    }

    private void exported(
            Connection.Read<String> r, Consumer<String> text, Consumer<CloudException> failed) {
        bench.fx()
                .execute(
                        () -> {
                            switch (r) {
                                case Connection.Read.Value<String>(var t) -> text.accept(t);
                                case Connection.Read.Failed<String>(var why) -> failed.accept(why);
                            }
                        });
    }

    /// A description may refuse to make a call of these answers; that is a failure like any other.
    private void ask(Supplier<Pin> reading) {
        read.close();
        try {
            read = reading.get();
        } catch (RuntimeException e) {
            standing.set(
                    new Standing.Failed(
                            new CloudException.Unreadable(0, String.valueOf(e.getMessage()))));
        }
    }

    private <T> Consumer<Connection.Read<T>> told(Source it, Consumer<T> then) {
        return r ->
                bench.fx()
                        .execute(
                                () -> {
                                    if (source.get().filter(it::equals).isEmpty()) {
                                        return;
                                    }
                                    switch (r) {
                                        case Connection.Read.Value<T>(var v) -> then.accept(v);
                                        case Connection.Read.Failed<T>(var why) ->
                                                standing.set(new Standing.Failed(why));
                                    }
                                });
    }

    /// Accounts come and go, and so do their scopes.
    private void tell() {
        var now = Source.of(accounts.connections());
        noSource.set(now.isEmpty() ? NoSource.of(accounts, bench) : NoSource.NOT);
        if (!keys(now).equals(keys(sources.get()))) {
            sources.set(now);
            var still = source.get().filter(s -> keys(now).contains(s.key()));
            if (still.isEmpty()) {
                source.set(Optional.empty());
                read.close();
                standing.set(new Standing.Open());
                drawing.set(Optional.empty());
                show(Optional.empty());
                now.stream().findFirst().ifPresent(this::choose);
            }
        }
    }

    private static List<String> keys(List<Source> all) {
        return all.stream().map(Source::key).toList();
    }

    private void known() {
        tell();
        if (standing.get() instanceof Standing.Rows shown) {
            names.set(shown.names());
        }
        form.get().ifPresent(FormViewModel::inventoryChanged);
    }

    /// What the form chooses from, and the scopes, are kept fresh while the pin lives.
    @Override
    public Pin shown() {
        return Pin.all(
                bench.connections().all().stream()
                        .map(c -> c.poller().show(types(c)))
                        .toArray(Pin[]::new));
    }

    private static Set<String> types(Connection connection) {
        var all = new HashSet<String>();
        connection.cloud().reports().forEach(r -> r.scope().ifPresent(all::add));
        return all;
    }

    @Override
    public void close() {
        pins.close();
        read.close();
        form.get().ifPresent(FormViewModel::close);
    }
}
