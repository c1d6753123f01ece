package io.pilothouse.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pilothouse.domain.Json;
import io.pilothouse.domain.JsonText;
import io.pilothouse.rehearsal.loopback.Arrivals.Limits;
import io.pilothouse.rehearsal.loopback.Fault;
import io.pilothouse.rehearsal.loopback.Fault.Kind;
import io.pilothouse.rehearsal.loopback.FaultDesk;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.net.ConnectException;
import java.util.Optional;

/// Faults as a client meets them, and the desk where they are ordered.
final class FaultsOverHttpTest {
    private Stand stand;

    @BeforeEach
    void start() throws IOException {
        stand = new Stand(Limits.none());
    }

    @AfterEach
    void stop() throws IOException {
        stand.close();
    }

    @ParameterizedTest
    @CsvSource({
        "BAD_GATEWAY, 502",
        "SERVER_ERROR, 500",
        "UNAVAILABLE, 503",
        "EXPIRED_KEY, 401",
        "INACTIVE, 403",
        "TOO_MANY, 429",
        "REDIRECT, 307",
        "EMPTY_BODY, 200",
        "BROKEN_JSON, 200",
        "DRIBBLED, 200"
    })
    void aFaultShowsItsStatusOnceAndThenAllIsWell(Kind kind, int status) throws IOException {
        stand.cloud.faults().add(Fault.of(kind).times(1).value(kind == Kind.DRIBBLED ? "0" : ""));
        assertThat(stand.get("/api/v1/ssh-keys").status()).isEqualTo(status);
        assertThat(stand.get("/api/v1/ssh-keys").json().list("data")).hasSize(3);
    }

    @ParameterizedTest
    @EnumSource(names = {"CLOSED", "RESET", "GARBAGE", "CUT_IN_BODY", "WRONG_LENGTH"})
    void aBrokenConnectionIsAnExceptionOnceAndThenAllIsWell(Kind kind) throws IOException {
        stand.cloud.faults().add(Fault.of(kind).times(1));
        assertThatThrownBy(() -> stand.get(Stand.INSTANCES)).isInstanceOf(IOException.class);
        assertThat(stand.get(Stand.INSTANCES).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource(names = {"CLOSED", "RESET", "CUT_IN_BODY", "WRONG_LENGTH"})
    void aLaunchCanBeDoneThoughItsAnswerIsLost(Kind kind) throws IOException {
        stand.cloud.faults().add(Fault.of(kind).on("POST", Stand.LAUNCH).times(1).afterTheWork());
        assertThatThrownBy(() -> stand.call("POST", Stand.LAUNCH, Stand.ORDER))
                .isInstanceOf(IOException.class);
        assertThat(instances()).isEqualTo(8);
        assertThat(stand.cloud.arrivals().deliveries()).containsEntry("POST " + Stand.LAUNCH, 1L);
    }

    @ParameterizedTest
    @EnumSource(names = {"BAD_GATEWAY", "SERVER_ERROR", "UNAVAILABLE", "NO_CAPACITY"})
    void aRefusedLaunchLaunchesNothingUnlessOrderedSo(Kind kind) throws IOException {
        stand.cloud.faults().add(Fault.of(kind).on("POST", Stand.LAUNCH).times(1));
        stand.call("POST", Stand.LAUNCH, Stand.ORDER);
        assertThat(instances()).isEqualTo(7);
        stand.cloud.faults().add(Fault.of(kind).on("POST", Stand.LAUNCH).times(1).afterTheWork());
        stand.call("POST", Stand.LAUNCH, Stand.ORDER);
        assertThat(instances()).isEqualTo(8);
    }

    @Test
    void refusedConnectionsAreRefusedUntilCleared() throws IOException {
        stand.cloud.faults().add(Fault.of(Kind.REFUSED));
        assertThatThrownBy(() -> stand.get(Stand.INSTANCES)).isInstanceOf(ConnectException.class);
        stand.cloud.faults().clear();
        assertThat(stand.get(Stand.INSTANCES).status()).isEqualTo(200);
    }

    @Test
    void retryAfterIsWhatTheOrderSays() throws IOException {
        stand.cloud.faults().add(Fault.of(Kind.UNAVAILABLE).times(1));
        assertThat(stand.get(Stand.INSTANCES).retryAfter()).contains("0");
        stand.cloud.faults().add(Fault.of(Kind.TOO_MANY).times(1));
        assertThat(stand.get(Stand.INSTANCES).retryAfter()).isEmpty();
        stand.cloud.faults().add(Fault.of(Kind.TOO_MANY).times(1).value("31536000"));
        assertThat(stand.get(Stand.INSTANCES).retryAfter()).contains("31536000");
    }

    @Test
    void aHugeBodyIsHuge() throws IOException {
        stand.cloud.faults().add(Fault.of(Kind.HUGE_BODY).times(1));
        assertThat(stand.get(Stand.INSTANCES).text()).hasSizeGreaterThan(32 << 20);
    }

    @Test
    void rowsAreBent() throws IOException {
        stand.cloud.faults().add(Fault.of(Kind.UNKNOWN_STATUS).times(1));
        assertThat(stand.get(Stand.INSTANCES).json().list("data"))
                .extracting(i -> i.word("status"))
                .containsOnly("hibernating");
        stand.cloud.faults().add(Fault.of(Kind.WRONG_TYPE).times(1).value("price_cents_per_hour"));
        assertThat(stand.get(Stand.INSTANCES).json().list("data").getFirst().at("instance_type"))
                .satisfies(t -> assertThat(t.fields("price_cents_per_hour")).isNotEmpty());
    }

    @Test
    void theDeskTakesListsAndClearsOrders() throws IOException {
        var order =
                Json.obj("kind", "unavailable", "path", Stand.INSTANCES, "times", 2, "value", "5");
        assertThat(desk("POST", Optional.of(order)).json().list("faults")).hasSize(1);
        assertThat(stand.get(Stand.INSTANCES).retryAfter()).contains("5");
        assertThat(desk("GET", Optional.empty()).json().list("faults").getFirst().whole("times"))
                .contains(1L);
        assertThat(desk("DELETE", Optional.empty()).json().list("faults")).isEmpty();
        assertThat(stand.get(Stand.INSTANCES).status()).isEqualTo(200);
    }

    @Test
    void theDeskAnswersWhileTheServiceRefuses() throws IOException {
        desk("POST", Optional.of(Json.obj("kind", "refused")));
        assertThatThrownBy(() -> stand.get(Stand.INSTANCES)).isInstanceOf(ConnectException.class);
        desk("DELETE", Optional.empty());
        assertThat(stand.get(Stand.INSTANCES).status()).isEqualTo(200);
    }

    @Test
    void theDeskRefusesOrdersThatMakeNoSense() throws IOException {
        assertThat(desk("POST", Optional.of(Json.obj("kind", "lunch"))).status()).isEqualTo(400);
        var never = Json.obj("kind", "closed", "times", 0);
        assertThat(desk("POST", Optional.of(never)).status()).isEqualTo(400);
        assertThat(stand.cloud.faults().list()).isEmpty();
    }

    @Test
    void theDeskTellsOfArrivals() throws IOException {
        stand.call("POST", Stand.LAUNCH, Stand.ORDER);
        var request = stand.request("GET", stand.cloud.faultDesk() + "/arrivals", Optional.empty());
        var heard = stand.send(request.header(FaultDesk.TOKEN, stand.cloud.faultToken()).build());
        assertThat(heard.json().whole("total")).contains(1L);
        assertThat(heard.json().whole("deliveries", "POST " + Stand.LAUNCH)).contains(1L);
    }

    @ParameterizedTest
    @CsvSource({
        "Rehearsal-Token, wrong",
        "Origin, http://127.0.0.1",
        "Origin, ''",
        "Host, evil.example"
    })
    void theDeskTrustsNoWebPage(String header, String value) throws IOException {
        var request = stand.request("GET", stand.cloud.faultDesk() + "/faults", Optional.empty());
        var spoilt = request.header(FaultDesk.TOKEN, stand.cloud.faultToken());
        assertThat(stand.send(spoilt.header(header, value).build()).status()).isEqualTo(403);
    }

    @Test
    void theServiceItselfHasNoDesk() throws IOException {
        var request = stand.request("GET", "/faults", Optional.empty());
        var heard = stand.send(request.header(FaultDesk.TOKEN, stand.cloud.faultToken()).build());
        assertThat(heard.status()).isEqualTo(404);
    }

    private int instances() throws IOException {
        return stand.get(Stand.INSTANCES).json().list("data").size();
    }

    private Stand.Heard desk(String method, Optional<Json> body) throws IOException {
        var text = body.map(JsonText::masked);
        var request = stand.request(method, stand.cloud.faultDesk() + "/faults", text);
        return stand.send(request.header(FaultDesk.TOKEN, stand.cloud.faultToken()).build());
    }
}
