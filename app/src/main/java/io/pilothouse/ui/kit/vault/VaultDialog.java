package io.pilothouse.ui.kit.vault;

import io.pilothouse.ui.kit.Nodes;
import io.pilothouse.ui.kit.Overlay;
import io.pilothouse.ui.kit.Words;
import io.pilothouse.ui.kit.vault.PassphraseViewModel.Purpose;
import io.pilothouse.ui.theme.Css;

import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Asks for the passphrase of the vault, above the window.
public final class VaultDialog {
    private VaultDialog() {}

    /// Opens the vault, or makes one.
    ///
    /// @param opened told once the keys can be had; the dialog is gone then
    public static void open(Overlay overlay, VaultDesk desk, Runnable opened) {
        show(overlay, new PassphraseViewModel(desk, done(overlay, opened)));
    }

    /// Chooses another passphrase.
    public static void change(Overlay overlay, VaultDesk desk, Runnable changed) {
        show(overlay, new PassphraseViewModel(desk, Purpose.CHANGE, done(overlay, changed)));
    }

    private static Runnable done(Overlay overlay, Runnable then) {
        return () -> {
            overlay.close();
            then.run();
        };
    }

    private static void show(Overlay overlay, PassphraseViewModel model) {
        var pane = new PassphrasePane(model);
        var title = Nodes.label("", Css.TITLE);
        model.purposeProperty()
                .subscribe(
                        purpose ->
                                title.setText(
                                        Words.of(
                                                switch (purpose) {
                                                    case CREATE -> "vault.create.title";
                                                    case UNLOCK -> "vault.unlock.title";
                                                    case RESTORE -> "vault.restore.title";
                                                    case CHANGE -> "vault.change.title";
                                                })));
        var cancel = Nodes.button(Words.of("button.cancel"), "", overlay::close);
        var view =
                Nodes.styled(
                        new VBox(
                                Nodes.styled(new HBox(title), Css.DIALOG_HEAD),
                                Nodes.styled(new VBox(pane.view()), Css.DIALOG_BODY),
                                Nodes.styled(
                                        new HBox(Nodes.spring(), cancel, pane.button()),
                                        Css.DIALOG_FOOT)),
                        Css.DIALOG,
                        Css.NARROW);
        view.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        overlay.show(view, pane::focus, model::cancel);
    }
}
