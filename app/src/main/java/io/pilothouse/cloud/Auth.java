package io.pilothouse.cloud;

import io.pilothouse.domain.Secret;

import java.util.Map;
import java.util.function.Function;

/// How a call proves who sends it. Pure: `http` applies it, `work` renews it. The map is by credential field.
public sealed interface Auth {
    /// Headers made of the credentials, such as `Authorization: Bearer …`.
    record Headers(Function<Map<String, Secret>, Map<String, Secret>> headers) implements Auth {}

    /// After a 401 `work` sends `login` once for all who wait, then each waiting call once more.
    record Login(
            Function<Map<String, Secret>, ApiCall<Secret>> login,
            Function<Secret, Map<String, Secret>> headers)
            implements Auth {}
}
