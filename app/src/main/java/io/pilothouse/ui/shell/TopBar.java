package io.pilothouse.ui.shell;

import io.pilothouse.ui.kit.Nodes;
import io.pilothouse.ui.kit.Words;
import io.pilothouse.ui.theme.Css;

import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// The top line: the program's mark, whether it is a rehearsal, what all costs an hour, light or dark.
final class TopBar {
    private final HBox view;

    TopBar(ShellViewModel model) {
        var mark = Nodes.styled(Nodes.icon("compass"), Css.ACCENT_TEXT);
        var name = Nodes.label(Words.of("app.name"), Css.SEMI);
        view = Nodes.styled(new HBox(8, mark, name), Css.TOPBAR);
        view.setAlignment(Pos.CENTER_LEFT);
        if (model.bench().rehearsal()) {
            view.getStyleClass().add(Css.REHEARSAL);
            var chip = Nodes.label(Words.of("rehearsal.chip"), Css.CHIP);
            chip.setTooltip(new javafx.scene.control.Tooltip(Words.of("rehearsal.tip")));
            view.getChildren().add(chip);
        }
        var burn = Nodes.label("", Css.SEMI);
        burn.textProperty().bind(model.burnProperty());
        burn.setTooltip(new javafx.scene.control.Tooltip(Words.of("top.burn.tip")));
        var look = new ThemeButton(model.themeProperty()).node();
        view.getChildren().addAll(Nodes.spring(), burn, look);
    }

    Region view() {
        return view;
    }
}
