package io.pilothouse.settings;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// How a person likes the window. Unchanging: each change is a new one.
///
/// @param window where it stood last; empty before the first time
/// @param zoom of the whole window, in percent, 80 to 200
/// @param screen id of the screen that was open last
/// @param tables by the table's id
/// @param scope the project or its like whose rows alone are shown; empty for all
/// @param accounts ids of those whose things alone are shown; empty for all
/// @param grace seconds in which what destroys or replaces a whole can be undone before it is sent, 3 to 60
/// @param recents ids of what was chosen in the palette lately, the newest first; at most 50
/// @param panes sizes of what can be dragged, such as `drawer`, by id, in pixels at 100 %; 0 for what is folded away
/// @param presets answers kept under names; at most 100
/// @param choices what else was chosen or typed last, such as the tab of the drawer or a table's filter, by its id
public record Settings(
        Optional<WindowPlace> window,
        Theme theme,
        int zoom,
        Optional<String> screen,
        Optional<String> scope,
        List<String> accounts,
        Map<String, TableLayout> tables,
        Map<String, Double> panes,
        int grace,
        List<String> recents,
        Map<String, String> choices,
        List<Preset> presets) {
    public static final int LEAST_ZOOM = 80;
    public static final int MOST_ZOOM = 200;
    public static final int LEAST_GRACE = 3;
    public static final int MOST_GRACE = 60;
    static final int MOST_RECENTS = 50;
    static final int MOST_PRESETS = 100;

    public static final Settings DEFAULT =
            new Settings(
                    Optional.empty(),
                    Theme.SYSTEM,
                    100,
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    Map.of(),
                    Map.of(),
                    5,
                    List.of(),
                    Map.of(),
                    List.of());

    public enum Theme {
        SYSTEM,
        LIGHT,
        DARK
    }

    /// A window on the screens together, in pixels; of a maximised one the place it returns to.
    public record WindowPlace(double x, double y, double width, double height, boolean maximised) {}

    public Settings {
        zoom = Math.clamp(zoom, LEAST_ZOOM, MOST_ZOOM);
        accounts = List.copyOf(accounts);
        grace = Math.clamp(grace, LEAST_GRACE, MOST_GRACE);
        recents = recents.stream().limit(MOST_RECENTS).toList();
        tables = Collections.unmodifiableMap(new LinkedHashMap<>(tables));
        presets = presets.stream().limit(MOST_PRESETS).toList();
        choices = Collections.unmodifiableMap(new LinkedHashMap<>(choices));
        panes = Collections.unmodifiableMap(new LinkedHashMap<>(panes));
    }

    public Settings withWindow(WindowPlace place) {
        return with(d -> d.window = Optional.of(place));
    }

    public Settings withTheme(Theme other) {
        return with(d -> d.theme = other);
    }

    /// @param percent brought into the range
    public Settings withZoom(int percent) {
        return with(d -> d.zoom = percent);
    }

    public Settings withScreen(String id) {
        return with(d -> d.screen = Optional.of(id));
    }

    public Settings withScope(Optional<String> key) {
        return with(d -> d.scope = key);
    }

    /// @param ids none for all
    public Settings withAccounts(List<String> ids) {
        return with(d -> d.accounts = ids);
    }

    public Settings withTable(String id, TableLayout layout) {
        return with(d -> d.tables.put(id, layout));
    }

    /// The table is laid out as it is for a newcomer.
    public Settings withoutTable(String id) {
        return with(d -> d.tables.remove(id));
    }

    public Settings withPane(String id, double size) {
        return with(d -> d.panes.put(id, size));
    }

    /// @param seconds brought into the range
    public Settings withGrace(int seconds) {
        return with(d -> d.grace = seconds);
    }

    public Settings withRecents(List<String> ids) {
        return with(d -> d.recents = ids);
    }

    /// @param value empty for none
    public Settings withChoice(String id, String value) {
        return with(
                d -> {
                    if (value.isEmpty()) {
                        d.choices.remove(id);
                    } else {
                        d.choices.put(id, value);
                    }
                });
    }

    /// The newest comes first; one of its name goes.
    public Settings withPreset(Preset preset) {
        return withoutPreset(preset).with(d -> d.presets.addFirst(preset));
    }

    public Settings withoutPreset(Preset preset) {
        return with(d -> d.presets.removeIf(preset::isNamed));
    }

    private Settings with(Consumer<Draft> change) {
        var draft = new Draft(this);
        change.accept(draft);
        return draft.done();
    }

    /// The same, while something in it is changed.
    private static final class Draft {
        private Optional<WindowPlace> window;
        private Theme theme;
        private int zoom;
        private Optional<String> screen;
        private Optional<String> scope;
        private List<String> accounts;
        private final Map<String, TableLayout> tables;
        private final Map<String, Double> panes;
        private int grace;
        private List<String> recents;
        private final Map<String, String> choices;
        private final List<Preset> presets;

        Draft(Settings from) {
            window = from.window;
            theme = from.theme;
            zoom = from.zoom;
            screen = from.screen;
            scope = from.scope;
            accounts = from.accounts;
            tables = new LinkedHashMap<>(from.tables);
            panes = new LinkedHashMap<>(from.panes);
            grace = from.grace;
            recents = from.recents;
            choices = new LinkedHashMap<>(from.choices);
            presets = new ArrayList<>(from.presets);
        }

        Settings done() {
            return new Settings(
                    window, theme, zoom, screen, scope, accounts, tables, panes, grace, recents,
                    choices, presets);
        }
    }
}
