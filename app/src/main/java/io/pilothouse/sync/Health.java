package io.pilothouse.sync;

import io.pilothouse.cloud.CloudException;

import java.time.Instant;
import java.util.Optional;

/// How an account is doing, by its newest answers.
///
/// @param why of what is not [State#GOOD] or [State#CONNECTING]
/// @param since when it became so
public record Health(State state, Optional<CloudException> why, Instant since) {
    public enum State {
        /// Nothing has been answered yet.
        CONNECTING,
        GOOD,
        /// Some feeds fail, others do not.
        PARTLY,
        /// Nothing answers, or not in a way that can be read.
        FAILING,
        /// The key is refused or missing: polls stand still until it changes or a person tries again.
        SIGNED_OUT
    }
}
