package io.pilothouse.cloud.form;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Finds what a person meant by a name that a pattern refuses: the nearest of a few rewritings that it takes. For names
/// only: of ports or networks a guess would be a danger.
final class Correction {
    private static final Pattern RANGE = Pattern.compile("\\{\\d{1,6}\\.\\.\\d{1,6}}");

    /// From the least change to the greatest, each on top of those before.
    private static final List<UnaryOperator<String>> WAYS =
            List.of(
                    s -> s.strip(),
                    s -> s.replaceAll("\\s+", "-"),
                    s -> s.replace('_', '-'),
                    s -> s.toLowerCase(Locale.ROOT),
                    s -> s.replaceAll("[^a-z0-9-]+", "-").replaceAll("-{2,}", "-"),
                    s -> s.replaceAll("^-+", ""));

    private Correction() {}

    /// A text that fits, with its range (as `{1..8}`) untouched; empty where none of the ways leads to one.
    static Optional<String> of(String text, String pattern, int max) {
        var fits = Pattern.compile(pattern);
        return Stream.iterate(1, n -> n <= WAYS.size(), n -> n + 1)
                .map(n -> rewritten(text, n))
                .filter(
                        s ->
                                NameRange.names(s).stream()
                                        .reduce((_, last) -> last)
                                        .filter(last -> last.length() <= max)
                                        .filter(last -> fits.matcher(last).matches())
                                        .isPresent())
                .findFirst();
    }

    private static String rewritten(String text, int ways) {
        var range = RANGE.matcher(text);
        if (!range.find()) {
            return apply(text, ways);
        }
        return apply(text.substring(0, range.start()), ways)
                + range.group()
                + tail(text.substring(range.end()), ways);
    }

    private static String apply(String text, int ways) {
        var now = text;
        for (var way : WAYS.subList(0, ways)) {
            now = way.apply(now);
        }
        return now;
    }

    /// A hyphen may begin what stands behind a range.
    private static String tail(String text, int ways) {
        return apply(text, Math.min(ways, WAYS.size() - 1));
    }
}
