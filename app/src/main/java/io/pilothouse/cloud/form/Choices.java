package io.pilothouse.cloud.form;

import io.pilothouse.domain.Facts;
import io.pilothouse.domain.Inventory;
import io.pilothouse.domain.Json;
import io.pilothouse.domain.Money;
import io.pilothouse.domain.Resource;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Function;

/// What can be chosen, fixed or from rows, given the answers so far. In a form within a form those are the answers of
/// both, as [#within] puts them together.
///
/// @param types resource types that are kept fresh while the form is open
public record Choices(Set<String> types, BiFunction<Json, Inventory, List<Choice>> list) {
    /// @param note what else is to be known, said beside the label as it is
    /// @param said what else is to be known that needs words
    /// @param off why it can't be chosen now: a message key
    /// @param price of what is chosen; the prices of all that is chosen are the price of each call
    public record Choice(
            String value,
            String label,
            String note,
            Optional<Said> said,
            Optional<String> off,
            Optional<Money> price) {
        public static Choice of(String value, String label) {
            return new Choice(
                    value, label, "", Optional.empty(), Optional.empty(), Optional.empty());
        }

        public Choice note(String text) {
            return new Choice(value, label, text, said, off, price);
        }

        /// @param key message key; the words are in the properties
        public Choice say(String key, Object... args) {
            var texts = List.of(args).stream().map(String::valueOf).toList();
            return new Choice(value, label, note, Optional.of(new Said(key, texts)), off, price);
        }

        public Choice price(Optional<Money> money) {
            return new Choice(value, label, note, said, off, money);
        }

        public Choice off(Optional<String> why) {
            return new Choice(value, label, note, said, why, price);
        }
    }

    /// Words by their key, such as `{0} free`.
    public record Said(String key, List<String> args) {}

    /// What choices in a form within a form are made of: the answers of the form around it, and its own before them where
    /// both have a name.
    public static Json within(Json around, Json own) {
        var both = around;
        for (var field : own.fields().entrySet()) {
            both = both.with(field.getKey(), field.getValue());
        }
        return both;
    }

    public static Choices of(String... values) {
        var all = Arrays.stream(values).map(v -> Choice.of(v, v)).toList();
        return new Choices(Set.of(), (_, _) -> all);
    }

    /// The rows of a type that fit the answers, by id or name as `value` says.
    public static Choices rows(
            String type, Function<Resource, String> value, BiPredicate<Resource, Json> fits) {
        return new Choices(
                Set.of(type),
                (answers, known) ->
                        known.of(type).stream()
                                .filter(r -> fits.test(r, answers))
                                .map(
                                        r ->
                                                Choice.of(value.apply(r), r.name())
                                                        .price(r.get(Facts.PRICE)))
                                .distinct()
                                .toList());
    }
}
