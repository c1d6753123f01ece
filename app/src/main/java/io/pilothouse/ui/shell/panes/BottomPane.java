package io.pilothouse.ui.shell.panes;

import io.pilothouse.sync.Command;
import io.pilothouse.ui.kit.Nodes;
import io.pilothouse.ui.kit.Words;
import io.pilothouse.ui.kit.Workbench;
import io.pilothouse.ui.theme.Css;

import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import java.util.function.Consumer;

/// Below the screen: what was asked for (activity), and what went over the wire (requests).
public final class BottomPane implements AutoCloseable {
    private final VBox view = Nodes.styled(new VBox(), Css.BOTTOM);
    private final ActivityViewModel activity;
    private final RequestsViewModel requests;
    private final ToggleButton activityTab;

    /// @param answer asks a person again for what a command was answered, as it is no longer known
    public BottomPane(Workbench bench, Consumer<Command> answer) {
        var group = new ToggleGroup();
        var first = tab(Words.of("pane.activity"));
        activity = new ActivityViewModel(bench, () -> group.selectToggle(first));
        requests = new RequestsViewModel(bench);
        var activityPane = new ActivityPane(activity, answer).view();
        var requestsPane = new RequestsPane(requests).view();
        var second = tab(Words.of("pane.requests"));
        first.setToggleGroup(group);
        second.setToggleGroup(group);
        var tabs = Nodes.styled(new HBox(first, second), Css.TABS);
        view.getChildren().add(tabs);
        group.selectedToggleProperty()
                .addListener(
                        (_, before, now) -> {
                            if (now == null) {
                                group.selectToggle(before);
                                return;
                            }
                            var pane = now.equals(first) ? activityPane : requestsPane;
                            VBox.setVgrow(pane, Priority.ALWAYS);
                            view.getChildren().setAll(tabs, pane);
                        });
        activityTab = first;
        group.selectToggle(second);
        view.setMinHeight(80);
    }

    private static ToggleButton tab(String text) {
        return new ToggleButton(text);
    }

    public void showActivity() {
        activityTab.setSelected(true);
        activityTab.requestFocus();
    }

    public Region view() {
        return view;
    }

    /// Some seconds have passed.
    public void tick() {
        activity.tick();
    }

    @Override
    public void close() {
        activity.close();
        requests.close();
    }
}
