package io.pilothouse.ui.kit.vault;

import io.pilothouse.account.vault.Vault;

import java.nio.file.Path;
import java.time.Instant;

/// A vault in a folder of a test, behind a desk that does everything at once.
public final class Vaults {
    private Vaults() {}

    public static VaultDesk in(Path folder) {
        return new VaultDesk(of(folder), Runnable::run, Runnable::run);
    }

    public static Vault of(Path folder) {
        return Vault.locked(folder.resolve("vault"), () -> Instant.parse("2026-01-01T00:00:00Z"));
    }
}
