package io.pilothouse.rehearsal.crusoe.call;

import io.pilothouse.domain.Json;
import io.pilothouse.rehearsal.front.Body;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/// What an operation is given.
///
/// @param values what the path has in place of its names, unescaped
/// @param given reads the request's body, or throws the refusal
public record Call(Map<String, String> values, Query query, Supplier<Json> given) {
    public String value(String name) {
        return values.getOrDefault(name, "");
    }

    public String project() {
        return value("project_id");
    }

    public Body body() {
        return Body.of(present(given.get()), CrusoeError::badRequest);
    }

    /// Without what is `null`: to the service that is as good as left out.
    private static Json present(Json json) {
        return switch (json) {
            case Json.Obj(var fields) -> {
                var kept = new LinkedHashMap<String, Json>();
                fields.forEach(
                        (name, value) -> {
                            if (!value.isAbsent()) {
                                kept.put(name, present(value));
                            }
                        });
                yield new Json.Obj(kept);
            }
            case Json.Arr(var items) -> Json.of(items.stream().map(Call::present).toList());
            default -> json;
        };
    }
}
