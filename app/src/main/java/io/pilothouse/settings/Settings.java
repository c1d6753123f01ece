package io.pilothouse.settings;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
        List<String> recents) {
    public static final int LEAST_ZOOM = 80;
    public static final int MOST_ZOOM = 200;
    public static final int LEAST_GRACE = 3;
    public static final int MOST_GRACE = 60;
    static final int MOST_RECENTS = 50;

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
        panes = Collections.unmodifiableMap(new LinkedHashMap<>(panes));
    }

    public Settings withWindow(WindowPlace place) {
        return new Settings(
                Optional.of(place),
                theme,
                zoom,
                screen,
                scope,
                accounts,
                tables,
                panes,
                grace,
                recents);
    }

    public Settings withTheme(Theme other) {
        return new Settings(
                window, other, zoom, screen, scope, accounts, tables, panes, grace, recents);
    }

    /// @param percent brought into the range
    public Settings withZoom(int percent) {
        return new Settings(
                window, theme, percent, screen, scope, accounts, tables, panes, grace, recents);
    }

    public Settings withScreen(String id) {
        return new Settings(
                window,
                theme,
                zoom,
                Optional.of(id),
                scope,
                accounts,
                tables,
                panes,
                grace,
                recents);
    }

    public Settings withScope(Optional<String> key) {
        return new Settings(
                window, theme, zoom, screen, key, accounts, tables, panes, grace, recents);
    }

    /// @param ids none for all
    public Settings withAccounts(List<String> ids) {
        return new Settings(window, theme, zoom, screen, scope, ids, tables, panes, grace, recents);
    }

    public Settings withTable(String id, TableLayout layout) {
        var more = new LinkedHashMap<>(tables);
        more.put(id, layout);
        return new Settings(
                window, theme, zoom, screen, scope, accounts, more, panes, grace, recents);
    }

    /// The table as it came.
    public Settings withoutTable(String id) {
        var fewer = new LinkedHashMap<>(tables);
        fewer.remove(id);
        return new Settings(
                window, theme, zoom, screen, scope, accounts, fewer, panes, grace, recents);
    }

    public Settings withPane(String id, double size) {
        var more = new LinkedHashMap<>(panes);
        more.put(id, size);
        return new Settings(
                window, theme, zoom, screen, scope, accounts, tables, more, grace, recents);
    }

    /// @param seconds brought into the range
    public Settings withGrace(int seconds) {
        return new Settings(
                window, theme, zoom, screen, scope, accounts, tables, panes, seconds, recents);
    }

    public Settings withRecents(List<String> ids) {
        return new Settings(
                window, theme, zoom, screen, scope, accounts, tables, panes, grace, ids);
    }
}
