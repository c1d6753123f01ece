package io.pilothouse.house;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// Who may know whom: the rooms of the program in the order of the road from the wire to the eye. A package below a
/// room's belongs to the room. Every provider and every screen is a room of its own.
final class Rooms {
    static final String ROOT = "io.pilothouse.";

    private static final String PROVIDER = "provider.*";

    /// What all providers read answers with.
    private static final String READING = "provider.reading";

    private static final String SCREEN = "ui.*";

    /// Parts of the user interface that screens share.
    private static final Set<String> SHARED = Set.of("ui.kit", "ui.theme", "ui.form", "ui.shell");

    private static final Map<String, Set<String>> MAY_KNOW = mayKnow();

    private Rooms() {}

    private static Map<String, Set<String>> mayKnow() {
        var rooms = new TreeMap<String, Set<String>>();
        rooms.put("domain", Set.of());
        rooms.put("log", Set.of("domain"));
        rooms.put("cloud", Set.of("domain"));
        rooms.put("desktop", Set.of("domain", "log"));
        rooms.put("settings", Set.of("domain", "desktop"));
        rooms.put("history", Set.of("domain"));
        rooms.put("store", Set.of("domain", "cloud"));
        rooms.put("http", Set.of("domain", "cloud", "log"));
        rooms.put(READING, Set.of("domain"));
        rooms.put(PROVIDER, Set.of("domain", "cloud", READING));
        rooms.put("work", Set.of("domain", "cloud", "log"));
        rooms.put("account", Set.of("domain", "cloud", "desktop"));
        rooms.put("sync", Set.of("domain", "cloud", "work", "store", "account", "history", "log"));
        rooms.put(
                "standing",
                Set.of("domain", "cloud", "sync", "store", "work", "history", "settings", "log"));
        rooms.put("rehearsal", Set.of("domain"));
        rooms.put("ui.theme", Set.of("domain"));
        var kit =
                Set.of(
                        "domain",
                        "cloud",
                        "store",
                        "sync",
                        "work",
                        "standing",
                        "desktop",
                        "account",
                        "settings",
                        "log",
                        "history",
                        "ui.theme");
        rooms.put("ui.kit", kit);
        rooms.put("ui.form", and(kit, "ui.kit"));
        rooms.put("ui.shell", and(kit, "ui.kit", "ui.form"));
        rooms.put(SCREEN, and(kit, "ui.kit", "ui.form"));
        return rooms;
    }

    /// The room of a package, `ui.capacity` for `io.pilothouse.ui.capacity.grid`; empty for what is not ours.
    static Optional<String> of(String packageName) {
        if (!packageName.startsWith(ROOT)) {
            return Optional.empty();
        }
        var parts = packageName.substring(ROOT.length()).split("\\.", -1);
        boolean two = parts.length > 1 && (parts[0].equals("ui") || parts[0].equals("provider"));
        return Optional.of(two ? parts[0] + "." + parts[1] : parts[0]);
    }

    static boolean exists(String room) {
        return room.equals("app") || MAY_KNOW.containsKey(kind(room));
    }

    static boolean mayKnow(String from, String to) {
        return from.equals(to)
                || from.equals("app")
                || MAY_KNOW.getOrDefault(kind(from), Set.of()).contains(kind(to));
    }

    /// The rooms that must stand alone by name, for the report of what is not built yet.
    static Set<String> named() {
        var named = new HashSet<>(MAY_KNOW.keySet());
        named.removeAll(Set.of(PROVIDER, SCREEN));
        named.add("app");
        return named;
    }

    private static String kind(String room) {
        if (room.startsWith("provider.") && !room.equals(READING)) {
            return PROVIDER;
        }
        return room.startsWith("ui.") && !SHARED.contains(room) ? SCREEN : room;
    }

    private static Set<String> and(Set<String> some, String... more) {
        var all = new HashSet<>(some);
        all.addAll(Set.of(more));
        return Set.copyOf(all);
    }
}
