package io.pilothouse.ui.shell;

import io.pilothouse.domain.Json;
import io.pilothouse.domain.Secret;
import io.pilothouse.ui.kit.Nodes;
import io.pilothouse.ui.kit.SecretLine;
import io.pilothouse.ui.kit.Words;
import io.pilothouse.ui.kit.Workbench;
import io.pilothouse.ui.theme.Css;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import java.util.function.Predicate;

/// A secret that the service gives this one time, such as a generated private key: it says so, and offers to copy it or
/// to save it to a file that only its owner can read.
final class OnceDialog {
    private final VBox view;
    private final Label note = Nodes.label(Words.of("once.note"), Css.MUTED);
    private final Node first;
    private boolean taken;
    private boolean warned;

    OnceDialog(String title, Json shown, Workbench bench, Predicate<Secret> save, Runnable close) {
        var body = Nodes.styled(new VBox(12), Css.DIALOG_BODY);
        note.setWrapText(true);
        note.setMinHeight(Region.USE_PREF_SIZE);
        body.getChildren().add(note);
        var foot = Nodes.styled(new HBox(8), Css.DIALOG_FOOT);
        for (var name : shown.fields().keySet()) {
            shown.secret(name)
                    .ifPresent(
                            secret -> {
                                var area = Nodes.styled(new TextArea(Secret.MASK), Css.MONO);
                                area.setEditable(false);
                                area.setPrefRowCount(6);
                                area.setAccessibleText(Words.of("field." + name));
                                body.getChildren()
                                        .addAll(
                                                Nodes.label(Words.of("field." + name), Css.SEMI),
                                                area);
                                foot.getChildren()
                                        .addAll(
                                                Nodes.button(
                                                        Words.of("button.show"),
                                                        "eye",
                                                        () ->
                                                                area.setText(
                                                                        SecretLine.whole(secret))),
                                                Nodes.button(
                                                        Words.of("button.copy"),
                                                        "clipboard",
                                                        () -> {
                                                            taken = true;
                                                            bench.clipboard().copy(secret);
                                                            say("once.copied");
                                                        }),
                                                Nodes.button(
                                                        Words.of("button.save-file"),
                                                        "download",
                                                        () -> {
                                                            taken |= save.test(secret);
                                                        }));
                            });
        }
        var done =
                Nodes.button(
                        Words.of("button.close"),
                        "",
                        () -> {
                            if (mayClose()) {
                                close.run();
                            }
                        },
                        Css.ACCENT);
        foot.getChildren().addAll(Nodes.spring(), done);
        var head = Nodes.styled(new HBox(Nodes.label(title, Css.TITLE)), Css.DIALOG_HEAD);
        view = Nodes.styled(new VBox(head, body, foot), Css.DIALOG, Css.NARROW);
        view.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        first = done;
    }

    /// False the first time, with a word of warning, while the secret was neither copied nor saved.
    boolean mayClose() {
        if (taken || warned) {
            return true;
        }
        warned = true;
        say("once.not-taken");
        return false;
    }

    private void say(String key) {
        note.setText(Words.of(key));
        note.getStyleClass().setAll(Css.WARN);
    }

    Region view() {
        return view;
    }

    Node first() {
        return first;
    }
}
