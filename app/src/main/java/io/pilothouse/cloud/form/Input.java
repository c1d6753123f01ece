package io.pilothouse.cloud.form;

import io.pilothouse.domain.Bytes;

import java.util.List;

/// How a field of a form is filled in.
public sealed interface Input {
    /// One line. `pattern` is a regular expression for the whole text; empty takes any.
    ///
    /// @param max characters
    record Line(String pattern, int max) implements Input {
        public static Line upTo(int max) {
            return new Line("", max);
        }
    }

    /// A name for one thing or, as `web-{1..8}`, for several ([NameRange]); `pattern` and `max` hold for each.
    record Name(String pattern, int max) implements Input {}

    /// Several lines of code in a language such as `cloud-init`.
    record Code(String language, int maxBytes) implements Input {}

    record Whole(long min, long max) implements Input {}

    /// A whole number from 1 and one of these units, as `200GiB`; the answer is that text ([Bytes#parse] reads it).
    record Amount(List<String> units) implements Input {
        public static Amount of(String... units) {
            return new Amount(List.of(units));
        }
    }

    /// A day of the calendar; the answer is its ISO text, `2026-03-01`.
    record Day() implements Input {}

    /// Several short texts, such as ports: an array. A comma parts them, so none holds one.
    ///
    /// @param pattern regular expression for each; empty takes any
    /// @param max characters of each
    /// @param most of them
    record Texts(String pattern, int max, int most) implements Input {}

    /// A form within the form: its answers are an object.
    record Nested(Form form) implements Input {}

    record Toggle() implements Input {}

    /// A secret; its answer is hidden JSON.
    record Hidden() implements Input {}

    /// IPv4 CIDR network, or one address.
    record Network() implements Input {}

    /// Some of a list: an array of values, or (with max 1) one value.
    record Choose(int min, int max, Choices from) implements Input {
        public static Choose one(Choices from) {
            return new Choose(1, 1, from);
        }
    }

    /// An array of objects.
    ///
    /// @param key a member by which a record is the same one after it was changed, and that is not asked for; empty where
    ///     they have none
    record Records(int max, Form each, String key) implements Input {
        public Records(int max, Form each) {
            this(max, each, "");
        }
    }

    /// One of several forms; each names itself by its first field.
    record OneOf(List<Form> forms) implements Input {}
}
