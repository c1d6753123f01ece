package io.pilothouse.ui.accounts;

import io.pilothouse.account.Confirmation;
import io.pilothouse.account.imports.Found;
import io.pilothouse.account.vault.Vault;
import io.pilothouse.cloud.CloudException;
import io.pilothouse.domain.Account;
import io.pilothouse.domain.Account.Credential;
import io.pilothouse.ui.kit.Formats;
import io.pilothouse.ui.kit.Overlay;
import io.pilothouse.ui.kit.Problems;
import io.pilothouse.ui.kit.Words;
import io.pilothouse.ui.kit.vault.VaultDesk;
import io.pilothouse.ui.kit.vault.VaultDialog;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/// Opens the dialogs of the accounts above the window.
///
/// @param vault keeps keys that are typed
/// @param say shows a line at the corner of the window
public record AccountDialogs(
        AccountDesk desk, VaultDesk vault, Executor fx, Overlay overlay, Consumer<String> say) {
    public void add() {
        open(Optional.empty(), _ -> {});
    }

    /// Adds an account for a key that was found.
    public void add(Found found) {
        open(Optional.empty(), model -> model.start(found));
    }

    public void edit(Account account) {
        open(Optional.of(account), _ -> {});
    }

    private void open(Optional<Account> edited, Consumer<AccountDialogViewModel> begin) {
        var model =
                new AccountDialogViewModel(
                        desk,
                        vault,
                        fx,
                        edited,
                        words -> {
                            overlay.close();
                            say.accept(words);
                        });
        begin.accept(model);
        var dialog = new AccountDialog(model, overlay::close);
        overlay.show(dialog.view(), dialog::focus, model::close);
    }

    /// Asks whether what `accounts.json` makes the program run or send is as it should be.
    public void confirm(Account account, List<Confirmation> asked) {
        var dialog =
                new AgreeDialog(
                        account,
                        asked,
                        overlay::close,
                        () -> {
                            overlay.close();
                            desk.confirm(account.id());
                        });
        overlay.show(dialog.view(), dialog::focus, () -> {});
    }

    /// Does what helps an account that is signed out: what waits to be agreed to is shown, a locked vault is opened, else
    /// the service is asked once more. When that is in vain too, the account is opened, for another key.
    public void signIn(String id) {
        var listing = desk.listing();
        var account = listing.accounts().stream().filter(a -> a.id().equals(id)).findAny();
        var asked = listing.unconfirmed().getOrDefault(id, List.of());
        if (account.isPresent() && !asked.isEmpty()) {
            confirm(account.get(), asked);
        } else if (vault.state() == Vault.State.LOCKED
                && account.filter(AccountDialogs::needsVault).isPresent()) {
            unlock();
        } else {
            desk.signIn(id, why -> fx.execute(() -> refused(id, why)));
        }
    }

    /// A clock that is wrong is not put right in the account, and what is open is not put away.
    private void refused(String id, CloudException why) {
        var listing = desk.listing();
        var account = listing.accounts().stream().filter(a -> a.id().equals(id)).findAny();
        boolean fixed = listing.rehearsal() || listing.obstacle().isPresent();
        boolean clock = why instanceof CloudException.Unauthorized e && e.ahead().isPresent();
        if (account.isPresent() && !fixed && !clock && !overlay.isOpen()) {
            open(account, model -> model.because(why));
        } else {
            var name = account.map(Account::name).orElse(id);
            say.accept(Words.of("table.trouble", Formats.oneLine(name), Problems.whole(why)));
        }
    }

    private static boolean needsVault(Account account) {
        return account.credentials().values().stream().anyMatch(c -> c instanceof Credential.Vault);
    }

    /// Opens the vault; accounts that wait for it go on by themselves.
    public void unlock() {
        VaultDialog.open(overlay, vault, () -> say.accept(Words.of("vault.unlocked")));
    }

    /// Chooses another passphrase for the vault.
    public void changePassphrase() {
        VaultDialog.change(overlay, vault, () -> say.accept(Words.of("vault.changed")));
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
