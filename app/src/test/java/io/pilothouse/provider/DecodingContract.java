package io.pilothouse.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.pilothouse.cloud.ApiCall;
import io.pilothouse.cloud.Provider;
import io.pilothouse.cloud.Request;
import io.pilothouse.cloud.ResourceType.Page;
import io.pilothouse.domain.Json;
import io.pilothouse.domain.JsonText;
import io.pilothouse.domain.Resource;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// How every provider reads what it is answered: whatever comes, no page is lost for one item.
public interface DecodingContract {
    /// What stands in samples and answers in place of a secret.
    String CANARY = "canary";

    Provider provider();

    /// Answers for every call of every listing, with a [#CANARY] under each secret name that an answer can have.
    Samples samples();

    /// Places in the samples that no fact is made of, such as `created_by.id`: another type there goes unseen.
    Set<String> unread();

    /// Under which name the answer to a request has its rows.
    default String envelope(Request request) {
        return "data";
    }

    /// The API's own document, where it is at hand.
    default Optional<OpenApi> document() {
        return Optional.empty();
    }

    private Stream<DynamicTest> pages(Consumer<Map.Entry<ApiCall<Page>, Page>> test) {
        return samples().types().stream()
                .flatMap(t -> samples().pages(t).entrySet().stream())
                .map(
                        page ->
                                dynamicTest(
                                        Samples.operation(page.getKey().request()),
                                        () -> test.accept(page)));
    }

    @TestFactory
    default Stream<DynamicTest> everySampleIsReadWithoutAProblem() {
        return pages(
                page -> {
                    assertThat(page.getValue().rows()).isNotEmpty();
                    for (var row : page.getValue().rows()) {
                        assertThat(row.problem()).isEmpty();
                        assertThat(row.id()).isNotEmpty();
                        assertThat(row.name()).isNotEmpty();
                        row.facts()
                                .forEach((f, v) -> assertThat(v).as(f.id()).isInstanceOf(f.type()));
                    }
                });
    }

    @Test
    default void noTwoRowsOfATypeHaveOneId() {
        for (var type : samples().types()) {
            assertThat(samples().rows(type)).extracting(Resource::ref).doesNotHaveDuplicates();
        }
    }

    @Test
    default void aRowReadAloneIsTheRowThatWasAskedFor() {
        var read = new ArrayList<String>();
        for (var type : samples().types()) {
            for (var row : samples().rows(type)) {
                type.read().ifPresent(one -> read.add(one.apply(row).request().path(v -> v)));
            }
        }
        assertThat(read).doesNotHaveDuplicates();
    }

    @TestFactory
    default Stream<DynamicTest> whateverTheDocumentAllowsIsRead() {
        return pages(
                page -> {
                    assumeTrue(document().isPresent(), "the API's document is not at hand");
                    var operation = Samples.operation(page.getKey().request());
                    var api = document().orElseThrow();
                    var random = new SplittableRandom(operation.hashCode());
                    for (int i = 0; i < 200; i++) {
                        var made = JsonText.revealed(api.sample(operation, random));
                        var body = Samples.parse(made, provider().secrets()::contains);
                        var rows = page.getKey().decode().apply(Samples.answered(body)).rows();
                        assertThat(rows)
                                .as(made)
                                .allMatch(r -> r.problem().filter(p -> !isTwice(p)).isEmpty());
                    }
                });
    }

    /// No document says that what rows go by is unique.
    private static boolean isTwice(String problem) {
        return problem.endsWith("comes twice");
    }

    @TestFactory
    default Stream<DynamicTest> fieldsThatAreNotKnownAreKept() {
        return pages(
                page -> {
                    var body = samples().body(page.getKey().request());
                    for (var place : Mutations.places(body)) {
                        if (!(Mutations.at(body, place) instanceof Json.Obj)
                                || !place.getFirst().equals(envelope(page.getKey().request()))) {
                            continue;
                        }
                        var more =
                                Mutations.change(
                                        body, place, o -> o.with("new", Json.obj("deep", 1)));
                        var rows = page.getKey().decode().apply(Samples.answered(more)).rows();
                        assertThat(rows.stream().map(Resource::raw).toList().toString())
                                .contains("deep");
                        if (place.size() > 1) {
                            assertThat(rows).allMatch(r -> r.problem().isEmpty());
                        }
                    }
                });
    }

    @TestFactory
    default Stream<DynamicTest> aFieldOfAnotherTypeMarksItsRowAndNoOther() {
        return pages(
                page -> {
                    var body = samples().body(page.getKey().request());
                    var before = page.getValue().rows();
                    var envelope = envelope(page.getKey().request());
                    for (var place : Mutations.places(body.at(envelope))) {
                        var whole = new ArrayList<>(List.of(envelope));
                        whole.addAll(place);
                        var changed = Mutations.change(body, whole, Mutations::ofAnotherType);
                        var rows = page.getKey().decode().apply(Samples.answered(changed)).rows();
                        assertThat(rows).as("%s", place).hasSameSizeAs(before);
                        assertThat(differences(before, rows)).as("%s", place).isEqualTo(1);
                        if (unread().stream().noneMatch(u -> isBelow(place, u))) {
                            assertThat(rows).as("%s", place).anyMatch(r -> r.problem().isPresent());
                        }
                    }
                });
    }

    /// @param part of a path, such as `created_by.id`
    private static boolean isBelow(List<String> place, String part) {
        return ("." + String.join(".", place) + ".").contains("." + part + ".");
    }

    private static long differences(List<Resource> some, List<Resource> others) {
        return IntStream.range(0, some.size())
                .filter(i -> !some.get(i).equals(others.get(i)))
                .count();
    }

    @TestFactory
    default Stream<DynamicTest> noItemHoweverStrangeStopsAPage() {
        return pages(
                page -> {
                    var body = samples().body(page.getKey().request());
                    var envelope = envelope(page.getKey().request());
                    var random =
                            new SplittableRandom(page.getKey().request().template().hashCode());
                    for (int i = 0; i < 3_000; i++) {
                        var data = Mutations.random(body.at(envelope), random);
                        var answer = Samples.answered(body.with(envelope, data));
                        assertThatCode(() -> page.getKey().decode().apply(answer))
                                .as("%s", data)
                                .doesNotThrowAnyException();
                        var rows = page.getKey().decode().apply(answer).rows();
                        assertThat(new HashSet<>(rows.stream().map(Resource::id).toList()))
                                .as("%s", data)
                                .hasSameSizeAs(rows);
                    }
                });
    }

    @TestFactory
    default Stream<DynamicTest> aDamagedBodyIsRefusedOrRead() {
        return pages(
                page -> {
                    var text = JsonText.revealed(samples().body(page.getKey().request()));
                    var random = new SplittableRandom(text.hashCode());
                    int read = 0;
                    for (int i = 0; i < 2_000; i++) {
                        try {
                            var json =
                                    JsonText.parse(
                                            Mutations.random(text, random),
                                            provider().secrets()::contains);
                            var rows = page.getKey().decode().apply(Samples.answered(json)).rows();
                            read += rows.isEmpty() ? 0 : 1;
                        } catch (JsonText.Malformed | RuntimeException e) {
                            assertThat(e).isNotInstanceOf(NullPointerException.class);
                        }
                    }
                    assertThat(read).isPositive();
                });
    }

    @TestFactory
    default Stream<DynamicTest> anAnswerWithoutAListIsNoEmptyList() {
        return pages(
                page ->
                        Stream.of(
                                        Json.absent(),
                                        Json.obj(),
                                        Json.of(List.of()),
                                        Json.of("x"),
                                        Json.obj("data", "x"))
                                .forEach(
                                        body ->
                                                assertThatCode(
                                                                () ->
                                                                        page.getKey()
                                                                                .decode()
                                                                                .apply(
                                                                                        Samples
                                                                                                .answered(
                                                                                                        body)))
                                                        .as("%s", body)
                                                        .isInstanceOf(RuntimeException.class)));
    }
}
