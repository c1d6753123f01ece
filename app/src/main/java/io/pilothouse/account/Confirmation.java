package io.pilothouse.account;

/// One thing that `accounts.json` asks for, and that a person has not agreed to in this home.
///
/// @param field the credential's, for [What#COMMAND] and [What#CREDENTIAL]; otherwise `""`
/// @param before what was agreed to, or `""`; a login in a URL is left out
/// @param now what stands there
public record Confirmation(What what, String field, String before, String now) {
    /// What would happen without asking.
    public enum What {
        /// A program is started.
        COMMAND,
        /// Keys are sent to this address, which is not the provider's own.
        ENDPOINT,
        /// Keys are sent without encryption.
        PLAIN_HTTP,
        /// Keys are sent to whoever has this certificate.
        CERTIFICATE,
        /// Requests go through this proxy.
        PROXY,
        /// Another key is sent where the one before it was agreed to go.
        CREDENTIAL
    }
}
