package io.pilothouse.work;

import io.pilothouse.cloud.CloudException;
import io.pilothouse.cloud.Exchange;
import io.pilothouse.cloud.Request;
import io.pilothouse.log.PackedText;
import io.pilothouse.log.RequestEntry;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/// Words a request that went out as the requests pane shows it.
final class Entries {
    /// What is known when it leaves.
    record Departure(Request request, String why, Urgency urgency, Instant at, Duration waited) {}

    /// What is known when it is over.
    ///
    /// @param bytes of the body, where no exchange says it
    record Arrival(
            int status,
            String problem,
            Duration took,
            long bytes,
            int shared,
            @Nullable Exchange exchange) {}

    private Entries() {}

    static RequestEntry entry(long number, String account, Departure out, Arrival in, String curl) {
        var request = out.request();
        var exchange = in.exchange();
        return new RequestEntry(
                number,
                account,
                out.why(),
                out.urgency().name().toLowerCase(Locale.ROOT),
                out.at(),
                out.waited(),
                request.method(),
                exchange == null ? path(request) : path(exchange.url()),
                in.status(),
                in.problem(),
                in.took(),
                exchange == null ? in.bytes() : exchange.responseBytes(),
                in.shared(),
                exchange == null
                        ? request.method() + " " + path(request)
                        : text(
                                exchange.method() + " " + exchange.url(),
                                exchange.requestHeaders(),
                                exchange.requestBody()),
                PackedText.of(
                        exchange == null || exchange.status() == 0
                                ? ""
                                : text(
                                        "HTTP " + exchange.status(),
                                        exchange.responseHeaders(),
                                        exchange.responseBody())),
                curl);
    }

    static String words(CloudException why) {
        var name = why.getClass().getSimpleName();
        var message = why.getMessage();
        return message == null || message.isEmpty() ? name : name + ": " + message;
    }

    private static String text(String first, List<Map.Entry<String, String>> headers, String body) {
        var head =
                headers.stream()
                        .map(h -> h.getKey() + ": " + h.getValue() + "\n")
                        .collect(Collectors.joining("", first + "\n", ""));
        return body.isEmpty() ? head : head + "\n" + body;
    }

    private static String path(String url) {
        int authority = url.indexOf("//");
        int path = url.indexOf('/', authority < 0 ? 0 : authority + 2);
        return path < 0 ? url : url.substring(path);
    }

    /// Nothing went out, so nothing has masked the query's values: names alone.
    private static String path(Request request) {
        var path = request.path(UnaryOperator.identity());
        return request.query().isEmpty()
                ? path
                : request.query().stream()
                        .map(q -> q.getKey() + "=…")
                        .collect(Collectors.joining("&", path + "?", ""));
    }
}
