package io.pilothouse.http;

import io.pilothouse.cloud.CloudException;
import io.pilothouse.cloud.Refusal;
import io.pilothouse.cloud.Request;
import io.pilothouse.domain.JsonText;
import io.pilothouse.domain.Secret;

import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.RequestBody;

import okio.BufferedSink;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// A request as OkHttp takes it: here, and nowhere else, secrets are revealed.
final class Outgoing {
    /// What a request can't set: they say where a message ends and whom it is for.
    private static final Set<String> OURS =
            Set.of(
                    "host",
                    "connection",
                    "content-length",
                    "transfer-encoding",
                    "accept-encoding",
                    "expect",
                    "upgrade");

    private static final String NAME = "[A-Za-z0-9!#$%&'*+.^_`|~-]+";
    private static final String VALUE = "[\\x20-\\x7e]*";
    private static final MediaType JSON = MediaType.get("application/json");

    private Outgoing() {}

    /// @throws CloudException.Refused when a value can't stand in the path
    static HttpUrl url(Request request, Target target) throws CloudException {
        return target.url(request)
                .orElseThrow(() -> refused("request/path", "a value that can't stand in a path"));
    }

    /// @throws CloudException.Refused when a value can't stand in a header
    /// @throws CloudException.NoCredential when no header can carry the key; OkHttp's own exception would quote it
    static okhttp3.Request of(Request request, HttpUrl url, String agent, Map<String, Secret> auth)
            throws CloudException {
        var body = request.body();
        return new okhttp3.Request.Builder()
                .url(url)
                .headers(headers(request, agent, auth))
                .method(
                        request.method(),
                        body(request.method(), body.isAbsent() ? "" : JsonText.revealed(body)))
                .build();
    }

    private static Headers headers(Request request, String agent, Map<String, Secret> auth)
            throws CloudException {
        var all = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        all.put("Accept", "application/json");
        // asked for by name, so that OkHttp leaves the unpacking to us, who stop at the cap
        all.put("Accept-Encoding", "gzip");
        all.put("User-Agent", agent);
        for (var e : request.headers().entrySet()) {
            if (!e.getKey().matches(NAME)
                    || !e.getValue().matches(VALUE)
                    || OURS.contains(e.getKey().toLowerCase(Locale.ROOT))
                    || auth.keySet().stream().anyMatch(e.getKey()::equalsIgnoreCase)) {
                throw refused("request/header", "a header that can't be set");
            }
            all.put(e.getKey(), e.getValue());
        }
        for (var e : auth.entrySet()) {
            var value = e.getValue().reveal();
            if (!value.matches(VALUE)) {
                throw new CloudException.NoCredential(
                        "the key holds a character that no header can carry");
            }
            all.put(e.getKey(), value);
        }
        return Headers.of(all);
    }

    private static CloudException.Refused refused(String code, String message) {
        return new CloudException.Refused(400, new Refusal(code, message, ""));
    }

    /// None for methods that have none; an empty one for those that must have one.
    private static @Nullable RequestBody body(String method, String json) {
        boolean needed = method.equals("POST") || method.equals("PUT") || method.equals("PATCH");
        return json.isEmpty() && !needed
                ? null
                : new OneShot(json.getBytes(StandardCharsets.UTF_8));
    }

    /// Says of itself that it can't be sent a second time.
    private static final class OneShot extends RequestBody {
        private final byte[] bytes;

        OneShot(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        public @Nullable MediaType contentType() {
            return bytes.length == 0 ? null : JSON;
        }

        @Override
        public long contentLength() {
            return bytes.length;
        }

        @Override
        public boolean isOneShot() {
            return true;
        }

        @Override
        public void writeTo(BufferedSink sink) throws IOException {
            sink.write(bytes);
        }
    }
}
