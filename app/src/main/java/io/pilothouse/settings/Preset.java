package io.pilothouse.settings;

import io.pilothouse.domain.Json;

/// Answers that a person keeps under a name, to begin a form with. Secrets are never among them.
///
/// @param action id of the action that is asked for
/// @param account id
/// @param scope id of the project or its like; empty where the account is the scope
public record Preset(String name, String action, String account, String scope, Json answers) {
    /// Is it the one of this name, of all that its action has?
    boolean isNamed(Preset other) {
        return action.equals(other.action) && name.equals(other.name);
    }
}
