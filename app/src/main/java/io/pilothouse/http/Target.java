package io.pilothouse.http;

import io.pilothouse.cloud.Auth;
import io.pilothouse.cloud.Request;

import okhttp3.HttpUrl;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Collectors;

/// Where a request goes: endpoint, path and query, each value encoded so that it can't leave its place.
final class Target {
    private static final String UNRESERVED =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";

    private final HttpUrl base;
    private final String prefix;

    /// @throws IllegalArgumentException for what is no base URL
    Target(String endpoint) {
        base = HttpUrl.get(endpoint);
        if (!base.encodedUsername().isEmpty()
                || !base.encodedPassword().isEmpty()
                || base.encodedQuery() != null
                || base.encodedFragment() != null) {
            throw new IllegalArgumentException(
                    "an endpoint has no user info, query or fragment: " + base.redact());
        }
        prefix = base.encodedPath().replaceAll("/+$", "");
    }

    HttpUrl base() {
        return base;
    }

    /// Empty where a value can't stand in a path: an empty one, `.` and `..` would name another resource.
    Optional<HttpUrl> url(Request request) {
        if (request.values().stream().anyMatch(v -> v.matches("\\.{0,2}"))) {
            return Optional.empty();
        }
        var path = path(request);
        var url = base.newBuilder().encodedPath(path).encodedQuery(query(request)).build();
        return url.encodedPath().equals(path) ? Optional.of(url) : Optional.empty();
    }

    /// What there is to sign of a request that goes to `url`.
    Auth.Signable signable(Request request, HttpUrl url) {
        return new Auth.Signable(
                request.method(), "/" + String.join("/", url.pathSegments()), request.query());
    }

    /// The same as text, also where it can't be sent.
    String text(Request request) {
        var query = query(request);
        var origin = base.newBuilder().encodedPath("/").build().toString();
        return origin.substring(0, origin.length() - 1)
                + path(request)
                + (query == null ? "" : "?" + query);
    }

    private String path(Request request) {
        var path = request.path(Target::encode);
        return prefix + (path.startsWith("/") ? path : "/" + path);
    }

    private static @Nullable String query(Request request) {
        return request.query().isEmpty()
                ? null
                : request.query().stream()
                        .map(e -> encode(e.getKey()) + "=" + encode(e.getValue()))
                        .collect(Collectors.joining("&"));
    }

    /// All but RFC 3986's unreserved characters as percent and two hex digits of their UTF-8 bytes.
    static String encode(String value) {
        var out = new StringBuilder();
        for (byte b : value.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            if (UNRESERVED.indexOf(c) >= 0) {
                out.append(c);
            } else {
                out.append('%').append(HexFormat.of().withUpperCase().toHexDigits(b));
            }
        }
        return out.toString();
    }
}
