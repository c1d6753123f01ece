package io.pilothouse.ui.settings;

import io.pilothouse.ui.kit.Nodes;
import io.pilothouse.ui.kit.Words;
import io.pilothouse.ui.settings.Keepings.Kept;
import io.pilothouse.ui.theme.Css;

import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Asks before something that is kept is cleared, and says what is lost with it.
final class ClearDialog {
    private final VBox view;
    private final Button stop;

    ClearDialog(Kept kept, Runnable cancel, Runnable sure) {
        var id = kept.what().id();
        stop = Nodes.button(Words.of("button.cancel"), "", cancel);
        stop.setCancelButton(true);
        stop.setDefaultButton(true);
        var go = Nodes.button(Words.of("settings.clear.verb"), "", sure, Css.DANGER_FILL);
        var title =
                Nodes.wrapped(
                        Words.of(
                                "settings.clear.title",
                                Words.inSentence(Words.of("settings.kept." + id)),
                                SettingsViewModel.amount(kept)),
                        Css.TITLE);
        var words = Nodes.wrapped(Words.of("settings.clear." + id), Css.MUTED);
        view =
                Nodes.styled(
                        new VBox(
                                Nodes.styled(new HBox(title), Css.DIALOG_HEAD),
                                Nodes.styled(new VBox(words), Css.DIALOG_BODY),
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
