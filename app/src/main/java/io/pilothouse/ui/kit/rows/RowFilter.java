package io.pilothouse.ui.kit.rows;

import io.pilothouse.domain.Fact;
import io.pilothouse.domain.Facts;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/// The filter line: words that must all be found somewhere in a row, `state:`, `account:`, `region:` and `type:` for one
/// place, `!` in front for the opposite. Upper and lower case are the same.
public record RowFilter(List<Term> terms) implements Predicate<Row> {
    /// @param place empty for anywhere
    public record Term(String place, String text, boolean negated) {}

    private static final List<String> PLACES =
            List.of("name", "state", "account", "region", "type");

    public static RowFilter parse(String text) {
        return new RowFilter(
                Arrays.stream(text.toLowerCase(Locale.ROOT).strip().split("\\s+"))
                        .filter(w -> !w.isEmpty() && !w.equals("!"))
                        .map(RowFilter::term)
                        .filter(t -> !t.text().isEmpty())
                        .toList());
    }

    private static Term term(String word) {
        boolean negated = word.startsWith("!");
        var rest = negated ? word.substring(1) : word;
        int colon = rest.indexOf(':');
        return colon > 0 && PLACES.contains(rest.substring(0, colon))
                ? new Term(rest.substring(0, colon), rest.substring(colon + 1), negated)
                : new Term("", rest, negated);
    }

    public boolean isEmpty() {
        return terms.isEmpty();
    }

    @Override
    public boolean test(Row row) {
        return terms.stream().allMatch(t -> found(row, t) != t.negated());
    }

    private static boolean found(Row row, Term term) {
        return switch (term.place()) {
            case "name" -> has(row.resource().name(), term.text());
            case "state" -> has(row.resource().status().word(), term.text());
            case "account" -> has(row.account().name(), term.text());
            case "region" -> has(fact(row, Facts.REGION), term.text());
            case "type" -> has(fact(row, Facts.TYPE), term.text());
            default -> anywhere(row, term.text());
        };
    }

    private static boolean anywhere(Row row, String text) {
        return has(row.resource().name(), text)
                || has(row.resource().id(), text)
                || has(row.resource().status().word(), text)
                || has(row.account().name(), text)
                || row.resource().facts().values().stream()
                        .anyMatch(v -> v instanceof String s && has(s, text));
    }

    private static String fact(Row row, Fact<String> fact) {
        return row.resource().get(fact).orElse("");
    }

    private static boolean has(String value, String text) {
        return value.toLowerCase(Locale.ROOT).contains(text);
    }
}
