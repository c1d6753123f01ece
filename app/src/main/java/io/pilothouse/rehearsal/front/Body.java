package io.pilothouse.rehearsal.front;

import io.pilothouse.domain.Json;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/// Reads a request's JSON as a schema has it; whatever does not fit is refused in the service's own way, with the
/// field's name. A field that is `null` does not fit either. Unknown fields are let through.
public final class Body {
    /// How the service refuses what does not fit.
    public interface Refusal {
        RuntimeException of(String message);
    }

    private final Json.Obj json;
    private final String where;
    private final Refusal refusal;

    private Body(Json.Obj json, String where, Refusal refusal) {
        this.json = json;
        this.where = where;
        this.refusal = refusal;
    }

    /// @throws RuntimeException the refusal, as every method here, if the JSON is not what it must be
    public static Body of(Json json, Refusal refusal) {
        return inside(json, "", refusal);
    }

    private static Body inside(Json json, String where, Refusal refusal) {
        if (json instanceof Json.Obj object) {
            return new Body(object, where, refusal);
        }
        throw refusal.of((where.isEmpty() ? "The request body" : where) + " must be an object.");
    }

    public boolean has(String name) {
        return json.fields().containsKey(name);
    }

    /// A text of that many characters (Unicode code points, as JSON Schema counts).
    public String text(String name, int min, int max) {
        if (!(need(name) instanceof Json.Text(var text))) {
            throw refusal.of(path(name) + " must be a string.");
        }
        var length = text.codePointCount(0, text.length());
        if (length < min || length > max) {
            throw refusal.of(path(name) + " must have " + min + " to " + max + " characters.");
        }
        return text;
    }

    public String text(String name) {
        return text(name, 0, Integer.MAX_VALUE);
    }

    public String text(String name, int min, int max, Pattern pattern) {
        var text = text(name, min, max);
        if (!pattern.matcher(text).matches()) {
            throw refusal.of(path(name) + " must match " + pattern.pattern() + ".");
        }
        return text;
    }

    /// What `read` makes of the field, if it is there.
    public <T> Optional<T> maybe(String name, Function<String, T> read) {
        return has(name) ? Optional.of(read.apply(name)) : Optional.empty();
    }

    public List<String> texts(String name) {
        var texts = new ArrayList<String>();
        for (var item : items(name)) {
            if (!(item instanceof Json.Text(var text))) {
                throw refusal.of(path(name) + " must be an array of strings.");
            }
            texts.add(text);
        }
        return List.copyOf(texts);
    }

    public <T> List<T> objects(String name, Function<Body, T> read) {
        var objects = new ArrayList<T>();
        var items = items(name);
        for (int i = 0; i < items.size(); i++) {
            objects.add(read.apply(inside(items.get(i), path(name) + "[" + i + "]", refusal)));
        }
        return List.copyOf(objects);
    }

    public Body object(String name) {
        return inside(need(name), path(name), refusal);
    }

    /// A whole number, not less than `min`.
    public long numberFrom(String name, long min) {
        var value = need(name);
        var whole =
                value instanceof Json.Num(var n) && n.stripTrailingZeros().scale() <= 0
                        ? value.whole().filter(w -> w >= min)
                        : Optional.<Long>empty();
        return whole.orElseThrow(
                () -> refusal.of(path(name) + " must be a whole number of at least " + min + "."));
    }

    public boolean isNumber(String name) {
        return json.at(name) instanceof Json.Num;
    }

    public boolean truth(String name) {
        if (need(name) instanceof Json.Bool(var value)) {
            return value;
        }
        throw refusal.of(path(name) + " must be true or false.");
    }

    /// Whole numbers, each within the bounds.
    public List<Integer> numbers(String name, int count, int min, int max) {
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
            throw refusal.of(
                    "%s must be %d whole numbers of %d to %d."
                            .formatted(path(name), count, min, max));
        }
        return List.copyOf(numbers);
    }

    public String path(String name) {
        return where.isEmpty() ? name : where + "." + name;
    }

    private List<Json> items(String name) {
        if (need(name) instanceof Json.Arr(var items)) {
            return items;
        }
        throw refusal.of(path(name) + " must be an array.");
    }

    private Json need(String name) {
        if (!has(name)) {
            throw refusal.of(path(name) + " is required.");
        }
        return json.at(name);
    }
}
