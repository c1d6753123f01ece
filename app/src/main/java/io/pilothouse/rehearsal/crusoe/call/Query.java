package io.pilothouse.rehearsal.crusoe.call;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// A request's query: the filters an operation asks for, and the form in which it is signed.
public final class Query {
    /// By name, in the order of their bytes; the values of one name in the order they came.
    private final Map<String, List<String>> values = new TreeMap<>();

    private Query() {}

    /// @param raw as sent, without the question mark
    /// @throws CrusoeError if it holds a semicolon or a broken escape. That a semicolon is refused and not dropped is
    ///     the stricter reading
    public static Query parse(String raw) {
        var query = new Query();
        if (raw.contains(";")) {
            throw CrusoeError.badRequest("A semicolon in the query must be escaped.");
        }
        for (var pair : raw.split("&", -1)) {
            if (!pair.isEmpty()) {
                var parts = pair.split("=", 2);
                query.values
                        .computeIfAbsent(decoded(parts[0]), _ -> new ArrayList<>())
                        .add(parts.length < 2 ? "" : decoded(parts[1]));
            }
        }
        return query;
    }

    private static String decoded(String part) {
        return Escapes.decoded(part, true)
                .orElseThrow(
                        () -> CrusoeError.badRequest("The query holds a broken escape: " + part));
    }

    /// Sorted and escaped, as it is signed.
    String canonical() {
        return values.entrySet().stream()
                .flatMap(
                        e ->
                                e.getValue().stream()
                                        .map(
                                                v ->
                                                        Escapes.encoded(e.getKey())
                                                                + "="
                                                                + Escapes.encoded(v)))
                .collect(Collectors.joining("&"));
    }

    /// The first value of that name; empty where there is none or it is empty.
    public Optional<String> text(String name) {
        return values.getOrDefault(name, List.of()).stream()
                .findFirst()
                .map(Escapes::text)
                .filter(t -> !t.isEmpty());
    }

    /// All values of that name, each of them also as a list with commas: the document names no form for its arrays, and
    /// clients send both.
    public List<String> texts(String name) {
        return values.getOrDefault(name, List.of()).stream()
                .map(Escapes::text)
                .flatMap(v -> Arrays.stream(v.split(",", -1)))
                .filter(v -> !v.isEmpty())
                .toList();
    }

    public String need(String name) {
        return text(name)
                .orElseThrow(() -> CrusoeError.badRequest("The query must have " + name + "."));
    }

    public List<String> needTexts(String name) {
        need(name);
        return texts(name);
    }
}
