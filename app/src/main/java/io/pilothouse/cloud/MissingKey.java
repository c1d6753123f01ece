package io.pilothouse.cloud;

/// Why there is no key to send, divided by what a person does about it.
public sealed interface MissingKey {
    /// A variable is not set, or blank, where it was looked for.
    record Variable(String name, Looked where) implements MissingKey {}

    /// A program gave no key; it is not run again before a person asks.
    ///
    /// @param detail exit code or limit in seconds; `""` where there is none
    /// @param complaint the first line the program said on standard error, or `""`
    record Command(String program, Failure failure, String detail, String complaint)
            implements MissingKey {}

    /// The vault has to be opened.
    record VaultLocked() implements MissingKey {}

    /// The vault has no such key for this account and field.
    record VaultMissing(String id) implements MissingKey {}

    /// A person has to confirm first what `accounts.json` asks for.
    record Unconfirmed() implements MissingKey {}

    /// Anything else, in the exception's own words.
    record Other() implements MissingKey {}

    /// Whose environment was searched.
    enum Looked {
        /// The one this program was started with.
        PROCESS,
        /// That of the user's login shell, because this program was started from a menu or the Dock.
        LOGIN_SHELL,
        /// The one this program was started with, because the login shell could not be asked.
        LOGIN_SHELL_SILENT
    }

    /// What became of the program.
    enum Failure {
        NOT_STARTED,
        NOT_ENDED,
        EXITED,
        PRINTED_NOTHING,
        UNREADABLE
    }
}
