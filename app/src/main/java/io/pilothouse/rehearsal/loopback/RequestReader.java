package io.pilothouse.rehearsal.loopback;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;

/// Reads requests off a connection, strictly: what HTTP/1.1 (RFC 9112) leaves no room for is refused.
final class RequestReader {
    private static final int LINE = 16 * 1024;
    private static final int HEADERS = 100;
    private static final int BODY = 16 << 20;
    private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
    private static final byte[] CONTINUE =
            "HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    /// The bytes are no request; the connection cannot go on.
    static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1;
        private final int status;

        Unreadable(int status, String why) {
            super(why);
            this.status = status;
        }

        int status() {
            return status;
        }
    }

    private final InputStream in;
    private final OutputStream out;
    private final LongSupplier nanos;
    private boolean lastWasOld;

    RequestReader(InputStream in, OutputStream out, LongSupplier nanos) {
        this.in = in;
        this.out = out;
        this.nanos = nanos;
    }

    /// The next request; empty when the client has gone. Blocks until there is one.
    Optional<WireRequest> next() throws IOException, Unreadable {
        int first = in.read();
        while (first == '\r' || first == '\n') {
            first = in.read();
        }
        var arrived = nanos.getAsLong();
        if (first < 0) {
            return Optional.empty();
        }
        var line = ((char) first + line()).split(" ", -1);
        if (line.length != 3 || !TOKEN.matcher(line[0]).matches() || !line[1].startsWith("/")) {
            throw new Unreadable(400, "not a request line");
        }
        lastWasOld = line[2].equals("HTTP/1.0");
        if (!lastWasOld && !line[2].equals("HTTP/1.1")) {
            throw new Unreadable(505, "not HTTP/1.1");
        }
        var headers = headers();
        if (!lastWasOld && headers.getOrDefault("host", List.of()).size() != 1) {
            throw new Unreadable(400, "exactly one Host is needed");
        }
        var mark = line[1].indexOf('?');
        var path = mark < 0 ? line[1] : line[1].substring(0, mark);
        var query = mark < 0 ? "" : line[1].substring(mark + 1);
        return Optional.of(new WireRequest(arrived, line[0], path, query, headers, body(headers)));
    }

    /// Whether the connection stays open after the last request.
    boolean keepsAlive(WireRequest request) {
        var wish = request.header("connection").orElse("").toLowerCase(Locale.ROOT);
        return lastWasOld ? wish.contains("keep-alive") : !wish.contains("close");
    }

    private Map<String, List<String>> headers() throws IOException, Unreadable {
        var headers = new HashMap<String, List<String>>();
        for (int count = 0; ; count++) {
            var line = line();
            if (line.isEmpty()) {
                return headers;
            }
            var colon = line.indexOf(':');
            if (count >= HEADERS) {
                throw new Unreadable(431, "too many headers");
            }
            if (colon < 1 || !TOKEN.matcher(line.substring(0, colon)).matches()) {
                throw new Unreadable(400, "not a header");
            }
            var name = line.substring(0, colon).toLowerCase(Locale.ROOT);
            headers.computeIfAbsent(name, _ -> new ArrayList<>())
                    .add(line.substring(colon + 1).strip());
        }
    }

    private byte[] body(Map<String, List<String>> headers) throws IOException, Unreadable {
        var lengths = headers.getOrDefault("content-length", List.of());
        var coding = headers.getOrDefault("transfer-encoding", List.of());
        if (lengths.size() + coding.size() > 1) {
            throw new Unreadable(400, "two lengths of one body");
        }
        if (lengths.isEmpty() && coding.isEmpty()) {
            return new byte[0];
        }
        if (headers.getOrDefault("expect", List.of()).stream()
                .anyMatch("100-continue"::equalsIgnoreCase)) {
            out.write(CONTINUE);
            out.flush();
        }
        if (!coding.isEmpty()) {
            if (!coding.getFirst().equalsIgnoreCase("chunked")) {
                throw new Unreadable(501, "an unknown transfer coding");
            }
            return chunks();
        }
        return bytes(size(lengths.getFirst(), 10));
    }

    private byte[] chunks() throws IOException, Unreadable {
        var body = new ByteArrayOutputStream();
        while (true) {
            var size = size(line().split(";", 2)[0].strip(), 16);
            if (size + body.size() > BODY) {
                throw new Unreadable(413, "the body is too large");
            }
            if (size == 0) {
                headers(); // trailers say nothing here
                return body.toByteArray();
            }
            body.writeBytes(bytes(size));
            if (!line().isEmpty()) {
                throw new Unreadable(400, "a chunk without its end");
            }
        }
    }

    private static int size(String digits, int radix) throws Unreadable {
        var valid =
                radix == 16
                        ? !digits.isEmpty() && digits.chars().allMatch(HexFormat::isHexDigit)
                        : !digits.isEmpty() && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        if (!valid) {
            throw new Unreadable(400, "not a length");
        }
        if (digits.length() > 9 || Long.parseLong(digits, radix) > BODY) {
            throw new Unreadable(413, "the body is too large");
        }
        return Integer.parseInt(digits, radix);
    }

    private byte[] bytes(int size) throws IOException, Unreadable {
        var bytes = in.readNBytes(size);
        if (bytes.length < size) {
            throw new Unreadable(400, "the body ends early");
        }
        return bytes;
    }

    private String line() throws IOException, Unreadable {
        var line = new ByteArrayOutputStream();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                throw new Unreadable(400, "the request ends early");
            }
            if (line.size() >= LINE) {
                throw new Unreadable(431, "the line is too long");
            }
            line.write(b);
        }
        var text = line.toString(StandardCharsets.ISO_8859_1);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }
}
