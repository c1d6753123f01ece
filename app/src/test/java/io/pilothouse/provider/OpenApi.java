package io.pilothouse.provider;

import io.pilothouse.domain.Json;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;

/// An OpenAPI 3.1 or Swagger 2.0 document: its operations, whether a body is what it asks for, and answers as it describes them. Knows
/// as much of JSON Schema as these documents use.
public final class OpenApi {
    private final Json document;
    private int ids;

    private OpenApi(Json document) {
        this.document = document;
    }

    public static OpenApi of(Path file) {
        try {
            var document = Samples.parse(Files.readString(file), _ -> false);
            return new OpenApi(
                    document.at("swagger").isAbsent() ? document : Swagger.translated(document));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// All operations, as `GET /path/{id}`.
    public Set<String> operations() {
        var all = new TreeSet<String>();
        document.fields("paths")
                .forEach(
                        (path, item) ->
                                item.fields().keySet().stream()
                                        .filter(
                                                Set.of("get", "put", "post", "delete", "patch")
                                                        ::contains)
                                        .forEach(
                                                m ->
                                                        all.add(
                                                                m.toUpperCase(java.util.Locale.ROOT)
                                                                        + " "
                                                                        + path)));
        return all;
    }

    /// What is wrong with the body of a request; a name that the document does not know is wrong too.
    public List<String> faults(String operation, Json body) {
        var schema =
                operation(operation).at("requestBody", "content", "application/json", "schema");
        var found = new ArrayList<String>();
        if (schema.isAbsent()) {
            if (!body.isAbsent()) {
                found.add("takes no body");
            }
        } else {
            check(schema, body, "body", found);
        }
        return found;
    }

    /// An answer with status 200 that fits the document; ids in it are unique.
    public Json sample(String operation, SplittableRandom random) {
        return make(
                operation(operation)
                        .at("responses", "200", "content", "application/json", "schema"),
                "",
                random);
    }

    private Json operation(String operation) {
        var words = operation.split(" ", 2);
        return document.at("paths", words[1], words[0].toLowerCase(java.util.Locale.ROOT));
    }

    private Json resolved(Json schema) {
        var ref = schema.text("$ref");
        return ref.isEmpty() ? schema : document.at(ref.get().substring(2).split("/"));
    }

    private void check(Json reference, Json value, String at, List<String> found) {
        var schema = resolved(reference);
        var either = schema.list("anyOf");
        if (!either.isEmpty()) {
            if (either.stream().noneMatch(s -> fits(s, value, at))) {
                found.add(at + " fits none of anyOf");
            }
            return;
        }
        if (!schema.list("enum").isEmpty() && !schema.list("enum").contains(value)) {
            found.add(at + " is none of the enum");
        }
        switch (schema.word("type")) {
            case "object" -> object(schema, value, at, found);
            case "array" -> array(schema, value, at, found);
            case "string" -> string(schema, value, at, found);
            case "integer" -> {
                var n =
                        value instanceof Json.Num
                                ? value.whole()
                                : java.util.Optional.<Long>empty();
                if (n.isEmpty()
                        || n.get() < schema.whole("minimum").orElse(Long.MIN_VALUE)
                        || n.get() > schema.whole("maximum").orElse(Long.MAX_VALUE)) {
                    found.add(at + " is no integer in range");
                }
            }
            case "number" -> {
                if (!(value instanceof Json.Num)) {
                    found.add(at + " is no number");
                }
            }
            case "boolean" -> {
                if (!(value instanceof Json.Bool)) {
                    found.add(at + " is no boolean");
                }
            }
            default -> throw new AssertionError(at + ": a schema of type " + schema.word("type"));
        }
    }

    private boolean fits(Json schema, Json value, String at) {
        var found = new ArrayList<String>();
        check(schema, value, at, found);
        return found.isEmpty();
    }

    private void object(Json schema, Json value, String at, List<String> found) {
        if (!(value instanceof Json.Obj(var fields))) {
            found.add(at + " is no object");
            return;
        }
        schema.texts("required").stream()
                .filter(name -> !fields.containsKey(name))
                .forEach(name -> found.add(at + " lacks " + name));
        fields.forEach(
                (name, field) -> {
                    var known = schema.at("properties").at(name);
                    if (known.isAbsent()) {
                        found.add(at + " has an unknown " + name);
                    } else {
                        check(known, field, at + "." + name, found);
                    }
                });
    }

    private void array(Json schema, Json value, String at, List<String> found) {
        if (!(value instanceof Json.Arr(var items))) {
            found.add(at + " is no array");
            return;
        }
        if (items.size() < schema.whole("minItems").orElse(0L)
                || items.size() > schema.whole("maxItems").orElse(Long.MAX_VALUE)) {
            found.add(at + " has too few or too many items");
        }
        for (int i = 0; i < items.size(); i++) {
            check(schema.at("items"), items.get(i), at + "[" + i + "]", found);
        }
    }

    private static void string(Json schema, Json value, String at, List<String> found) {
        var text =
                switch (value) {
                    case Json.Text(var s) -> s;
                    case Json.Hidden(var s) -> s.reveal();
                    default -> null;
                };
        if (text == null) {
            found.add(at + " is no string");
        } else if (text.length() < schema.whole("minLength").orElse(0L)
                || text.length() > schema.whole("maxLength").orElse(Long.MAX_VALUE)
                || !schema.text("pattern").map(text::matches).orElse(true)) {
            found.add(at + " is too short, too long or of another pattern");
        }
    }

    private Json make(Json reference, String name, SplittableRandom random) {
        var schema = resolved(reference);
        var either = schema.list("anyOf");
        if (!either.isEmpty()) {
            return make(either.get(random.nextInt(either.size())), name, random);
        }
        if (!schema.at("const").isAbsent()) {
            return schema.at("const");
        }
        var values = schema.list("enum");
        if (!values.isEmpty()) {
            return values.get(random.nextInt(values.size()));
        }
        return switch (schema.word("type")) {
            case "object" -> object(schema, random);
            case "array" -> array(schema, random);
            case "string" -> text(schema, name, random);
            case "integer" -> Json.of(random.nextLong(1, 60_000));
            case "number" -> Json.of(random.nextInt(1, 1000) / 8.0);
            case "boolean" -> Json.of(random.nextBoolean());
            default -> throw new AssertionError("a schema of type " + schema.word("type"));
        };
    }

    private Json object(Json schema, SplittableRandom random) {
        var made = Json.obj();
        var required = schema.texts("required");
        for (var field : schema.fields("properties").entrySet()) {
            if (required.contains(field.getKey()) || random.nextBoolean()) {
                made = made.with(field.getKey(), make(field.getValue(), field.getKey(), random));
            }
        }
        if (schema.at("additionalProperties") instanceof Json.Obj each) {
            for (int i = random.nextInt(4); i > 0; i--) {
                made = made.with("name-" + ++ids, make(each, "", random));
            }
        }
        return made;
    }

    private Json array(Json schema, SplittableRandom random) {
        if (schema.at("example") instanceof Json.Text spelled && random.nextBoolean()) {
            return spelled; // some services write an array as its text
        }
        var items = new ArrayList<Json>();
        int least = schema.whole("minItems").orElse(0L).intValue();
        int most = schema.whole("maxItems").orElse(3L).intValue();
        for (int i = random.nextInt(least, most + 1); i > 0; i--) {
            items.add(make(schema.at("items"), "", random));
        }
        return Json.of(items);
    }

    private Json text(Json schema, String name, SplittableRandom random) {
        if (schema.word("format").equals("date-time")) {
            return Json.of("2026-0" + random.nextInt(1, 10) + "-01T12:00:00Z");
        }
        if (name.equals("id")) {
            return Json.of("id-" + ++ids);
        }
        var examples =
                schema.list("examples").isEmpty()
                        ? schema.list("example")
                        : schema.list("examples");
        return examples.isEmpty() || !(examples.getFirst() instanceof Json.Text)
                ? Json.of("text-" + random.nextInt(100))
                : examples.get(random.nextInt(examples.size()));
    }
}
