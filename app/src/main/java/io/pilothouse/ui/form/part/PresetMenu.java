package io.pilothouse.ui.form.part;

import io.pilothouse.settings.Preset;
import io.pilothouse.ui.kit.Formats;
import io.pilothouse.ui.kit.Nodes;
import io.pilothouse.ui.kit.Words;

import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

import java.util.function.Consumer;

/// The presets of a form: to begin with one, to keep what is answered as one, to forget one.
public final class PresetMenu {
    private final MenuButton button = new MenuButton();
    private final Presets presets;
    private final Consumer<Preset> take;
    private final Runnable keep;

    /// @param take told the one that was chosen
    /// @param keep asks for a name
    public PresetMenu(Presets presets, Consumer<Preset> take, Runnable keep) {
        this.presets = presets;
        this.take = take;
        this.keep = keep;
        Nodes.name(button, Words.of("preset.menu"));
        button.setGraphic(Nodes.icon("bookmark"));
        button.setOnShowing(_ -> draw());
        draw();
    }

    public MenuButton node() {
        return button;
    }

    private void draw() {
        button.getItems().clear();
        var all = presets.all();
        for (var preset : all) {
            button.getItems().add(item(preset, () -> take.accept(preset)));
        }
        if (!all.isEmpty()) {
            button.getItems().add(new SeparatorMenuItem());
        }
        var save = new MenuItem(Words.of("preset.keep"));
        save.setOnAction(_ -> keep.run());
        button.getItems().add(save);
        if (!all.isEmpty()) {
            var forget = new Menu(Words.of("preset.forget"));
            all.forEach(p -> forget.getItems().add(item(p, () -> presets.forget(p))));
            button.getItems().add(forget);
        }
    }

    private static MenuItem item(Preset preset, Runnable run) {
        var item = new MenuItem(Formats.oneLine(preset.name()));
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> run.run());
        return item;
    }
}
