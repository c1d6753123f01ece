package io.pilothouse.ui.accounts;

import io.pilothouse.account.vault.Vault;
import io.pilothouse.domain.Pin;
import io.pilothouse.ui.kit.Nodes;
import io.pilothouse.ui.kit.Words;
import io.pilothouse.ui.theme.Css;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// How the vault is, and what can be done with it; nothing while there is none.
final class VaultLine implements AutoCloseable {
    private final AccountDialogs dialogs;
    private final HBox view = new HBox(8);
    private final Pin pin;

    VaultLine(AccountDialogs dialogs) {
        this.dialogs = dialogs;
        view.setAlignment(Pos.CENTER_RIGHT);
        pin = dialogs.vault().observe(this::draw);
        draw();
    }

    private void draw() {
        var state = dialogs.vault().state();
        Nodes.present(view, state != Vault.State.ABSENT);
        switch (state) {
            case ABSENT -> view.getChildren().clear();
            case LOCKED -> show("vault.state.locked", link("button.unlock", dialogs::unlock));
            case OPEN ->
                    show(
                            "vault.state.open",
                            link("vault.lock", dialogs.vault()::lock),
                            link("vault.change", dialogs::changePassphrase));
        }
    }

    private void show(String words, Button... links) {
        view.getChildren().setAll(Nodes.label(Words.of(words), Css.MUTED));
        view.getChildren().addAll(links);
        view.setMinWidth(Region.USE_PREF_SIZE);
    }

    private static Button link(String words, Runnable run) {
        return Nodes.button(Words.of(words), "", run, Css.LINK);
    }

    Region view() {
        return view;
    }

    @Override
    public void close() {
        pin.close();
    }
}
