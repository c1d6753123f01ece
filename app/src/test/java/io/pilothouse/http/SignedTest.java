package io.pilothouse.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.cloud.Auth;
import io.pilothouse.cloud.Auth.Signable;
import io.pilothouse.cloud.CloudException.NoCredential;
import io.pilothouse.cloud.CloudException.Unauthorized;
import io.pilothouse.cloud.Request;
import io.pilothouse.cloud.Transport.Watch;
import io.pilothouse.domain.Secret;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Requests whose headers are made of the request, the time and the key.
final class SignedTest {
    private final List<Signable> signed = new ArrayList<>();
    private Instant now = Bench.NOW;

    private Map<String, Secret> sign(Signable what, Instant at, Map<String, Secret> secrets) {
        signed.add(what);
        var key = secrets.getOrDefault("api-key", Secret.of(""));
        return Map.of(
                "X-Time", Secret.of(at.toString()),
                "Authorization", key.hmacSha256(at + what.path()).after("Bearer 1.0:"));
    }

    private Service service(String endpoint) {
        return Bench.service(
                endpoint, new Auth.Signed(List.of("X-Time", "Authorization"), this::sign));
    }

    private Bench bench(WireServer server) {
        return new Bench(service(server.url() + "/v1"), Bench.SHORT, () -> now);
    }

    @Test
    void whatIsSignedIsDecodedAndBeginsWithTheEndpointsOwnPath() throws Exception {
        try (var server = new WireServer(WireServer.answer(200, "{}"));
                var bench = bench(server)) {
            var request =
                    Request.get("/things/{id}/x", "my vm*~+é/1")
                            .query("states", Optional.of("A,B"))
                            .query("names", Optional.of("my vm*~+é"));
            bench.transport.send(request, true, Watch.NONE);

            assertThat(server.last().target()).startsWith("/v1/things/my%20vm%2A~%2B%C3%A9%2F1/x?");
            assertThat(signed)
                    .containsExactly(
                            new Signable(
                                    "GET",
                                    "/v1/things/my vm*~+é/1/x",
                                    List.of(
                                            Map.entry("states", "A,B"),
                                            Map.entry("names", "my vm*~+é"))));
        }
    }

    @Test
    void aSecondTryIsSignedAnew() throws Exception {
        try (var server = new WireServer(WireServer.answer(200, "{}"));
                var bench = bench(server)) {
            bench.transport.send(Request.get("/things"), true, Watch.NONE);
            now = now.plusSeconds(90);
            bench.transport.send(Request.get("/things"), true, Watch.NONE);

            assertThat(server.requests())
                    .extracting(r -> r.headers().get("x-time"))
                    .containsExactly("2026-03-01T12:00:00Z", "2026-03-01T12:01:30Z");
            assertThat(server.requests())
                    .extracting(r -> r.headers().get("authorization"))
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void theSignatureIsNotSeen() throws Exception {
        try (var server = new WireServer(WireServer.answer(200, "{}"));
                var bench = bench(server)) {
            var notes = new Bench.Notes();
            bench.transport.send(Request.get("/things"), true, notes);

            var sent = server.last().headers().getOrDefault("authorization", "");
            assertThat(sent).startsWith("Bearer 1.0:").hasSize("Bearer 1.0:".length() + 43);
            assertThat(notes.exchanges.toString())
                    .doesNotContain(sent.substring("Bearer 1.0:".length()));
        }
    }

    @Test
    void aKeyThatCannotSignSendsNothing() {
        try (var server = new WireServer(WireServer.answer(200, "{}"))) {
            var service = service(server.url());
            var broken =
                    new Service(
                            service.endpoint(),
                            service.auth(),
                            () -> Map.of("api-key", Secret.of("not base64!")),
                            service.secretNames(),
                            service.refusal(),
                            service.variables());
            try (var bench = new Bench(broken, Bench.SHORT)) {
                assertThat(bench.failure(NoCredential.class))
                        .hasMessage("the key is not in base64url");
            }
            assertThat(server.requests()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'Sun, 01 Mar 2026 12:00:00 GMT', ",
        "'Sun, 01 Mar 2026 12:02:00 GMT', ",
        "'Sun, 01 Mar 2026 12:05:00 GMT', -300",
        "'Sun, 01 Mar 2026 11:51:00 GMT', 540",
        "nonsense, "
    })
    void aRefusalTellsHowFarTheClockIsOff(String date, Long seconds) {
        try (var server = new WireServer(WireServer.answer(401, "{}", "Date: " + date));
                var bench = bench(server)) {
            assertThat(bench.failure(Unauthorized.class).ahead())
                    .isEqualTo(Optional.ofNullable(seconds).map(Duration::ofSeconds));
        }
    }

    @Test
    void aClockDoesNotMatterToAKeyThatIsSentAsItIs() {
        var date = "Date: Sun, 01 Mar 2026 09:00:00 GMT";
        try (var server = new WireServer(WireServer.answer(401, "{}", date));
                var bench = new Bench(server.url())) {
            assertThat(bench.failure(Unauthorized.class).ahead()).isEmpty();
        }
    }

    @Test
    void theCurlLineHasAVariableForEachHeader() {
        try (var bench = new Bench(service("https://cloud.example/v1"), Bench.SHORT)) {
            assertThat(bench.transport.curl(Request.get("/things")))
                    .isEqualTo(
                            "curl -sS -H \"X-Time: $X_TIME\" -H \"Authorization: $AUTHORIZATION\""
                                    + " -H 'Accept: application/json'"
                                    + " --url 'https://cloud.example/v1/things'");
            assertThat(signed).isEmpty();
        }
    }
}
