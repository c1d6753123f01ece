package io.pilothouse.ui.shell.palette;

import java.util.BitSet;
import java.util.List;

/// How well a text answers the words that were typed, and which of its letters did. Upper and lower case are the same;
/// texts are given [folded][#fold], so that thousands are tried between two keys.
///
/// Letters may lie scattered, but stand in the order they were typed in; several words may be found in any order.
final class Matcher {
    /// How it was found, best first.
    enum Tier {
        WHOLE(0),
        START(1),
        WORD(2),
        INSIDE(3),
        SCATTERED(4);

        /// The score of the best of its kind.
        private final int best;

        Tier(int place) {
            best = place * STEP;
        }
    }

    /// The score of what does not match; any other is better the less it is.
    static final int NONE = Integer.MAX_VALUE;

    private static final int STEP = 10_000;

    /// Worse than all that match.
    static final int WORST = 5 * STEP - 1;

    private static final Tier[] TIERS = Tier.values();

    private final List<String> words;
    private final String phrase;

    /// @param words in lower case; none matches everything
    Matcher(List<String> words) {
        this.words = words.stream().map(Matcher::fold).toList();
        this.phrase = String.join(" ", this.words);
    }

    /// Lower case letter by letter: the place of each stays the same.
    static String fold(String text) {
        var letters = text.toCharArray();
        for (int i = 0; i < letters.length; i++) {
            letters[i] = Character.toLowerCase(letters[i]);
        }
        return new String(letters);
    }

    static Tier tier(int score) {
        return TIERS[score / STEP];
    }

    boolean isEmpty() {
        return words.isEmpty();
    }

    /// The tier first, then how far the letters lie apart; [#NONE] where they are not all there.
    int score(String folded) {
        if (words.isEmpty()) {
            return 0;
        }
        int whole = direct(folded);
        if (whole != NONE) {
            return whole;
        }
        int worst = words.size() > 1 ? Tier.WORD.best : 0;
        for (var word : words) {
            int one = direct(folded, word);
            one = one == NONE ? scattered(folded, word) : one;
            if (one == NONE) {
                return NONE;
            }
            worst = Math.max(worst, one);
        }
        return worst;
    }

    /// The same for ids and addresses, in which scattered letters mean nothing.
    int direct(String folded) {
        return words.isEmpty() ? 0 : direct(folded, phrase);
    }

    private static int direct(String text, String word) {
        int at = place(text, word);
        if (at < 0) {
            return NONE;
        }
        Tier tier;
        if (at == 0) {
            tier = text.length() == word.length() ? Tier.WHOLE : Tier.START;
        } else {
            tier = startsWord(text, at) ? Tier.WORD : Tier.INSIDE;
        }
        return tier.best;
    }

    /// Where a word stands best: at the start of the text, of a word in it, or anywhere; -1 for nowhere.
    private static int place(String text, String word) {
        int first = text.indexOf(word);
        for (int at = first; at >= 0; at = text.indexOf(word, at + 1)) {
            if (startsWord(text, at)) {
                return at;
            }
        }
        return first;
    }

    private static boolean startsWord(String text, int at) {
        if (at == 0) {
            return true;
        }
        char before = text.charAt(at - 1);
        return !Character.isLetterOrDigit(before)
                || Character.isDigit(text.charAt(at)) != Character.isDigit(before);
    }

    private static int scattered(String text, String word) {
        int end = end(text, word);
        if (end < 0) {
            return NONE;
        }
        int start = start(text, word, end);
        int apart = end + 1 - start - word.length() + (startsWord(text, start) ? 0 : 1);
        return Tier.SCATTERED.best + Math.min(apart, STEP - 2);
    }

    /// Where the last letter stands, each taken as early as can be; -1 where they are not all there.
    private static int end(String text, String word) {
        int at = -1;
        for (int i = 0; i < word.length(); i++) {
            at = text.indexOf(word.charAt(i), at + 1);
            if (at < 0) {
                return -1;
            }
        }
        return at;
    }

    /// From that end backwards the letters are taken as late as can be, so that they lie together.
    private static int start(String text, String word, int end) {
        int at = end + 1;
        for (int i = word.length() - 1; i >= 0; i--) {
            at = text.lastIndexOf(word.charAt(i), at - 1);
        }
        return at;
    }

    /// The letters that answer, of a text that [#score] finds.
    BitSet letters(String folded) {
        var letters = new BitSet(folded.length());
        if (words.isEmpty()) {
            return letters;
        }
        if (place(folded, phrase) >= 0) {
            mark(folded, phrase, letters);
        } else {
            words.forEach(w -> mark(folded, w, letters));
        }
        return letters;
    }

    private static void mark(String text, String word, BitSet letters) {
        int at = place(text, word);
        if (at >= 0) {
            letters.set(at, at + word.length());
            return;
        }
        int last = end(text, word);
        if (last < 0) {
            return;
        }
        at = last + 1;
        for (int i = word.length() - 1; i >= 0; i--) {
            at = text.lastIndexOf(word.charAt(i), at - 1);
            letters.set(at);
        }
    }
}
