package io.pilothouse.rehearsal.loopback;

import io.pilothouse.domain.Json;
import io.pilothouse.rehearsal.loopback.WireAnswer.Delivery;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.zip.GZIPOutputStream;

/// Faults that look alike whatever the service: of the wire, of what stands before the service, and of JSON.
public final class FaultyAnswers {
    private static final int HUGE = 33 << 20;
    private static final int BOMB = 64 << 20;

    private FaultyAnswers() {}

    /// The answer as a transport fault leaves it: its bytes are right, their way is not.
    ///
    /// @param answer what the service said; nobody gets to see it where the kind hides it
    public static WireAnswer onTheWire(Fault fault, WireAnswer answer) {
        return answer.sent(
                switch (fault.kind()) {
                    case CLOSED, REFUSED -> new Delivery.Closed();
                    case RESET -> new Delivery.Reset();
                    case STALLED -> new Delivery.Stalled();
                    case GARBAGE -> new Delivery.Garbage();
                    case CUT_IN_BODY -> new Delivery.CutInBody();
                    case WRONG_LENGTH -> new Delivery.WrongLength();
                    case DRIBBLED -> new Delivery.Dribbled(millis(fault, 20));
                    case SLOW -> new Delivery.Late(millis(fault, 3_000));
                    default -> new Delivery.Whole();
                });
    }

    /// What a proxy, or a service that is not itself, answers in its place. Only for kinds that are such.
    public static WireAnswer inItsPlace(Fault fault) {
        return switch (fault.kind()) {
            case BAD_GATEWAY ->
                    page(
                            502,
                            "<html><head><title>502 Bad"
                                    + " Gateway</title></head><body></body></html>");
            case UNAVAILABLE ->
                    page(503, "<html><body>Service Unavailable</body></html>")
                            .with("Retry-After", or(fault, "0"));
            case TOO_MANY ->
                    fault.value().isEmpty()
                            ? text(429, "Too Many Requests")
                            : text(429, "Too Many Requests").with("Retry-After", fault.value());
            case REDIRECT -> text(307, "").with("Location", or(fault, "http://127.0.0.2:9/"));
            case EMPTY_BODY -> json("");
            case BROKEN_JSON -> json("{\"data\": [{\"id\": \"0920582c7f");
            case HUGE_BODY -> json("").body(huge());
            case GZIP_BOMB -> json("").sent(new Delivery.Packed()).body(bomb());
            default -> throw new IllegalArgumentException(fault.kind() + " takes no one's place");
        };
    }

    /// An answer's JSON with what is wrong with it.
    public static Json bent(Fault fault, Json answer) {
        return switch (fault.kind()) {
            case WRONG_TYPE -> {
                var field = or(fault, "id");
                yield everyObject(
                        answer,
                        o ->
                                o.fields().containsKey(field)
                                        ? o.with(field, Json.obj("unexpected", true))
                                        : o);
            }
            case UNKNOWN_STATUS -> everyObject(answer, o -> restated(o, or(fault, "hibernating")));
            case EXTRA_FIELDS ->
                    everyObject(
                            answer,
                            o ->
                                    o.with("x_new_text", "new")
                                            .with("x_new_object", Json.obj("deep", 1)));
            default -> answer;
        };
    }

    /// Some services call it status, others state.
    private static Json restated(Json object, String word) {
        var bent = object;
        for (var field : List.of("status", "state")) {
            bent = bent.fields().containsKey(field) ? bent.with(field, word) : bent;
        }
        return bent;
    }

    private static Json everyObject(Json json, Function<Json, Json> change) {
        return switch (json) {
            case Json.Obj(var fields) -> {
                Json inside = Json.obj();
                for (var field : fields.entrySet()) {
                    inside = inside.with(field.getKey(), everyObject(field.getValue(), change));
                }
                yield change.apply(inside);
            }
            case Json.Arr(var items) ->
                    Json.of(items.stream().map(item -> everyObject(item, change)).toList());
            default -> json;
        };
    }

    private static Duration millis(Fault fault, long usual) {
        return Duration.ofMillis(fault.value().isEmpty() ? usual : Long.parseLong(fault.value()));
    }

    private static String or(Fault fault, String usual) {
        return fault.value().isEmpty() ? usual : fault.value();
    }

    private static WireAnswer page(int status, String html) {
        return WireAnswer.of(status, "text/html", html.getBytes(StandardCharsets.UTF_8));
    }

    private static WireAnswer text(int status, String text) {
        return WireAnswer.of(status, "text/plain", text.getBytes(StandardCharsets.UTF_8));
    }

    private static WireAnswer json(String text) {
        return WireAnswer.of(200, "application/json", text.getBytes(StandardCharsets.UTF_8));
    }

    /// Made as bytes at once: as text it would take three times as much.
    private static byte[] huge() {
        var begin = "{\"data\": [\"".getBytes(StandardCharsets.UTF_8);
        var end = "\"]}".getBytes(StandardCharsets.UTF_8);
        var bytes = new byte[begin.length + HUGE + end.length];
        Arrays.fill(bytes, (byte) 'x');
        System.arraycopy(begin, 0, bytes, 0, begin.length);
        System.arraycopy(end, 0, bytes, bytes.length - end.length, end.length);
        return bytes;
    }

    private static byte[] bomb() {
        var bytes = new ByteArrayOutputStream();
        var blanks = new byte[1 << 20];
        Arrays.fill(blanks, (byte) ' ');
        try (var zip = new GZIPOutputStream(bytes)) {
            for (int size = 0; size < BOMB; size += blanks.length) {
                zip.write(blanks);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
        return bytes.toByteArray();
    }
}
