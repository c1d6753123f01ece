package io.pilothouse.ui.accounts;

import io.pilothouse.domain.Account;
import io.pilothouse.ui.kit.Overlay;

import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/// Opens the dialogs of the accounts above the window.
///
/// @param say shows a line at the corner of the window
public record AccountDialogs(AccountDesk desk, Executor fx, Overlay overlay, Consumer<String> say) {
    public void add() {
        open(Optional.empty());
    }

    public void edit(Account account) {
        open(Optional.of(account));
    }

    private void open(Optional<Account> edited) {
        var model =
                new AccountDialogViewModel(
                        desk,
                        fx,
                        edited,
                        words -> {
                            overlay.close();
                            say.accept(words);
                        });
        var dialog = new AccountDialog(model, overlay::close);
        overlay.show(dialog.view(), dialog::focus, model::close);
    }

    /// @param sure run when a person is sure
    public void remove(Account account, Runnable sure) {
        var dialog =
                new RemoveDialog(
                        account,
                        desk.listing().file(),
                        overlay::close,
                        () -> {
                            overlay.close();
                            sure.run();
                        });
        overlay.show(dialog.view(), dialog::focus, () -> {});
    }
}
