package io.pilothouse.rehearsal.loopback;

import io.pilothouse.domain.Json;
import io.pilothouse.domain.JsonText;
import io.pilothouse.rehearsal.loopback.Fault.Kind;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;

/// Where faults are ordered and arrivals are asked for over HTTP: on a port of its own, so that it answers while the
/// service refuses. `GET /faults`, `POST /faults`, `DELETE /faults`, `GET /arrivals`.
///
/// A web page must not reach it: it wants a random token in a header, and refuses whoever sends an `Origin` or came
/// under another host name than the loopback's.
public final class FaultDesk implements WireServer.Handler {
    /// The header that carries the token.
    public static final String TOKEN = "Rehearsal-Token";

    private static final Set<String> HOSTS = Set.of("127.0.0.1", "localhost");

    private final Faults faults;
    private final Arrivals arrivals;
    private final String token;

    public FaultDesk(Faults faults, Arrivals arrivals) {
        this.faults = faults;
        this.arrivals = arrivals;
        var random = new byte[24];
        new SecureRandom().nextBytes(random);
        this.token = HexFormat.of().formatHex(random);
    }

    public String token() {
        return token;
    }

    @Override
    public WireAnswer answer(WireRequest request) {
        if (!trusted(request)) {
            return problem(403, "Not for you.");
        }
        return switch (request.method() + " " + request.path()) {
            case "GET /faults" -> listed();
            case "POST /faults" -> ordered(request.text());
            case "DELETE /faults" -> {
                faults.clear();
                yield listed();
            }
            case "GET /arrivals" -> WireAnswer.json(200, counted());
            default -> problem(404, "There are /faults and /arrivals.");
        };
    }

    private boolean trusted(WireRequest request) {
        return request.header("origin").isEmpty()
                && HOSTS.contains(request.header("host").orElse("").replaceFirst(":\\d+$", ""))
                && MessageDigest.isEqual(
                        request.header(TOKEN).orElse("").getBytes(StandardCharsets.UTF_8),
                        token.getBytes(StandardCharsets.UTF_8));
    }

    private WireAnswer ordered(String body) {
        try {
            var order = JsonText.parse(body);
            var fault =
                    new Fault(
                            Kind.valueOf(order.word("kind").toUpperCase(Locale.ROOT)),
                            order.word("method"),
                            order.word("path"),
                            Math.toIntExact(
                                    order.whole("times").orElse((long) Fault.UNTIL_CLEARED)),
                            order.word("value"),
                            order.isTrue("done"));
            faults.add(fault);
            return listed();
        } catch (JsonText.Malformed | IllegalArgumentException | ArithmeticException e) {
            return problem(400, String.valueOf(e.getMessage()));
        }
    }

    private WireAnswer listed() {
        var list =
                faults.list().stream()
                        .map(
                                f ->
                                        Json.obj(
                                                "kind",
                                                f.kind().name().toLowerCase(Locale.ROOT),
                                                "method",
                                                f.method(),
                                                "path",
                                                f.path(),
                                                "times",
                                                f.times(),
                                                "value",
                                                f.value(),
                                                "done",
                                                f.done()))
                        .toList();
        return WireAnswer.json(200, Json.obj("faults", list));
    }

    private Json counted() {
        Json deliveries = Json.obj();
        for (var entry : arrivals.deliveries().entrySet()) {
            deliveries = deliveries.with(entry.getKey(), entry.getValue());
        }
        return Json.obj(
                "total",
                arrivals.total(),
                "smallest_gap_ms",
                arrivals.smallestGap(_ -> true).map(gap -> gap.toNanos() / 1e6),
                "smallest_launch_gap_ms",
                arrivals.smallestGap(Arrival::launch).map(gap -> gap.toNanos() / 1e6),
                "too_many",
                arrivals.kept().stream().filter(a -> a.status() == 429).count(),
                "deliveries",
                deliveries);
    }

    private static WireAnswer problem(int status, String message) {
        return WireAnswer.json(status, Json.obj("error", message));
    }
}
