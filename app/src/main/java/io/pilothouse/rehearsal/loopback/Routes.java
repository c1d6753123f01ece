package io.pilothouse.rehearsal.loopback;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Which operation a method and a path mean.
///
/// @param <T> what an operation is
public final class Routes<T> {
    /// What was found.
    public sealed interface Match<T> {
        /// An operation.
        ///
        /// @param values what the path has in place of each `{name}`, as it was sent
        record Found<T>(T operation, Map<String, String> values) implements Match<T> {}

        /// The path is right, the method is not.
        record WrongMethod<T>() implements Match<T> {}

        /// There is no such path.
        record Unknown<T>() implements Match<T> {}
    }

    private record Route<T>(String method, List<String> template, T operation) {}

    private final List<Route<T>> routes = new ArrayList<>();

    /// @param template a path; a part of it may be `{name}`. Where several fit, the one added first decides
    public Routes<T> add(String method, String template, T operation) {
        routes.add(new Route<>(method, parts(template), operation));
        return this;
    }

    public Match<T> find(String method, String path) {
        var parts = parts(path);
        var first = routes.stream().filter(r -> values(r.template, parts).isPresent()).findFirst();
        if (first.isEmpty()) {
            return new Match.Unknown<>();
        }
        var template = first.get().template;
        return routes.stream()
                .filter(r -> r.template.equals(template) && r.method.equals(method))
                .findFirst()
                .<Match<T>>map(
                        r -> new Match.Found<>(r.operation, values(template, parts).orElseThrow()))
                .orElseGet(Match.WrongMethod::new);
    }

    /// `METHOD template` of every operation, in the order they were added.
    public List<String> all() {
        return routes.stream().map(r -> r.method + " " + String.join("/", r.template)).toList();
    }

    private static List<String> parts(String path) {
        return List.of(path.split("/", -1));
    }

    /// Empty where the template does not fit.
    private static Optional<Map<String, String>> values(List<String> template, List<String> parts) {
        if (template.size() != parts.size()) {
            return Optional.empty();
        }
        var values = new LinkedHashMap<String, String>();
        for (int i = 0; i < parts.size(); i++) {
            var name = template.get(i);
            if (name.startsWith("{") && !parts.get(i).isEmpty()) {
                values.put(name.substring(1, name.length() - 1), parts.get(i));
            } else if (!name.equals(parts.get(i))) {
                return Optional.empty();
            }
        }
        return Optional.of(Map.copyOf(values));
    }
}
