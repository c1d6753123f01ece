package io.pilothouse.account.vault;

import io.pilothouse.domain.Notice;

/// Why the vault was not opened or not changed. The file stands as it was.
public final class VaultException extends Exception {
    private static final long serialVersionUID = 1;

    /// What a person can do differs for each.
    public enum Why {
        /// There is no vault to open.
        ABSENT("vault.absent"),
        /// There is one already.
        EXISTS("vault.exists"),
        LOCKED("vault.locked"),
        WRONG_PASSPHRASE("vault.wrong-passphrase"),
        SHORT_PASSPHRASE("vault.short-passphrase"),
        /// Not as it was written: the previous generation or a copy helps, no passphrase does.
        DAMAGED("vault.damaged"),
        /// A newer version of this program wrote it.
        NEWER("vault.newer"),
        /// Its derivation is weaker or dearer than this program accepts.
        UNFIT("vault.unfit"),
        /// The file is no longer the one that was unlocked.
        CHANGED_OUTSIDE("vault.changed-outside"),
        NO_ACCESS("vault.no-access"),
        NOT_SAVED("vault.not-saved");

        private final String key;

        Why(String key) {
            this.key = key;
        }
    }

    private final Why why;

    VaultException(Why why) {
        super(why.key);
        this.why = why;
    }

    VaultException(Why why, Exception cause) {
        super(why.key, cause);
        this.why = why;
    }

    public Why why() {
        return why;
    }

    public Notice notice() {
        return Notice.of(why.key);
    }
}
