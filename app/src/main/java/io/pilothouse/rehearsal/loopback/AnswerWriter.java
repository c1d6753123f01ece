package io.pilothouse.rehearsal.loopback;

import io.pilothouse.rehearsal.loopback.WireAnswer.Delivery;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;

/// Puts answers on the wire, well or badly as their [Delivery] says.
final class AnswerWriter {
    /// Below this, compressing makes a body longer.
    private static final int WORTH_PACKING = 256;

    private final Socket socket;
    private final OutputStream out;

    AnswerWriter(Socket socket) throws IOException {
        this.socket = socket;
        this.out = socket.getOutputStream();
    }

    /// Sends; false means that the connection must end now.
    boolean write(WireAnswer answer, boolean gzip, boolean keepAlive)
            throws IOException, InterruptedException {
        return switch (answer.delivery()) {
            case Delivery.Whole _ -> whole(answer, gzip, keepAlive);
            case Delivery.Packed _ ->
                    send(answer.with("Content-Encoding", "gzip"), answer.body(), keepAlive);
            case Delivery.Late(var delay) -> {
                Thread.sleep(delay);
                yield whole(answer, gzip, keepAlive);
            }
            case Delivery.Dribbled(var pause) -> dribble(answer, pause, keepAlive);
            case Delivery.CutInBody _ -> {
                var body = answer.body();
                out.write(head(answer, body.length, false));
                out.write(Arrays.copyOf(body, body.length / 2));
                out.flush();
                yield false;
            }
            case Delivery.WrongLength _ -> {
                out.write(head(answer, answer.body().length + 100L, false));
                out.write(answer.body());
                out.flush();
                yield false;
            }
            case Delivery.Closed _ -> false;
            case Delivery.Reset _ -> {
                socket.setSoLinger(true, 0); // an immediate close with RST instead of FIN
                yield false;
            }
            case Delivery.Stalled _ -> {
                // until the client gives up or the server closes
                socket.getInputStream().transferTo(OutputStream.nullOutputStream());
                yield false;
            }
            case Delivery.Garbage _ -> {
                out.write(
                        "SSH-2.0-OpenSSH_9.6\r\n\0\1\2\377".getBytes(StandardCharsets.ISO_8859_1));
                out.flush();
                yield false;
            }
        };
    }

    private boolean whole(WireAnswer answer, boolean gzip, boolean keepAlive) throws IOException {
        return (gzip && answer.body().length >= WORTH_PACKING)
                ? send(
                        answer.with("Content-Encoding", "gzip").with("Vary", "Accept-Encoding"),
                        packed(answer.body()),
                        keepAlive)
                : send(answer, answer.body(), keepAlive);
    }

    private boolean send(WireAnswer answer, byte[] body, boolean keepAlive) throws IOException {
        // One write, so that a small answer is one packet.
        var all = new ByteArrayOutputStream(body.length + 256);
        all.writeBytes(head(answer, body.length, keepAlive));
        all.writeBytes(body);
        all.writeTo(out);
        out.flush();
        return keepAlive;
    }

    private boolean dribble(WireAnswer answer, Duration pause, boolean keepAlive)
            throws IOException, InterruptedException {
        out.write(head(answer, answer.body().length, keepAlive));
        for (byte b : answer.body()) {
            out.flush();
            Thread.sleep(pause);
            out.write(b);
        }
        out.flush();
        return keepAlive;
    }

    private static byte[] head(WireAnswer answer, long length, boolean keepAlive) {
        var head = new StringBuilder("HTTP/1.1 ");
        head.append(answer.status()).append(' ').append(reason(answer.status())).append("\r\n");
        answer.headers()
                .forEach((name, v) -> head.append(name).append(": ").append(v).append("\r\n"));
        head.append("Content-Length: ").append(length).append("\r\n");
        head.append(keepAlive ? "" : "Connection: close\r\n").append("\r\n");
        return head.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    static byte[] packed(byte[] body) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(bytes)) {
            zip.write(body);
        }
        return bytes.toByteArray();
    }

    private static String reason(int status) {
        return switch (status) {
            case 200 -> "OK";
            case 307 -> "Temporary Redirect";
            case 400 -> "Bad Request";
            case 401 -> "Unauthorized";
            case 403 -> "Forbidden";
            case 404 -> "Not Found";
            case 405 -> "Method Not Allowed";
            case 409 -> "Conflict";
            case 413 -> "Content Too Large";
            case 429 -> "Too Many Requests";
            case 500 -> "Internal Server Error";
            case 502 -> "Bad Gateway";
            case 503 -> "Service Unavailable";
            default -> "Status";
        };
    }
}
