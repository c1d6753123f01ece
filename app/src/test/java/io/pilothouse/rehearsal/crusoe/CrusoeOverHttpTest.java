package io.pilothouse.rehearsal.crusoe;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.domain.Account.Credential;
import io.pilothouse.domain.Json;
import io.pilothouse.rehearsal.loopback.Fault;
import io.pilothouse.rehearsal.loopback.Fault.Kind;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/// The service as a client meets it: signed, over real HTTP, with faults.
final class CrusoeOverHttpTest {
    private CrusoeStand stand;

    @BeforeEach
    void start() throws IOException {
        stand = new CrusoeStand();
    }

    @AfterEach
    void stop() throws IOException {
        stand.close();
    }

    @Test
    void theAccountTellsWhereAndWithWhat() {
        var account = stand.crusoe.account();
        assertThat(account.provider()).isEqualTo("crusoe");
        assertThat(account.endpoint()).contains(stand.crusoe.station().url() + "/v1alpha5");
        assertThat(account.credentials()).containsOnlyKeys("access-key", "secret-key");
        assertThat(account.credentials().values()).hasOnlyElementsOfType(Credential.Held.class);
    }

    @Test
    void aSignedRequestIsAnsweredWithTheTime() throws IOException {
        var heard = stand.get("/locations", "");
        assertThat(heard.status()).isEqualTo(200);
        assertThat(heard.json().texts("items")).contains(CrusoeAccount.NORTH);
        assertThat(heard.header("Date")).contains("Fri, 20 Nov 2026 12:00:00 GMT");
    }

    @Test
    void aWrongSignatureIsA401WithTheTime() throws IOException {
        stand.secret = "AAAAAAAAAAAAAAAAAAAAAA";
        var heard = stand.get("/locations", "");
        assertThat(heard.status()).isEqualTo(401);
        assertThat(heard.json().word("code")).isEqualTo("bad_credential");
        assertThat(heard.header("Date")).isPresent();
    }

    @Test
    void aClockThatIsFarOffIsRefused() throws IOException {
        stand.skew = Duration.ofMinutes(6);
        assertThat(stand.get("/locations", "").status()).isEqualTo(401);
        stand.skew = Duration.ofMinutes(-4);
        assertThat(stand.get("/locations", "").status()).isEqualTo(200);
    }

    @Test
    void aQueryIsSignedInItsCanonicalForm() throws IOException {
        var query = "product_name=a100.8x&location=us-northcentral1-a";
        stand.canonical = "location=us-northcentral1-a&product_name=a100.8x";
        assertThat(stand.get("/capacities", query).json().list("items")).hasSize(1);
    }

    @Test
    void aTokenMadeHereOpensTheDoorUntilItIsDeleted() throws IOException {
        var made =
                stand.call(
                        "POST",
                        "/users/tokens",
                        Json.obj("alias", "second", "expires_at", "2026-12-24T18:00:00Z"));
        stand.access = made.json().word("token", "access_key");
        stand.secret = made.json().word("token", "secret_key");
        stand.canonical = "access_key=" + stand.access;
        assertThat(stand.get("/users/tokens", "").json().list("items")).hasSize(3);
        var gone = stand.send("DELETE", "/users/tokens", stand.canonical, Optional.empty());
        assertThat(gone.status()).isEqualTo(200);
        assertThat(stand.get("/locations", "").status()).isEqualTo(401);
    }

    @Test
    void arrivalsAreCounted() throws IOException {
        stand.get("/locations", "");
        stand.call("PUT", "/users/identities", Json.obj("name", "Ben"));
        var arrivals = stand.crusoe.station().arrivals();
        assertThat(arrivals.total()).isEqualTo(2);
        assertThat(arrivals.deliveries()).containsEntry("PUT /v1alpha5/users/identities", 1L);
    }

    @ParameterizedTest
    @CsvSource({
        "BAD_GATEWAY, 502",
        "SERVER_ERROR, 500",
        "UNAVAILABLE, 503",
        "EXPIRED_KEY, 401",
        "INACTIVE, 403",
        "TOO_MANY, 429",
        "EMPTY_BODY, 200",
        "BROKEN_JSON, 200"
    })
    void aFaultShowsItsStatusOnceAndThenAllIsWell(Kind kind, int status) throws IOException {
        stand.crusoe.station().faults().add(Fault.of(kind).times(1));
        assertThat(stand.get("/locations", "").status()).isEqualTo(status);
        assertThat(stand.get("/locations", "").json().texts("items")).isNotEmpty();
    }

    @Test
    void aFaultTakesTheCapacityAway() throws IOException {
        stand.crusoe.station().faults().add(Fault.of(Kind.NO_CAPACITY).times(1));
        var begun = stand.call("POST", CrusoeAccount.VMS, CrusoeAccount.vm("probe"));
        stand.time.pass(Duration.ofSeconds(30));
        var path =
                CrusoeAccount.VMS + "/operations/" + begun.json().word("operation", "operation_id");
        assertThat(stand.get(path, "").json().word("result", "code")).isEqualTo("out_of_stock");
    }

    @Test
    void aFaultBendsStates() throws IOException {
        stand.crusoe.station().faults().add(Fault.of(Kind.UNKNOWN_STATUS).times(1));
        assertThat(stand.get(CrusoeAccount.VMS, "").json().list("items"))
                .extracting(vm -> vm.word("state"))
                .containsOnly("hibernating");
    }

    @Test
    void whatThereIsNotIsSaid() throws IOException {
        assertThat(stand.get("/clouds", "").status()).isEqualTo(404);
        assertThat(stand.call("PATCH", "/locations", Json.obj()).status()).isEqualTo(405);
        assertThat(stand.send("PUT", "/users/identities", "", Optional.of("{\"name\"")).status())
                .isEqualTo(400);
    }
}
