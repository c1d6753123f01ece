package io.pilothouse.ui.shell.panes;

import io.pilothouse.sync.Command;
import io.pilothouse.ui.kit.Nodes;
import io.pilothouse.ui.kit.Shortcut;
import io.pilothouse.ui.kit.Words;
import io.pilothouse.ui.theme.Css;

import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;

import java.util.function.Consumer;

/// A line a command, and below it one a step where there are several: when, where, what, how it stands, and what can be
/// done about it. Right and left open and fold the steps, Ctrl+C copies the line.
final class ActivityPane {
    private static final double LINE = 28;

    private final ListView<ActivityLine> view;
    private final ActivityViewModel model;

    /// @param answer asks a person again for what was answered, as it is no longer known
    ActivityPane(ActivityViewModel model, Consumer<Command> answer) {
        this.model = model;
        view = new ListView<>(model.lines());
        view.setFixedCellSize(LINE);
        view.setCellFactory(_ -> new ActivityCell(model, answer));
        view.setAccessibleText(Words.of("activity.accessible"));
        view.setPlaceholder(Nodes.label(Words.of("activity.none"), Css.MUTED));
        NewestFirst.in(view);
        view.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        view.addEventHandler(
                MouseEvent.MOUSE_CLICKED,
                e -> {
                    if (e.getClickCount() == 2) {
                        toggle();
                    }
                });
    }

    Region view() {
        return view;
    }

    private void pressed(KeyEvent e) {
        var line = view.getSelectionModel().getSelectedItem();
        if (line == null) {
            return;
        }
        if (e.getCode() == KeyCode.RIGHT) {
            model.fold(line.command(), false);
        } else if (e.getCode() == KeyCode.LEFT) {
            model.fold(line.command(), true);
        } else if (e.getCode() == KeyCode.ENTER) {
            toggle();
        } else if (Shortcut.COPY.matches(e)) {
            model.bench().clipboard().copy(model.text(line));
        } else {
            return;
        }
        e.consume();
    }

    private void toggle() {
        var line = view.getSelectionModel().getSelectedItem();
        if (line != null && line.isCommand()) {
            model.fold(line.command(), line.open());
        }
    }
}
