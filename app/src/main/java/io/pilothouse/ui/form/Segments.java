package io.pilothouse.ui.form;

import io.pilothouse.ui.kit.Nodes;
import io.pilothouse.ui.theme.Css;

import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/// A few choices side by side of which one is always on.
public final class Segments<T> {
    private final HBox view = Nodes.styled(new HBox(), Css.SEGMENTS);

    public Segments(List<T> all, Function<T, String> name, T on, Consumer<T> chosen) {
        view.setMaxWidth(Region.USE_PREF_SIZE);
        var group = new ToggleGroup();
        for (var one : all) {
            var button = new ToggleButton(name.apply(one));
            button.setToggleGroup(group);
            button.setSelected(one.equals(on));
            // a click on the one that is on does not turn it off
            button.setOnAction(
                    _ -> {
                        button.setSelected(true);
                        chosen.accept(one);
                    });
            view.getChildren().add(button);
        }
    }

    public HBox view() {
        return view;
    }

    /// What takes the focus.
    public Node first() {
        return view.getChildren().getFirst();
    }
}
