package io.pilothouse.ui.kit.rows;

import io.pilothouse.domain.Facts;
import io.pilothouse.ui.kit.order.NaturalOrder;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;

/// What the last word of a filter line may become: a place such as `state:`, or a value that some row has there.
public final class FilterHints {
    /// So many are offered.
    static final int MOST = 8;

    /// @param word what the last word becomes
    /// @param line the whole line then
    public record Hint(String word, String line) {}

    private FilterHints() {}

    /// Empty where nothing is typed, and where what is typed is complete.
    public static List<Hint> of(String line, Collection<Row> rows) {
        int start = start(line);
        var word = line.substring(start);
        var negation = word.startsWith("!") ? "!" : "";
        var rest = word.substring(negation.length()).toLowerCase(Locale.ROOT);
        if (rest.isEmpty()) {
            return List.of();
        }
        int colon = rest.indexOf(':');
        var words =
                colon < 0
                        ? RowFilter.PLACES.stream()
                                .map(p -> p + ":")
                                .filter(p -> p.startsWith(rest))
                        : values(
                                rest.substring(0, colon),
                                rest.substring(colon + 1).replace("\"", ""),
                                rows);
        return words.limit(MOST)
                .map(negation::concat)
                .filter(w -> !w.equalsIgnoreCase(word))
                .map(w -> new Hint(w, line.substring(0, start) + w + (colon < 0 ? "" : " ")))
                .toList();
    }

    /// Where the last word begins; a space within quotes parts none.
    private static int start(String line) {
        boolean quoted = false;
        int start = 0;
        for (int i = 0; i < line.length(); i++) {
            quoted ^= line.charAt(i) == '"';
            if (Character.isWhitespace(line.charAt(i)) && !quoted) {
                start = i + 1;
            }
        }
        return start;
    }

    private static Stream<String> values(String place, String typed, Collection<Row> rows) {
        return rows.stream()
                .map(value(place))
                .filter(v -> !v.isEmpty() && v.toLowerCase(Locale.ROOT).contains(typed))
                .distinct()
                .sorted(NaturalOrder.INSTANCE)
                .map(v -> place + ":" + (v.contains(" ") ? '"' + v + '"' : v));
    }

    private static Function<Row, String> value(String place) {
        return switch (place) {
            case "name" -> r -> r.resource().name();
            // as it stands in the table
            case "state" -> r -> r.resource().status().word().toLowerCase(Locale.ROOT);
            case "account" -> r -> r.account().name();
            case "region" -> r -> r.resource().get(Facts.REGION).orElse("");
            case "type" -> r -> r.resource().get(Facts.TYPE).orElse("");
            default -> _ -> "";
        };
    }
}
