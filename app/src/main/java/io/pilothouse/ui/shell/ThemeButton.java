package io.pilothouse.ui.shell;

import io.pilothouse.settings.Settings.Theme;
import io.pilothouse.ui.kit.Nodes;
import io.pilothouse.ui.kit.Words;
import io.pilothouse.ui.theme.Css;

import javafx.beans.property.ObjectProperty;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;

import java.util.Locale;

/// Shows which look was chosen, and opens a small menu: as the system, light, dark.
final class ThemeButton {
    private final ContextMenu menu = new ContextMenu();
    private final Button button =
            Nodes.iconButton("circle-half", Words.of("button.look"), this::open, Css.GHOST);

    ThemeButton(ObjectProperty<Theme> theme) {
        var group = new ToggleGroup();
        for (var each : Theme.values()) {
            var item = new RadioMenuItem(Words.of("theme." + each.name().toLowerCase(Locale.ROOT)));
            item.setToggleGroup(group);
            item.setOnAction(_ -> theme.set(each));
            theme.subscribe(chosen -> item.setSelected(chosen == each));
            menu.getItems().add(item);
        }
        theme.subscribe(chosen -> button.setGraphic(Nodes.icon(icon(chosen))));
    }

    private static String icon(Theme theme) {
        return switch (theme) {
            case SYSTEM -> "circle-half";
            case LIGHT -> "sun";
            case DARK -> "moon";
        };
    }

    Button node() {
        return button;
    }

    private void open() {
        menu.show(button, Side.BOTTOM, 0, 4);
    }
}
