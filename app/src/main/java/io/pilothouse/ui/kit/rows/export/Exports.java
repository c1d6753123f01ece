package io.pilothouse.ui.kit.rows.export;

import io.pilothouse.ui.kit.Nodes;
import io.pilothouse.ui.kit.Screen.Command;
import io.pilothouse.ui.kit.Words;
import io.pilothouse.ui.kit.Workbench;
import io.pilothouse.ui.kit.rows.export.TextFormat.Written;

import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// What can be done with a table's text: saved or copied, in each format. One definition for the button's menu and the
/// palette.
public final class Exports {
    private final Workbench bench;
    private final String name;
    private final Supplier<Sheet> sheet;
    private final Save save;
    private final Consumer<String> say;
    private final ContextMenu menu = new ContextMenu();
    private final Button button =
            Nodes.iconButton("download", Words.of("export.button"), this::open);

    /// @param name of the table, as a file's without its ending
    /// @param sheet what it shows just now
    /// @param say takes in words what became of it
    public Exports(
            Workbench bench, String name, Supplier<Sheet> sheet, Save save, Consumer<String> say) {
        this.bench = bench;
        this.name = name;
        this.sheet = sheet;
        this.save = save;
        this.say = say;
    }

    /// Opens the menu.
    public Button button() {
        return button;
    }

    /// As the palette finds them: also by what they are for.
    public List<Command> commands() {
        return all().stream()
                .map(
                        c ->
                                new Command(
                                        c.id(),
                                        c.icon(),
                                        Words.of("export.command", Words.inSentence(c.text())),
                                        c.run()))
                .toList();
    }

    private List<Command> all() {
        var all = new ArrayList<Command>();
        Arrays.stream(TextFormat.values()).forEach(f -> all.add(saving(f)));
        Arrays.stream(TextFormat.values()).forEach(f -> all.add(copying(f)));
        return all;
    }

    private Command saving(TextFormat format) {
        return new Command(
                "export/save/" + format.ending(),
                "download",
                Words.of("export.save", words(format)),
                () -> save(format));
    }

    private Command copying(TextFormat format) {
        return new Command(
                "export/copy/" + format.ending(),
                "clipboard",
                Words.of("export.copy", words(format)),
                () -> copy(format));
    }

    private static String words(TextFormat format) {
        return Words.of("export." + format.ending());
    }

    private void save(TextFormat format) {
        var now = sheet.get();
        save.file(
                button.getScene().getWindow(),
                name + "." + format.ending(),
                () -> format.write(now),
                say);
    }

    private void copy(TextFormat format) {
        var now = sheet.get();
        bench.timeline()
                .start(
                        "copy-table",
                        () -> {
                            var written = format.write(now);
                            bench.fx().execute(() -> copied(written, now.rows().size()));
                        });
    }

    private void copied(Written written, int rows) {
        bench.clipboard().copy(written.text());
        var done = Words.count("export.copied", rows);
        say.accept(written.guarded() == 0 ? done : done + ". " + ChosenFile.guarded(written));
    }

    private void open() {
        var items = all().stream().map(Exports::item).toList();
        menu.getItems().setAll(items.subList(0, TextFormat.values().length));
        menu.getItems().add(new SeparatorMenuItem());
        menu.getItems().addAll(items.subList(TextFormat.values().length, items.size()));
        menu.show(button, Side.BOTTOM, 0, 4);
    }

    private static MenuItem item(Command command) {
        var item = new MenuItem(command.text());
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> command.run().run());
        return item;
    }
}
