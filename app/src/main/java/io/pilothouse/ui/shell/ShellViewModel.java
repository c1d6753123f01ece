package io.pilothouse.ui.shell;

import io.pilothouse.domain.Money;
import io.pilothouse.domain.Pin;
import io.pilothouse.settings.Settings;
import io.pilothouse.standing.cost.Rate;
import io.pilothouse.ui.kit.Formats;
import io.pilothouse.ui.kit.Preferences;
import io.pilothouse.ui.kit.Words;
import io.pilothouse.ui.kit.Workbench;
import io.pilothouse.ui.kit.filter.AccountFilter;
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
    private static final long HOURS_A_DAY = 24;

    private final Workbench bench;
    private final ReadOnlyStringWrapper burn = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper day = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper anyAccount = new ReadOnlyBooleanWrapper();
    private final Preferences preferences;
    private final AccountFilter accounts;
    private final ObjectProperty<Settings.Theme> theme;
    private final Zoom zoom;
    private final AtomicBoolean asked = new AtomicBoolean();
    private final Pin pins;

    public ShellViewModel(Workbench bench, Preferences preferences) {
        this.bench = bench;
        this.preferences = preferences;
        accounts = new AccountFilter(bench, preferences);
        zoom = new Zoom(preferences);
        theme = new SimpleObjectProperty<>(preferences.now().theme());
        theme.subscribe(chosen -> preferences.change(p -> p.withTheme(chosen)));
        pins =
                Pin.all(
                        accounts::close,
                        bench.store().observe(_ -> soon()),
                        bench.connections().observe(this::soon),
                        accounts.shownProperty().subscribe(this::tell)::unsubscribe);
        tell();
    }

    public Workbench bench() {
        return bench;
    }

    /// What the instances of the accounts that are shown cost an hour; empty while none has a price.
    public ReadOnlyStringProperty burnProperty() {
        return burn.getReadOnlyProperty();
    }

    /// What a day of the burn rate costs; empty without one.
    public ReadOnlyStringProperty dayProperty() {
        return day.getReadOnlyProperty();
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

    /// Whose things are shown.
    public AccountFilter accounts() {
        return accounts;
    }

    /// What the instances of the accounts that are shown cost an hour, as far as prices are known.
    public Money burnRate() {
        return rate().sum();
    }

    private Rate rate() {
        return Rate.of(accounts.connections(), bench.store());
    }

    private static String said(Rate rate, String sum) {
        var sign = rate.isAtLeast() ? "money.at-least" : "money.about";
        return rate.sum().equals(Money.ZERO) ? "" : Words.of(sign, sum);
    }

    private void soon() {
        if (asked.compareAndSet(false, true)) {
            bench.fx().execute(this::tell);
        }
    }

    private void tell() {
        asked.set(false);
        var rate = rate();
        burn.set(said(rate, Words.of("price.hourly", Formats.dollars(rate.sum()))));
        day.set(
                said(
                        rate,
                        Words.of(
                                "price.daily",
                                Formats.wholeDollars(rate.sum().times(HOURS_A_DAY)))));
        anyAccount.set(!bench.connections().all().isEmpty());
    }

    @Override
    public void close() {
        pins.close();
    }
}
