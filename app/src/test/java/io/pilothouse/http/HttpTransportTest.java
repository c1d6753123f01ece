package io.pilothouse.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pilothouse.cloud.ApiCall;
import io.pilothouse.cloud.Auth;
import io.pilothouse.cloud.CloudException;
import io.pilothouse.cloud.Request;
import io.pilothouse.cloud.Transport.Watch;
import io.pilothouse.domain.Json;
import io.pilothouse.domain.Secret;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

class HttpTransportTest {
    private static final String ROWS = "{\"data\": [{\"id\": \"i-1\", \"ip\": null}]}";

    @Test
    void aReadIsAnswered() throws Exception {
        try (var server = new WireServer(WireServer.answer(200, ROWS, "X-Request-Id: 7"));
                var bench = new Bench(server.url())) {
            var answer =
                    bench.transport.send(
                            Request.get("/api/v1/instances/{id}", "i-1")
                                    .query("page size", Optional.of("a b&c=d+e")),
                            true,
                            Watch.NONE);

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.json().list("data").getFirst().word("id")).isEqualTo("i-1");
            assertThat(answer.headers()).containsEntry("x-request-id", "7");
            assertThat(answer.bytes()).isEqualTo(ROWS.length());
            assertThat(server.last().target())
                    .isEqualTo("/api/v1/instances/i-1?page%20size=a%20b%26c%3Dd%2Be");
            assertThat(server.last().headers())
                    .containsEntry("authorization", "Bearer " + Bench.KEY)
                    .containsEntry("accept", "application/json")
                    .containsEntry("user-agent", "Pilothouse/1.2.3");
        }
    }

    @Test
    void aBodyGoesOutWithItsSecrets() throws Exception {
        try (var server = new WireServer(WireServer.answer(200, "{}"));
                var bench = new Bench(server.url())) {
            bench.transport.send(
                    Request.of("POST", "/lambdas")
                            .json(Json.obj("name", "π", "env", Secret.of("hush-hush")))
                            .header("X-Note", "n"),
                    false,
                    Watch.NONE);

            assertThat(server.last().body()).isEqualTo("{\"name\":\"π\",\"env\":\"hush-hush\"}");
            assertThat(server.last().headers())
                    .containsEntry("content-type", "application/json")
                    .containsEntry("x-note", "n");
        }
    }

    @Test
    void aTextThatWasAskedForIsReadAsItIs() throws Exception {
        try (var server = new WireServer(WireServer.answer(200, "day,gpu\n1,\"a\"\n"));
                var bench = new Bench(server.url())) {
            var notes = new Bench.Notes();
            var call = ApiCall.text(Request.get("/export"), "text/csv");
            var answer = bench.transport.send(call.request(), true, notes);

            assertThat(call.decode().apply(answer)).isEqualTo("day,gpu\n1,\"a\"\n");
            assertThat(server.last().headers()).containsEntry("accept", "text/csv");
            assertThat(notes.exchanges.getFirst().responseBody()).contains("day,gpu");
        }
    }

    @Test
    void anEmptyBodyIsAbsent() throws Exception {
        try (var server =
                        new WireServer(
                                (_, out, _) ->
                                        out.write(
                                                "HTTP/1.1 204 Done\r\n\r\n"
                                                        .getBytes(StandardCharsets.UTF_8)));
                var bench = new Bench(server.url())) {
            var answer =
                    bench.transport.send(
                            Request.of("DELETE", "/things/{id}", "a"), false, Watch.NONE);

            assertThat(answer.status()).isEqualTo(204);
            assertThat(answer.json().isAbsent()).isTrue();
        }
    }

    @Test
    void theWatchIsToldInOrderAndOfAWarmConnection() throws Exception {
        try (var server = new WireServer(WireServer.answer(200, "{}"));
                var bench = new Bench(server.url())) {
            var first = new Bench.Notes();
            var second = new Bench.Notes();
            var third = new Bench.Notes();
            bench.transport.send(Request.get("/a"), true, first);
            bench.transport.send(Request.get("/a"), true, second);
            bench.transport.send(Bench.launch(), false, third);

            assertThat(first.lines)
                    .containsExactly("written cold", "answered 200", "received 2", "seen");
            assertThat(second.lines).startsWith("written warm");
            assertThat(third.lines).startsWith("written cold");
        }
    }

    @Test
    void theCharsetOfTheAnswerIsObeyedAndAMarkAtItsStartIsNoText() throws Exception {
        var latin = "{\"name\": \"Zürich\"}".getBytes(StandardCharsets.ISO_8859_1);
        try (var server =
                        new WireServer(
                                (_, out, _) -> {
                                    out.write(
                                            ("HTTP/1.1 200 OK\r\nContent-Length: "
                                                            + latin.length
                                                            + "\r\nContent-Type: application/json;"
                                                            + " charset=iso-8859-1\r\n\r\n")
                                                    .getBytes(StandardCharsets.UTF_8));
                                    out.write(latin);
                                });
                var bench = new Bench(server.url());
                var marked = new WireServer(WireServer.answer(200, "\ufeff{\"a\": 1}"));
                var other = new Bench(marked.url())) {
            assertThat(
                            bench.transport
                                    .send(Request.get("/a"), true, Watch.NONE)
                                    .json()
                                    .word("name"))
                    .isEqualTo("Zürich");
            assertThat(other.transport.send(Request.get("/a"), true, Watch.NONE).json().whole("a"))
                    .contains(1L);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "a/b, /v1/things/a%2Fb/end",
        "../../admin, /v1/things/..%2F..%2Fadmin/end",
        "%2e%2e, /v1/things/%252e%252e/end",
        "a?b=c#d, /v1/things/a%3Fb%3Dc%23d/end",
        "'a b;c', /v1/things/a%20b%3Bc/end",
        "ключ, /v1/things/%D0%BA%D0%BB%D1%8E%D1%87/end",
        "a\\b, /v1/things/a%5Cb/end"
    })
    void aValueStaysInItsSegment(String value, String target) throws Exception {
        try (var server = new WireServer(WireServer.answer(200, "{}"));
                var bench = new Bench(server.url() + "/v1/")) {
            bench.transport.send(Request.get("/things/{id}/end", value), true, Watch.NONE);

            assertThat(server.last().target()).isEqualTo(target);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", ".."})
    void aValueThatWouldNameAnotherResourceIsNotSent(String value) {
        try (var server = new WireServer(WireServer.answer(200, "{}"));
                var bench = new Bench(server.url())) {
            var refused =
                    bench.failure(
                            CloudException.Refused.class,
                            Request.of("DELETE", "/things/{id}", value),
                            false);

            assertThat(refused.refusal().code()).isEqualTo("request/path");
            assertThat(server.connections()).isZero();
        }
    }

    @ParameterizedTest
    @CsvSource({"Host, evil", "authorization, x", "Transfer-Encoding, chunked", "X Y, z"})
    void aHeaderThatIsNotTheRequestsToSetIsNotSent(String name, String value) {
        try (var server = new WireServer(WireServer.answer(200, "{}"));
                var bench = new Bench(server.url())) {
            var refused =
                    bench.failure(
                            CloudException.Refused.class,
                            Request.get("/things").header(name, value),
                            true);

            assertThat(refused.refusal().code()).isEqualTo("request/header");
            assertThat(server.connections()).isZero();
        }
    }

    @Test
    void aHeaderCannotBringASecondOne() {
        try (var server = new WireServer(WireServer.answer(200, "{}"));
                var bench = new Bench(server.url())) {
            var refused =
                    bench.failure(
                            CloudException.Refused.class,
                            Request.get("/things").header("X-A", "b\r\nX-Evil: 1"),
                            true);

            assertThat(refused).isNotNull();
            assertThat(server.connections()).isZero();
        }
    }

    @Test
    void withoutAKeyNothingIsSent() {
        try (var server = new WireServer(WireServer.answer(200, "{}"))) {
            var service =
                    new Service(
                            server.url(),
                            Bench.bearer(),
                            () -> {
                                throw new CloudException.NoCredential("LAMBDA_API_KEY is not set");
                            },
                            java.util.Set.of(),
                            (_, _) -> io.pilothouse.cloud.Refusal.NONE,
                            Map.of());
            try (var bench = new Bench(service, Bench.SHORT)) {
                assertThat(bench.failure(CloudException.NoCredential.class))
                        .hasMessage("LAMBDA_API_KEY is not set");
                assertThat(server.connections()).isZero();
            }
        }
    }

    @Test
    void aKeyWithALineBreakIsNoKeyAndIsNotQuoted() {
        Auth broken = new Auth.Headers(_ -> Map.of("X-Auth-Token", Secret.of(Bench.KEY + "\n")));
        try (var server = new WireServer(WireServer.answer(200, "{}"));
                var bench = new Bench(Bench.service(server.url(), broken), Bench.SHORT)) {
            var none = bench.failure(CloudException.NoCredential.class);

            assertThat(none.getMessage()).doesNotContain("canary");
            assertThat(server.connections()).isZero();
        }
    }

    @Test
    void aSessionIsUsedOnceThereIsOne() throws Exception {
        var login =
                new Auth.Login(
                        _ -> {
                            throw new AssertionError("sent by work, not here");
                        },
                        token -> Map.of("X-Session", token));
        try (var server = new WireServer(WireServer.answer(200, "{}"))) {
            var without = Bench.service(server.url(), login);
            var with =
                    new Service(
                            server.url(),
                            login,
                            () -> Map.of(Service.SESSION, Secret.of("session-1234")),
                            without.secretNames(),
                            without.refusal(),
                            without.variables());
            try (var before = new Bench(without, Bench.SHORT);
                    var after = new Bench(with, Bench.SHORT)) {
                before.transport.send(Request.get("/a"), true, Watch.NONE);
                assertThat(server.last().headers()).doesNotContainKey("x-session");
                after.transport.send(Request.get("/a"), true, Watch.NONE);
                assertThat(server.last().headers()).containsEntry("x-session", "session-1234");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://user:pass@host",
                "https://host/?a=b",
                "https://host/#a",
                "ftp://host",
                "host"
            })
    void anEndpointIsAPlainBaseUrl(String endpoint) {
        assertThatThrownBy(() -> new Target(endpoint)).isInstanceOf(IllegalArgumentException.class);
    }
}
