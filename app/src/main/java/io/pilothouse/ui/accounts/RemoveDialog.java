package io.pilothouse.ui.accounts;

import io.pilothouse.domain.Account;
import io.pilothouse.ui.kit.Accounts;
import io.pilothouse.ui.kit.Formats;
import io.pilothouse.ui.kit.Nodes;
import io.pilothouse.ui.kit.Words;
import io.pilothouse.ui.theme.Css;

import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Asks before an entry is taken out of the file, and says that nothing happens at the service.
final class RemoveDialog {
    private final VBox view;
    private final Button stop;

    RemoveDialog(Account account, String file, Runnable cancel, Runnable sure) {
        var name = Formats.oneLine(account.name());
        var title = Nodes.label(Words.of("accounts.remove.title", name), Css.TITLE);
        title.setWrapText(true);
        title.setMinHeight(Region.USE_PREF_SIZE);
        var words = Nodes.label(Words.of("accounts.remove.words", file), Css.MUTED);
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        stop = Nodes.button(Words.of("button.cancel"), "", cancel);
        stop.setCancelButton(true);
        stop.setDefaultButton(true);
        var go = Nodes.button(Words.of("accounts.remove.verb"), "", sure, Css.DANGER_FILL);
        view =
                Nodes.styled(
                        new VBox(
                                Nodes.styled(new HBox(title), Css.DIALOG_HEAD),
                                Nodes.styled(
                                        new VBox(Accounts.mark(account), words), Css.DIALOG_BODY),
                                Nodes.styled(new HBox(Nodes.spring(), stop, go), Css.DIALOG_FOOT)),
                        Css.DIALOG,
                        Css.NARROW);
        view.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    }

    Region view() {
        return view;
    }

    void focus() {
        stop.requestFocus();
    }
}
