package io.pilothouse.ui.settings;

import io.pilothouse.cloud.Budget;
import io.pilothouse.domain.Account;
import io.pilothouse.domain.Bytes;
import io.pilothouse.domain.Pin;
import io.pilothouse.settings.Settings;
import io.pilothouse.sync.Connection;
import io.pilothouse.ui.kit.Formats;
import io.pilothouse.ui.kit.Preferences;
import io.pilothouse.ui.kit.Screen;
import io.pilothouse.ui.kit.Words;
import io.pilothouse.ui.kit.Workbench;
import io.pilothouse.ui.settings.Keepings.Kept;
import io.pilothouse.ui.settings.Keepings.Way;
import io.pilothouse.ui.settings.Keepings.What;

import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;

/// What the settings show and change. What is on the disk is read each time the screen is shown, and after each clearing.
public final class SettingsViewModel implements Screen.Model {
    /// How an account is reached.
    ///
    /// @param budgets as they hold: `all 1/1s · launch 1/12s`
    record Reach(Account account, String budgets, String way) {}

    private final Workbench bench;
    private final Keepings keepings;
    private final Preferences preferences;
    private final IntConsumer graceChanged;
    private final ReadOnlyIntegerWrapper grace = new ReadOnlyIntegerWrapper();
    private final ObservableList<Kept> kept = FXCollections.observableArrayList();
    private final ObservableList<Reach> reaches = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final Pin pin;

    /// @param graceChanged told the seconds for second thoughts when a person chose others
    public SettingsViewModel(
            Workbench bench, Keepings keepings, Preferences preferences, IntConsumer graceChanged) {
        this.bench = bench;
        this.keepings = keepings;
        this.preferences = preferences;
        this.graceChanged = graceChanged;
        grace.set(preferences.now().grace());
        pin = bench.connections().observe(this::refresh);
    }

    /// Seconds in which what destroys or replaces a whole can be undone before it is sent.
    ReadOnlyIntegerProperty graceProperty() {
        return grace.getReadOnlyProperty();
    }

    void grace(int seconds) {
        preferences.change(p -> p.withGrace(seconds));
        grace.set(preferences.now().grace());
        graceChanged.accept(grace.get());
    }

    ObservableList<Kept> kept() {
        return kept;
    }

    ObservableList<Reach> reaches() {
        return reaches;
    }

    /// Why the last look or clearing did not work; empty when it did.
    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    String home() {
        return keepings.home().toString();
    }

    String about() {
        return keepings.about();
    }

    void copyHome() {
        bench.clipboard().copy(home());
    }

    /// Looks at the disk and the ways anew; not as time passes, as that reads the disk.
    @Override
    public void refresh() {
        work(() -> {});
    }

    @Override
    public Pin shown() {
        refresh();
        return () -> {};
    }

    void clear(What what) {
        work(() -> keepings.clear(what));
    }

    @FunctionalInterface
    private interface Work {
        void run() throws IOException;
    }

    private void work(Work first) {
        bench.timeline()
                .start(
                        "settings",
                        () -> {
                            var words = attempt(first);
                            var found = new ArrayList<Kept>();
                            var more = attempt(() -> found.addAll(keepings.kept()));
                            var now = bench.connections().all().stream().map(this::reach).toList();
                            bench.fx()
                                    .execute(
                                            () -> {
                                                problem.set(words.isEmpty() ? more : words);
                                                if (more.isEmpty()) {
                                                    kept.setAll(found);
                                                }
                                                reaches.setAll(now);
                                            });
                        });
    }

    /// A disk that refuses is said on the screen, where a person can do something about it.
    private static String attempt(Work work) {
        try {
            work.run();
            return "";
        } catch (IOException e) {
            return Words.of("settings.failed", Formats.oneLine(String.valueOf(e.getMessage())));
        }
    }

    private Reach reach(Connection connection) {
        var account = connection.account();
        var budgets = new TreeMap<String, String>();
        connection.provider().budgets().forEach((name, b) -> budgets.put(name, b.toString()));
        account.budgets()
                .forEach(
                        (name, text) ->
                                Budget.parse(text).ifPresent(b -> budgets.put(name, b.toString())));
        var text =
                budgets.entrySet().stream()
                        .map(e -> e.getKey() + " " + e.getValue())
                        .collect(Collectors.joining(" · "));
        return new Reach(account, text, words(keepings.way(account)));
    }

    static String words(Way way) {
        return switch (way.source()) {
            case LOOPBACK -> Words.of("settings.way.loopback");
            case EXCEPTION -> Words.of("settings.way.exception", way.name());
            case ACCOUNT -> Words.of("settings.way.account", way.proxy());
            case ENVIRONMENT -> Words.of("settings.way.environment", way.proxy(), way.name());
            case SYSTEM -> Words.of("settings.way.system", way.proxy());
            case NOBODY -> Words.of("settings.way.nobody");
            case UNREADABLE -> Words.of("settings.way.unreadable");
        };
    }

    /// How much of it there is: `1.2 MiB of 50 MiB`, `312 of 5,000`, `12`.
    static String amount(Kept kept) {
        var parts = new ArrayList<String>();
        if (kept.mostCount().isPresent()) {
            parts.add(of(kept.count(), kept.mostCount(), n -> Words.of("settings.number", n)));
        } else if (kept.count().isPresent()) {
            parts.add(Words.count("settings.entries", kept.count().getAsLong()));
        }
        if (kept.bytes().isPresent()) {
            parts.add(of(kept.bytes(), kept.mostBytes(), n -> Formats.bytes(new Bytes(n))));
        }
        return String.join(" · ", parts);
    }

    private static String of(
            OptionalLong now, OptionalLong most, java.util.function.LongFunction<String> words) {
        var text = words.apply(now.orElse(0));
        return most.isPresent()
                ? Words.of("settings.of", text, words.apply(most.getAsLong()))
                : text;
    }

    static boolean isEmpty(Kept kept) {
        return kept.count().orElse(kept.bytes().orElse(0)) == 0;
    }

    static List<Integer> graces() {
        return List.of(Settings.LEAST_GRACE, Settings.DEFAULT.grace(), 10, 20, Settings.MOST_GRACE);
    }

    @Override
    public void close() {
        pin.close();
    }
}
