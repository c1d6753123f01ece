package io.pilothouse.provider.lambdacloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.pilothouse.cloud.Request;
import io.pilothouse.domain.Json;
import io.pilothouse.domain.Resource;
import io.pilothouse.provider.ProviderContract.Case;
import io.pilothouse.ui.form.FormViewModel;
import io.pilothouse.ui.form.FormViewModel.Sending;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/// Every action through the form that a person fills in: what stands there makes the plan.
final class LambdaFormsTest {
    private static FormViewModel form(Case asked) {
        var targets = asked.targets().toArray(Resource[]::new);
        return new FormViewModel(
                LambdaSamples.form(asked.action(), targets), () -> LambdaSamples.KNOWN);
    }

    private static List<Request> plan(Case asked, Json answers) {
        var targets = asked.targets().toArray(Resource[]::new);
        return LambdaSamples.plan(asked.action(), answers, targets).stream()
                .map(s -> s.call().request())
                .toList();
    }

    @TestFactory
    Stream<DynamicTest> whatIsFilledInMakesThePlanOfEachAction() {
        return LambdaCloudContractTest.all().stream()
                .map(c -> dynamicTest(c.action(), () -> fillIn(c)));
    }

    private static void fillIn(Case asked) {
        var form = form(asked);
        for (var field : form.fields()) {
            if (asked.answers().at(field.name()).isAbsent() && !field.value().isAbsent()) {
                field.setText("");
            }
        }
        form.fill(asked.answers());

        var first = form.trySending();
        assertThat(first).as(form.problems().toString()).isNotEqualTo(Sending.FIX);
        assertThat(form.trySending()).isEqualTo(Sending.READY);
        assertThat(plan(asked, form.answers())).isEqualTo(plan(asked, asked.answers()));
    }

    @Test
    void aRowOfAnEditedListKeepsWhatNoFieldAsksFor() {
        var global = LambdaSamples.row(Rulesets.TYPE, Rulesets.GLOBAL);
        var form = form(new Case("lambda.ruleset.edit", List.of(global), Json.obj()));
        var rules = RuleForm.rules(form.answers());
        assertThat(RuleForm.isSame(rules, global.raw().list("rules"))).isTrue();
    }

    @Test
    void aNameOfAMegabyteIsOneLineOfWordsAndStaysInTheField() {
        var name = "n".repeat(1 << 20);
        var form = form(new Case("lambda.instance.launch", Json.obj()));
        var field = form.field("name").orElseThrow();

        assertThat(Duration.ofNanos(timed(() -> field.setText(name)))).isLessThan(LONG);
        assertThat(form.trySending()).isEqualTo(Sending.FIX);

        assertThat(field.text()).isEqualTo(name);
        assertThat(form.problems())
                .filteredOn(p -> p.field().equals("name"))
                .singleElement()
                .satisfies(p -> assertThat(p.key()).isEqualTo("problem.too-long"));
    }

    private static final Duration LONG = Duration.ofSeconds(3);

    private static long timed(Runnable what) {
        long start = System.nanoTime();
        what.run();
        return System.nanoTime() - start;
    }

    @Test
    void directionAndControlCharactersInARulesetAreRefusedOrSentAsTheyAre() {
        var words = "a\u202eb\u0007";
        var form = form(new Case("lambda.file-system.create", Json.obj()));
        form.fill(Json.obj("name", words, "region", "us-west-1"));
        assertThat(form.trySending()).isEqualTo(Sending.FIX);

        var rename = new Case("lambda.ruleset.rename", List.of(web()), Json.obj("name", words));
        assertThat(plan(rename, rename.answers()).getFirst().body().word("name")).isEqualTo(words);
    }

    private static Resource web() {
        return LambdaSamples.row(Rulesets.TYPE, "rs-web");
    }
}
