package io.pilothouse.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.cloud.CloudException;
import io.pilothouse.cloud.CloudException.Unreachable.Cause;
import io.pilothouse.cloud.Refusal;
import io.pilothouse.cloud.Request;
import io.pilothouse.cloud.Transport.Watch;
import io.pilothouse.http.WireServer.Reply;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;

/// Each fault of a service or of the way to it, and the exception that says what to do next.
class FaultsTest {
    private static final Request LAUNCH = Bench.launch();

    /// Sends the launch, which must be delivered once and fail in this way.
    private static <E extends CloudException> E fault(Class<E> kind, Reply reply) {
        try (var server = new WireServer(reply);
                var bench = new Bench(server.url())) {
            var thrown = bench.failure(kind, LAUNCH, false);
            assertThat(server.requests()).hasSize(1);
            return thrown;
        }
    }

    private static Reply raw(String text) {
        return (_, out, socket) -> {
            out.write(text.getBytes(StandardCharsets.UTF_8));
            out.flush();
            socket.close();
        };
    }

    private static void stall(Socket socket) throws IOException {
        var in = socket.getInputStream();
        while (in.read() >= 0) {} // until the client gives up
    }

    @Test
    void refused() throws Exception {
        int port;
        try (var gone = WireServer.socket()) {
            port = gone.getLocalPort();
        }
        try (var bench = new Bench("http://127.0.0.1:" + port)) {
            var thrown = bench.failure(CloudException.Unreachable.class);

            assertThat(thrown.why()).isEqualTo(Cause.REFUSED);
            assertThat(thrown.certainlyNotDone()).isTrue();
        }
    }

    @Test
    void noSuchHost() {
        try (var bench = new Bench("http://nowhere.invalid")) {
            assertThat(bench.failure(CloudException.Unreachable.class).why())
                    .isEqualTo(Cause.NO_ADDRESS);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "HTTP/1.1 20",
                "HTTP/1.1 200 OK\r\nContent-Le",
                "HTTP/1.1 200 OK\r\nContent-Length: 20\r\n\r\n{\"data\": [",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{\"a\":",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n{\"a\":"
            })
    void brokenOff(String answer) {
        var thrown = fault(CloudException.Unanswered.class, raw(answer));

        assertThat(thrown.timeout()).isFalse();
        assertThat(thrown.certainlyNotDone()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "HTTP/1.1 200 OK\r\nContent-Length: 20\r\n\r\n{\"data\": ["})
    void stalled(String begin) {
        var thrown =
                fault(
                        CloudException.Unanswered.class,
                        (_, out, socket) -> {
                            out.write(begin.getBytes(StandardCharsets.UTF_8));
                            out.flush();
                            stall(socket);
                        });

        assertThat(thrown.timeout()).isTrue();
    }

    @Test
    void dribblingForEverEndsWithTheWholeCallsTime() {
        var settings =
                new HttpSettings(
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(5),
                        Duration.ofMillis(400),
                        1 << 20,
                        Bench.SHORT.proxies(),
                        Bench.SHORT.trust());
        try (var server = new WireServer(FaultsTest::dribble);
                var bench = new Bench(Bench.service(server.url(), Bench.bearer()), settings)) {
            assertThat(bench.failure(CloudException.Unanswered.class).timeout()).isTrue();
        }
    }

    private static void dribble(WireServer.Seen request, OutputStream out, Socket socket)
            throws IOException {
        out.write(
                "HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n"
                        .getBytes(StandardCharsets.UTF_8));
        socket.setSoTimeout(20);
        while (true) {
            out.write(' ');
            out.flush();
            try {
                if (socket.getInputStream().read() < 0) {
                    return;
                }
            } catch (java.net.SocketTimeoutException e) {
                // 20 ms have passed: the next byte
            }
        }
    }

    @Test
    void anInterruptGivesTheRequestUp() throws Exception {
        var arrived = new CountDownLatch(1);
        try (var server =
                        new WireServer(
                                (_, _, socket) -> {
                                    arrived.countDown();
                                    stall(socket);
                                });
                var bench =
                        new Bench(
                                Bench.service(server.url(), Bench.bearer()),
                                HttpSettings.usual(Bench.SHORT.proxies(), Bench.SHORT.trust()))) {
            var thrown = new CompletableFuture<CloudException>();
            var interrupted = new CompletableFuture<Boolean>();
            var sender =
                    Thread.ofVirtual()
                            .start(
                                    () -> {
                                        thrown.complete(
                                                bench.failure(
                                                        CloudException.Unanswered.class,
                                                        LAUNCH,
                                                        false));
                                        interrupted.complete(
                                                Thread.currentThread().isInterrupted());
                                    });
            assertThat(arrived.await(5, TimeUnit.SECONDS)).isTrue();
            sender.interrupt();

            assertThat(thrown.get(5, TimeUnit.SECONDS)).hasMessage("given up: no answer");
            assertThat(interrupted.get(5, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void anInterruptDuringTheHandshakeGivesUpWhatWasNotSent() throws Exception {
        try (var silent = WireServer.socket();
                var bench =
                        new Bench(
                                Bench.service(
                                        "https://127.0.0.1:" + silent.getLocalPort(),
                                        Bench.bearer()),
                                HttpSettings.usual(Bench.SHORT.proxies(), Bench.SHORT.trust()))) {
            var thrown = new CompletableFuture<CloudException>();
            var sender =
                    Thread.ofVirtual()
                            .start(
                                    () ->
                                            thrown.complete(
                                                    bench.failure(
                                                            CloudException.Unreachable.class,
                                                            LAUNCH,
                                                            false)));
            try (var accepted = silent.accept()) {
                assertThat(accepted.getInputStream().read()).isPositive(); // its hello is here
                sender.interrupt();

                assertThat(thrown.get(5, TimeUnit.SECONDS)).hasMessage("given up");
            }
        }
    }

    @Test
    void noThreadOfTheLibraryKeepsTheProgramAlive() throws Exception {
        try (var server = new WireServer(WireServer.answer(200, "{}"));
                var bench = new Bench(server.url())) {
            bench.transport.send(Request.get("/a"), true, Watch.NONE);

            assertThat(Thread.getAllStackTraces().keySet())
                    .filteredOn(t -> t.getName().matches("(?i).*(okhttp|okio).*"))
                    .isNotEmpty()
                    .allMatch(Thread::isDaemon);
        }
    }

    @Test
    void anInterruptBeforehandSendsNothing() {
        try (var server = new WireServer(WireServer.answer(200, "{}"));
                var bench = new Bench(server.url())) {
            Thread.currentThread().interrupt();
            try {
                assertThat(bench.failure(CloudException.Unreachable.class)).hasMessage("given up");
            } finally {
                assertThat(Thread.interrupted()).isTrue();
            }
            assertThat(server.connections()).isZero();
        }
    }

    @Test
    void garbage() {
        var thrown = fault(CloudException.Unreadable.class, raw("SSH-2.0-OpenSSH_9.6\r\n\r\n"));

        assertThat(thrown.status()).isZero();
        assertThat(thrown.certainlyDone()).isFalse();
        assertThat(thrown.getMessage()).doesNotContain("SSH");
    }

    @Test
    void aPageInsteadOfJson() {
        var thrown =
                fault(
                        CloudException.Unreadable.class,
                        WireServer.answer(200, "<html>canary</html>", "Content-Type: text/html"));

        assertThat(thrown.certainlyDone()).isTrue();
        assertThat(thrown).hasMessage("no JSON at 1:1");
    }

    @Test
    void jsonThatIsTooDeep() {
        var thrown =
                fault(
                        CloudException.Unreadable.class,
                        WireServer.answer(
                                200,
                                "[".repeat(300) + "]".repeat(300),
                                "Content-Type: application/json"));

        assertThat(thrown).hasMessage("JSON nested more than 200 deep");
    }

    @Test
    void aBadGatewaysPage() {
        var thrown =
                fault(
                        CloudException.Failing.class,
                        WireServer.answer(502, "<html>Bad Gateway</html>"));

        assertThat(thrown.status()).isEqualTo(502);
        assertThat(thrown.refusal().message()).isEmpty();
    }

    @Test
    void theServicesOwnWordsAreKept() {
        var words =
                "{\"error\": {\"code\": \"global/x\", \"message\": \"No.\", \"suggestion\":"
                        + " \"Ask.\"}}";

        assertThat(
                        fault(CloudException.Unauthorized.class, WireServer.answer(401, words))
                                .refusal())
                .isEqualTo(new Refusal("global/x", "No.", "Ask."));
        assertThat(fault(CloudException.NotFound.class, WireServer.answer(404, words)))
                .hasMessage("No.");
        assertThat(fault(CloudException.Conflict.class, WireServer.answer(409, words)))
                .hasMessage("No.");
        assertThat(fault(CloudException.Refused.class, WireServer.answer(403, words)).status())
                .isEqualTo(403);
        assertThat(
                        fault(CloudException.Failing.class, WireServer.answer(500, words))
                                .refusal()
                                .code())
                .isEqualTo("global/x");
    }

    @Test
    void tooManyRequests() {
        assertThat(
                        fault(
                                        CloudException.Throttled.class,
                                        WireServer.answer(429, "", "Retry-After: 7"))
                                .after())
                .contains(Duration.ofSeconds(7));
        assertThat(fault(CloudException.Throttled.class, WireServer.answer(429, "")).after())
                .isEmpty();
    }

    @Test
    void aRefusalThatBreaksOffIsStillARefusal() {
        var cut = raw("HTTP/1.1 409 Conflict\r\nContent-Length: 50\r\n\r\n{\"error\": {");

        assertThat(fault(CloudException.Conflict.class, cut).refusal().code()).isEmpty();
    }

    @Test
    void aBodyWhereNoneMayBe() {
        var thrown =
                fault(
                        CloudException.Unreadable.class,
                        raw("HTTP/1.1 204 Done\r\nContent-Length: 3\r\n\r\nabc"));

        assertThat(thrown.certainlyDone()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aBodyWithoutEnd(boolean announced) {
        var thrown =
                fault(
                        CloudException.Unreadable.class,
                        (_, out, _) -> {
                            var length = announced ? "Content-Length: 99999999999\r\n" : "";
                            out.write(
                                    ("HTTP/1.1 200 OK\r\n" + length + "\r\n")
                                            .getBytes(StandardCharsets.UTF_8));
                            var zeros = new byte[8192];
                            while (true) {
                                out.write(zeros); // until the client closes
                            }
                        });

        assertThat(thrown).hasMessageContaining("more than 1048576 bytes");
        assertThat(thrown.certainlyDone()).isTrue();
    }

    @Test
    void aGzipBombStopsAtTheCap() throws Exception {
        var bomb = gzip(InputStream.nullInputStream(), 64 << 20);
        assertThat(bomb.length).isLessThan(100_000);

        assertThat(fault(CloudException.Unreadable.class, packed(bomb)))
                .hasMessage("a body of more than 1048576 bytes when unpacked");
    }

    @Test
    void gzipIsUnpackedAndABrokenOneIsSaid() throws Exception {
        var good =
                gzip(
                        new java.io.ByteArrayInputStream(
                                "{\"a\": 1}".getBytes(StandardCharsets.UTF_8)),
                        0);
        try (var server = new WireServer(packed(good));
                var bench = new Bench(server.url())) {
            var answer = bench.transport.send(LAUNCH, false, Watch.NONE);
            assertThat(answer.json().whole("a")).contains(1L);
            assertThat(answer.bytes()).isEqualTo(good.length);
        }
        var half = java.util.Arrays.copyOf(good, good.length / 2);
        assertThat(fault(CloudException.Unreadable.class, packed(half))).hasMessage("broken gzip");
        assertThat(
                        fault(
                                CloudException.Unreadable.class,
                                WireServer.answer(200, "{}", "Content-Encoding: br")))
                .hasMessage("an encoding that was not asked for");
    }

    private static Reply packed(byte[] body) {
        return (_, out, _) -> {
            out.write(
                    ("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: "
                                    + body.length
                                    + "\r\n\r\n")
                            .getBytes(StandardCharsets.UTF_8));
            out.write(body);
        };
    }

    private static byte[] gzip(InputStream text, int zeros) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(bytes)) {
            text.transferTo(out);
            for (int i = 0; i < zeros; i += 8192) {
                out.write(new byte[8192]);
            }
        }
        return bytes.toByteArray();
    }

    @Test
    void aRedirectIsNotFollowedAndTheKeyDoesNotTravel() {
        try (var other = new WireServer(WireServer.answer(200, "{}"))) {
            var thrown =
                    fault(
                            CloudException.Refused.class,
                            WireServer.answer(
                                    302, "", "Location: http://localhost:" + other.port() + "/"));

            assertThat(thrown.refusal().code()).isEqualTo("http/redirect");
            assertThat(thrown.refusal().message()).contains("localhost");
            assertThat(other.connections()).isZero();
        }
    }
}
