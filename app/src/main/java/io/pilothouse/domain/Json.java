package io.pilothouse.domain;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/// A JSON value: raw rows, request bodies and form answers are all of this one type. Reading is tolerant (what is not
/// there is [Absent], never an exception), and a secret in it stays a [Secret].
public sealed interface Json {
    record Obj(SequencedMap<String, Json> fields) implements Json {}

    record Arr(List<Json> items) implements Json {}

    record Text(String value) implements Json {}

    record Num(BigDecimal value) implements Json {}

    record Bool(boolean value) implements Json {}

    record Hidden(Secret value) implements Json {}

    /// Not there, or `null`: services mix the two.
    record Absent() implements Json {
        private static final Absent IT = new Absent();
    }

    static Json absent() {
        return Absent.IT;
    }

    static Json of(@Nullable Object value) {
        return switch (value) {
            case null -> absent();
            case Json j -> j;
            case Optional<?> o -> o.map(Json::of).orElse(absent());
            case Boolean b -> new Bool(b);
            case BigDecimal n -> new Num(n);
            case Number n -> new Num(new BigDecimal(n.toString()));
            case Secret s -> new Hidden(s);
            case Collection<?> c -> new Arr(c.stream().map(Json::of).toList());
            default -> new Text(value.toString());
        };
    }

    /// Pairs of name and value. An absent value leaves its name out (Lambda Cloud: absent, never null).
    static Json obj(Object... pairs) {
        var fields = new LinkedHashMap<String, Json>();
        for (int i = 0; i < pairs.length; i += 2) {
            var value = of(pairs[i + 1]);
            if (!(value instanceof Absent)) {
                fields.put((String) pairs[i], value);
            }
        }
        return new Obj(Collections.unmodifiableSequencedMap(fields));
    }

    default Json at(String... path) {
        Json here = this;
        for (var name : path) {
            here = here instanceof Obj(var fields) ? fields.getOrDefault(name, absent()) : absent();
        }
        return here;
    }

    default boolean isAbsent() {
        return this instanceof Absent;
    }

    /// The value as text; empty for what is absent, empty, hidden, an object or an array.
    default Optional<String> text(String... path) {
        return switch (at(path)) {
            case Text(var s) when !s.isEmpty() -> Optional.of(s);
            case Num(var n) ->
                    Optional.of(Math.abs(n.scale()) > 400 ? n.toString() : n.toPlainString());
            case Bool(var b) -> Optional.of(String.valueOf(b));
            default -> Optional.empty();
        };
    }

    /// The value as text, or `""`.
    default String word(String... path) {
        return text(path).orElse("");
    }

    /// The value as a whole number; empty where it is none that fits a `long`.
    default Optional<Long> whole(String... path) {
        try {
            return text(path)
                    .filter(s -> s.length() <= 40)
                    .map(s -> new BigDecimal(s).longValueExact());
        } catch (ArithmeticException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    default boolean isTrue(String... path) {
        return at(path) instanceof Bool(var b) && b;
    }

    default Optional<Secret> secret(String... path) {
        return at(path) instanceof Hidden(var s) ? Optional.of(s) : Optional.empty();
    }

    /// An array; a lone value as an array of one (Crusoe's own samples have both), nothing as an empty one.
    default List<Json> list(String... path) {
        return switch (at(path)) {
            case Arr(var items) -> items;
            case Absent _ -> List.of();
            case Json lone -> List.of(lone);
        };
    }

    default List<String> texts(String... path) {
        return list(path).stream().flatMap(j -> j.text().stream()).toList();
    }

    default Map<String, Json> fields(String... path) {
        return at(path) instanceof Obj(var fields) ? fields : Map.of();
    }

    /// The same object with one field set; with an absent value, without it.
    default Json with(String name, @Nullable Object value) {
        var fields = new LinkedHashMap<>(fields());
        var json = of(value);
        if (json instanceof Absent) {
            fields.remove(name);
        } else {
            fields.put(name, json);
        }
        return new Obj(Collections.unmodifiableSequencedMap(fields));
    }

    /// The same object with only these fields, in their order here.
    default Json only(String... names) {
        var kept = new ArrayList<Object>();
        Arrays.stream(names).forEach(n -> Collections.addAll(kept, n, at(n)));
        return obj(kept.toArray());
    }
}
