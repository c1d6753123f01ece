package io.pilothouse.rehearsal.crusoe.call;

import io.pilothouse.rehearsal.loopback.WireRequest;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Says whether a request is signed rightly: HMAC-SHA256 over path, query, method and time.
///
/// @param keys which access keys are good now
public record Signature(Keys keys) {
    /// How far a client's clock may be off. An assumption: the service publishes none.
    public static final Duration SKEW = Duration.ofMinutes(5);

    private static final Pattern BEARER =
            Pattern.compile("Bearer 1\\.0:([^:\\s]+):([A-Za-z0-9_-]{43})");
    private static final Pattern TIME =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?Z");

    /// Where the secrets are.
    public interface Keys {
        /// The secret key of an access key, base64url without padding; empty where the key is not good.
        Optional<String> secret(String accessKey);
    }

    /// @return the access key it is signed with
    /// @throws CrusoeError if it is not signed, or not rightly
    public String check(WireRequest request, Instant now) {
        var bearer = BEARER.matcher(header(request, "authorization"));
        if (!bearer.matches()) {
            throw CrusoeError.badCredential("The Authorization header is missing or malformed.");
        }
        var timestamp = header(request, "x-crusoe-timestamp");
        var skew = Duration.between(time(timestamp), now).abs();
        if (skew.compareTo(SKEW) > 0) {
            throw CrusoeError.badCredential("The timestamp is too far from the current time.");
        }
        var secret =
                keys.secret(bearer.group(1))
                        .orElseThrow(
                                () ->
                                        CrusoeError.badCredential(
                                                "The access key is unknown, deleted or expired."));
        var right = sign(secret, request.path(), request.query(), request.method(), timestamp);
        if (!MessageDigest.isEqual(bytes(right), bytes(bearer.group(2)))) {
            throw CrusoeError.badCredential("The signature does not match.");
        }
        return bearer.group(1);
    }

    /// @param path as sent, escapes and all
    /// @param query as sent, without the question mark
    static String sign(String secret, String path, String query, String method, String timestamp) {
        var decoded =
                Escapes.decoded(path, false)
                        .orElseThrow(() -> CrusoeError.badRequest("The path has a broken escape."));
        var message =
                "%s\n%s\n%s\n%s\n"
                        .formatted(decoded, Query.parse(query).canonical(), method, timestamp);
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getUrlDecoder().decode(secret), "HmacSHA256"));
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(mac.doFinal(bytes(message)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HmacSHA256", e);
        }
    }

    /// One byte a character: what came over the wire.
    private static byte[] bytes(String byteText) {
        return byteText.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String header(WireRequest request, String name) {
        var values = request.headers().getOrDefault(name, List.of());
        return values.size() == 1 ? values.getFirst() : "";
    }

    private static Instant time(String timestamp) {
        if (!TIME.matcher(timestamp).matches()) {
            throw CrusoeError.badCredential("X-Crusoe-Timestamp must be an RFC 3339 time in UTC.");
        }
        try {
            return Instant.parse(timestamp);
        } catch (DateTimeException e) {
            throw CrusoeError.badCredential("X-Crusoe-Timestamp is no time.");
        }
    }
}
