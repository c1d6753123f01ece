package io.pilothouse.ui.shell.panes;

import io.pilothouse.sync.Command;
import io.pilothouse.sync.Command.ItemState;
import io.pilothouse.sync.Command.State;
import io.pilothouse.ui.kit.Accounts;
import io.pilothouse.ui.kit.Formats;
import io.pilothouse.ui.kit.Nodes;
import io.pilothouse.ui.kit.Words;
import io.pilothouse.ui.theme.Css;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

import org.jspecify.annotations.Nullable;

/// A line a command: when, where, what, how it stands, and what can be done about it.
final class ActivityPane {
    private static final double LINE = 28;

    private final ListView<Command> view;
    private final ActivityViewModel model;

    ActivityPane(ActivityViewModel model) {
        this.model = model;
        view = new ListView<>(model.commands());
        view.setFixedCellSize(LINE);
        view.setCellFactory(_ -> new Line());
        view.setAccessibleText(Words.of("activity.accessible"));
        view.setPlaceholder(Nodes.label(Words.of("activity.none"), Css.MUTED));
    }

    Region view() {
        return view;
    }

    private final class Line extends ListCell<Command> {
        private final Label time = Nodes.label("", Css.MUTED, Css.SMALL, Css.COL_TIME);
        private final HBox account = new HBox();
        private final Label title = Nodes.label("", Css.SMALL);
        private final Label state = Nodes.label("", Css.SMALL);
        private final Label more = Nodes.label("", Css.MUTED, Css.SMALL);
        private final Label took = Nodes.label("", Css.MUTED, Css.SMALL, Css.COL_NUMBER);
        private final Label goes = Nodes.label("", Css.MUTED, Css.SMALL);
        private final HBox choices = new HBox(4);
        private final HBox line;

        Line() {
            setPrefWidth(0); // as wide as the list, so that the path gives way and nothing scrolls
            // sideways
            account.getStyleClass().add(Css.COL_ACCOUNT);
            account.setAlignment(Pos.CENTER_LEFT);
            title.setMinWidth(120);
            state.setMinWidth(Region.USE_PREF_SIZE);
            more.setMinWidth(0);
            more.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(more, Priority.ALWAYS);
            goes.setMinWidth(Region.USE_PREF_SIZE);
            goes.managedProperty().bind(goes.visibleProperty());
            took.visibleProperty().bind(goes.visibleProperty().not());
            took.managedProperty().bind(took.visibleProperty());
            model.beatProperty().subscribe(this::count);
            choices.setAlignment(Pos.CENTER_RIGHT);
            choices.setMinWidth(Region.USE_PREF_SIZE);
            line =
                    Nodes.styled(
                            new HBox(8, time, account, title, state, more, choices, goes, took),
                            Css.LINE);
            line.setAlignment(Pos.CENTER_LEFT);
        }

        @Override
        protected void updateItem(@Nullable Command c, boolean empty) {
            super.updateItem(c, empty);
            if (empty || c == null) {
                setGraphic(null);
                return;
            }
            time.setText(Formats.time(c.asked().at()));
            account.getChildren()
                    .setAll(
                            model.bench()
                                    .account(c.asked().account())
                                    .map(Accounts::mark)
                                    .orElseGet(() -> new HBox(Nodes.label(c.asked().account()))));
            title.setText(Formats.oneLine(c.asked().title()));
            state.setText(model.state(c));
            state.getStyleClass().removeAll(Css.OK, Css.WARN, Css.BAD, Css.MUTED);
            state.getStyleClass().add(tone(c));
            var words = model.more(c);
            more.setText(words);
            more.setTooltip(words.isEmpty() ? null : new Tooltip(words));
            count();
            choices.getChildren().clear();
            var commands = model.bench().commands();
            if (c.state() == State.GRACE) {
                choice(Words.of("button.undo"), () -> commands.undo(c.id()));
            } else if (c.state() == State.RUNNING && c.count(ItemState.WAITING) > 0) {
                choice(Words.of("button.pause"), () -> commands.pause(c.id()));
                choice(Words.of("button.stop"), () -> commands.stop(c.id()));
            } else if (c.state() == State.INTERRUPTED) {
                if (!commands.needsAnswers(c.id())) {
                    choice(Words.of("button.continue"), () -> commands.resume(c.id()));
                }
                choice(Words.of("button.dismiss"), () -> commands.dismiss(c.id()));
            } else if (c.state() == State.PAUSED) {
                choice(Words.of("button.resume"), () -> commands.resume(c.id()));
                choice(Words.of("button.stop"), () -> commands.stop(c.id()));
            }
            setGraphic(line);
        }

        private void count() {
            var c = getItem();
            if (c != null) {
                var going = model.goingOn(c);
                goes.setText(going);
                goes.setVisible(!going.isEmpty());
                took.setText(model.took(c));
            }
        }

        private void choice(String text, Runnable run) {
            choices.getChildren().add(Nodes.button(text, "", run, Css.MINI));
        }

        private String tone(Command c) {
            if (c.items().stream()
                    .anyMatch(
                            i ->
                                    i.state() == ItemState.REFUSED
                                            || i.state() == ItemState.NOT_SEEN)) {
                return Css.BAD;
            }
            if (c.count(ItemState.UNKNOWN) > 0
                    || c.state() == State.GRACE
                    || c.state() == State.INTERRUPTED) {
                return Css.WARN;
            }
            return c.state() == State.ENDED && c.count(ItemState.DONE) == c.items().size()
                    ? Css.OK
                    : Css.MUTED;
        }
    }
}
