package io.pilothouse.ui.kit;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Properties;

/// Every word that a person reads, by key, from `messages.properties`. Numbers in them are formatted the same in every
/// locale.
public final class Words {
    private static final Properties ALL = load();

    private Words() {}

    /// The words of a key, with `{0}`, `{1}` … replaced. A key that is missing shows itself; a test keeps that from
    /// happening.
    public static String of(String key, Object... args) {
        var text = ALL.getProperty(key);
        if (text == null) {
            return key;
        }
        return args.length == 0
                ? text.replace("''", "'")
                : new MessageFormat(text, Locale.US).format(args);
    }

    public static boolean has(String key) {
        return ALL.containsKey(key);
    }

    /// `key.one` for 1, `key` for all else, with the count as `{0}`.
    public static String count(String key, long count) {
        return of(count == 1 && has(key + ".one") ? key + ".one" : key, count);
    }

    private static Properties load() {
        try (var in = Words.class.getResourceAsStream("/io/pilothouse/messages.properties")) {
            if (in == null) {
                throw new IllegalStateException("messages.properties is missing from the program");
            }
            var words = new Properties();
            words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return words;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Words of a title as they stand within a sentence: `instances`, but `SSH keys`.
    public static String inSentence(String words) {
        boolean capitals = words.length() > 1 && Character.isUpperCase(words.charAt(1));
        return capitals
                ? words
                : words.substring(0, 1).toLowerCase(Locale.ROOT) + words.substring(1);
    }
}
