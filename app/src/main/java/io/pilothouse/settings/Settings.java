package io.pilothouse.settings;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// How a person likes the window. Unchanging: each change is a new one.
///
/// @param window where it stood last; empty before the first time
/// @param zoom of all text, in percent, 50 to 300
/// @param screen id of the screen that was open last
/// @param tables by the table's id
/// @param scope the project or its like whose rows alone are shown; empty for all
/// @param panes sizes of what can be dragged, such as `drawer`, by id, in pixels at 100 %; 0 for what is folded away
/// @param choices what else was chosen or typed last, such as the tab of the drawer or a table's filter, by its id
public record Settings(
        Optional<WindowPlace> window,
        Theme theme,
        int zoom,
        Optional<String> screen,
        Optional<String> scope,
        Map<String, TableLayout> tables,
        Map<String, Double> panes,
        Map<String, String> choices) {
    public static final int LEAST_ZOOM = 50;
    public static final int MOST_ZOOM = 300;

    public static final Settings DEFAULT =
            new Settings(
                    Optional.empty(),
                    Theme.SYSTEM,
                    100,
                    Optional.empty(),
                    Optional.empty(),
                    Map.of(),
                    Map.of(),
                    Map.of());

    public enum Theme {
        SYSTEM,
        LIGHT,
        DARK
    }

    /// A window on the screens together, in pixels; of a maximised one the place it returns to.
    public record WindowPlace(double x, double y, double width, double height, boolean maximised) {}

    public Settings {
        zoom = Math.clamp(zoom, LEAST_ZOOM, MOST_ZOOM);
        tables = Collections.unmodifiableMap(new LinkedHashMap<>(tables));
        choices = Collections.unmodifiableMap(new LinkedHashMap<>(choices));
        panes = Collections.unmodifiableMap(new LinkedHashMap<>(panes));
    }

    public Settings withWindow(WindowPlace place) {
        return new Settings(Optional.of(place), theme, zoom, screen, scope, tables, panes, choices);
    }

    public Settings withTheme(Theme other) {
        return new Settings(window, other, zoom, screen, scope, tables, panes, choices);
    }

    /// @param percent brought into the range
    public Settings withZoom(int percent) {
        return new Settings(window, theme, percent, screen, scope, tables, panes, choices);
    }

    public Settings withScreen(String id) {
        return new Settings(window, theme, zoom, Optional.of(id), scope, tables, panes, choices);
    }

    public Settings withScope(Optional<String> key) {
        return new Settings(window, theme, zoom, screen, key, tables, panes, choices);
    }

    public Settings withTable(String id, TableLayout layout) {
        var more = new LinkedHashMap<>(tables);
        more.put(id, layout);
        return new Settings(window, theme, zoom, screen, scope, more, panes, choices);
    }

    /// The table as it came.
    public Settings withoutTable(String id) {
        var fewer = new LinkedHashMap<>(tables);
        fewer.remove(id);
        return new Settings(window, theme, zoom, screen, scope, fewer, panes, choices);
    }

    public Settings withPane(String id, double size) {
        var more = new LinkedHashMap<>(panes);
        more.put(id, size);
        return new Settings(window, theme, zoom, screen, scope, tables, more, choices);
    }

    /// @param value empty for none
    public Settings withChoice(String id, String value) {
        var more = new LinkedHashMap<>(choices);
        if (value.isEmpty()) {
            more.remove(id);
        } else {
            more.put(id, value);
        }
        return new Settings(window, theme, zoom, screen, scope, tables, panes, more);
    }
}
