package io.pilothouse.cloud.form;

import io.pilothouse.domain.Inventory;
import io.pilothouse.domain.Json;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Predicate;

/// What is asked before a call. Answers are a JSON object under the fields' own API names, so for most calls they are
/// the body. Validation lives here and nowhere else.
///
/// @param initial answers that stand there at first
/// @param check what no single field can say; [FormCheck] asks the fields and then this
public record Form(
        List<Field> fields, Json initial, BiFunction<Json, Inventory, List<Problem>> check) {
    public static final Form NONE = of();

    /// Words: `field.<name>`, and a help line `field.<name>.help` where there is one. Shown when `when` holds for the
    /// answers so far.
    public record Field(String name, Input input, boolean required, Predicate<Json> when) {
        public static Field of(String name, Input input) {
            return new Field(name, input, true, _ -> true);
        }

        public Field optional() {
            return new Field(name, input, false, when);
        }

        public Field when(Predicate<Json> holds) {
            return new Field(name, input, required, holds);
        }
    }

    /// A problem stops the sending; a warning is shown and confirmed.
    ///
    /// @param field name, with `/` and an index for records (`rules/2/port_range`)
    /// @param key message key; the words are in the properties
    /// @param suggestion a value that would be right
    public record Problem(
            String field,
            String key,
            List<String> args,
            Optional<String> suggestion,
            boolean warning) {
        private static final Set<String> UNFINISHED =
                Set.of(
                        "problem.required",
                        "problem.network",
                        "problem.whole",
                        "problem.amount",
                        "problem.day",
                        "problem.range",
                        "problem.choose");

        public static Problem of(String field, String key, Object... args) {
            return new Problem(
                    field,
                    key,
                    List.of(args).stream().map(String::valueOf).toList(),
                    Optional.empty(),
                    false);
        }

        /// May it be so only because typing has not come to its end, as `10.1` is no network yet?
        public boolean isOfUnfinished() {
            return UNFINISHED.contains(key) || key.startsWith("problem.pattern.");
        }

        public Problem suggest(String value) {
            return new Problem(field, key, args, Optional.of(value), warning);
        }

        public Problem asWarning() {
            return new Problem(field, key, args, suggestion, true);
        }

        public Problem under(String prefix) {
            return new Problem(prefix + "/" + field, key, args, suggestion, warning);
        }
    }

    public static Form of(Field... fields) {
        return new Form(List.of(fields), Json.obj(), (_, _) -> List.of());
    }

    public Form from(Json answers) {
        return new Form(fields, answers, check);
    }

    public Form check(BiFunction<Json, Inventory, List<Problem>> more) {
        return new Form(fields, initial, more);
    }

    public Optional<Field> field(String name) {
        return fields.stream().filter(f -> f.name().equals(name)).findFirst();
    }
}
