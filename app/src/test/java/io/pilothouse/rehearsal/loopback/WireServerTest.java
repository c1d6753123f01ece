package io.pilothouse.rehearsal.loopback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pilothouse.rehearsal.loopback.WireAnswer.Delivery;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.zip.GZIPInputStream;

final class WireServerTest {
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicLong nanos = new AtomicLong();
    private final List<WireRequest> heard = new CopyOnWriteArrayList<>();
    private Function<WireRequest, WireAnswer> handler = r -> text(r.method() + r.text());
    private WireServer server;

    @BeforeEach
    void start() throws IOException {
        server =
                WireServer.start(
                        threads,
                        nanos::incrementAndGet,
                        request -> {
                            heard.add(request);
                            return handler.apply(request);
                        });
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
        threads.close(); // waits for every connection's thread: none may be left
    }

    @Test
    void aRequestIsReadWithItsQueryAndHeaders() throws IOException {
        ask("GET /a/b?x=1 HTTP/1.1\r\nHost: here\r\nX-Two: a\r\nx-two:  b \r\n");
        var request = heard.getFirst();
        assertThat(request.path()).isEqualTo("/a/b");
        assertThat(request.query()).isEqualTo("x=1");
        assertThat(request.headers().get("x-two")).containsExactly("a", "b");
        assertThat(request.header("HOST")).contains("here");
    }

    @Test
    void aConnectionServesSeveralRequestsAndEachHasItsOwnStamp() throws IOException {
        try (var client = new RawClient(server.port())) {
            client.say("GET / HTTP/1.1\r\nHost: x\r\n\r\n").hear("GET");
            client.say("\r\nGET / HTTP/1.1\r\nHost: x\r\n\r\n").hear("GET");
        }
        assertThat(heard).extracting(WireRequest::arrived).containsExactly(1L, 2L);
    }

    @Test
    void anArrivalIsStampedBeforeTheRestOfTheRequestIsThere() throws IOException {
        try (var client = new RawClient(server.port())) {
            client.say("P");
            while (nanos.get() == 0) {
                Thread.onSpinWait();
            }
            nanos.set(1_000);
            client.say("OST / HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\nok").hear("POSTok");
        }
        assertThat(heard).extracting(WireRequest::arrived).containsExactly(1L);
    }

    @Test
    void aChunkedBodyIsPutTogether() throws IOException {
        var answer =
                ask(
                        "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n",
                        "3\r\nabc\r\nA;ext=1\r\n0123456789\r\n0\r\nTrailer: t\r\n\r\n");
        assertThat(answer).endsWith("POSTabc0123456789");
    }

    @Test
    void whoExpectsToContinueIsToldTo() throws IOException {
        try (var client = new RawClient(server.port())) {
            client.say("POST / HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\n");
            client.say("Content-Length: 2\r\n\r\n");
            assertThat(client.hear("\r\n\r\n")).startsWith("HTTP/1.1 100 ");
            assertThat(client.say("hi").hear("POSThi")).startsWith("HTTP/1.1 200 ");
        }
    }

    @Test
    void aLongAnswerIsPackedForWhoTakesGzip() throws IOException {
        var body = "long ".repeat(1_000);
        handler = _ -> text(body);
        var answer = ask("GET / HTTP/1.1\r\nHost: x\r\nAccept-Encoding: gzip\r\n");
        assertThat(answer).contains("Content-Encoding: gzip").hasSizeLessThan(body.length() / 10);
        var packed = answer.substring(answer.indexOf("\r\n\r\n") + 4);
        try (var zip =
                new GZIPInputStream(
                        new ByteArrayInputStream(packed.getBytes(StandardCharsets.ISO_8859_1)))) {
            assertThat(new String(zip.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo(body);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "NONSENSE, 400",
        "GET  / HTTP/1.1, 400",
        "GET / HTTP/2.0, 505",
        "GET http://other/ HTTP/1.1, 400",
        "G(T / HTTP/1.1, 400"
    })
    void aLineThatIsNoRequestIsRefused(String line, int status) throws IOException {
        assertThat(ask(line + "\r\nHost: x\r\n")).startsWith("HTTP/1.1 " + status);
        assertThat(heard).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "X-Other: 1, 400",
        "'Host: a\r\nHost: b', 400",
        "'Host: x\r\nno colon', 400",
        "'Host: x\r\nContent-Length: -1', 400",
        "'Host: x\r\nContent-Length: 99999999999', 413",
        "'Host: x\r\nContent-Length: 1\r\nContent-Length: 1', 400",
        "'Host: x\r\nContent-Length: 1\r\nTransfer-Encoding: chunked', 400",
        "'Host: x\r\nTransfer-Encoding: gzip', 501"
    })
    void headersThatLeaveADoubtAreRefused(String headers, int status) throws IOException {
        assertThat(ask("POST / HTTP/1.1\r\n" + headers + "\r\n")).startsWith("HTTP/1.1 " + status);
        assertThat(heard).isEmpty();
    }

    @Test
    void aCutAnswerHasHalfItsBody() throws IOException {
        handler = _ -> text("12345678").sent(new Delivery.CutInBody());
        assertThat(ask("GET / HTTP/1.1\r\nHost: x\r\n"))
                .contains("Content-Length: 8")
                .endsWith("\r\n\r\n1234");
    }

    @Test
    void aWrongLengthPromisesMoreThanThereIs() throws IOException {
        handler = _ -> text("12345678").sent(new Delivery.WrongLength());
        assertThat(ask("GET / HTTP/1.1\r\nHost: x\r\n"))
                .contains("Content-Length: 108")
                .endsWith("\r\n\r\n12345678");
    }

    @Test
    void aClosedConnectionSaysNothing() throws IOException {
        handler = _ -> text("").sent(new Delivery.Closed());
        assertThat(ask("GET / HTTP/1.1\r\nHost: x\r\n")).isEmpty();
    }

    @Test
    void aResetIsOne() {
        handler = _ -> text("").sent(new Delivery.Reset());
        assertThatThrownBy(() -> ask("GET / HTTP/1.1\r\nHost: x\r\n"))
                .isInstanceOf(SocketException.class);
    }

    @Test
    void garbageIsNoHttp() throws IOException {
        handler = _ -> text("").sent(new Delivery.Garbage());
        assertThat(ask("GET / HTTP/1.1\r\nHost: x\r\n")).isNotEmpty().doesNotContain("HTTP");
    }

    @Test
    void aDribbledAnswerIsWholeInTheEnd() throws IOException {
        handler = _ -> text("12345678").sent(new Delivery.Dribbled(Duration.ofMillis(1)));
        assertThat(ask("GET / HTTP/1.1\r\nHost: x\r\n")).endsWith("\r\n\r\n12345678");
    }

    @Test
    void aStalledConnectionEndsWithTheServer() throws IOException {
        handler = _ -> text("").sent(new Delivery.Stalled());
        try (var client = new RawClient(server.port())) {
            client.say("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
            while (heard.isEmpty()) {
                Thread.onSpinWait();
            }
            server.close();
            assertThat(client.hearAll()).isEmpty();
        }
    }

    @Test
    void refusedIsRefusedUntilItResumes() throws IOException {
        server.refuse();
        assertThatThrownBy(() -> new RawClient(server.port()).close())
                .isInstanceOf(ConnectException.class);
        server.resume();
        assertThat(ask("GET / HTTP/1.1\r\nHost: x\r\n")).endsWith("GET");
    }

    private static WireAnswer text(String body) {
        return WireAnswer.of(200, "text/plain", body.getBytes(StandardCharsets.UTF_8));
    }

    private String ask(String head) throws IOException {
        return ask(head, "");
    }

    private String ask(String head, String body) throws IOException {
        try (var client = new RawClient(server.port())) {
            return client.say(head + "Connection: close\r\n\r\n" + body).hearAll();
        }
    }
}
