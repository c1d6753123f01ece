package io.pilothouse.ui.resources;

import io.pilothouse.domain.Kind;
import io.pilothouse.ui.kit.Formats;
import io.pilothouse.ui.kit.Words;
import io.pilothouse.ui.kit.Workbench;
import io.pilothouse.ui.kit.filter.AccountFilter.Shown;
import io.pilothouse.ui.kit.rows.Scopes.Scope;
import io.pilothouse.ui.kit.rows.Tally;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What stands in place of rows: why there are none, and the ways on. Equal words are equal, so nothing is drawn anew for
/// them.
///
/// @param words one sentence; empty while there are rows
/// @param troubles what could not be read, where that may be why
/// @param ways in the order in which they are offered
record Blank(String words, List<Trouble> troubles, List<Way> ways) {
    /// What a person can do about it, beside what helps against a trouble.
    enum Way {
        CREATE,
        CLEAR_FILTER,
        ALL_SCOPES,
        ALL_ACCOUNTS
    }

    /// There are rows.
    static final Blank NOT = new Blank("", List.of(), List.of());

    /// How the table stands while it has no rows.
    ///
    /// @param rows of the accounts that are shown
    /// @param filtered a person has typed a filter
    /// @param scope shown alone
    record Table(
            Kind kind,
            Shown accounts,
            int rows,
            boolean filtered,
            Optional<Scope> scope,
            Tally tally,
            List<Trouble> troubles) {
        private String title() {
            return Words.of("kind." + kind.id() + ".many");
        }

        private String many() {
            return Words.inSentence(title());
        }

        private List<Way> with(Way... first) {
            var all = new ArrayList<>(List.of(first));
            if (!accounts.isAll()) {
                all.add(Way.ALL_ACCOUNTS);
            }
            return List.copyOf(all);
        }
    }

    boolean isNot() {
        return words.isEmpty();
    }

    /// @param bench whose open accounts may offer the kind or not
    static Blank of(Table table, Workbench bench) {
        if (bench.connections().all().isEmpty()) {
            return new Blank(Words.of("empty.no-account"), List.of(), List.of());
        }
        if (table.rows() > 0 && table.filtered()) {
            return new Blank(
                    Words.of("empty.filtered", table.rows()),
                    List.of(),
                    table.scope().isPresent()
                            ? List.of(Way.CLEAR_FILTER, Way.ALL_SCOPES)
                            : List.of(Way.CLEAR_FILTER));
        }
        if (!isOffered(table, bench)) {
            return new Blank(
                    table.accounts().isAll()
                            ? Words.of("empty.not-offered", table.title())
                            : Words.of(
                                    "empty.not-offered.shown",
                                    table.title(),
                                    table.accounts().names()),
                    List.of(),
                    table.with());
        }
        return unfiltered(table);
    }

    private static boolean isOffered(Table table, Workbench bench) {
        return bench.connections().all().stream()
                .filter(c -> table.accounts().holds(c.account().id()))
                .anyMatch(c -> c.cloud().of(table.kind()).findAny().isPresent());
    }

    private static Blank unfiltered(Table table) {
        var troubles = table.troubles();
        if (table.rows() > 0 && table.scope().isPresent()) {
            return new Blank(
                    Words.of(
                            "empty.none.shown",
                            table.many(),
                            Formats.oneLine(table.scope().get().resource().name())),
                    troubles,
                    List.of(Way.CREATE, Way.ALL_SCOPES));
        }
        if (table.tally().waiting() > 0) {
            return new Blank(Words.of("empty.loading", table.many()), troubles, List.of());
        }
        if (!troubles.isEmpty()) {
            boolean some = table.tally().oldest().isPresent();
            return new Blank(
                    some
                            ? Words.of("empty.partly", table.many())
                            : Words.of("empty.failed", table.title()),
                    troubles,
                    some ? table.with(Way.CREATE) : table.with());
        }
        return new Blank(
                table.accounts().isAll()
                        ? Words.of("empty.none", table.many())
                        : Words.of("empty.none.shown", table.many(), table.accounts().names()),
                List.of(),
                table.with(Way.CREATE));
    }
}
