package io.pilothouse.rehearsal.loopback;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Which operation a method and a path mean.
///
/// @param <T> what an operation is
public final class Routes<T> {
    /// What was found.
    public sealed interface Match<T> {
        /// An operation.
        ///
        /// @param id what the path has in place of `{id}`; empty where it has none
        record Found<T>(T operation, String id) implements Match<T> {}

        /// The path is right, the method is not.
        record WrongMethod<T>() implements Match<T> {}

        /// There is no such path.
        record Unknown<T>() implements Match<T> {}
    }

    private record Route<T>(String method, List<String> template, T operation) {}

    private final List<Route<T>> routes = new ArrayList<>();

    /// @param template a path; one of its parts may be `{id}`. Where several fit, the one added first decides
    public Routes<T> add(String method, String template, T operation) {
        routes.add(new Route<>(method, parts(template), operation));
        return this;
    }

    public Match<T> find(String method, String path) {
        var parts = parts(path);
        var first = routes.stream().filter(r -> id(r.template, parts).isPresent()).findFirst();
        if (first.isEmpty()) {
            return new Match.Unknown<>();
        }
        var template = first.get().template;
        return routes.stream()
                .filter(r -> r.template.equals(template) && r.method.equals(method))
                .findFirst()
                .<Match<T>>map(
                        r -> new Match.Found<>(r.operation, id(template, parts).orElseThrow()))
                .orElseGet(Match.WrongMethod::new);
    }

    private static List<String> parts(String path) {
        return List.of(path.split("/", -1));
    }

    /// The part at `{id}`, `""` for a template without; empty where the template does not fit.
    private static Optional<String> id(List<String> template, List<String> parts) {
        if (template.size() != parts.size()) {
            return Optional.empty();
        }
        var id = "";
        for (int i = 0; i < parts.size(); i++) {
            if (template.get(i).equals("{id}") && !parts.get(i).isEmpty()) {
                id = parts.get(i);
            } else if (!template.get(i).equals(parts.get(i))) {
                return Optional.empty();
            }
        }
        return Optional.of(id);
    }
}
