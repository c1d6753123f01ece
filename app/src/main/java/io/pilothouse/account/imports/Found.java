package io.pilothouse.account.imports;

import io.pilothouse.domain.Account.Credential;
import io.pilothouse.domain.Notice;
import io.pilothouse.domain.Secret;

import java.util.Map;
import java.util.Optional;

/// What an account could be made of.
///
/// @param source the variable, or the file's path
/// @param id suggested, unlike that of any account
/// @param parts by credential field; empty where `unreadable` says why
/// @param unreadable there is something, but it can't be read
public record Found(
        String source,
        String provider,
        String id,
        String name,
        Map<String, Part> parts,
        Optional<Notice> unreadable) {

    /// How a credential is taken.
    public sealed interface Part {
        /// As a reference: the key itself stays where it is.
        record Reference(Credential.Env credential) implements Part {}

        /// As it is: it is no secret.
        record Open(String value) implements Part {}

        /// The key itself, for the vault.
        record Key(Secret secret) implements Part {}
    }

    /// Does something of it go into the vault?
    public boolean holdsKey() {
        return parts.values().stream().anyMatch(p -> p instanceof Part.Key);
    }
}
