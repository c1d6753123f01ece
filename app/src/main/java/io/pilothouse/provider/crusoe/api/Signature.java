package io.pilothouse.provider.crusoe.api;

import io.pilothouse.cloud.Auth;
import io.pilothouse.domain.Secret;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// Signs a request as the vendor's own client does: path, query in a canonical form, method and time, each on a line.
public final class Signature {
    public static final String ACCESS_KEY = "access-key";
    public static final String SECRET_KEY = "secret-key";
    private static final String TIME = "X-Crusoe-Timestamp";
    private static final String AUTHORIZATION = "Authorization";
    private static final String VERSION = "Bearer 1.0:";

    public static final Auth.Signed AUTH =
            new Auth.Signed(List.of(TIME, AUTHORIZATION), Signature::headers);

    private Signature() {}

    /// @throws IllegalArgumentException when a key is missing, or is none
    private static Map<String, Secret> headers(
            Auth.Signable what, Instant now, Map<String, Secret> credentials) {
        var access = credentials.get(ACCESS_KEY);
        var secret = credentials.get(SECRET_KEY);
        if (access == null || access.isEmpty() || secret == null || secret.isEmpty()) {
            throw new IllegalArgumentException("a request is signed with two keys");
        }
        var time = now.truncatedTo(ChronoUnit.SECONDS).toString();
        var signature = secret.hmacSha256(message(what, time));
        return Map.of(
                TIME,
                Secret.of(time),
                AUTHORIZATION,
                signature.after(Secret.of(":")).after(access).after(VERSION));
    }

    /// @param time RFC 3339 in UTC, to the second
    static String message(Auth.Signable what, String time) {
        return String.join("\n", what.path(), canonical(what.query()), what.method(), time) + "\n";
    }

    /// Sorted by name in the order of bytes (values of one name stay in theirs), as Go's `url.Values.Encode` writes it.
    private static String canonical(List<Map.Entry<String, String>> query) {
        var pairs = new ArrayList<>(query);
        pairs.sort((a, b) -> Arrays.compareUnsigned(utf8(a.getKey()), utf8(b.getKey())));
        return String.join(
                "&",
                pairs.stream()
                        .map(p -> escaped(p.getKey()) + "=" + escaped(p.getValue()))
                        .toList());
    }

    /// Go's `url.QueryEscape`: letters, digits and `-_.~` stay, a space is `+`.
    static String escaped(String text) {
        var out = new StringBuilder();
        for (byte b : utf8(text)) {
            if (b == ' ') {
                out.append('+');
            } else if (isPlain(b)) {
                out.append((char) b);
            } else {
                out.append('%').append(hex(b >> 4)).append(hex(b));
            }
        }
        return out.toString();
    }

    private static boolean isPlain(byte b) {
        return (b >= 'a' && b <= 'z')
                || (b >= 'A' && b <= 'Z')
                || (b >= '0' && b <= '9')
                || b == '-'
                || b == '_'
                || b == '.'
                || b == '~';
    }

    private static char hex(int b) {
        return Character.toUpperCase(Character.forDigit(b & 0xf, 16));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
