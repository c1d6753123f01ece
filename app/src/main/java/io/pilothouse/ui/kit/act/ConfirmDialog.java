package io.pilothouse.ui.kit.act;

import io.pilothouse.cloud.Step;
import io.pilothouse.ui.kit.Accounts;
import io.pilothouse.ui.kit.Nodes;
import io.pilothouse.ui.kit.Words;
import io.pilothouse.ui.kit.spoken.Spoken;
import io.pilothouse.ui.theme.Css;

import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// Asks before something is destroyed, with *Cancel* as the default, or done to many rows. Every call is in sight.
public final class ConfirmDialog {
    /// More rows than this are counted, not named.
    private static final int NAMED = 12;

    private static final double CALL = 24;
    private static final int MOST_CALLS = 8;

    private final VBox view;
    private final Node first;

    public ConfirmDialog(ConfirmViewModel model, boolean rehearsal, Runnable cancel, Runnable go) {
        var title = Nodes.label(model.title(), Css.TITLE);
        title.setWrapText(true);
        title.setMinHeight(Region.USE_PREF_SIZE);
        var body = Nodes.styled(new VBox(), Css.DIALOG_BODY);
        var of = model.offer().connection().account();
        var account = new HBox(8, Accounts.mark(of));
        if (rehearsal && !of.name().equals(Words.of("rehearsal.chip"))) {
            account.getChildren().add(Nodes.label(Words.of("rehearsal.chip"), Css.CHIP));
        }
        account.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        body.getChildren().add(account);
        if (model.offer().targets().size() > 1 && model.calls().size() <= 1) {
            // one call for all of them, so no list of calls names them
            body.getChildren().add(Nodes.wrapped(model.names(NAMED)));
        }
        model.effects().forEach(line -> body.getChildren().add(Nodes.wrapped(line, Css.MUTED)));
        if (model.hasPlan()) {
            body.getChildren().add(plan(model));
        }
        if (model.offer().action().effect().hasGrace()) {
            body.getChildren()
                    .add(Nodes.wrapped(Words.of("confirm.grace", model.grace()), Css.MUTED));
        }

        Button stop = Nodes.button(Words.of("button.cancel"), "", cancel);
        stop.setCancelButton(true);
        var tone = model.isDestructive() ? Css.DANGER_FILL : Css.ACCENT;
        Button sure = Nodes.button(model.verb(), "", go, tone);
        sure.disableProperty().bind(model.mayGo().not());
        Node focus = stop;
        if (model.toType().isPresent()) {
            var field = new TextField();
            field.textProperty().bindBidirectional(model.typedProperty());
            field.setPromptText(model.toType().get());
            var ask = new Label(Words.of("confirm.type", model.toType().get()));
            ask.setLabelFor(field);
            ask.setWrapText(true);
            field.setAccessibleText(ask.getText());
            field.setOnKeyPressed(
                    e -> {
                        if (e.getCode() == KeyCode.ENTER && model.mayGo().get()) {
                            go.run();
                        }
                    });
            body.getChildren().addAll(ask, field);
            focus = field;
        } else if (model.isDestructive()) {
            stop.setDefaultButton(true);
        } else {
            sure.setDefaultButton(true);
            focus = sure;
        }
        var foot = Nodes.styled(new HBox(Nodes.spring(), stop, sure), Css.DIALOG_FOOT);
        view =
                Nodes.styled(
                        new VBox(Nodes.styled(new HBox(title), Css.DIALOG_HEAD), body, foot),
                        Css.DIALOG,
                        model.calls().size() > 1 ? Css.MIDDLE : Css.NARROW);
        view.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        first = focus;
    }

    private static Region plan(ConfirmViewModel model) {
        var time = Nodes.wrapped(model.time(), Css.SEMI);
        var column = new VBox(4, time);
        Stream.concat(Stream.of(model.budget()), model.saved().stream())
                .filter(line -> !line.isEmpty())
                .forEach(line -> column.getChildren().add(Nodes.wrapped(line, Css.FIELD_HINT)));
        if (model.calls().size() > 1) {
            var calls = new ListView<>(FXCollections.observableList(model.calls()));
            calls.getStyleClass().add(Css.CALLS);
            calls.setFixedCellSize(CALL);
            calls.setPrefHeight(2 + CALL * Math.min(MOST_CALLS, model.calls().size()));
            calls.setCellFactory(_ -> new CallCell());
            calls.setAccessibleText(Words.of("plan.accessible"));
            column.getChildren().add(calls);
        }
        return column;
    }

    /// `3  web-1  POST /…/start`.
    private static final class CallCell extends ListCell<Step> {
        private final Label place = Nodes.label("", Css.MUTED, Css.SMALL, Css.COL_NUMBER);
        private final Label whom = Nodes.label("", Css.SMALL);
        private final Label request = Nodes.label("", Css.MUTED, Css.MONO);
        private final HBox line = new HBox(8, place, whom, Nodes.spring(), request);

        CallCell() {
            setPrefWidth(0);
            line.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
            whom.setMinWidth(120);
            request.setMinWidth(0);
            request.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
        }

        @Override
        protected void updateItem(@Nullable Step step, boolean empty) {
            super.updateItem(step, empty);
            if (empty || step == null) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            place.setText(String.valueOf(getIndex() + 1));
            whom.setText(PlanWords.whom(step));
            var sent = step.call().request();
            request.setText(sent.method() + " " + sent.path(UnaryOperator.identity()));
            setAccessibleText(
                    Spoken.joined(List.of(place.getText(), whom.getText(), request.getText())));
            setGraphic(line);
        }
    }

    public Region view() {
        return view;
    }

    public Node first() {
        return first;
    }
}
