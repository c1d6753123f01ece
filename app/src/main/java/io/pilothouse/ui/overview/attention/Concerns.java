package io.pilothouse.ui.overview.attention;

import io.pilothouse.history.Transitions.Seen;
import io.pilothouse.sync.Command;
import io.pilothouse.ui.kit.Workbench;
import io.pilothouse.ui.overview.known.Clock;
import io.pilothouse.ui.overview.known.Known;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Finds what needs a person: rows that fail, accounts that can't be read, what expires, commands whose outcome or rest
/// is open, steps that take much longer than usual. Only what is known counts: of rows that are older than they should
/// be nothing is said but that.
public final class Concerns {
    private Concerns() {}

    /// What is to be done now first.
    ///
    /// @param seen changes of state, newest first
    public static List<Concern> all(
            Known known, List<Command> commands, List<Seen> seen, Workbench bench, Clock clock) {
        var all = new ArrayList<Concern>();
        all.addAll(new RowConcerns(known, seen).all());
        all.addAll(AccountConcerns.all(known));
        all.addAll(new CommandConcerns(known, bench, clock).all(commands));
        all.addAll(ExpiryConcerns.all(known));
        all.sort(Comparator.comparing(c -> !c.isNow()));
        return List.copyOf(all);
    }
}
