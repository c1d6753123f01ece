package io.pilothouse.ui.shell;

import io.pilothouse.ui.kit.Nodes;
import io.pilothouse.ui.kit.Shortcut;
import io.pilothouse.ui.kit.Words;
import io.pilothouse.ui.shell.filter.AccountMenu;
import io.pilothouse.ui.theme.Css;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// The top line: the program's mark, whether it is a rehearsal, whose things are shown, the way to the palette, what they
/// cost an hour, light or dark.
final class TopBar {
    /// Below it the line has no room for what a day costs, px.
    private static final double DAY_FROM = 1100;

    private final HBox view;

    /// @param search opens the palette
    /// @param costs shows what makes up the burn rate
    TopBar(ShellViewModel model, Runnable search, Runnable costs) {
        var mark = Nodes.styled(Nodes.icon("compass"), Css.ACCENT_TEXT);
        var name = Nodes.label(Words.of("app.name"), Css.SEMI);
        view = Nodes.styled(new HBox(8, mark, name), Css.TOPBAR);
        view.setAlignment(Pos.CENTER_LEFT);
        if (model.bench().rehearsal()) {
            view.getStyleClass().add(Css.REHEARSAL);
            var chip = Nodes.label(Words.of("rehearsal.chip"), Css.CHIP);
            chip.setTooltip(new javafx.scene.control.Tooltip(Words.of("rehearsal.tip")));
            chip.setMinWidth(Region.USE_PREF_SIZE);
            view.getChildren().add(chip);
        }
        view.getChildren().add(new AccountMenu(model.accounts()).view());
        var burn = Nodes.button("", "", costs, Css.GHOST, Css.SEMI);
        burn.textProperty().bind(model.burnProperty());
        burn.visibleProperty().bind(model.burnProperty().isNotEmpty());
        burn.setTooltip(new javafx.scene.control.Tooltip(Words.of("top.burn.tip")));
        var day = Nodes.label("", Css.MUTED, Css.SMALL);
        day.textProperty().bind(model.dayProperty());
        day.setMinWidth(Region.USE_PREF_SIZE);
        view.widthProperty().subscribe(w -> Nodes.present(day, w.doubleValue() >= DAY_FROM));
        var look = new ThemeButton(model.themeProperty()).node();
        burn.setMinWidth(Region.USE_PREF_SIZE);
        name.setMinWidth(Region.USE_PREF_SIZE);
        view.getChildren()
                .addAll(Nodes.spring(), searchBox(search), Nodes.spring(), burn, day, look);
    }

    /// Looks like a line to type in, and is the button that opens one.
    private static Button searchBox(Runnable search) {
        var words = Nodes.label(Words.of("palette.prompt"), Css.MUTED);
        var cap = Nodes.label(Shortcut.PALETTE.caps(), Css.KBD);
        cap.setMinWidth(Region.USE_PREF_SIZE);
        var line = new HBox(8, Nodes.icon("search"), words, Nodes.spring(), cap);
        line.setAlignment(Pos.CENTER_LEFT);
        var box = Nodes.styled(new Button(), Css.SEARCH_BOX);
        line.prefWidthProperty().bind(box.widthProperty().subtract(20));
        box.setGraphic(line);
        box.setAccessibleText(Words.of("palette.prompt"));
        box.setOnAction(_ -> search.run());
        return box;
    }

    Region view() {
        return view;
    }
}
