package io.pilothouse.ui.shell;

import io.pilothouse.domain.Kind;
import io.pilothouse.settings.Settings.Theme;
import io.pilothouse.ui.kit.Shortcut;
import io.pilothouse.ui.kit.Words;
import io.pilothouse.ui.kit.act.ActionDesk;
import io.pilothouse.ui.kit.act.Offer;
import io.pilothouse.ui.kit.act.RowsScreen;
import io.pilothouse.ui.kit.rows.Row;
import io.pilothouse.ui.kit.zoom.Zoom;
import io.pilothouse.ui.shell.palette.Doors;
import io.pilothouse.ui.shell.palette.Entry;
import io.pilothouse.ui.shell.screens.Place;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/// What the palette can do to the window: everything that has a key or a button in the frame.
///
/// @param kinds that have a screen just now
/// @param places that can be gone to just now
/// @param screen the one in the middle, where it has rows
/// @param model what is chosen of the look
/// @param more what `app` adds, as it stands when it is asked for
record ShellCommands(
        MainWindow window,
        ActionDesk desk,
        Supplier<List<Kind>> kinds,
        Supplier<List<Place>> places,
        Supplier<Optional<RowsScreen>> screen,
        BiConsumer<Kind, Row.Key> show,
        ShellViewModel model,
        Supplier<List<Entry>> more)
        implements Doors {

    @Override
    public List<Entry> commands() {
        var all = new ArrayList<Entry>();
        for (var kind : kinds.get()) {
            var name = Words.inSentence(Words.of("kind." + kind.id() + ".many"));
            all.add(
                    Entry.command(
                            "go/" + kind.id(),
                            icon(kind),
                            Words.of("palette.go", name),
                            () -> window.go(kind)));
        }
        for (var place : places.get()) {
            var words = Words.of("palette.go", Words.inSentence(place.words()));
            var id = "go/place/" + place.icon();
            var go = Entry.command(id, place.icon(), words, () -> window.go(place));
            all.add(window.isSettings(place) ? go.keys(Shortcut.SETTINGS) : go);
        }
        if (window.canGo(-1)) {
            all.add(keyed("arrow-left", Shortcut.GO_BACK, () -> window.goAlong(-1)));
        }
        if (window.canGo(1)) {
            all.add(keyed("arrow-right", Shortcut.GO_FORWARD, () -> window.goAlong(1)));
        }
        if (!kinds.get().isEmpty()) {
            all.add(keyed("arrow-clockwise", Shortcut.REFRESH, window::refresh));
        }
        all.addAll(more.get());
        for (var each : Theme.values()) {
            all.add(theme(each));
        }
        all.addAll(zoom(model.zoom()));
        all.add(keyed("info-circle", Shortcut.KEYS, window::showKeys));
        return all;
    }

    /// What has a key and needs no palette.
    static List<Entry> keyed(Runnable palette, Runnable undo) {
        return List.of(
                keyed("search", Shortcut.PALETTE, palette),
                keyed("arrow-left", Shortcut.UNDO, undo));
    }

    private static List<Entry> zoom(Zoom zoom) {
        var now = Words.of("zoom.percent", zoom.percentProperty().get());
        return List.of(
                keyed("zoom-in", Shortcut.ZOOM_IN, zoom::grow).note(now),
                keyed("zoom-out", Shortcut.ZOOM_OUT, zoom::shrink).note(now),
                keyed("search", Shortcut.ZOOM_RESET, zoom::reset).note(now));
    }

    private static Entry keyed(String icon, Shortcut keys, Runnable run) {
        var words = Words.of("shortcut." + keys.id());
        return Entry.command("key/" + keys.id(), icon, words, run).keys(keys);
    }

    private Entry theme(Theme which) {
        var id = which.name().toLowerCase(Locale.ROOT);
        var words = Words.of("palette.theme", Words.inSentence(Words.of("theme." + id)));
        return Entry.command(
                        "theme/" + id,
                        which == Theme.LIGHT ? "sun" : "moon",
                        words,
                        () -> model.themeProperty().set(which))
                .note(model.themeProperty().get() == which ? Words.of("palette.on") : "");
    }

    @Override
    public List<Offer> chosen() {
        return screen.get().map(RowsScreen::offers).orElse(List.of());
    }

    @Override
    public void begin(Offer offer) {
        desk.begin(offer);
    }

    @Override
    public void create(List<Offer> offers) {
        desk.create(offers);
    }

    @Override
    public void reveal(Kind kind, Row.Key row) {
        show.accept(kind, row);
    }

    @Override
    public String icon(Kind kind) {
        return Sidebar.icon(kind);
    }
}
