package io.pilothouse.rehearsal.crusoe.call;

import io.pilothouse.domain.Json;
import io.pilothouse.rehearsal.loopback.Routes;
import io.pilothouse.rehearsal.loopback.WireAnswer;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/// The service's operations by method and path. A path is written without the API version.
public final class Table {
    /// The API version every path begins with.
    public static final String BASE = "/v1alpha5";

    private final Routes<Function<Call, WireAnswer>> routes = new Routes<>();

    /// Answers with JSON.
    public Table json(String method, String path, Function<Call, Json> operation) {
        routes.add(method, BASE + path, call -> WireAnswer.json(200, operation.apply(call)));
        return this;
    }

    /// Answers with nothing.
    public Table empty(String method, String path, Consumer<Call> operation) {
        routes.add(
                method,
                BASE + path,
                call -> {
                    operation.accept(call);
                    return new WireAnswer(
                            200,
                            new LinkedHashMap<>(),
                            new byte[0],
                            new WireAnswer.Delivery.Whole());
                });
        return this;
    }

    /// Answers with comma-separated values.
    public Table csv(String method, String path, Function<Call, String> operation) {
        routes.add(
                method,
                BASE + path,
                call ->
                        WireAnswer.of(
                                200,
                                "text/csv",
                                operation.apply(call).getBytes(StandardCharsets.UTF_8)));
        return this;
    }

    public Routes.Match<Function<Call, WireAnswer>> find(String method, String path) {
        return routes.find(method, path);
    }

    /// `METHOD path` of every operation, with the API version.
    public List<String> all() {
        return routes.all();
    }
}
