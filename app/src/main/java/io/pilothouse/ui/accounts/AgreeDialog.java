package io.pilothouse.ui.accounts;

import io.pilothouse.account.Confirmation;
import io.pilothouse.domain.Account;
import io.pilothouse.domain.JsonText;
import io.pilothouse.ui.kit.Accounts;
import io.pilothouse.ui.kit.Formats;
import io.pilothouse.ui.kit.Nodes;
import io.pilothouse.ui.kit.Words;
import io.pilothouse.ui.theme.Css;

import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import java.util.List;

/// Shows what `accounts.json` makes the program run or send, old and new, before a person agrees to it.
final class AgreeDialog {
    private final VBox view;
    private final Button stop;

    AgreeDialog(Account account, List<Confirmation> asked, Runnable cancel, Runnable agreed) {
        var name = Formats.oneLine(account.name());
        var body =
                new VBox(
                        12,
                        Accounts.mark(account),
                        Nodes.wrapped(Words.of("accounts.agree.words"), Css.MUTED));
        for (var one : asked) {
            var lines = new VBox(2, Nodes.wrapped(now(one), Css.SEMI));
            if (!one.before().isEmpty()) {
                lines.getChildren()
                        .add(
                                Nodes.wrapped(
                                        Words.of("accounts.agree.before", source(one.before())),
                                        Css.MUTED));
            }
            body.getChildren().add(Nodes.styled(lines, Css.BOX, Css.SUBTLE));
        }
        stop = Nodes.button(Words.of("button.cancel"), "", cancel);
        stop.setCancelButton(true);
        stop.setDefaultButton(true);
        var go = Nodes.button(Words.of("accounts.agree.verb"), "", agreed, Css.DANGER);
        view =
                Nodes.styled(
                        new VBox(
                                Nodes.styled(
                                        new HBox(
                                                Nodes.wrapped(
                                                        Words.of("accounts.agree.title", name),
                                                        Css.TITLE)),
                                        Css.DIALOG_HEAD),
                                Nodes.styled(new VBox(body), Css.DIALOG_BODY),
                                Nodes.styled(new HBox(Nodes.spring(), stop, go), Css.DIALOG_FOOT)),
                        Css.DIALOG,
                        Css.NARROW);
        view.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    }

    /// What stands in the file now, in a sentence.
    static String now(Confirmation asked) {
        var now = source(asked.now());
        return switch (asked.what()) {
            case COMMAND -> Words.of("accounts.agree.command", now);
            case ENDPOINT -> Words.of("accounts.agree.endpoint", now);
            case PLAIN_HTTP -> Words.of("accounts.agree.plain-http", now);
            case CERTIFICATE -> Words.of("accounts.agree.certificate", now);
            case PROXY -> Words.of("accounts.agree.proxy", now);
            case CREDENTIAL -> Words.of("accounts.agree.credential", now);
        };
    }

    /// As a person would write it, where it is a credential's source.
    private static String source(String text) {
        try {
            var json = JsonText.parse(text);
            var command = json.texts("command");
            return Formats.oneLine(
                    command.isEmpty()
                            ? json.text("env").or(() -> json.text("vault")).orElse(text)
                            : CommandWords.join(command));
        } catch (JsonText.Malformed e) {
            return Formats.oneLine(text); // an address is no JSON
        }
    }

    Region view() {
        return view;
    }

    void focus() {
        stop.requestFocus();
    }
}
