package io.pilothouse.ui.resources.drawer;

import io.pilothouse.history.HistoryException;
import io.pilothouse.ui.kit.Formats;
import io.pilothouse.ui.kit.Words;
import io.pilothouse.ui.kit.Workbench;
import io.pilothouse.ui.kit.rows.Row;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// How long a row on its way has been in its state, beside how long such rows usually are.
///
/// @param state the service's word
/// @param since when it was seen to come into it
/// @param atLeast it may have been in it for longer: it was in it when it was seen first
/// @param usual empty while too few were seen to leave it
record Stay(String state, Instant since, boolean atLeast, Optional<Duration> usual) {
    /// Reads the disk. Empty when the row is not on its way, and when the history can't be read, which the row's activity
    /// says.
    static Optional<Stay> read(Workbench bench, Row row) {
        var resource = row.resource();
        var state = resource.status().word();
        if (!resource.status().phase().inTransition()) {
            return Optional.empty();
        }
        var account = row.account().id();
        try {
            return bench.transitions().of(account, resource.ref(), 1).stream()
                    .filter(t -> t.to().equals(state))
                    .findFirst()
                    .map(
                            t ->
                                    new Stay(
                                            state,
                                            t.at(),
                                            t.from().isEmpty(),
                                            bench.transitions()
                                                    .usualStay(account, resource.type(), state)));
        } catch (HistoryException e) {
            return Optional.empty();
        }
    }

    /// `1 min 12 s · usually 3 min`.
    String words(Instant now) {
        var spent = (atLeast ? "≥ " : "") + Formats.elapsed(Duration.between(since, now));
        return usual.map(u -> Words.of("activity.usual", spent, Formats.roughly(u))).orElse(spent);
    }
}
