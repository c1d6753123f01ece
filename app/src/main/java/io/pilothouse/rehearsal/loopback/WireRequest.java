package io.pilothouse.rehearsal.loopback;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// A request as it came over the wire.
///
/// @param arrived when its first byte was read, on the server's monotonic clock
/// @param path as sent, without the query
/// @param query as sent, without the question mark; empty for none
/// @param headers by name in lower case
@SuppressWarnings("ArrayRecordComponent") // requests are not compared
public record WireRequest(
        long arrived,
        String method,
        String path,
        String query,
        Map<String, List<String>> headers,
        byte[] body) {

    /// The first header of that name.
    public Optional<String> header(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()).stream().findFirst();
    }

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /// Whether the sender understands `Content-Encoding: gzip`.
    public boolean takesGzip() {
        return headers.getOrDefault("accept-encoding", List.of()).stream()
                .anyMatch(v -> v.toLowerCase(Locale.ROOT).contains("gzip"));
    }
}
