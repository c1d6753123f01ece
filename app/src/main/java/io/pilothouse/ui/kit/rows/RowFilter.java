package io.pilothouse.ui.kit.rows;

import static java.util.stream.Collectors.toUnmodifiableSet;

import io.pilothouse.cloud.Wanted;
import io.pilothouse.domain.Account;
import io.pilothouse.domain.Fact;
import io.pilothouse.domain.Facts;
import io.pilothouse.domain.Resource;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// The filter line: words that must all be found somewhere in a row, `state:`, `account:`, `region:` and `type:` for one
/// place, `!` in front for the opposite. Upper and lower case are the same. Of the parts of a name beginnings are enough,
/// in their order: `th01` finds `train-h100-01`.
public record RowFilter(List<Term> terms) implements Predicate<Row> {
    /// @param place empty for anywhere
    public record Term(String place, String text, boolean negated) {}

    /// A space within quotes parts no words: `account:"team gpu"`.
    private static final Pattern WORD = Pattern.compile("(?:[^\\s\"]|\"[^\"]*\"?)+");

    public static final List<String> PLACES = List.of("name", "state", "account", "region", "type");

    /// Places that a service may narrow a list by.
    private static final Set<String> NARROWING = Set.of("state", "region", "type");

    public static RowFilter parse(String text) {
        return parse(text, List.of());
    }

    /// @param more places that are known where the line stands; what is asked of them, the caller tests
    public static RowFilter parse(String text, List<String> more) {
        return new RowFilter(
                WORD.matcher(text.toLowerCase(Locale.ROOT))
                        .results()
                        .map(m -> m.group().replace("\"", ""))
                        .filter(w -> !w.isEmpty() && !w.equals("!"))
                        .map(w -> term(w, more))
                        .filter(t -> !t.text().isEmpty())
                        .toList());
    }

    private static Term term(String word, List<String> more) {
        boolean negated = word.startsWith("!");
        var rest = negated ? word.substring(1) : word;
        int colon = rest.indexOf(':');
        var place = rest.substring(0, Math.max(0, colon));
        return PLACES.contains(place) || more.contains(place)
                ? new Term(place, rest.substring(colon + 1), negated)
                : new Term("", rest, negated);
    }

    public boolean isEmpty() {
        return terms.isEmpty();
    }

    @Override
    public boolean test(Row row) {
        return test(row.account(), row.resource());
    }

    public boolean test(Account account, Resource resource) {
        return terms.stream().allMatch(t -> found(account, resource, t) != t.negated());
    }

    /// Which rows of one list it lets through, as far as a service may be asked for them alone: the values that these rows
    /// have and that pass. All, where none passes: what is looked for may yet come.
    public Wanted wanted(List<Resource> rows) {
        var passing = rows.stream().filter(this::passesNarrowing).toList();
        return passing.isEmpty()
                ? Wanted.ALL
                : new Wanted(
                        values("state", passing),
                        values("type", passing),
                        values("region", passing));
    }

    private boolean passesNarrowing(Resource row) {
        return terms.stream()
                .filter(t -> NARROWING.contains(t.place()))
                .allMatch(t -> has(value(row, t.place()), t.text()) != t.negated());
    }

    /// None where it does not ask for this place, or a row says nothing of it: that could not be asked for.
    private Set<String> values(String place, List<Resource> passing) {
        var all = passing.stream().map(r -> value(r, place)).collect(toUnmodifiableSet());
        boolean asked = terms.stream().anyMatch(t -> t.place().equals(place));
        return asked && !all.contains("") ? all : Set.of();
    }

    private static String value(Resource row, String place) {
        return switch (place) {
            case "state" -> row.status().word();
            case "region" -> fact(row, Facts.REGION);
            case "type" -> fact(row, Facts.TYPE);
            default -> throw new IllegalArgumentException(place);
        };
    }

    private static boolean found(Account account, Resource resource, Term term) {
        return switch (term.place()) {
            case "name" -> has(resource.name(), term.text());
            case "account" -> has(account.name(), term.text());
            case "state", "region", "type" -> has(value(resource, term.place()), term.text());
            default -> anywhere(account, resource, term.text());
        };
    }

    private static boolean anywhere(Account account, Resource resource, String text) {
        return has(resource.name(), text)
                || begins(resource.name().toLowerCase(Locale.ROOT), text)
                || has(resource.id(), text)
                || has(resource.status().word(), text)
                || has(account.name(), text)
                || resource.facts().values().stream()
                        .anyMatch(v -> v instanceof String s && has(s, text));
    }

    /// Is the text made of beginnings of the name's parts? A part begins at a letter or digit behind something else than
    /// its like. Goes through the name once for each letter, whatever it is like: a name may be anyone's.
    private static boolean begins(String name, String text) {
        if (text.length() < 2 || !hasInOrder(name, text)) {
            return false;
        }
        var ends = new boolean[name.length() + 1]; // where what is typed so far may end
        for (int typed = 0; typed < text.length(); typed++) {
            var next = new boolean[name.length() + 1];
            boolean some = typed == 0;
            for (int i = 0; i < name.length(); i++) {
                some |= ends[i];
                next[i + 1] =
                        name.charAt(i) == text.charAt(typed)
                                && (ends[i] || (some && isBeginning(name, i)));
            }
            ends = next;
        }
        for (boolean end : ends) {
            if (end) {
                return true;
            }
        }
        return false;
    }

    /// What most names fail at, at little cost.
    private static boolean hasInOrder(String name, String text) {
        int found = 0;
        for (int i = 0; i < name.length() && found < text.length(); i++) {
            found += name.charAt(i) == text.charAt(found) ? 1 : 0;
        }
        return found == text.length();
    }

    private static boolean isBeginning(String name, int i) {
        return Character.isLetterOrDigit(name.charAt(i))
                && (i == 0
                        || !Character.isLetterOrDigit(name.charAt(i - 1))
                        || Character.isDigit(name.charAt(i))
                                != Character.isDigit(name.charAt(i - 1)));
    }

    private static String fact(Resource resource, Fact<String> fact) {
        return resource.get(fact).orElse("");
    }

    private static boolean has(String value, String text) {
        return value.toLowerCase(Locale.ROOT).contains(text);
    }
}
