package io.pilothouse.domain;

import java.util.Arrays;

/// Characters that are never printed. Only `http` (while it writes the wire), `account` (while it keeps them) and a
/// person's own click on *copy* or *show* may reveal them; an architecture rule says so.
public final class Secret {
    /// What stands in place of a secret, of whatever length it is.
    public static final String MASK = "••••••••";

    private final char[] chars;

    private Secret(char[] chars) {
        this.chars = chars;
    }

    public static Secret of(CharSequence text) {
        var chars = new char[text.length()];
        for (int i = 0; i < chars.length; i++) {
            chars[i] = text.charAt(i);
        }
        return new Secret(chars);
    }

    public String reveal() {
        return new String(chars);
    }

    /// The same behind some open text, such as `Bearer `.
    public Secret after(String open) {
        var joined = Arrays.copyOf(open.toCharArray(), open.length() + chars.length);
        System.arraycopy(chars, 0, joined, open.length(), chars.length);
        return new Secret(joined);
    }

    /// The same without white space at its ends, as it comes along when a key is pasted.
    public Secret stripped() {
        int from = 0;
        int to = chars.length;
        while (from < to && Character.isWhitespace(chars[from])) {
            from++;
        }
        while (to > from && Character.isWhitespace(chars[to - 1])) {
            to--;
        }
        return new Secret(Arrays.copyOfRange(chars, from, to));
    }

    public boolean isEmpty() {
        return chars.length == 0;
    }

    @Override
    public String toString() {
        return MASK;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Secret s && Arrays.equals(chars, s.chars);
    }

    /// The same for all, so that a hash code tells nothing about the characters.
    @Override
    public int hashCode() {
        return 0;
    }
}
