package io.pilothouse.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.domain.Json;
import io.pilothouse.rehearsal.loopback.Arrival;
import io.pilothouse.rehearsal.loopback.Arrivals.Limits;
import io.pilothouse.rehearsal.loopback.Fault;
import io.pilothouse.rehearsal.loopback.Fault.Kind;

import okhttp3.MediaType;
import okhttp3.RequestBody;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/// Keys, limits, paths and bodies: what stands between the wire and the service.
final class LambdaOverHttpTest {
    private Stand stand;

    @BeforeEach
    void start() throws IOException {
        stand = new Stand(Limits.strict());
    }

    @AfterEach
    void stop() throws IOException {
        stand.close();
    }

    @Test
    void withoutAKeyTheServiceAsksForOne() throws IOException {
        var request = stand.request("GET", Stand.INSTANCES, Optional.empty());
        var heard = stand.send(request.removeHeader("Authorization").build());
        assertThat(heard.status()).isEqualTo(401);
        assertThat(heard.json().at("error"))
                .isEqualTo(
                        Json.obj(
                                "code",
                                "global/invalid-api-key",
                                "message",
                                "No API key was provided.",
                                "suggestion",
                                "Make sure to pass an API key in the AUTHORIZATION header when"
                                        + " making requests."));
    }

    @Test
    void aWrongKeyIsToldApartFromNone() throws IOException {
        var heard = authorized("Bearer nonsense");
        assertThat(heard.status()).isEqualTo(401);
        assertThat(heard.json().word("error", "message"))
                .isEqualTo("API key was invalid, expired, or deleted.");
    }

    @Test
    void basicTakesTheKeyAsUserWithoutAPassword() throws IOException {
        assertThat(authorized("Basic " + base64(Stand.KEY + ":")).status()).isEqualTo(200);
        stand.time.pass(Duration.ofSeconds(1));
        assertThat(authorized("Basic " + base64(Stand.KEY + ":x")).status()).isEqualTo(401);
        assertThat(authorized("Basic " + base64(Stand.KEY)).status()).isEqualTo(401);
        assertThat(authorized("Basic ???").status()).isEqualTo(401);
        assertThat(authorized("Token " + Stand.KEY).status()).isEqualTo(401);
    }

    @Test
    void aSecondRequestInTheSameSecondIsTooMany() throws IOException {
        assertThat(stand.get(Stand.INSTANCES).status()).isEqualTo(200);
        stand.time.pass(Duration.ofMillis(999));
        var early = stand.get(Stand.INSTANCES);
        assertThat(early.status()).isEqualTo(429);
        assertThat(early.retryAfter()).isEmpty();
        stand.time.pass(Duration.ofMillis(1));
        assertThat(stand.get(Stand.INSTANCES).status()).isEqualTo(200);
        assertThat(stand.cloud.arrivals().kept())
                .extracting(Arrival::status)
                .containsExactly(200, 429, 200);
    }

    @Test
    void aStrangerUsesUpNoSlot() throws IOException {
        authorized("Bearer nonsense");
        assertThat(stand.get(Stand.INSTANCES).status()).isEqualTo(200);
    }

    @Test
    void aSecondLaunchWaitsTwelveSecondsAndChangesNothing() throws IOException {
        assertThat(stand.call("POST", Stand.LAUNCH, Stand.ORDER).status()).isEqualTo(200);
        stand.time.pass(Duration.ofSeconds(11));
        stand.cloud.faults().add(Fault.of(Kind.RETRY_AFTER));
        var early = stand.call("POST", Stand.LAUNCH, Stand.ORDER);
        assertThat(early.status()).isEqualTo(429);
        assertThat(early.retryAfter()).contains("1");
        assertThat(stand.get(Stand.INSTANCES).json().list("data")).hasSize(8);
        assertThat(stand.cloud.arrivals().deliveries()).containsEntry("POST " + Stand.LAUNCH, 2L);
    }

    @Test
    void anEarlyRequestUsesUpNoFault() throws IOException {
        stand.cloud.faults().add(Fault.of(Kind.SERVER_ERROR).times(1));
        assertThat(stand.get(Stand.INSTANCES).status()).isEqualTo(500);
        stand.cloud.faults().add(Fault.of(Kind.SERVER_ERROR).times(1));
        assertThat(stand.get(Stand.INSTANCES).status()).isEqualTo(429);
        stand.time.pass(Duration.ofSeconds(1));
        assertThat(stand.get(Stand.INSTANCES).status()).isEqualTo(500);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/api/v1",
                "/api/v1/instances/",
                "/api/v2/instances",
                "/api/v1/file-systems/x"
            })
    void anUnknownPathIsNotFound(String path) throws IOException {
        var heard = stand.get(path);
        assertThat(heard.status()).isEqualTo(404);
        assertThat(heard.code()).isEqualTo("global/not-found");
    }

    @ParameterizedTest
    @CsvSource({
        "DELETE, /api/v1/instances",
        "DELETE, /api/v1/firewall-rulesets/global",
        "GET, /api/v1/instance-operations/launch",
        "GET, /api/v1/filesystems",
        "GET, /api/v1/ssh-keys/1"
    })
    void aWrongMethodIsNotAllowed(String method, String path) throws IOException {
        var heard = stand.send(stand.request(method, path, Optional.empty()).build());
        assertThat(heard.status()).isEqualTo(405);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "null", "\"text\"", "{} {}"})
    void aBodyThatIsNoObjectIsInvalid(String body) throws IOException {
        var heard = stand.send(stand.request("POST", Stand.LAUNCH, Optional.of(body)).build());
        assertThat(heard.status()).isEqualTo(400);
        assertThat(heard.code()).isEqualTo("global/invalid-parameters");
    }

    @Test
    void aBodyHasToBeSaidToBeJson() throws IOException {
        var request = stand.request("POST", Stand.LAUNCH, Optional.of(""));
        var body = RequestBody.create("{}", MediaType.get("text/plain"));
        assertThat(stand.send(request.post(body).build()).code())
                .isEqualTo("global/invalid-parameters");
    }

    @Test
    void aLaunchIsSeenBootingThenActiveThenTerminating() throws IOException {
        var id =
                stand.call("POST", Stand.LAUNCH, Stand.ORDER)
                        .json()
                        .texts("data", "instance_ids")
                        .getFirst();
        assertThat(statusOf(id)).isEqualTo("booting");
        stand.time.pass(Duration.ofSeconds(20));
        assertThat(statusOf(id)).isEqualTo("active");
        stand.time.pass(Duration.ofSeconds(1));
        var ended =
                stand.call(
                        "POST",
                        "/api/v1/instance-operations/terminate",
                        Json.obj("instance_ids", List.of(id)));
        assertThat(ended.json().list("data", "terminated_instances").getFirst().word("status"))
                .isEqualTo("terminating");
    }

    @Test
    void anAnswerIsPackedForAClientThatTakesIt() throws IOException {
        var request = stand.request("GET", Stand.INSTANCES, Optional.empty());
        var heard = stand.send(request.header("Accept-Encoding", "gzip").build());
        assertThat(heard.headers().get("Content-Encoding")).isEqualTo("gzip");
        stand.time.pass(Duration.ofSeconds(1));
        // asked for by OkHttp itself, and unpacked by it
        assertThat(stand.get(Stand.INSTANCES).json().list("data")).hasSize(7);
    }

    @Test
    void theAccountIsForDevelopmentAndHoldsItsKey() {
        var account = stand.cloud.accounts().getFirst();
        assertThat(account.name()).isEqualTo("Rehearsal");
        assertThat(account.provider()).isEqualTo("lambda-cloud");
        assertThat(account.endpoint().orElseThrow()).matches("http://127\\.0\\.0\\.1:\\d+");
        assertThat(account.credentials()).containsOnlyKeys("api-key");
        assertThat(account.toString()).doesNotContain(Stand.KEY);
    }

    private String statusOf(String id) throws IOException {
        stand.time.pass(Duration.ofSeconds(1));
        return stand.get(Stand.INSTANCES + "/" + id).json().word("data", "status");
    }

    private Stand.Heard authorized(String header) throws IOException {
        var request = stand.request("GET", Stand.INSTANCES, Optional.empty());
        return stand.send(request.header("Authorization", header).build());
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
