package io.pilothouse.app;

import io.pilothouse.ui.accounts.AccountDialogs;
import io.pilothouse.ui.kit.Words;
import io.pilothouse.ui.shell.palette.Entry;

import java.util.List;
import java.util.stream.Stream;

/// What the palette can do about accounts and their vault.
final class AccountCommands {
    private AccountCommands() {}

    /// @param rehearsal its accounts are fixed, and no vault is opened
    static List<Entry> of(AccountDialogs dialogs, boolean rehearsal) {
        if (rehearsal) {
            return List.of();
        }
        var add = Entry.command("account/add", "plus", Words.of("accounts.add"), dialogs::add);
        return Stream.concat(Stream.of(add), vault(dialogs).stream()).toList();
    }

    private static List<Entry> vault(AccountDialogs dialogs) {
        return switch (dialogs.vault().state()) {
            case ABSENT -> List.of();
            case LOCKED ->
                    List.of(
                            Entry.command(
                                    "vault/unlock",
                                    "key",
                                    Words.of("palette.vault.unlock"),
                                    dialogs::unlock));
            case OPEN ->
                    List.of(
                            Entry.command(
                                    "vault/lock",
                                    "lock",
                                    Words.of("palette.vault.lock"),
                                    dialogs.vault()::lock),
                            Entry.command(
                                    "vault/passphrase",
                                    "pencil",
                                    Words.of("vault.change"),
                                    dialogs::changePassphrase));
        };
    }
}
