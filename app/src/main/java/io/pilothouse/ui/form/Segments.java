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

    private T told;

    public Segments(List<T> all, Function<T, String> name, T on, Consumer<T> chosen) {
        told = on;
        view.setMaxWidth(Region.USE_PREF_SIZE);
        var group = new ToggleGroup();
        for (var one : all) {
            var button = new ToggleButton(name.apply(one));
            button.setToggleGroup(group);
            button.setSelected(one.equals(on));
            view.getChildren().add(button);
        }
        // also by the arrow keys, which turn on without pressing
        group.selectedToggleProperty()
                .addListener(
                        (_, before, now) -> {
                            if (now == null) {
                                // a click on the one that is on does not turn it off
                                group.selectToggle(before);
                            } else {
                                var to = all.get(view.getChildren().indexOf(now));
                                if (!to.equals(told)) {
                                    told = to;
                                    chosen.accept(to);
                                }
                            }
                        });
    }

    public HBox view() {
        return view;
    }

    /// What takes the focus.
    public Node first() {
        return view.getChildren().getFirst();
    }
}
