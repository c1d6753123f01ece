package io.pilothouse.ui.overview;

import io.pilothouse.domain.Account;
import io.pilothouse.domain.Status;

import java.time.Instant;
import java.util.Optional;

/// Something that was done or seen.
///
/// @param when as it is said
/// @param state drawn as a shape before the word
/// @param word how it ended, or the state it came into
/// @param style of the word
/// @param note `not from here` of what this home did not ask for; empty otherwise
public record Event(
        Instant at,
        String when,
        String title,
        Account account,
        Optional<Status> state,
        String word,
        String style,
        String note) {}
