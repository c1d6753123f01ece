package io.pilothouse.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.pilothouse.domain.Json;
import io.pilothouse.domain.JsonText;
import io.pilothouse.rehearsal.loopback.Arrivals.Limits;
import io.pilothouse.rehearsal.loopback.Fault;
import io.pilothouse.rehearsal.loopback.Fault.Kind;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Holds every answer of the rehearsal, and every request it takes or refuses, against Lambda Cloud's own OpenAPI
/// document.
final class SpecificationTest {
    private static final String V1 = "/api/v1/";
    private static final Json RULE =
            Json.obj(
                    "protocol",
                    "tcp",
                    "port_range",
                    List.of(443, 443),
                    "source_network",
                    "0.0.0.0/0",
                    "description",
                    "HTTPS");

    /// A request that is fine: `{…}` in the path stands for the id of the first row of a list, or of one by name.
    record Sample(String method, String template, Optional<Json> body) {
        @Override
        public String toString() {
            return method + " " + template;
        }
    }

    private static Specification document;
    private Stand stand;

    @BeforeAll
    static void read() throws IOException {
        var file = Specification.beside("../shared/api/specs/lambda-cloud-1.9.3.openapi.json");
        assumeTrue(file.isPresent(), "the OpenAPI document is not beside the project");
        document = new Specification(file.orElseThrow());
    }

    @BeforeEach
    void start() throws IOException {
        stand = new Stand(Limits.none());
    }

    @AfterEach
    void stop() throws IOException {
        stand.close();
    }

    private static Stream<Sample> samples() {
        return Stream.of(
                read("instances"),
                read("instances/{id}"),
                write("POST", "instances/{id}", Json.obj("name", "My Instance")),
                read("instance-types"),
                write(
                        "POST",
                        "instance-operations/launch",
                        Json.obj(
                                "region_name",
                                "us-east-1",
                                "instance_type_name",
                                "gpu_8x_a100",
                                "ssh_key_names",
                                List.of("anna-laptop"),
                                "file_system_names",
                                List.of("datasets-va"),
                                "hostname",
                                "headnode1",
                                "name",
                                "My Instance",
                                "image",
                                Json.obj("family", "lambda-stack-24-04"),
                                "user_data",
                                "#cloud-config\n",
                                "tags",
                                List.of(Json.obj("key", "key1", "value", "value1")),
                                "firewall_rulesets",
                                List.of())),
                write("POST", "instance-operations/restart", ids()),
                write("POST", "instance-operations/terminate", ids()),
                read("file-systems"),
                write(
                        "POST",
                        "filesystems",
                        Json.obj("name", "my-filesystem", "region", "us-west-1")),
                new Sample("DELETE", V1 + "filesystems/{id}", Optional.empty()),
                read("firewall-rules"),
                write("PUT", "firewall-rules", Json.obj("data", List.of(RULE))),
                read("firewall-rulesets"),
                write(
                        "POST",
                        "firewall-rulesets",
                        Json.obj(
                                "name",
                                "My Firewall Ruleset",
                                "region",
                                "us-west-1",
                                "rules",
                                List.of(RULE))),
                read("firewall-rulesets/global"),
                write("PATCH", "firewall-rulesets/global", Json.obj("rules", List.of(RULE))),
                read("firewall-rulesets/{id}"),
                write(
                        "PATCH",
                        "firewall-rulesets/{id}",
                        Json.obj("name", "My Updated Firewall Ruleset", "rules", List.of(RULE))),
                new Sample("DELETE", V1 + "firewall-rulesets/{id}", Optional.empty()),
                read("ssh-keys"),
                write(
                        "POST",
                        "ssh-keys",
                        Json.obj(
                                "name",
                                "my-public-key",
                                "public_key",
                                "ssh-ed25519"
                                    + " AAAAC3NzaC1lZDI1NTE5AAAAICN+lJwsONkwrdsSnQsu1ydUkIuIg5oOC+Eslvmtt60T"
                                    + " noname")),
                new Sample("DELETE", V1 + "ssh-keys/{id}", Optional.empty()),
                read("images"));
    }

    private static Stream<Sample> withId() {
        return samples().filter(s -> s.template.contains("{id}"));
    }

    private static Stream<Sample> withBody() {
        return samples().filter(s -> s.body.isPresent());
    }

    @Test
    void theSamplesAreThe23OperationsOfTheDocument() {
        var known =
                document.operations().stream()
                        .filter(o -> !o.contains("/tickets") && !o.contains("/audit-events"))
                        .toList();
        assertThat(samples().map(Sample::toString))
                .hasSize(23)
                .containsExactlyInAnyOrderElementsOf(known);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void aFineRequestIsFineByTheDocumentAndSoIsItsAnswer(Sample sample) throws IOException {
        sample.body.ifPresent(b -> assertThat(wrongRequest(sample, b)).isEmpty());
        var heard = send(sample, sample.body);
        assertThat(heard.status()).as(heard.text()).isEqualTo(200);
        assertDocumented(sample, heard);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void aStrangerIsAnsweredAsDocumented(Sample sample) throws IOException {
        var request = stand.request(sample.method, path(sample), text(sample.body));
        var missing = stand.send(request.removeHeader("Authorization").build());
        assertThat(missing.status()).isEqualTo(401);
        assertDocumented(sample, missing);
        var wrong = stand.send(request.header("Authorization", "Bearer no").build());
        assertThat(wrong.status()).isEqualTo(401);
        assertDocumented(sample, wrong);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void anInactiveAccountIsAnsweredAsDocumented(Sample sample) throws IOException {
        var path = path(sample);
        stand.cloud.faults().add(Fault.of(Kind.INACTIVE));
        var heard = stand.send(stand.request(sample.method, path, text(sample.body)).build());
        assertThat(heard.status()).isEqualTo(403);
        assertDocumented(sample, heard);
    }

    @ParameterizedTest
    @MethodSource("withId")
    void anUnknownIdIsAnsweredAsDocumented(Sample sample) throws IOException {
        var path = sample.template.replace("{id}", "00000000000000000000000000000000");
        var heard = stand.send(stand.request(sample.method, path, text(sample.body)).build());
        assertThat(heard.status()).isEqualTo(404);
        assertDocumented(sample, heard);
    }

    @ParameterizedTest
    @MethodSource("withBody")
    void whatTheSchemaDoesNotAllowIsRefusedAndNamed(Sample sample) throws IOException {
        for (var entry : broken(sample, sample.body.orElseThrow()).entrySet()) {
            assertThat(wrongRequest(sample, entry.getKey()))
                    .as("the document refuses %s", entry.getKey())
                    .isNotEmpty();
            var heard = send(sample, Optional.of(entry.getKey()));
            assertThat(heard.status()).as("%s", entry.getKey()).isEqualTo(400);
            assertThat(heard.code()).isEqualTo("global/invalid-parameters");
            assertThat(heard.json().word("error", "message")).contains(entry.getValue());
            assertDocumented(sample, heard);
        }
    }

    @Test
    void aListInEveryStateIsAsDocumented() throws IOException {
        var launched = samples().filter(s -> s.template.endsWith("/launch")).findFirst();
        send(launched.orElseThrow(), launched.orElseThrow().body);
        for (int second = 0; second < 50; second += 4) {
            assertDocumented(read("instances"), stand.get(V1 + "instances"));
            assertDocumented(read("file-systems"), stand.get(V1 + "file-systems"));
            assertDocumented(read("firewall-rulesets"), stand.get(V1 + "firewall-rulesets"));
            stand.time.pass(Duration.ofSeconds(4));
        }
    }

    @Test
    void aGeneratedKeyIsAsDocumented() throws IOException {
        var sample = write("POST", "ssh-keys", Json.obj("name", "made"));
        assertDocumented(sample, send(sample, sample.body));
    }

    @Test
    void refusalsOfTheStateAreAsDocumented() throws IOException {
        var launch =
                samples().filter(s -> s.template.endsWith("/launch")).findFirst().orElseThrow();
        var order = launch.body.orElseThrow();
        var far = order.with("file_system_names", List.of("archive-tx"));
        assertRefused(launch, far, "instance-operations/launch/file-system-in-wrong-region");
        var stranger = order.with("ssh_key_names", List.of("nobody"));
        assertRefused(launch, stranger, "global/object-does-not-exist");
        var noType = order.with("instance_type_name", "gpu_9x");
        assertRefused(launch, noType, "global/object-does-not-exist");
        stand.cloud.faults().add(Fault.of(Kind.NO_CAPACITY).times(1));
        assertRefused(launch, order, "instance-operations/launch/insufficient-capacity");

        var twice = Json.obj("name", "datasets-va", "region", "us-east-1");
        assertRefused(write("POST", "filesystems", twice), twice, "global/duplicate");
        var used = new Sample("DELETE", V1 + "filesystems/{id}", Optional.empty());
        var mounted = idOf("file-systems", "datasets-va");
        var heard = stand.delete(V1 + "filesystems/" + mounted);
        assertThat(heard.code()).isEqualTo("filesystems/filesystem-in-use");
        assertDocumented(used, heard);

        var ruleset = new Sample("DELETE", V1 + "firewall-rulesets/{id}", Optional.empty());
        heard = stand.delete(V1 + "firewall-rulesets/" + idOf("firewall-rulesets", "web-ruleset"));
        assertThat(heard.code()).isEqualTo("firewall-rulesets/firewall-ruleset-in-use");
        assertDocumented(ruleset, heard);

        var booting = Json.obj("instance_ids", List.of(idOf("instances", "ft-h100-pcie")));
        assertRefused(
                write("POST", "instance-operations/restart", booting), booting, "global/conflict");
    }

    /// The request with each field in turn missing, of the wrong type, null, too long; and what the refusal names.
    private Map<Json, String> broken(Sample sample, Json body) {
        var broken = new LinkedHashMap<Json, String>();
        var schema = document.request(sample.method, sample.template);
        schema.texts("required").forEach(name -> broken.put(body.with(name, null), name));
        for (var field : schema.fields("properties").entrySet()) {
            var name = field.getKey();
            if (name.equals("file_system_mounts")) {
                broken.put(body.with(name, List.of(Json.obj("mount_point", "/data"))), name);
            }
            broken.put(body.with(name, 7), name);
            broken.put(withNull(body, name), name);
            field.getValue()
                    .whole("maxLength")
                    .ifPresent(n -> broken.put(body.with(name, "a".repeat((int) (n + 1))), name));
            field.getValue()
                    .text("pattern")
                    .ifPresent(_ -> broken.put(body.with(name, "_no!"), name));
            if (field.getValue().word("type").equals("array")) {
                broken.put(body.with(name, List.of(Json.of(7))), name);
            }
        }
        broken.put(Json.of(List.of()), "body");
        return broken;
    }

    private static Json withNull(Json body, String name) {
        var fields = new LinkedHashMap<>(body.fields());
        fields.put(name, Json.absent());
        return new Json.Obj(fields);
    }

    private List<String> wrongRequest(Sample sample, Json body) {
        var schema = document.request(sample.method, sample.template);
        return document.wrong(schema, JsonText.masked(filled(sample, body)));
    }

    private void assertRefused(Sample sample, Json body, String code) throws IOException {
        var heard = send(sample, Optional.of(body));
        assertThat(heard.code()).isEqualTo(code);
        assertDocumented(sample, heard);
    }

    private void assertDocumented(Sample sample, Stand.Heard heard) {
        assertThat(
                        document.wrongAnswer(
                                sample.method, sample.template, heard.status(), heard.text()))
                .as("%s answered %d %.2000s", sample, heard.status(), heard.text())
                .isEmpty();
    }

    private Stand.Heard send(Sample sample, Optional<Json> body) throws IOException {
        var filled = body.map(b -> filled(sample, b));
        return stand.send(stand.request(sample.method, path(sample), text(filled)).build());
    }

    /// With the id of a running instance where the sample's ids are empty.
    private Json filled(Sample sample, Json body) {
        return body.equals(ids()) && sample.template.contains("instance-operations")
                ? Json.obj("instance_ids", List.of(idOf("instances", "notebook-anna")))
                : body;
    }

    private String path(Sample sample) {
        if (!sample.template.contains("{id}")) {
            return sample.template;
        }
        var id =
                switch (sample.template) {
                    case V1 + "instances/{id}" -> idOf("instances", "notebook-anna");
                    case V1 + "filesystems/{id}" -> idOf("file-systems", "scratch-ut");
                    case V1 + "ssh-keys/{id}" -> idOf("ssh-keys", "ben-desk");
                    default -> idOf("firewall-rulesets", "notebooks");
                };
        return sample.template.replace("{id}", id);
    }

    private String idOf(String list, String name) {
        try {
            return stand.get(V1 + list).json().list("data").stream()
                    .filter(r -> r.word("name").equals(name))
                    .findFirst()
                    .orElseThrow()
                    .word("id");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Optional<String> text(Optional<Json> body) {
        return body.map(JsonText::masked);
    }

    private static Json ids() {
        return Json.obj("instance_ids", new ArrayList<>());
    }

    private static Sample read(String path) {
        return new Sample("GET", V1 + path, Optional.empty());
    }

    private static Sample write(String method, String path, Json body) {
        return new Sample(method, V1 + path, Optional.of(body));
    }
}
