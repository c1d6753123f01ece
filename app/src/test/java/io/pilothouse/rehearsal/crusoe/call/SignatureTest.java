package io.pilothouse.rehearsal.crusoe.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pilothouse.rehearsal.loopback.WireRequest;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The verifier against signatures that were computed elsewhere.
final class SignatureTest {
    private static final String ACCESS = "R7p5XctCQMuGlpVBmVdqzA";
    private static final String SECRET = "HrbZ3VTUb2YNAq53Md1EsA";
    private static final String TIME = "2024-07-24T18:36:14Z";
    private static final Instant NOW = Instant.parse(TIME);
    private static final String LOCATIONS = "/v1alpha5/locations";
    private static final String RIGHT = "ljghKM1cWfXK8CEtSG1B9IWbvKlX9TwiEkJVMH7ngkM";

    private final Signature signature =
            new Signature(access -> Optional.of(SECRET).filter(_ -> access.equals(ACCESS)));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            textBlock =
"""
GET|/v1alpha5/locations|''|ljghKM1cWfXK8CEtSG1B9IWbvKlX9TwiEkJVMH7ngkM
POST|/v1alpha5/projects/ab4a6b00-aa5f-408e-a9fb-ac6de5eb45ab/compute/vms/instances|''|5n7RkryZt_AV39POrGt9ev7zcg45U0QdESJo9mUCblw
GET|/v1alpha5/capacities|product_name=a100.8x&location=us-northcentral1-a|RYY41SWP1fIlFlllSADTci9X2lHO2hAvhpjH3rlzF1M
GET|/v1alpha5/projects/ab4a6b00-aa5f-408e-a9fb-ac6de5eb45ab/compute/vms/instances|states=STATE_RUNNING&names=my%20vm*~%2B%C3%A9&limit=20&names=b|F7ZF4vJALF00rXUNjoWjKQkP5-4wIVxa2KHmY43aRUE
GET|/v1alpha5/projects/ab4a6b00-aa5f-408e-a9fb-ac6de5eb45ab/compute/vms/instances/operations|state=IN_PROGRESS&state=FAILED|-EA7kOP7SzA0XFXz1AVFEHcdJIhKtjeRfTwCN2StExA
""")
    void aPublishedSignatureIsRight(String method, String path, String query, String signed) {
        var request = request(method, path, query, bearer(signed), TIME);
        assertThat(signature.check(request, NOW)).isEqualTo(ACCESS);
    }

    @Test
    void theQueryIsSignedSortedAndEscapedAsGoDoes() {
        assertThat(
                        Query.parse("states=A&names=my%20vm*~%2B%C3%A9&limit=20&names=b&&flag")
                                .canonical())
                .isEqualTo("flag=&limit=20&names=my+vm%2A~%2B%C3%A9&names=b&states=A");
        assertThat(Query.parse("b=x%20y&a=%7e&B=1").canonical()).isEqualTo("B=1&a=~&b=x+y");
        assertThat(Query.parse("").canonical()).isEmpty();
    }

    @Test
    void thePathIsSignedUnescaped() {
        assertThat(Signature.sign(SECRET, "/v1alpha5/loc%61tions", "", "GET", TIME))
                .isEqualTo(RIGHT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Bearer " + RIGHT,
                "bearer 1.0:" + ACCESS + ":" + RIGHT,
                "Bearer 1.1:" + ACCESS + ":" + RIGHT,
                "Bearer 1.0:" + ACCESS + ":" + RIGHT + "=",
                "Bearer 1.0:" + ACCESS + "x:" + RIGHT,
                "Bearer 1.0:" + ACCESS + ":mjghKM1cWfXK8CEtSG1B9IWbvKlX9TwiEkJVMH7ngkM"
            })
    void anotherHeaderIsNoCredential(String header) {
        refused(request("GET", LOCATIONS, "", header, TIME), NOW);
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /v1alpha5/locations, ''",
        "GET, /v1alpha5/locations/, ''",
        "GET, /locations, ''",
        "GET, /v1alpha5/locations, a=b"
    })
    void aSignatureIsGoodForItsRequestOnly(String method, String path, String query) {
        refused(request(method, path, query, bearer(RIGHT), TIME), NOW);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2024-07-24 18:36:14",
                "2024-07-24T18:36:14",
                "2024-07-24T20:36:14+02:00",
                "2024-07-24T18:36:14+00:00",
                "2024-13-24T18:36:14Z",
                "1721846174"
            })
    void aTimestampIsRfc3339InUtc(String time) {
        refused(request("GET", LOCATIONS, "", bearer(RIGHT), time), NOW);
    }

    @Test
    void aClockMayBeOffByFiveMinutes() {
        var request = request("GET", LOCATIONS, "", bearer(RIGHT), TIME);
        for (var off : List.of(Duration.ofMinutes(5), Duration.ofMinutes(-5))) {
            assertThat(signature.check(request, NOW.plus(off))).isEqualTo(ACCESS);
            refused(request, NOW.plus(off).plusSeconds(off.isNegative() ? -1 : 1));
        }
    }

    @Test
    void aSemicolonInTheQueryIsRefused() {
        var request = request("GET", LOCATIONS, "a=1;b=2", bearer(RIGHT), TIME);
        assertThatThrownBy(() -> signature.check(request, NOW))
                .isInstanceOfSatisfying(
                        CrusoeError.class, e -> assertThat(e.status()).isEqualTo(400));
    }

    private void refused(WireRequest request, Instant now) {
        assertThatThrownBy(() -> signature.check(request, now))
                .isInstanceOfSatisfying(
                        CrusoeError.class,
                        e ->
                                assertThat(e.status() + " " + e.code())
                                        .isEqualTo("401 bad_credential"));
    }

    private static String bearer(String signed) {
        return "Bearer 1.0:" + ACCESS + ":" + signed;
    }

    private static WireRequest request(
            String method, String path, String query, String authorization, String time) {
        return new WireRequest(
                0,
                method,
                path,
                query,
                Map.of(
                        "authorization", List.of(authorization),
                        "x-crusoe-timestamp", List.of(time)),
                new byte[0]);
    }
}
