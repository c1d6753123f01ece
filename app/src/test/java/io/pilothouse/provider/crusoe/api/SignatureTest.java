package io.pilothouse.provider.crusoe.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.pilothouse.cloud.Auth.Signable;
import io.pilothouse.domain.Secret;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

import java.time.Instant;
import java.util.List;
import java.util.Map;

final class SignatureTest {
    private static final String ACCESS = "R7p5XctCQMuGlpVBmVdqzA";
    private static final Map<String, Secret> KEYS =
            Map.of(
                    "access-key",
                    Secret.of(ACCESS),
                    "secret-key",
                    Secret.of("HrbZ3VTUb2YNAq53Md1EsA"));

    private static final Instant NOW = Instant.parse("2024-07-24T18:36:14.987Z");
    private static final String VMS =
            "/v1alpha5/projects/ab4a6b00-aa5f-408e-a9fb-ac6de5eb45ab/compute/vms/instances";

    /// The five vectors of the API's description.
    record Vector(Signable what, String signature) {}

    static final List<Vector> VECTORS =
            List.of(
                    new Vector(
                            new Signable("GET", "/v1alpha5/locations", List.of()),
                            "ljghKM1cWfXK8CEtSG1B9IWbvKlX9TwiEkJVMH7ngkM"),
                    new Vector(
                            new Signable("POST", VMS, List.of()),
                            "5n7RkryZt_AV39POrGt9ev7zcg45U0QdESJo9mUCblw"),
                    new Vector(
                            new Signable(
                                    "GET",
                                    "/v1alpha5/capacities",
                                    List.of(
                                            Map.entry("product_name", "a100.8x"),
                                            Map.entry("location", "us-northcentral1-a"))),
                            "RYY41SWP1fIlFlllSADTci9X2lHO2hAvhpjH3rlzF1M"),
                    new Vector(
                            new Signable(
                                    "GET",
                                    VMS,
                                    List.of(
                                            Map.entry("states", "STATE_RUNNING"),
                                            Map.entry("names", "my vm*~+é"),
                                            Map.entry("limit", "20"),
                                            Map.entry("names", "b"))),
                            "F7ZF4vJALF00rXUNjoWjKQkP5-4wIVxa2KHmY43aRUE"),
                    new Vector(
                            new Signable(
                                    "GET",
                                    VMS + "/operations",
                                    List.of(
                                            Map.entry("state", "IN_PROGRESS"),
                                            Map.entry("state", "FAILED"))),
                            "-EA7kOP7SzA0XFXz1AVFEHcdJIhKtjeRfTwCN2StExA"));

    @ParameterizedTest
    @FieldSource("VECTORS")
    void requestsAreSignedAsTheVendorsClientSignsThem(Vector vector) {
        assertThat(Signature.AUTH.signer().sign(vector.what(), NOW, KEYS))
                .containsEntry("X-Crusoe-Timestamp", Secret.of("2024-07-24T18:36:14Z"))
                .containsEntry(
                        "Authorization",
                        Secret.of("Bearer 1.0:" + ACCESS + ":" + vector.signature()))
                .containsOnlyKeys(Signature.AUTH.headers());
    }

    @Test
    void aQueryIsEscapedAsGoEscapesIt() {
        assertThat(Signature.escaped("a b*c~d-e_f.g")).isEqualTo("a+b%2Ac~d-e_f.g");
        assertThat(Signature.escaped("é;&=+/ü")).isEqualTo("%C3%A9%3B%26%3D%2B%2F%C3%BC");
    }

    @Test
    void namesAreSortedByTheirBytesAndValuesOfOneNameStayInOrder() {
        var query =
                List.of(
                        Map.entry("b", "2"),
                        Map.entry("B", "1"),
                        Map.entry("b", "1"),
                        Map.entry("é", "3"));
        assertThat(Signature.message(new Signable("GET", "/x", query), "t"))
                .isEqualTo("/x\nB=1&b=2&b=1&%C3%A9=3\nGET\nt\n");
    }

    @Test
    void withoutBothKeysNothingIsSigned() {
        var what = new Signable("GET", "/x", List.of());
        var half = Map.of("access-key", Secret.of(ACCESS));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Signature.AUTH.signer().sign(what, NOW, half))
                .withMessage("a request is signed with two keys");
    }
}
