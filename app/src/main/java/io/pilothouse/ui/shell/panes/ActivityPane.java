package io.pilothouse.ui.shell.panes;

import io.pilothouse.sync.Command;
import io.pilothouse.ui.kit.Nodes;
import io.pilothouse.ui.kit.Shortcut;
import io.pilothouse.ui.kit.Words;
import io.pilothouse.ui.theme.Css;

import javafx.collections.ListChangeListener;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;

import java.util.Optional;
import java.util.function.Consumer;

/// A line a command, and below it one a step where there are several: when, where, what, how it stands, and what can be
/// done about it. Right and left open and fold the steps, Ctrl+C copies the line.
final class ActivityPane {
    private static final double LINE = 28;

    private final ListView<ActivityLine> view;
    private final ActivityViewModel model;
    private Optional<ActivityLine> chosen = Optional.empty();

    /// @param answer asks a person again for what was answered, as it is no longer known
    ActivityPane(ActivityViewModel model, Consumer<Command> answer) {
        this.model = model;
        view = new ListView<>(model.lines());
        view.setFixedCellSize(LINE);
        view.setCellFactory(_ -> new ActivityCell(model, answer));
        view.setAccessibleText(Words.of("activity.accessible"));
        view.setPlaceholder(Nodes.label(Words.of("activity.none"), Css.MUTED));
        NewestFirst.in(view);
        OutOfList.in(view, () -> chosen = Optional.empty());
        keepChosen();
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
        if (Shortcut.UNFOLD.matches(e)) {
            model.fold(line.command(), false);
        } else if (Shortcut.FOLD.matches(e)) {
            model.fold(line.command(), true);
        } else if (Shortcut.LINE_OPEN.matches(e)) {
            toggle();
        } else if (Shortcut.LINE_COPY.matches(e)) {
            model.bench().clipboard().copy(model.text(line));
        } else {
            return;
        }
        e.consume();
    }

    /// A line that is told anew is another object, and of itself the list chose none from then on.
    private void keepChosen() {
        var selection = view.getSelectionModel();
        selection
                .selectedItemProperty()
                .subscribe(line -> chosen = Optional.ofNullable(line).or(() -> chosen));
        model.lines()
                .addListener(
                        (ListChangeListener<ActivityLine>)
                                _ -> chosen.ifPresent(line -> chooseAgain(line)));
    }

    private void chooseAgain(ActivityLine line) {
        var now = model.lines().stream().filter(line::isSame).findFirst();
        now.filter(n -> !n.equals(view.getSelectionModel().getSelectedItem()))
                .ifPresent(view.getSelectionModel()::select);
    }

    private void toggle() {
        var line = view.getSelectionModel().getSelectedItem();
        if (line != null && line.isCommand()) {
            model.fold(line.command(), line.open());
        }
    }
}
