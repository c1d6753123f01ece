package io.pilothouse.ui.shell.palette;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/// A part of a text that answers what was typed as a whole or not at all.
record Piece(String text, boolean matched) {
    static List<Piece> of(String text, BitSet letters) {
        var pieces = new ArrayList<Piece>();
        int from = 0;
        while (from < text.length()) {
            boolean matched = letters.get(from);
            int next = matched ? letters.nextClearBit(from) : letters.nextSetBit(from);
            int to = next < 0 ? text.length() : Math.min(next, text.length());
            pieces.add(new Piece(text.substring(from, to), matched));
            from = to;
        }
        return List.copyOf(pieces);
    }

    static List<Piece> plain(String text) {
        return of(text, new BitSet());
    }
}
