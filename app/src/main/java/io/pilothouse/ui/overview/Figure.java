package io.pilothouse.ui.overview;

import io.pilothouse.domain.Status;

import java.util.List;
import java.util.Optional;

/// One of the large numbers.
///
/// @param unit behind the value, in smaller letters; may be empty
/// @param more what stands below, in parts
/// @param tip what it is made of
public record Figure(String caption, String value, String unit, List<Part> more, String tip) {
    /// @param state drawn as its shape before the words
    /// @param style of the words
    public record Part(Optional<Status> state, String words, String style) {
        static Part of(String words, String style) {
            return new Part(Optional.empty(), words, style);
        }
    }

    /// In one line, for who can't see it.
    String said() {
        return caption
                + ": "
                + (value + " " + unit).strip()
                + more.stream().map(p -> ", " + p.words()).reduce("", String::concat);
    }
}
