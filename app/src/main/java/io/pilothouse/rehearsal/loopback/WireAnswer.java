package io.pilothouse.rehearsal.loopback;

import io.pilothouse.domain.Json;
import io.pilothouse.domain.JsonText;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// An answer, and how it is put on the wire.
///
/// @param body not yet compressed, except under [Delivery.Packed]
@SuppressWarnings("ArrayRecordComponent") // answers are not compared
public record WireAnswer(
        int status, SequencedMap<String, String> headers, byte[] body, Delivery delivery) {

    /// How an answer goes out. All but the first two, [Late] and [Dribbled] end the connection.
    public sealed interface Delivery {
        /// As HTTP wants it; compressed where the client takes that.
        record Whole() implements Delivery {}

        /// The body is gzip already.
        record Packed() implements Delivery {}

        /// Whole, but after a while.
        record Late(Duration delay) implements Delivery {}

        /// A few bytes at a time with a pause before each.
        record Dribbled(Duration pause) implements Delivery {}

        /// Half of the body, then the end of the connection.
        record CutInBody() implements Delivery {}

        /// The connection ends orderly before a byte is sent.
        record Closed() implements Delivery {}

        /// The connection ends with a reset.
        record Reset() implements Delivery {}

        /// Nothing comes and the connection stays open.
        record Stalled() implements Delivery {}

        /// Bytes that are no HTTP.
        record Garbage() implements Delivery {}

        /// A content length that promises more than there is.
        record WrongLength() implements Delivery {}
    }

    public static WireAnswer of(int status, String type, byte[] body) {
        var headers = new LinkedHashMap<String, String>();
        headers.put("Content-Type", type);
        return new WireAnswer(
                status, Collections.unmodifiableSequencedMap(headers), body, new Delivery.Whole());
    }

    public static WireAnswer json(int status, Json body) {
        var text = JsonText.masked(body);
        return of(status, "application/json", text.getBytes(StandardCharsets.UTF_8));
    }

    public WireAnswer with(String header, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new WireAnswer(status, Collections.unmodifiableSequencedMap(more), body, delivery);
    }

    public WireAnswer sent(Delivery how) {
        return new WireAnswer(status, headers, body, how);
    }

    public WireAnswer body(byte[] bytes) {
        return new WireAnswer(status, headers, bytes, delivery);
    }
}
