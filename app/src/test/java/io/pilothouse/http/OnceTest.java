package io.pilothouse.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.pilothouse.cloud.CloudException;
import io.pilothouse.cloud.Request;
import io.pilothouse.cloud.Transport.Watch;
import io.pilothouse.domain.Json;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.net.Socket;
import java.util.List;
import java.util.stream.Stream;

/// A request is delivered at most once, counted at the server.
class OnceTest {
    private static final List<Request> REQUESTS =
            List.of(
                    Request.get("/things"),
                    Request.of("POST", "/things").json(Json.obj("name", "a")),
                    Request.of("POST", "/things"),
                    Request.of("PUT", "/things/{id}", "a").json(Json.obj("name", "a")),
                    Request.of("DELETE", "/things/{id}", "a"),
                    Request.of("DELETE", "/things").json(Json.obj("name", "a")));

    private static final List<String> ANSWERS =
            List.of(
                    "408",
                    "408 Retry-After: 0",
                    "421",
                    "503 Retry-After: 0",
                    "503 Retry-After: 99999999999999999999",
                    "401 WWW-Authenticate: Basic realm=\"x\"",
                    "407 Proxy-Authenticate: Basic realm=\"x\"",
                    "429 Retry-After: 0",
                    "301 Location: /elsewhere",
                    "307 Location: /elsewhere",
                    "308 Location: /elsewhere");

    record Case(Request request, boolean repeatable, String answer) {}

    static Stream<Case> everyAnswerToEveryRequest() {
        return REQUESTS.stream()
                .flatMap(
                        r ->
                                ANSWERS.stream()
                                        .flatMap(
                                                a ->
                                                        Stream.of(true, false)
                                                                .map(b -> new Case(r, b, a))));
    }

    @ParameterizedTest
    @MethodSource("everyAnswerToEveryRequest")
    void noAnswerMakesItGoOutAgain(Case it) {
        int status = Integer.parseInt(it.answer().substring(0, 3));
        var headers =
                it.answer().length() > 3 ? new String[] {it.answer().substring(4)} : new String[0];
        try (var server = new WireServer(WireServer.answer(status, "{}", headers));
                var bench = new Bench(server.url())) {
            var thrown =
                    catchThrowable(
                            () -> bench.transport.send(it.request(), it.repeatable(), Watch.NONE));

            assertThat(thrown).isInstanceOf(CloudException.class);
            assertThat(server.requests()).hasSize(1);
        }
    }

    static Stream<Case> everyRequest() {
        return REQUESTS.stream().flatMap(r -> Stream.of(true, false).map(b -> new Case(r, b, "")));
    }

    @ParameterizedTest
    @MethodSource("everyRequest")
    void aConnectionThatDropsBeforeTheAnswerDoesNot(Case it) throws Exception {
        WireServer.Reply firstOnly =
                (request, out, socket) -> {
                    if (request.target().equals("/first")) {
                        out.write(WireServer.bytes(200, "{}"));
                    } else {
                        socket.close();
                    }
                };
        try (var server = new WireServer(firstOnly);
                var bench = new Bench(server.url())) {
            bench.transport.send(Request.get("/first"), true, Watch.NONE);
            var unanswered =
                    bench.failure(CloudException.Unanswered.class, it.request(), it.repeatable());

            assertThat(unanswered).isNotNull();
            assertThat(server.requests()).hasSize(2);
            assertThat(server.last().connection()).isEqualTo(it.repeatable() ? 1 : 2);
        }
    }

    @ParameterizedTest
    @CsvSource({"true, 1", "false, 3"})
    void onlyARepeatableRequestSharesAConnection(boolean repeatable, int connections)
            throws Exception {
        try (var server = new WireServer(WireServer.answer(200, "{}"));
                var bench = new Bench(server.url())) {
            for (int i = 0; i < 3; i++) {
                bench.transport.send(Bench.launch(), repeatable, Watch.NONE);
            }

            assertThat(server.connections()).isEqualTo(connections);
        }
    }

    @Test
    void aLaunchDoesNotTakeAConnectionThatTheServerHasJustClosed() throws Exception {
        try (var server =
                        new WireServer(
                                (_, out, socket) -> {
                                    out.write(WireServer.bytes(200, "{}"));
                                    out.flush();
                                    endOfStream(socket);
                                });
                var bench = new Bench(server.url())) {
            bench.transport.send(Request.get("/things"), true, Watch.NONE);

            assertThat(bench.transport.send(Bench.launch(), false, Watch.NONE).status())
                    .isEqualTo(200);
            assertThat(server.requests()).hasSize(2);
        }
    }

    private static void endOfStream(Socket socket) throws java.io.IOException {
        socket.shutdownOutput();
    }
}
