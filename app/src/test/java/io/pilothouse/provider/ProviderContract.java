package io.pilothouse.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.pilothouse.cloud.Action;
import io.pilothouse.cloud.Action.Ask;
import io.pilothouse.cloud.ApiCall;
import io.pilothouse.cloud.Request;
import io.pilothouse.cloud.Step;
import io.pilothouse.cloud.form.Form;
import io.pilothouse.cloud.form.Form.Problem;
import io.pilothouse.cloud.form.FormCheck;
import io.pilothouse.domain.Inventory;
import io.pilothouse.domain.Json;
import io.pilothouse.domain.JsonText;
import io.pilothouse.domain.Resource;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// What holds for every provider. A provider's test class joins by implementing this, with samples of its answers and a
/// case of each action.
public interface ProviderContract extends DecodingContract {
    /// At least one case of each action.
    List<Case> cases();

    /// Answers that are wrong, for the words of what is wrong with them.
    List<Case> faulty();

    /// An action as it may be asked for.
    record Case(String action, List<Resource> targets, Json answers) {
        public Case(String action, Json answers) {
            this(action, List.of(), answers);
        }
    }

    private Inventory known() {
        return samples().inventory();
    }

    private Action action(Case asked) {
        return provider().cloud(Map.of(), Json.obj()).action(asked.action()).orElseThrow();
    }

    /// Where a case happens: for what makes something new, the scope of its type.
    private Optional<Resource> scope(Case asked) {
        return samples().types().stream()
                .filter(t -> t.actions().stream().anyMatch(a -> a.id().equals(asked.action())))
                .findFirst()
                .flatMap(samples()::scope);
    }

    private Inventory known(Case asked) {
        return scope(asked).map(s -> known().within(s.ref())).orElse(known());
    }

    private Form form(Case asked) {
        var targets =
                action(asked).target() == Action.Target.SCOPE
                        ? scope(asked).map(List::of).orElse(List.of())
                        : asked.targets();
        return action(asked).form().apply(targets, known(asked));
    }

    private List<Step> plan(Case asked) {
        var before = form(asked).initial();
        var ask = new Ask("c1", scope(asked), asked.targets(), before, asked.answers());
        return action(asked).plan().apply(ask);
    }

    private List<Problem> problems(Case asked) {
        return FormCheck.problems(form(asked), asked.answers(), known(asked));
    }

    private Stream<DynamicTest> everyCase(Consumer<Case> test) {
        return cases().stream().map(c -> dynamicTest(c.action(), () -> test.accept(c)));
    }

    @Test
    default void theSameInputGivesTheSameDescription() {
        assertThat(description()).isEqualTo(description()).isNotEmpty();
        assertThat(samples().types())
                .allSatisfy(t -> assertThat(known().of(t.id())).isEqualTo(known().of(t.id())));
    }

    private List<Object> description() {
        var all = new ArrayList<Object>();
        var cloud = provider().cloud(Map.of(), Json.obj());
        all.add(
                List.of(
                        provider().id(),
                        provider().endpoint(),
                        provider().budgets(),
                        cloud.notes()));
        provider().discover(Json.obj()).forEach((n, c) -> all.add(n + c.request()));
        for (var type : cloud.types()) {
            all.add(
                    List.of(
                            type.id(),
                            type.kind(),
                            type.columns(),
                            type.listing().first(samples().scope(type)).request()));
            for (var a : type.actions()) {
                all.add(List.of(a.id(), a.target(), a.effect(), a.readBack(), a.shownOnce()));
            }
        }
        return all;
    }

    @TestFactory
    default Stream<DynamicTest> aPlanIsTheSameEachTime() {
        return everyCase(
                c -> assertThat(outline(plan(c))).isEqualTo(outline(plan(c))).isNotEmpty());
    }

    private static List<Object> outline(List<Step> plan) {
        return plan.stream()
                .<Object>map(
                        s ->
                                List.of(
                                        s.call().request(),
                                        s.call().budgets(),
                                        s.label(),
                                        s.targets()))
                .toList();
    }

    @Test
    default void everyActionHasACaseAndAnUnmistakableId() {
        var ids =
                samples().types().stream()
                        .flatMap(t -> t.actions().stream())
                        .map(Action::id)
                        .toList();
        assertThat(ids).doesNotHaveDuplicates().allMatch(id -> id.matches("[a-z-]+(\\.[a-z-]+)+"));
        assertThat(cases().stream().map(Case::action)).containsAll(ids);
    }

    @TestFactory
    default Stream<DynamicTest> goodAnswersAreLetThrough() {
        return everyCase(
                c -> {
                    assertThat(problems(c)).filteredOn(p -> !p.warning()).isEmpty();
                    for (var row : c.targets()) {
                        assertThat(action(c).off().apply(row)).isEmpty();
                    }
                });
    }

    @TestFactory
    default Stream<DynamicTest> whatChangesSomethingIsNeverRepeated() {
        return everyCase(
                c -> {
                    for (var step : plan(c)) {
                        assertThat(step.call().repeatable()).isFalse();
                        assertThat(step.label()).isNotEmpty();
                        assertThat(provider().budgets().keySet())
                                .containsAll(step.call().budgets());
                        assertThat(c.targets()).containsAll(step.targets());
                    }
                });
    }

    @TestFactory
    default Stream<DynamicTest> aPlanForEveryRowReachesEveryRow() {
        return everyCase(
                c ->
                        assertThat(plan(c).stream().flatMap(s -> s.targets().stream()).distinct())
                                .containsExactlyInAnyOrderElementsOf(c.targets()));
    }

    @TestFactory
    default Stream<DynamicTest> bodiesAreWhatTheDocumentAsksFor() {
        return everyCase(
                c -> {
                    assumeTrue(document().isPresent(), "the API's document is not at hand");
                    for (var step : plan(c)) {
                        var request = step.call().request();
                        var operation = Samples.operation(request);
                        assertThat(document().orElseThrow().operations()).contains(operation);
                        assertThat(document().orElseThrow().faults(operation, request.body()))
                                .isEmpty();
                    }
                });
    }

    @Test
    default void noSecretIsShownByARowOrByAPlan() {
        var raw = samples().bodies().values().stream().map(JsonText::revealed).toList();
        assertThat(raw.toString()).contains(CANARY);
        for (var type : samples().types()) {
            for (var row : samples().rows(type)) {
                assertThat(row.toString()).doesNotContain(CANARY);
                assertThat(JsonText.pretty(row.raw())).doesNotContain(CANARY);
            }
        }
        for (var c : cases()) {
            for (var step : plan(c)) {
                assertThat(step.toString()).doesNotContain(CANARY);
                assertThat(JsonText.masked(step.call().request().body())).doesNotContain(CANARY);
            }
        }
    }

    @Test
    default void everyWordIsThere() {
        var keys = Described.keys(provider(), known());
        for (var c : faulty()) {
            assertThat(problems(c)).as("%s", c.answers()).isNotEmpty();
            problems(c).forEach(p -> keys.add(p.key()));
        }
        var words = Described.words();
        assertThat(keys).allSatisfy(key -> assertThat(words.getProperty(key)).as(key).isNotBlank());
        for (var key : keys) {
            assertThatCode(() -> new MessageFormat(words.getProperty(key), Locale.US))
                    .as(key)
                    .doesNotThrowAnyException();
            assertThat(words.getProperty(key)).doesNotContain("!").doesNotEndWith("…");
        }
    }

    @Test
    default void theFirstCallOfConnectingOnlyReads() {
        Request first = provider().discover(Json.obj()).firstEntry().getValue().request();
        assertThat(provider().discover(Json.obj()).values()).allMatch(ApiCall::repeatable);
        assertThat(first.body().isAbsent()).isTrue();
        assertThat(provider().budgets()).containsKey(ApiCall.ALL);
    }
}
