package io.pilothouse.ui.shell.menu;

import io.pilothouse.ui.kit.Formats;
import io.pilothouse.ui.kit.Shortcut;
import io.pilothouse.ui.kit.Words;
import io.pilothouse.ui.shell.palette.Entry;

import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Every command of the palette in the system's menu bar, as it stands when a menu is opened. A bar that is not the
/// system's would take room in the window: it is made on macOS alone.
public final class SystemMenu {
    /// What can be seen of an entry.
    private record Seen(String id, String text, Optional<String> off) {
        static Seen of(Entry entry) {
            return new Seen(entry.id(), SystemMenu.text(entry), entry.off());
        }
    }

    private final MenuBar bar = new MenuBar();
    private final Supplier<List<Entry>> all;
    private final Consumer<Entry> run;
    private List<Seen> shown = List.of();

    /// @param all as they stand when they are asked for
    /// @param run is given what was chosen
    public SystemMenu(Supplier<List<Entry>> all, Consumer<Entry> run) {
        this.all = all;
        this.run = run;
        bar.setUseSystemMenuBar(true);
        refresh();
    }

    /// Has this system a menu bar of its own?
    ///
    /// @param system as `os.name` names it
    public static boolean exists(String system) {
        return system.startsWith("Mac");
    }

    /// To be put into the scene, where it takes no room.
    public MenuBar bar() {
        return bar;
    }

    /// Takes up what has changed since; does nothing where nothing has.
    public void refresh() {
        var entries = all.get();
        var now = entries.stream().map(Seen::of).toList();
        if (!now.equals(shown)) {
            shown = now;
            bar.getMenus()
                    .setAll(
                            Menus.of(entries).entrySet().stream()
                                    .map(e -> menu(e.getKey(), e.getValue()))
                                    .toList());
        }
    }

    private Menu menu(Menus.Title title, List<Entry> entries) {
        var menu = new Menu(Words.of("menu." + title.id()));
        menu.getItems().setAll(entries.stream().map(this::item).toList());
        return menu;
    }

    /// What is made anew says for whom: a menu has no column for it.
    private static String text(Entry entry) {
        var name = entry.account().map(a -> Formats.oneLine(a.name())).orElse("");
        var whose = entry.note().isEmpty() ? name : name + ", " + entry.note();
        return Menus.of(entry) == Menus.Title.NEW
                ? Words.of("menu.off", entry.text(), whose)
                : entry.text();
    }

    private MenuItem item(Entry entry) {
        var text = text(entry);
        var item =
                new MenuItem(entry.off().map(why -> Words.of("menu.off", text, why)).orElse(text));
        item.setMnemonicParsing(false);
        item.setDisable(entry.off().isPresent());
        // a key that acts in a table alone must not act from everywhere
        entry.keys()
                .filter(k -> k.scope() == Shortcut.Scope.WINDOW)
                .ifPresent(k -> item.setAccelerator(k.keys()));
        item.setOnAction(_ -> run.accept(entry));
        return item;
    }
}
