package io.pilothouse.ui.shell.panes;

import io.pilothouse.domain.Account;
import io.pilothouse.sync.Command;
import io.pilothouse.sync.Command.Item;
import io.pilothouse.sync.Command.ItemState;
import io.pilothouse.sync.Command.State;
import io.pilothouse.ui.kit.Accounts;
import io.pilothouse.ui.kit.Formats;
import io.pilothouse.ui.kit.Nodes;
import io.pilothouse.ui.kit.Words;
import io.pilothouse.ui.kit.spoken.Spoken;
import io.pilothouse.ui.theme.Css;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.Consumer;

/// One line of the activity, with the buttons that help.
final class ActivityCell extends ListCell<ActivityLine> {
    private final ActivityViewModel model;
    private final Consumer<Command> answer;
    private final Button fold = Nodes.button("", "", this::fold, Css.FOLD);
    private final Label time = Nodes.label("", Css.MUTED, Css.SMALL, Css.COL_TIME);
    private final HBox account = Nodes.styled(new HBox(), Css.COL_ACCOUNT, Css.YIELDS);
    private final Label title = Nodes.label("", Css.SMALL);
    private final Label state = Nodes.label("", Css.SMALL);
    private final Label more = Nodes.label("", Css.MUTED, Css.SMALL);
    private final Label took = Nodes.label("", Css.MUTED, Css.SMALL, Css.COL_NUMBER);
    private final Label goes = Nodes.label("", Css.MUTED, Css.SMALL);
    private final HBox choices = new HBox(4);
    private final HBox line;

    ActivityCell(ActivityViewModel model, Consumer<Command> answer) {
        this.model = model;
        this.answer = answer;
        setPrefWidth(0); // as wide as the list, so that the path gives way and nothing scrolls
        // sideways
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
                        new HBox(8, fold, time, account, title, state, more, choices, goes, took),
                        Css.LINE);
        line.setAlignment(Pos.CENTER_LEFT);
    }

    private void fold() {
        var shown = getItem();
        if (shown != null) {
            model.fold(shown.command(), shown.open());
        }
    }

    @Override
    protected void updateItem(@Nullable ActivityLine shown, boolean empty) {
        super.updateItem(shown, empty);
        if (empty || shown == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        choices.getChildren().clear();
        state.getStyleClass().removeAll(Css.OK, Css.WARN, Css.BAD, Css.MUTED);
        var c = shown.command();
        boolean foldable = shown.isCommand() && ActivityLine.hasSteps(c);
        fold.setVisible(foldable);
        fold.setGraphic(Nodes.icon(shown.open() ? "chevron-down" : "chevron-right"));
        fold.setAccessibleText(Words.of(shown.open() ? "activity.fold" : "activity.unfold"));
        shown.item().ifPresentOrElse(i -> draw(c, i), () -> draw(c));
        more.setTooltip(more.getText().isEmpty() ? null : new Tooltip(more.getText()));
        count();
        setGraphic(line);
        setAccessibleText(
                Spoken.joined(
                        List.of(
                                title.getText(),
                                state.getText(),
                                more.getText(),
                                shown.isCommand() ? accountName(c) : "",
                                time.getText())));
    }

    private String accountName(Command c) {
        var id = c.asked().account();
        return Formats.oneLine(model.bench().account(id).map(Account::name).orElse(id));
    }

    private void draw(Command c) {
        time.setText(Formats.time(c.asked().at()));
        account.getChildren()
                .setAll(
                        model.bench()
                                .account(c.asked().account())
                                .map(Accounts::mark)
                                .orElseGet(() -> new HBox(Nodes.label(c.asked().account()))));
        title.setText(Formats.oneLine(c.asked().title()));
        state.setText(model.state(c));
        state.getStyleClass().add(tone(c));
        more.setText(model.more(c));
        var commands = model.bench().commands();
        switch (c.state()) {
            case GRACE -> choice("button.undo", () -> commands.undo(c.id()));
            case RUNNING -> {
                if (c.count(ItemState.WAITING) > 0) {
                    choice("button.pause", () -> commands.pause(c.id()));
                    choice("button.stop", () -> commands.stop(c.id()));
                }
            }
            case INTERRUPTED -> {
                if (commands.needsAnswers(c.id())) {
                    choice("button.continue-asking", () -> answer.accept(c));
                } else {
                    choice("button.continue", () -> commands.resume(c.id()));
                }
                choice("button.dismiss", () -> commands.dismiss(c.id()));
            }
            case PAUSED -> {
                choice("button.resume", () -> commands.resume(c.id()));
                choice("button.stop", () -> commands.stop(c.id()));
            }
            case ENDED -> {}
        }
    }

    private void draw(Command c, Item item) {
        time.setText("");
        account.getChildren().clear();
        title.setText(Words.of("activity.line", item.step() + 1, Formats.oneLine(item.label())));
        state.setText(model.state(item));
        state.getStyleClass().add(tone(item));
        more.setText(model.more(item));
        var commands = model.bench().commands();
        if (item.state() == ItemState.REFUSED && !commands.needsAnswers(c.id())) {
            choice("button.retry", () -> commands.retry(c.id(), item.step()));
        }
    }

    private void count() {
        var shown = getItem();
        if (shown == null) {
            return;
        }
        var going = shown.item().map(model::took).orElseGet(() -> model.goingOn(shown.command()));
        goes.setText(going);
        // an interrupted one takes no time, and its buttons take the place
        boolean stands = shown.command().state() == State.INTERRUPTED;
        goes.setVisible(!going.isEmpty() || stands);
        took.setText(shown.isCommand() ? model.took(shown.command()) : "");
    }

    private void choice(String key, Runnable run) {
        Runnable chosen =
                () -> {
                    getListView().getSelectionModel().select(getIndex());
                    run.run();
                };
        var button = Nodes.button(Words.of(key), "", chosen, Css.MINI);
        // which of the many with these words it is
        button.setAccessibleText(Words.of("activity.choice", button.getText(), title.getText()));
        choices.getChildren().add(button);
    }

    private static String tone(Command c) {
        if (c.items().stream().anyMatch(i -> tone(i).equals(Css.BAD))) {
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

    private static String tone(Item item) {
        return switch (item.state()) {
            case REFUSED, NOT_SEEN -> Css.BAD;
            case UNKNOWN -> Css.WARN;
            case DONE -> Css.OK;
            default -> Css.MUTED;
        };
    }
}
