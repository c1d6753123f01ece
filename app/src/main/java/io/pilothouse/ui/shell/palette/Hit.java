package io.pilothouse.ui.shell.palette;

import java.util.List;

/// An entry that answers what was typed.
///
/// @param score as [Matcher#score] gives it
/// @param text the entry's text with the letters that answer
/// @param note the same of what stands at the right: the id or address by which it was found, or the entry's note
record Hit(Entry entry, int score, List<Piece> text, List<Piece> note) {
    static Hit of(Entry entry, int score, Matcher words) {
        return new Hit(
                entry,
                score,
                Piece.of(entry.text(), words.letters(Matcher.fold(entry.text()))),
                Piece.plain(entry.note()));
    }

    /// The first of a list, where it does not answer but has to stand before those that do.
    static Hit ahead(Entry entry) {
        return new Hit(entry, Matcher.WORST, Piece.plain(entry.text()), Piece.plain(entry.note()));
    }

    /// Does it stand there for others, and not because it answers?
    boolean isAhead() {
        return score == Matcher.WORST;
    }

    Matcher.Tier tier() {
        return Matcher.tier(score);
    }

    /// May it be the first, so that Enter alone does it?
    boolean isHarmless() {
        return !entry.destroys();
    }
}
