package io.pilothouse.rehearsal.lambdacloud;

import io.pilothouse.domain.Json;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/// Reads a request's JSON as the schema has it; whatever does not fit is `global/invalid-parameters`, with the field's
/// name. A field that is `null` does not fit either: no schema here allows null. Unknown fields are let through, as
/// the schemas do.
final class Body {
    private final Json.Obj json;
    private final String where;

    private Body(Json.Obj json, String where) {
        this.json = json;
        this.where = where;
    }

    static Body of(Json json) {
        return inside(json, "");
    }

    private static Body inside(Json json, String where) {
        if (json instanceof Json.Obj object) {
            return new Body(object, where);
        }
        throw LambdaError.invalid(
                (where.isEmpty() ? "The request body" : where) + " must be an object.");
    }

    boolean has(String name) {
        return json.fields().containsKey(name);
    }

    /// A text of that many characters (Unicode code points, as JSON Schema counts).
    String text(String name, int min, int max) {
        if (!(need(name) instanceof Json.Text(var text))) {
            throw LambdaError.invalid(path(name) + " must be a string.");
        }
        var length = text.codePointCount(0, text.length());
        if (length < min || length > max) {
            throw LambdaError.invalid(
                    path(name) + " must have " + min + " to " + max + " characters.");
        }
        return text;
    }

    String text(String name) {
        return text(name, 0, Integer.MAX_VALUE);
    }

    String text(String name, int min, int max, Pattern pattern) {
        var text = text(name, min, max);
        if (!pattern.matcher(text).matches()) {
            throw LambdaError.invalid(path(name) + " must match " + pattern.pattern() + ".");
        }
        return text;
    }

    /// What `read` makes of the field, if it is there.
    <T> Optional<T> maybe(String name, Function<String, T> read) {
        return has(name) ? Optional.of(read.apply(name)) : Optional.empty();
    }

    List<String> texts(String name) {
        var texts = new ArrayList<String>();
        for (var item : items(name)) {
            if (!(item instanceof Json.Text(var text))) {
                throw LambdaError.invalid(path(name) + " must be an array of strings.");
            }
            texts.add(text);
        }
        return List.copyOf(texts);
    }

    <T> List<T> objects(String name, Function<Body, T> read) {
        var objects = new ArrayList<T>();
        var items = items(name);
        for (int i = 0; i < items.size(); i++) {
            objects.add(read.apply(inside(items.get(i), path(name) + "[" + i + "]")));
        }
        return List.copyOf(objects);
    }

    Body object(String name) {
        return inside(need(name), path(name));
    }

    /// Whole numbers, each within the bounds.
    List<Integer> numbers(String name, int count, int min, int max) {
        var items = items(name);
        var numbers = new ArrayList<Integer>();
        for (var item : items) {
            var whole =
                    item instanceof Json.Num(var n) && n.stripTrailingZeros().scale() <= 0
                            ? item.whole()
                            : Optional.<Long>empty();
            whole.filter(n -> n >= min && n <= max).ifPresent(n -> numbers.add(n.intValue()));
        }
        if (items.size() != count || numbers.size() != count) {
            throw LambdaError.invalid(
                    "%s must be %d whole numbers of %d to %d."
                            .formatted(path(name), count, min, max));
        }
        return List.copyOf(numbers);
    }

    String path(String name) {
        return where.isEmpty() ? name : where + "." + name;
    }

    private List<Json> items(String name) {
        if (need(name) instanceof Json.Arr(var items)) {
            return items;
        }
        throw LambdaError.invalid(path(name) + " must be an array.");
    }

    private Json need(String name) {
        if (!has(name)) {
            throw LambdaError.invalid(path(name) + " is required.");
        }
        return json.at(name);
    }
}
