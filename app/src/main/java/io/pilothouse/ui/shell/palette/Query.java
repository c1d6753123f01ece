package io.pilothouse.ui.shell.palette;

import io.pilothouse.domain.Kind;
import io.pilothouse.ui.kit.Words;
import io.pilothouse.ui.kit.rows.RowFilter;
import io.pilothouse.ui.kit.rows.RowFilter.Term;

import java.util.List;

/// What was typed: words to be found, facets that rows have to fulfil (`state:`, `account:` and the like as in a table's
/// filter, and `kind:`), and in front `>` for commands only, `@` for resources only.
///
/// @param facets all but `kind:`
record Query(
        boolean commands, boolean resources, Matcher words, RowFilter facets, List<Term> kinds) {
    private static final String KIND = "kind";

    static Query parse(String text) {
        var line = text.strip();
        boolean onlyCommands = line.startsWith(">");
        boolean onlyResources = line.startsWith("@");
        var rest = onlyCommands || onlyResources ? line.substring(1) : line;
        var terms = RowFilter.parse(rest, List.of(KIND)).terms();
        var words = terms.stream().filter(Query::isWord).map(Term::text).toList();
        var facets = terms.stream().filter(t -> !isWord(t)).toList();
        return new Query(
                !onlyResources && facets.isEmpty(),
                !onlyCommands,
                new Matcher(words),
                new RowFilter(facets.stream().filter(t -> !t.place().equals(KIND)).toList()),
                facets.stream().filter(t -> t.place().equals(KIND)).toList());
    }

    private static boolean isWord(Term term) {
        return term.place().isEmpty() && !term.negated();
    }

    /// Was nothing asked for but what there is?
    boolean isEmpty() {
        return commands && resources && words.isEmpty();
    }

    boolean asksFor(Kind kind) {
        return kinds.stream().allMatch(t -> isCalled(kind, t.text()) != t.negated());
    }

    private static boolean isCalled(Kind kind, String text) {
        return kind.id().contains(text)
                || Matcher.fold(Words.of("kind." + kind.id() + ".many")).contains(text);
    }
}
