package io.pilothouse.ui.overview.attention;

import io.pilothouse.domain.Account;
import io.pilothouse.domain.Kind;
import io.pilothouse.ui.kit.rows.Row;

import java.util.Optional;

/// Something that needs a person.
///
/// @param isNow red, or else amber: soon
/// @param icon as [io.pilothouse.ui.kit.Nodes#icon] takes it
/// @param detail whose it is, since when, why
/// @param verb the words of its one button
public record Concern(
        boolean isNow,
        String icon,
        String title,
        Optional<Account> account,
        String detail,
        String verb,
        Deed deed) {

    /// What the verb does.
    public sealed interface Deed {
        record Reveal(Kind kind, Row.Key row) implements Deed {}

        record Go(Kind kind) implements Deed {}

        record SignIn(String account) implements Deed {}

        record ReadAgain(String account) implements Deed {}

        record Resume(String command) implements Deed {}

        /// @param command that it is about
        record Activity(String command) implements Deed {}
    }
}
