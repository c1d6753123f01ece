package io.pilothouse.ui.shell;

import io.pilothouse.domain.Facts;
import io.pilothouse.domain.Kind;
import io.pilothouse.domain.Money;
import io.pilothouse.domain.Pin;
import io.pilothouse.domain.Status.Phase;
import io.pilothouse.settings.Settings;
import io.pilothouse.ui.kit.Formats;
import io.pilothouse.ui.kit.Preferences;
import io.pilothouse.ui.kit.Words;
import io.pilothouse.ui.kit.Workbench;
import io.pilothouse.ui.kit.zoom.Zoom;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;

import java.util.concurrent.atomic.AtomicBoolean;

/// What the frame itself shows: the burn rate, the look, whether there is any account.
public final class ShellViewModel implements AutoCloseable {
    private final Workbench bench;
    private final ReadOnlyStringWrapper burn = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper anyAccount = new ReadOnlyBooleanWrapper();
    private final Preferences preferences;
    private final ObjectProperty<Settings.Theme> theme;
    private final Zoom zoom;
    private final AtomicBoolean asked = new AtomicBoolean();
    private final Pin pins;

    public ShellViewModel(Workbench bench, Preferences preferences) {
        this.bench = bench;
        this.preferences = preferences;
        zoom = new Zoom(preferences);
        theme = new SimpleObjectProperty<>(preferences.now().theme());
        theme.subscribe(chosen -> preferences.change(p -> p.withTheme(chosen)));
        pins = Pin.all(bench.store().observe(_ -> soon()), bench.connections().observe(this::soon));
        tell();
    }

    public Workbench bench() {
        return bench;
    }

    /// What all running instances cost an hour; empty while none has a price.
    public ReadOnlyStringProperty burnProperty() {
        return burn.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty anyAccountProperty() {
        return anyAccount.getReadOnlyProperty();
    }

    /// What the person chose; kept.
    public ObjectProperty<Settings.Theme> themeProperty() {
        return theme;
    }

    public Zoom zoom() {
        return zoom;
    }

    public Preferences preferences() {
        return preferences;
    }

    /// What all running instances of all accounts cost an hour, as far as prices are known.
    public Money burnRate() {
        return bench.connections().all().stream()
                .flatMap(
                        c ->
                                c.cloud()
                                        .of(Kind.INSTANCE)
                                        .flatMap(t -> c.inventory().of(t.id()).stream()))
                .filter(r -> r.status().phase() != Phase.GONE)
                .flatMap(r -> r.get(Facts.PRICE).stream())
                .reduce(Money.ZERO, Money::plus);
    }

    private void soon() {
        if (asked.compareAndSet(false, true)) {
            bench.fx().execute(this::tell);
        }
    }

    private void tell() {
        asked.set(false);
        var rate = burnRate();
        burn.set(rate.equals(Money.ZERO) ? "" : Words.of("price.hourly", Formats.dollars(rate)));
        anyAccount.set(!bench.connections().all().isEmpty());
    }

    @Override
    public void close() {
        pins.close();
    }
}
