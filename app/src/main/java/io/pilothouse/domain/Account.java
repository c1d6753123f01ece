package io.pilothouse.domain;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One account at one provider, as `accounts.json` has it. Holds no secret, only where each is to be found.
///
/// @param provider id of the provider, such as `lambda-cloud`
/// @param endpoint base URL without a trailing slash; empty for the provider's default
/// @param stage how much care an action here needs
/// @param colour one of violet, orange, teal, pink, green
/// @param credentials by the provider's field names
/// @param budgets settings that replace the provider's own, as text such as `1/1s`
/// @param options the provider's own settings
/// @param reach how the endpoint is reached and trusted, where that is not as usual
public record Account(
        String id,
        String name,
        String provider,
        Optional<String> endpoint,
        Stage stage,
        boolean readOnly,
        String colour,
        Map<String, Credential> credentials,
        Map<String, String> budgets,
        Json options,
        Reach reach) {

    /// An account that is reached as usual.
    public Account(
            String id,
            String name,
            String provider,
            Optional<String> endpoint,
            Stage stage,
            boolean readOnly,
            String colour,
            Map<String, Credential> credentials,
            Map<String, String> budgets,
            Json options) {
        this(
                id,
                name,
                provider,
                endpoint,
                stage,
                readOnly,
                colour,
                credentials,
                budgets,
                options,
                Reach.USUAL);
    }

    /// The same with these in place of its own credentials for their fields.
    public Account with(Map<String, Credential> others) {
        var all = new LinkedHashMap<>(credentials);
        all.putAll(others);
        return new Account(
                id,
                name,
                provider,
                endpoint,
                stage,
                readOnly,
                colour,
                Collections.unmodifiableMap(all),
                budgets,
                options,
                reach);
    }

    /// Does the same key go the same way to the same place?
    public boolean isReachedLike(Account other) {
        return endpoint.equals(other.endpoint)
                && credentials.equals(other.credentials)
                && reach.equals(other.reach);
    }

    /// @param proxy URL, `http://host:port`; empty for the environment's or the system's
    /// @param caFile PEM file with roots that are trusted besides the system's
    /// @param tlsSha256 fingerprint of the one certificate accepted, in 64 lower-case hex digits
    public record Reach(
            Optional<String> proxy, Optional<String> caFile, Optional<String> tlsSha256) {
        public static final Reach USUAL =
                new Reach(Optional.empty(), Optional.empty(), Optional.empty());
    }

    /// `class` in the file. A new account is production: the more careful one.
    public enum Stage {
        PRODUCTION,
        DEVELOPMENT
    }

    /// Where a credential field comes from.
    public sealed interface Credential {
        /// An environment variable.
        record Env(String variable) implements Credential {}

        /// A program's output, started without a shell.
        record Command(List<String> command) implements Credential {}

        /// An entry of the vault.
        record Vault(String id) implements Credential {}

        /// Stands in the file as it is: only for fields that are no secret.
        record Value(String value) implements Credential {}

        /// Lives in memory only, for the rehearsal's accounts.
        record Held(Secret secret) implements Credential {}
    }
}
