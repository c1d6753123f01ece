package io.pilothouse.ui.kit.rows;

import io.pilothouse.domain.Facts;
import io.pilothouse.ui.kit.Formats;
import io.pilothouse.ui.kit.Words;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// How old a row is: since it was made where the service says so, else since this home saw it first, and then it is a
/// lower bound.
///
/// @param atLeast it may be older
public record Age(Instant since, boolean atLeast) implements Comparable<Age> {
    public static Optional<Age> of(Row row) {
        return row.resource()
                .get(Facts.CREATED)
                .map(at -> new Age(at, false))
                .or(() -> row.firstSeen().map(at -> new Age(at, true)));
    }

    /// `3 d 4 h`, `≥ 6 d`. From a minute on it moves with the minutes of the clock: so all rows of a table move at once,
    /// and an idle window draws seldom.
    public String words(Instant now) {
        long s = Math.max(0, Duration.between(since, now).toSeconds());
        if (s >= 60) {
            var minute = now.truncatedTo(ChronoUnit.MINUTES);
            s = Math.max(60, Duration.between(since, minute).toSeconds());
        }
        var span = Formats.span(Duration.ofSeconds(s));
        return atLeast ? "≥ " + span : span;
    }

    /// The exact time, and what a lower bound means.
    public String tip() {
        return Words.of(atLeast ? "age.seen" : "age.made", Formats.exact(since));
    }

    /// The younger first.
    @Override
    public int compareTo(Age other) {
        return other.since.compareTo(since);
    }
}
