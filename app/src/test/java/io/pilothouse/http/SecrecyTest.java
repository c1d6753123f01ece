package io.pilothouse.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.pilothouse.cloud.Request;
import io.pilothouse.domain.Json;
import io.pilothouse.domain.Secret;
import io.pilothouse.http.WireServer.Reply;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;

/// Canaries in key, body, query and answer come out nowhere, whatever the service does with them.
class SecrecyTest {
    private static final String CANARY = "canary-";
    private static final Request REQUEST =
            Request.of("POST", "/keys/{id}", "canary-77777-body")
                    .query("q", Optional.of("canary-77777-body"))
                    .json(
                            Json.obj(
                                    "password_here", Secret.of("canary-77777-body"),
                                    "private_key", "canary-55555-plain",
                                    "note", "has canary-77777-body inside"));

    /// The answer holds a secret by name, the key itself, its base64 and what the request sent.
    private static final String ECHO =
            "{\"jupyter_token\": \"canary-33333-answer\","
                    + " \"url\": \"http://x/?token=canary-33333-answer\","
                    + " \"error\": {\"code\": \"bad\","
                    + " \"message\": \"your key "
                    + Bench.KEY
                    + " or canary-55555-plain\"},"
                    + " \"b\": \"Y2FuYXJ5LThiMWY0ZTA3LWtleQ==\"}";

    static Stream<Reply> everyAnswer() {
        return Stream.of(
                WireServer.answer(200, ECHO, "X-Echo: " + Bench.KEY, "Set-Cookie: s=canary-2"),
                WireServer.answer(400, ECHO),
                WireServer.answer(401, ECHO),
                WireServer.answer(500, ECHO),
                WireServer.answer(302, ECHO, "Location: http://x/?k=" + Bench.KEY),
                WireServer.answer(200, ECHO.substring(0, 32)),
                WireServer.answer(200, "<p>jupyter_token = canary-33333-answer " + Bench.KEY),
                WireServer.answer(500, "private_key: canary-99999-page"),
                cut(ECHO.substring(0, 33)),
                (_, out, socket) -> {
                    out.write((Bench.KEY + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
                    out.flush();
                    socket.close();
                });
    }

    private static Reply cut(String body) {
        return (_, out, socket) -> {
            out.write(
                    ("HTTP/1.1 200 OK\r\nContent-Length: 9999\r\n\r\n" + body)
                            .getBytes(StandardCharsets.UTF_8));
            out.flush();
            socket.close();
        };
    }

    @ParameterizedTest
    @MethodSource("everyAnswer")
    void noCanaryIsSeen(Reply reply) {
        var printed = new ByteArrayOutputStream();
        var out = System.out;
        var err = System.err;
        var notes = new Bench.Notes();
        var trace = new StringWriter();
        try (var server = new WireServer(reply);
                var bench = new Bench(server.url());
                var stream = new PrintStream(printed, true, StandardCharsets.UTF_8)) {
            System.setOut(stream);
            System.setErr(stream);
            var thrown = catchThrowable(() -> bench.transport.send(REQUEST, false, notes));
            if (thrown != null) {
                thrown.printStackTrace(new PrintWriter(trace));
            }
            assertThat(server.last().body()).contains("canary-77777-body"); // it did go out
            assertThat(bench.transport.curl(REQUEST)).doesNotContain(CANARY);
        } finally {
            System.setOut(out);
            System.setErr(err);
        }

        assertThat(notes.exchanges).hasSize(1);
        assertThat(notes.exchanges.getFirst().toString())
                .doesNotContain(CANARY)
                .doesNotContain("Y2FuYXJ5")
                .contains("Authorization=" + Secret.MASK);
        assertThat(trace.toString()).doesNotContain(CANARY);
        assertThat(printed.toString(StandardCharsets.UTF_8)).doesNotContain(CANARY);
    }
}
