package io.pilothouse.ui.kit.act;

import java.util.Optional;

/// A line that a person should see once, in the corner of the window.
///
/// @param id a later notice with the same id takes its place; empty for none
/// @param details for *Copy details*
/// @param loud stays until it is closed
public record Notice(
        String id,
        String text,
        String more,
        Tone tone,
        boolean loud,
        Optional<Choice> choice,
        Optional<String> details) {
    public enum Tone {
        PLAIN,
        GOOD,
        BAD
    }

    /// A button in the notice.
    public record Choice(String text, Runnable run) {}

    /// Stays until a person closes it.
    public static Notice staying(String text) {
        return new Notice("", text, "", Tone.PLAIN, true, Optional.empty(), Optional.empty());
    }

    public static Notice quiet(String text) {
        return new Notice("", text, "", Tone.PLAIN, false, Optional.empty(), Optional.empty());
    }
}
