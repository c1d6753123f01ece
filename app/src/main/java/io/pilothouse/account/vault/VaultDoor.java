package io.pilothouse.account.vault;

import io.pilothouse.domain.Secret;

/// Where a key that an account refers to is asked for.
@FunctionalInterface
public interface VaultDoor {
    /// For who has no vault.
    VaultDoor NONE = (id, account, field) -> Found.Not.MISSING;

    /// The answer.
    sealed interface Found {
        record Here(Secret secret) implements Found {}

        enum Not implements Found {
            LOCKED,
            /// There is no such entry, or it was put there for another account or field.
            MISSING
        }
    }

    /// An entry opens only for the account and the field that it was put there for: a changed `accounts.json` can't send
    /// the key of one account to the endpoint of another.
    Found find(String id, String account, String field);
}
