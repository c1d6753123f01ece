package io.pilothouse.ui.accounts;

import io.pilothouse.ui.kit.Accounts;
import io.pilothouse.ui.kit.Nodes;
import io.pilothouse.ui.kit.Words;
import io.pilothouse.ui.theme.Css;

import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The five colours of accounts side by side; the one that is on says its name.
final class Swatches {
    private final VBox view;

    Swatches(StringProperty colour) {
        var line = Nodes.styled(new HBox(), "ph-swatches");
        var name = Nodes.label("", Css.FIELD_HINT);
        var group = new ToggleGroup();
        for (var one : AccountDialogViewModel.COLOURS) {
            var button = Nodes.styled(new ToggleButton(), "ph-swatch");
            button.setGraphic(Nodes.styled(new Region(), "ph-swatch-colour", Accounts.colour(one)));
            Nodes.name(button, Words.of("colour." + one));
            button.setToggleGroup(group);
            // a click on the one that is on does not turn it off
            button.setOnAction(_ -> button.setSelected(true));
            // also by the arrow keys, which turn on without pressing
            button.selectedProperty()
                    .subscribe(
                            on -> {
                                if (on) {
                                    colour.set(one);
                                }
                            });
            colour.subscribe(
                    now -> {
                        button.setSelected(one.equals(now));
                        name.setText(Words.of("colour." + now));
                    });
            line.getChildren().add(button);
        }
        line.getChildren().add(name);
        var label = Nodes.label(Words.of("field.account.colour"), Css.FIELD_LABEL);
        view = Nodes.styled(new VBox(label, line), Css.FIELD);
    }

    Node view() {
        return view;
    }
}
