package io.pilothouse.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.account.vault.Vault;
import io.pilothouse.account.vault.VaultException;
import io.pilothouse.domain.Secret;
import io.pilothouse.ui.accounts.AccountDialogs;
import io.pilothouse.ui.kit.vault.VaultDesk;
import io.pilothouse.ui.shell.palette.Entry;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

class AccountCommandsTest {
    @TempDir private Path folder;

    private Vault vault;
    private AccountDialogs dialogs;

    @BeforeEach
    void open() {
        vault = Vault.locked(folder.resolve("vault"), () -> Instant.EPOCH);
        var desk = new VaultDesk(vault, Runnable::run, Runnable::run);
        // no dialog is opened here
        dialogs = new AccountDialogs(null, desk, Runnable::run, null, _ -> {});
    }

    @Test
    void aVaultIsUnlockedOrLockedAsItStands() throws VaultException {
        assertThat(ids()).containsExactly("account/add");
        vault.create(Secret.of("correct horse battery"));
        assertThat(ids()).containsExactly("account/add", "vault/lock", "vault/passphrase");
        commands().get(1).run().run();
        assertThat(vault.state()).isEqualTo(Vault.State.LOCKED);
        assertThat(ids()).containsExactly("account/add", "vault/unlock");
    }

    @Test
    void aRehearsalHasFixedAccounts() {
        assertThat(AccountCommands.of(dialogs, true)).isEmpty();
    }

    private List<String> ids() {
        return commands().stream().map(Entry::id).toList();
    }

    private List<Entry> commands() {
        return AccountCommands.of(dialogs, false);
    }
}
