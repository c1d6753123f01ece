package io.pilothouse.domain;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/// JSON from and to text; the one place that knows Jackson. Numbers keep their digits, unknown fields and their order
/// are kept, depth is bounded.
public final class JsonText {
    /// Deeper nesting than any service has; a hostile body is refused, not followed down.
    private static final int DEPTH = 200;

    /// Room for the fields of a usual object: a long list has thousands.
    private static final int USUAL_FIELDS = 8;

    /// Fields of an object that is looked for among those that were read before.
    private static final int MOST_SHARED = 16;

    private static final Json YES = new Json.Bool(true);
    private static final Json NO = new Json.Bool(false);

    /// `"name": "web-1"`, as people write it.
    private static final Separators COLON =
            Separators.createDefaultInstance().withObjectNameValueSpacing(Separators.Spacing.AFTER);

    private static final JsonFactory FACTORY =
            JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxNestingDepth(DEPTH)
                                    .maxStringLength(40_000_000)
                                    .build())
                    .build();

    /// The text is no JSON.
    public static final class Malformed extends Exception {
        private static final long serialVersionUID = 1;
        private final int line;
        private final int column;

        Malformed(String message, int line, int column) {
            super(message);
            this.line = line;
            this.column = column;
        }

        /// Both count from 1; 0 where not known: the message is then of our own words, without the text's.
        public int line() {
            return line;
        }

        public int column() {
            return column;
        }
    }

    private JsonText() {}

    /// Reads one value. Text and numbers under a name that `secret` accepts become [Json.Hidden], however deep they lie.
    public static Json parse(String text, Predicate<String> secret) throws Malformed {
        try (JsonParser in =
                FACTORY.createParser(tools.jackson.core.ObjectReadContext.empty(), text)) {
            return read(in, secret);
        } catch (JacksonException e) {
            var at = e.getLocation();
            int line = at == null ? 0 : Math.max(0, at.getLineNr());
            throw new Malformed(
                    line == 0 ? "no JSON" : e.getOriginalMessage(),
                    line,
                    at == null ? 0 : Math.max(0, at.getColumnNr()));
        } catch (NumberFormatException | ArithmeticException e) {
            throw new Malformed("JSON with a number out of range", 0, 0);
        }
    }

    private static Json read(JsonParser in, Predicate<String> secret) throws Malformed {
        try {
            var first = in.nextToken();
            if (first == null) {
                return Json.absent();
            }
            var value = new Reading(in, secret).value(first, "", false);
            if (in.nextToken() != null) {
                throw new Malformed(
                        "more than one value",
                        in.currentLocation().getLineNr(),
                        in.currentLocation().getColumnNr());
            }
            return value;
        } catch (StreamConstraintsException e) {
            throw new Malformed(
                    in.streamReadContext().getNestingDepth() > DEPTH
                            ? "JSON nested more than " + DEPTH + " deep"
                            : "JSON with a text or a number that is too long",
                    0,
                    0);
        }
    }

    public static Json parse(String text) throws Malformed {
        return parse(text, _ -> false);
    }

    /// One reading of one text. Small objects that are equal become the same one: the rows of a long list repeat what
    /// they say of a type or an action a thousand times.
    private static final class Reading {
        private final JsonParser in;
        private final Predicate<String> secret;
        private final Map<Json, Json> small = new HashMap<>();

        Reading(JsonParser in, Predicate<String> secret) {
            this.in = in;
            this.secret = secret;
        }

        Json value(JsonToken token, String name, boolean hide) {
            boolean hidden = hide || secret.test(name);
            return switch (token) {
                case START_OBJECT -> object(hidden);
                case START_ARRAY -> {
                    var items = new ArrayList<Json>();
                    for (var t = in.nextToken(); t != JsonToken.END_ARRAY; t = in.nextToken()) {
                        items.add(value(t, name, hide));
                    }
                    yield new Json.Arr(List.copyOf(items));
                }
                case VALUE_STRING ->
                        hidden
                                ? new Json.Hidden(Secret.of(in.getString()))
                                : new Json.Text(in.getString());
                case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
                        hidden
                                ? new Json.Hidden(Secret.of(in.getString()))
                                : new Json.Num(in.getDecimalValue());
                case VALUE_TRUE -> YES;
                case VALUE_FALSE -> NO;
                default -> Json.absent();
            };
        }

        private Json object(boolean hide) {
            var fields = new LinkedHashMap<String, Json>(USUAL_FIELDS);
            while (in.nextToken() != JsonToken.END_OBJECT) {
                var field = in.currentName();
                fields.put(field, value(in.nextToken(), field, hide));
            }
            var object = new Json.Obj(Collections.unmodifiableSequencedMap(fields));
            if (!isSmall(object, 2)) {
                return object;
            }
            var same = small.computeIfAbsent(object, o -> o);
            return reads(same, object) ? same : object;
        }

        /// Equal objects may have their fields in another order, within them too, and what is read is written again as
        /// it was.
        private static boolean reads(Json one, Json other) {
            var mine = one.fields().entrySet().iterator();
            for (var field : other.fields().entrySet()) {
                var same = mine.next();
                if (!same.getKey().equals(field.getKey())
                        || !reads(same.getValue(), field.getValue())) {
                    return false;
                }
            }
            return true;
        }

        /// Without arrays and secrets, and shallow enough to be compared at no cost to speak of.
        private static boolean isSmall(Json value, int depth) {
            return switch (value) {
                case Json.Obj(var fields) -> {
                    boolean all = depth > 0 && fields.size() <= MOST_SHARED;
                    for (var field : fields.entrySet()) {
                        all = all && isSmall(field.getValue(), depth - 1);
                    }
                    yield all;
                }
                case Json.Arr _, Json.Hidden _ -> false;
                case Json.Text(var text) -> text.length() <= 200;
                case Json.Num _, Json.Bool _, Json.Absent _ -> true;
            };
        }
    }

    /// The same value with text and numbers under a name that `secret` accepts hidden, as [#parse] would have.
    public static Json hidden(Json json, Predicate<String> secret) {
        return hidden(json, secret, false);
    }

    private static Json hidden(Json json, Predicate<String> secret, boolean hide) {
        return switch (json) {
            case Json.Obj(var fields) -> {
                var all = new LinkedHashMap<String, Json>();
                fields.forEach(
                        (name, value) ->
                                all.put(name, hidden(value, secret, hide || secret.test(name))));
                yield new Json.Obj(Collections.unmodifiableSequencedMap(all));
            }
            case Json.Arr(var items) ->
                    new Json.Arr(items.stream().map(i -> hidden(i, secret, hide)).toList());
            case Json.Text _, Json.Num _ -> hide ? new Json.Hidden(Secret.of(json.word())) : json;
            case Json.Bool _, Json.Hidden _, Json.Absent _ -> json;
        };
    }

    /// One line, secrets as [Secret#MASK].
    public static String masked(Json json) {
        return write(json, false, false);
    }

    /// Several lines, secrets as [Secret#MASK].
    public static String pretty(Json json) {
        return write(json, true, false);
    }

    /// One line with its secrets, for the wire only (`http`).
    public static String revealed(Json json) {
        return write(json, false, true);
    }

    private static String write(Json json, boolean indent, boolean reveal) {
        var text = new StringWriter();
        var context =
                new ObjectWriteContext.Base() {
                    @Override
                    public tools.jackson.core.PrettyPrinter getPrettyPrinter() {
                        return indent ? new DefaultPrettyPrinter(COLON) : super.getPrettyPrinter();
                    }
                };
        try (var out = FACTORY.createGenerator(context, text)) {
            write(out, json, reveal);
        }
        return text.toString();
    }

    private static void write(JsonGenerator out, Json json, boolean reveal) {
        switch (json) {
            case Json.Obj(var fields) -> {
                out.writeStartObject();
                fields.forEach(
                        (name, value) -> {
                            out.writeName(name);
                            write(out, value, reveal);
                        });
                out.writeEndObject();
            }
            case Json.Arr(var items) -> {
                out.writeStartArray();
                items.forEach(item -> write(out, item, reveal));
                out.writeEndArray();
            }
            case Json.Text(var s) -> out.writeString(s);
            case Json.Num(var n) -> out.writeNumber(n);
            case Json.Bool(var b) -> out.writeBoolean(b);
            case Json.Hidden(var s) -> out.writeString(reveal ? s.reveal() : Secret.MASK);
            case Json.Absent _ -> out.writeNull();
        }
    }
}
