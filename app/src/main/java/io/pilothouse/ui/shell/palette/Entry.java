package io.pilothouse.ui.shell.palette;

import io.pilothouse.domain.Account;
import io.pilothouse.domain.Kind;
import io.pilothouse.domain.Resource;
import io.pilothouse.ui.kit.Shortcut;
import io.pilothouse.ui.kit.rows.Row;

import java.util.Optional;

/// Something that can be found in the palette and chosen.
///
/// @param id the same each time the palette is opened: what was chosen lately is known by it
/// @param icon as [io.pilothouse.ui.kit.Nodes#icon] takes it; may be empty
/// @param note stands at the right, in muted letters; may be empty
/// @param off why it can't be chosen, in words
/// @param destroys it destroys something, or replaces it without a form that shows with what, and so is never offered first
/// @param thing the row it stands for
public record Entry(
        String id,
        Section section,
        String icon,
        String text,
        String note,
        Optional<Account> account,
        Optional<Shortcut> keys,
        Optional<String> off,
        boolean destroys,
        Optional<Thing> thing,
        Runnable run) {

    /// What stands together, in this order where nothing else decides.
    public enum Section {
        /// What can be done with the rows that are chosen.
        CHOSEN,
        RESOURCES,
        COMMANDS
    }

    /// A row of an account.
    public record Thing(Account account, Resource resource, Kind kind, boolean stale) {
        public Row.Key key() {
            return new Row.Key(account.id(), resource.ref());
        }
    }

    /// A command of the window.
    public static Entry command(String id, String icon, String text, Runnable run) {
        return new Entry(
                id,
                Section.COMMANDS,
                icon,
                text,
                "",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty(),
                run);
    }

    public Entry keys(Shortcut shortcut) {
        return new Entry(
                id,
                section,
                icon,
                text,
                note,
                account,
                Optional.of(shortcut),
                off,
                destroys,
                thing,
                run);
    }

    public Entry note(String words) {
        return new Entry(id, section, icon, text, words, account, keys, off, destroys, thing, run);
    }

    Entry in(Section other) {
        return new Entry(id, other, icon, text, note, account, keys, off, destroys, thing, run);
    }

    Entry of(Account whose) {
        return new Entry(
                id, section, icon, text, note, Optional.of(whose), keys, off, destroys, thing, run);
    }

    Entry off(Optional<String> why) {
        return new Entry(id, section, icon, text, note, account, keys, why, destroys, thing, run);
    }
}
