package io.pilothouse.ui.kit.order;

import java.util.Comparator;

/// Orders texts as people count: `node-2` before `node-10`, whatever the case. Of two that read alike the shorter comes
/// first.
public final class NaturalOrder {
    public static final Comparator<String> INSTANCE =
            ((Comparator<String>) NaturalOrder::compare)
                    .thenComparing(Comparator.comparingInt(String::length))
                    .thenComparing(Comparator.naturalOrder());

    private NaturalOrder() {}

    /// A text whose plain order is that of the text as people count, for who compares it often. Texts that read alike
    /// have one key.
    public static String key(String text) {
        var key = new StringBuilder(text.length() + 4);
        for (int i = 0; i < text.length(); ) {
            if (isDigit(text.charAt(i))) {
                int end = end(text, i);
                int from = skip(text, i, end);
                // among other letters a number stands where its digits do; the longer one is more
                key.append('0').append((char) (end - from)).append(text, from, end);
                i = end;
            } else {
                key.append(folded(text.charAt(i++)));
            }
        }
        return key.toString();
    }

    private static int compare(String a, String b) {
        int i = 0;
        int j = 0;
        while (i < a.length() && j < b.length()) {
            int result;
            if (isDigit(a.charAt(i)) && isDigit(b.charAt(j))) {
                int endA = end(a, i);
                int endB = end(b, j);
                result = number(a, i, endA, b, j, endB);
                i = endA;
                j = endB;
            } else {
                result = Character.compare(folded(a.charAt(i++)), folded(b.charAt(j++)));
            }
            if (result != 0) {
                return result;
            }
        }
        return Integer.compare(a.length() - i, b.length() - j);
    }

    /// Of any length; leading zeros count for nothing.
    private static int number(String a, int fromA, int endA, String b, int fromB, int endB) {
        int i = skip(a, fromA, endA);
        int j = skip(b, fromB, endB);
        int lengths = Integer.compare(endA - i, endB - j);
        return lengths != 0 ? lengths : a.substring(i, endA).compareTo(b.substring(j, endB));
    }

    private static int skip(String text, int from, int end) {
        int i = from;
        while (i < end - 1 && text.charAt(i) == '0') {
            i++;
        }
        return i;
    }

    private static int end(String text, int from) {
        int i = from;
        while (i < text.length() && isDigit(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static char folded(char c) {
        return Character.toLowerCase(Character.toUpperCase(c));
    }
}
