package io.pilothouse.ui.kit.act;

import io.pilothouse.ui.kit.Accounts;
import io.pilothouse.ui.kit.Nodes;
import io.pilothouse.ui.kit.Words;
import io.pilothouse.ui.theme.Css;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Asks before something is destroyed; the default is *Cancel*, the verb stands on the other button.
public final class ConfirmDialog {
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
        model.effects().forEach(line -> body.getChildren().add(Nodes.wrapped(line, Css.MUTED)));
        if (model.offer().action().effect().hasGrace()) {
            body.getChildren().add(Nodes.wrapped(Words.of("confirm.grace"), Css.MUTED));
        }

        Button stop = Nodes.button(Words.of("button.cancel"), "", cancel);
        stop.setCancelButton(true);
        Button sure = Nodes.button(model.verb(), "", go, Css.DANGER_FILL);
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
        } else {
            stop.setDefaultButton(true);
        }
        var foot = Nodes.styled(new HBox(Nodes.spring(), stop, sure), Css.DIALOG_FOOT);
        view =
                Nodes.styled(
                        new VBox(Nodes.styled(new HBox(title), Css.DIALOG_HEAD), body, foot),
                        Css.DIALOG,
                        Css.NARROW);
        view.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        first = focus;
    }

    public Region view() {
        return view;
    }

    public Node first() {
        return first;
    }
}
