package io.pilothouse.ui.kit.rows;

import io.pilothouse.ui.kit.Formats;
import io.pilothouse.ui.kit.Words;
import io.pilothouse.ui.theme.Css;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// When something ends, such as a token: in words, and marked in time for its successor to be made.
///
/// @param style empty while the end is far
public record Expiry(String words, Optional<String> style) {
    /// From so long before the end on it is marked.
    static final Duration NEAR = Duration.ofDays(14);

    public static Expiry of(Instant end, Instant now) {
        if (!end.isAfter(now)) {
            var ago = Formats.span(Duration.between(end, now));
            return new Expiry(Words.of("time.expired", ago), Optional.of(Css.BAD));
        }
        var words = Words.of("time.in", Formats.span(Duration.between(now, end)));
        boolean near = Duration.between(now, end).compareTo(NEAR) < 0;
        return new Expiry(words, near ? Optional.of(Css.WARN) : Optional.empty());
    }
}
