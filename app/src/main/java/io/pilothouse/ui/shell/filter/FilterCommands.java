package io.pilothouse.ui.shell.filter;

import io.pilothouse.ui.kit.Formats;
import io.pilothouse.ui.kit.Words;
import io.pilothouse.ui.kit.filter.AccountFilter;
import io.pilothouse.ui.shell.palette.Entry;

import java.util.ArrayList;
import java.util.List;

/// What the palette can do about whose things are shown; nothing where there is but one account.
public final class FilterCommands {
    private FilterCommands() {}

    public static List<Entry> of(AccountFilter filter) {
        var shown = filter.shown();
        var all = new ArrayList<Entry>();
        if (shown.accounts().size() < 2) {
            return all;
        }
        if (!shown.isAll()) {
            all.add(
                    Entry.command(
                            "accounts/all", "people", Words.of("accounts.show-all"), filter::all));
        }
        for (var account : shown.accounts()) {
            var name = Formats.oneLine(account.name());
            var id = account.id();
            if (!shown.chosen().equals(List.of(id))) {
                all.add(
                        Entry.command(
                                "accounts/only/" + id,
                                "filter",
                                Words.of("accounts.show-only", name),
                                () -> filter.only(id)));
            }
            if (!shown.holds(id)) {
                all.add(
                        Entry.command(
                                "accounts/too/" + id,
                                "filter",
                                Words.of("accounts.show-too", name),
                                () -> filter.show(id)));
            }
        }
        return all;
    }
}
