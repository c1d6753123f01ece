package io.pilothouse.cloud.form;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// A name for several things: `web-{1..8}` is web-1 to web-8, `n{08..11}` keeps the width of its first number.
public final class NameRange {
    /// More than this many at once is a slip of the finger.
    public static final int MOST = 64;

    private static final Pattern RANGE = Pattern.compile("\\{(\\d{1,9})\\.\\.(\\d{1,9})}");

    private NameRange() {}

    /// The names in order: one where there is no range; none where a range counts down or has more than [#MOST].
    public static List<String> names(String text) {
        var m = RANGE.matcher(text);
        if (!m.find()) {
            return List.of(text);
        }
        int first = Integer.parseInt(m.group(1));
        int last = Integer.parseInt(m.group(2));
        if (last < first || last - first >= MOST) {
            return List.of();
        }
        int width = m.group(1).startsWith("0") ? m.group(1).length() : 1;
        return IntStream.rangeClosed(first, last)
                .mapToObj(
                        n ->
                                m.replaceFirst(
                                        Matcher.quoteReplacement(
                                                String.format(Locale.ROOT, "%0" + width + "d", n))))
                .toList();
    }

    public static boolean isRange(String text) {
        return RANGE.matcher(text).find();
    }
}
