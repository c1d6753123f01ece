package io.pilothouse.rehearsal.crusoe;

import static io.pilothouse.rehearsal.crusoe.CrusoeAccount.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.domain.Json;
import io.pilothouse.domain.JsonText;
import io.pilothouse.rehearsal.crusoe.Requests.Sample;
import io.pilothouse.rehearsal.crusoe.call.CrusoeError;
import io.pilothouse.rehearsal.crusoe.call.Table;
import io.pilothouse.rehearsal.crusoe.call.Words;
import io.pilothouse.rehearsal.crusoe.machine.Template;
import io.pilothouse.rehearsal.crusoe.network.Cidr;
import io.pilothouse.rehearsal.crusoe.network.InfinibandNetwork;
import io.pilothouse.rehearsal.crusoe.network.Network;
import io.pilothouse.rehearsal.crusoe.network.Partition;
import io.pilothouse.rehearsal.crusoe.network.Subnet;

import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/// Holds every answer, and every request that is taken or refused, against the service's own document.
final class CrusoeSpecificationTest {
    private static SwaggerDocument document;
    private final CrusoeAccount account = new CrusoeAccount();

    @BeforeAll
    static void read() throws IOException {
        document = SwaggerDocument.assumed();
    }

    @BeforeEach
    void addWhatNothingUses() {
        var project = Words.id("project research");
        account.service.behind(
                stores -> {
                    var network =
                            new Network(
                                    Words.id("network unused"),
                                    project,
                                    "unused",
                                    Cidr.parse("10.1.0.0/16").orElseThrow(),
                                    true);
                    stores.networks().put(network);
                    stores.subnets()
                            .put(
                                    new Subnet(
                                            Words.id("subnet unused"),
                                            project,
                                            "unused",
                                            Words.id("network default-ethernet"),
                                            Cidr.parse("172.27.48.0/20").orElseThrow(),
                                            CrusoeAccount.EAST));
                    stores.partitions()
                            .put(
                                    new Partition(
                                            Words.id("partition unused"),
                                            project,
                                            "unused",
                                            InfinibandNetwork.demo().getFirst().id()));
                    stores.templates()
                            .put(
                                    new Template(
                                            Words.id("template unused"),
                                            project,
                                            "unused",
                                            stores.catalogue().type("a40.1x"),
                                            "",
                                            "",
                                            "",
                                            "",
                                            CrusoeAccount.KEY,
                                            "",
                                            "",
                                            "dynamic",
                                            "",
                                            List.of(),
                                            false,
                                            stores.agenda().time()));
                });
    }

    static Stream<Sample> samples() {
        return Requests.all();
    }

    static Stream<Sample> bodies() {
        return Requests.all().filter(s -> s.body().isPresent());
    }

    static Stream<Sample> lists() {
        return Requests.all()
                .filter(s -> s.method().equals("GET") && !s.template().endsWith("}"))
                .filter(
                        s ->
                                !s.template()
                                        .matches(
                                                ".*/(operations|options|export|identities|featureflags)"));
    }

    /// Whose answer tells of an operation about one resource.
    static Stream<Sample> asynchronous() {
        return Requests.all()
                .filter(s -> !s.method().equals("GET"))
                .filter(
                        s ->
                                s.template()
                                        .matches(
                                                ".*/(instances|storage|vpc-.*|load-balancers)(/.*)?"))
                .filter(s -> !s.toString().matches("POST .*/vpc-(networks|subnets)"));
    }

    static Stream<Sample> named() {
        return Requests.all()
                .filter(s -> s.template().endsWith("}"))
                .filter(s -> !s.template().endsWith("{project_id}"));
    }

    @Test
    void thereIsASampleOfEveryOperation() {
        assertThat(samples().map(s -> s.method() + " " + Table.BASE + s.template()))
                .containsExactlyInAnyOrderElementsOf(document.operations());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void everyAnswerIsAsTheDocumentSays(Sample sample) {
        var answer = account.text(sample.method(), path(sample), body(sample));
        var schema = document.answer(sample.method(), Table.BASE + sample.template(), 200);
        if (schema.isAbsent()) {
            assertThat(answer.isEmpty() || answer.startsWith("metric,project_id,quantity,"))
                    .isTrue();
        } else {
            assertThat(document.wrong(schema, answer)).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("lists")
    void noListOfTheDemonstrationIsEmpty(Sample sample) {
        assertThat(account.items(path(sample))).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("asynchronous")
    void whatAnOperationMadeIsAsTheDocumentSays(Sample sample) {
        var collection = sample.template().replaceFirst("/\\{[a-z_]+_id}(/[a-z]+-disks)?$", "");
        var one =
                document.operations().stream()
                        .filter(o -> o.startsWith("GET " + Table.BASE + collection + "/{"))
                        .findFirst()
                        .orElseThrow();
        var begun = account.call(sample.method(), path(sample), body(sample));
        var project = sample.values().get("project_id");
        var made = account.made(collection.replace("{project_id}", project), begun);
        var schema = document.answer("GET", one.substring(4), 200);
        assertThat(document.wrong(schema, JsonText.masked(made))).isEmpty();
    }

    @Test
    void theDocumentWouldTellOfAWrongAnswer() {
        var schema = document.answer("GET", "/v1alpha5/compute/images/{image_id}", 200);
        var right = account.items("/compute/images").getFirst();
        assertThat(document.wrong(schema, JsonText.masked(right))).isEmpty();
        assertThat(document.wrong(schema, JsonText.masked(right.with("id", null)))).hasSize(1);
        assertThat(document.wrong(schema, JsonText.masked(right.with("tags", 7)))).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void everyRequiredFieldIsRequired(Sample sample) {
        var schema = document.request(sample.method(), Table.BASE + sample.template());
        assertThat(schema.isAbsent()).isFalse();
        for (var field : schema.texts("required")) {
            var spoilt = sample.with(sample.body().orElseThrow().with(field, null));
            assertThat(refused(spoilt)).as("without " + field).contains(field);
        }
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void everyFieldHasItsType(Sample sample) {
        var body = sample.body().orElseThrow();
        for (var field : body.fields().keySet()) {
            var number = body.at(field) instanceof Json.Num;
            var wrong = number ? Json.of("many") : Json.of(17);
            refused(sample.with(body.with(field, wrong)));
            if (!(body.at(field) instanceof Json.Obj)) {
                refused(sample.with(body.with(field, Json.obj("a", "b"))));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void aWordThatIsNoneOfTheDocumentsIsRefused(Sample sample) {
        var schema = document.request(sample.method(), Table.BASE + sample.template());
        for (var property : schema.fields("properties").entrySet()) {
            if (!property.getValue().list("enum").isEmpty()) {
                var body = sample.body().orElseThrow().with(property.getKey(), "perhaps");
                assertThat(refused(sample.with(body))).contains(property.getKey());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void aFieldNobodyKnowsIsLetThrough(Sample sample) {
        var body = sample.body().orElseThrow().with("x_new", Json.obj("deep", 1));
        account.text(sample.method(), path(sample), body);
    }

    @ParameterizedTest
    @MethodSource("named")
    void whatThereIsNotIsRefusedInADocumentedWay(Sample sample) {
        var status = status(sample);
        assertThat(document.documents(sample.method(), Table.BASE + sample.template(), status))
                .as(String.valueOf(status))
                .isTrue();
    }

    private int status(Sample sample) {
        var error =
                Assertions.catchThrowableOfType(
                        CrusoeError.class,
                        () -> account.text(sample.method(), sample.pathToNothing(), body(sample)));
        assertThat(error).isNotNull();
        return error.status();
    }

    private String refused(Sample sample) {
        var error = refusal(400, () -> account.text(sample.method(), path(sample), body(sample)));
        assertThat(error.code()).isEqualTo("bad_request");
        return error.getMessage();
    }

    private static Json body(Sample sample) {
        return sample.body().orElse(Json.absent());
    }

    /// Where the path asks for an operation, one is begun first.
    private String path(Sample sample) {
        if (!sample.path().contains("{operation_id}")) {
            return sample.path();
        }
        var collection = sample.template().replace("/operations/{operation_id}", "");
        var starter =
                samples()
                        .filter(s -> s.template().startsWith(collection + "/{"))
                        .filter(s -> s.method().equals("DELETE"))
                        .findFirst()
                        .orElseThrow();
        var begun = account.call("DELETE", starter.path(), Json.absent());
        return sample.path()
                .replace(sample.values().get("project_id"), starter.values().get("project_id"))
                .replace("{operation_id}", begun.word("operation", "operation_id"));
    }
}
