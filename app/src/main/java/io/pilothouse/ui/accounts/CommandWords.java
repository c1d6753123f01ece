package io.pilothouse.ui.accounts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// A program and its arguments on one line. Quotes keep a word together; nothing else means anything, as no shell is
/// started.
final class CommandWords {
    private static final Pattern PLAIN = Pattern.compile("[^\\s'\"]+");

    private CommandWords() {}

    /// Empty when a quote is left open.
    static Optional<List<String>> split(String line) {
        var words = new ArrayList<String>();
        var word = new StringBuilder();
        boolean begun = false;
        char quote = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (quote != 0) {
                if (c == quote) {
                    quote = 0;
                } else {
                    word.append(c);
                }
            } else if (c == '"' || c == '\'') {
                quote = c;
                begun = true;
            } else if (Character.isWhitespace(c)) {
                if (begun) {
                    words.add(word.toString());
                }
                word.setLength(0);
                begun = false;
            } else {
                word.append(c);
                begun = true;
            }
        }
        if (begun) {
            words.add(word.toString());
        }
        return quote == 0 ? Optional.of(List.copyOf(words)) : Optional.empty();
    }

    /// As [#split] reads it.
    static String join(List<String> words) {
        return String.join(" ", words.stream().map(CommandWords::quoted).toList());
    }

    /// A word with quotes of both kinds is put together of parts.
    private static String quoted(String word) {
        if (PLAIN.matcher(word).matches()) {
            return word;
        }
        return word.indexOf('"') < 0 ? '"' + word + '"' : "'" + word.replace("'", "'\"'\"'") + "'";
    }
}
