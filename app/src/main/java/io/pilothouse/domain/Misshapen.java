package io.pilothouse.domain;

/// A JSON value is of another shape than it should be. Thrown where it is read, so that a person is told what was
/// expected and what came, without the value itself.
public final class Misshapen extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    /// Words: `shape.<name in lower case>`.
    public enum Shape {
        NOTHING,
        LIST,
        OBJECT,
        TEXT,
        NUMBER,
        TRUTH;

        public static Shape of(Json json) {
            return switch (json) {
                case Json.Absent _ -> NOTHING;
                case Json.Arr _ -> LIST;
                case Json.Obj _ -> OBJECT;
                case Json.Text _, Json.Hidden _ -> TEXT;
                case Json.Num _ -> NUMBER;
                case Json.Bool _ -> TRUTH;
            };
        }
    }

    private final String field;
    private final Shape got;
    private final Shape expected;

    /// @param field its name; `""` for the whole
    public Misshapen(String field, Json got, Shape expected) {
        super(
                "%s is %s, expected was %s"
                        .formatted(
                                field.isEmpty() ? "the answer" : field, Shape.of(got), expected));
        this.field = field;
        this.got = Shape.of(got);
        this.expected = expected;
    }

    public String field() {
        return field;
    }

    public Shape got() {
        return got;
    }

    public Shape expected() {
        return expected;
    }
}
