package io.pilothouse.ui.shell.menu;

import io.pilothouse.ui.shell.palette.Entry;
import io.pilothouse.ui.shell.palette.Entry.Section;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// In which menu a command stands. Pure: the same commands give the same menus.
final class Menus {
    /// From left to right. Words: `menu.<id>`.
    enum Title {
        NEW("new"),
        ACTIONS("actions"),
        GO("go"),
        VIEW("view"),
        ACCOUNTS("accounts"),
        HELP("help"),
        /// What nobody found a place for; a test keeps it empty.
        MORE("more");

        private final String id;

        Title(String id) {
            this.id = id;
        }

        String id() {
            return id;
        }
    }

    private static final Set<String> GOING = Set.of("key/palette", "key/go-back", "key/go-forward");

    private Menus() {}

    static Title of(Entry entry) {
        var id = entry.id();
        if (entry.section() == Section.CHOSEN
                || id.equals("key/undo")
                || id.startsWith("export/")) {
            return Title.ACTIONS;
        }
        if (id.startsWith("create/")) {
            return Title.NEW;
        }
        if (id.startsWith("go/") || GOING.contains(id)) {
            return Title.GO;
        }
        if (id.equals("key/keys")) {
            return Title.HELP;
        }
        if (id.startsWith("theme/") || id.startsWith("key/") || id.startsWith("accounts/")) {
            return Title.VIEW;
        }
        return id.startsWith("account/") || id.startsWith("vault/") ? Title.ACCOUNTS : Title.MORE;
    }

    /// Menus that have something in them, in their order; in each the order of the palette.
    static Map<Title, List<Entry>> of(List<Entry> all) {
        return all.stream()
                .collect(
                        Collectors.groupingBy(
                                Menus::of,
                                () -> new EnumMap<>(Title.class),
                                Collectors.toUnmodifiableList()));
    }
}
