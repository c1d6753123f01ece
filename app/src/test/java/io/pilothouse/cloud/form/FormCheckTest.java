package io.pilothouse.cloud.form;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.cloud.form.Choices.Choice;
import io.pilothouse.cloud.form.Form.Field;
import io.pilothouse.cloud.form.Form.Problem;
import io.pilothouse.domain.Inventory;
import io.pilothouse.domain.Json;
import io.pilothouse.domain.Secret;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Optional;
import java.util.Set;

final class FormCheckTest {
    private static List<String> keys(Form form, Json answers) {
        return FormCheck.problems(form, answers, Inventory.NONE).stream()
                .map(p -> p.field() + " " + p.key())
                .toList();
    }

    private static List<String> keys(Input input, Object answer) {
        return keys(Form.of(Field.of("f", input)), Json.obj("f", answer));
    }

    @Test
    void whatIsEmptyIsMissing() {
        for (var empty : new Object[] {null, "", List.of(), Json.obj(), Secret.of("")}) {
            assertThat(keys(Input.Line.upTo(9), empty)).containsExactly("f problem.required");
        }
        assertThat(keys(Form.of(Field.of("f", Input.Line.upTo(9)).optional()), Json.obj()))
                .isEmpty();
    }

    @Test
    void aFieldThatIsNotShownIsNotChecked() {
        var form = Form.of(Field.of("f", Input.Line.upTo(1)).when(a -> a.isTrue("more")));
        assertThat(keys(form, Json.obj("f", "long"))).isEmpty();
        assertThat(keys(form, Json.obj("f", "long", "more", true)))
                .containsExactly("f problem.too-long");
    }

    @Test
    void aPatternIsForTheWholeTextAndLengthCountsCharacters() {
        assertThat(keys(new Input.Line("[a-z]+", 5), "abc")).isEmpty();
        assertThat(keys(new Input.Line("[a-z]+", 5), "abc1"))
                .containsExactly("f problem.pattern.f");
        assertThat(keys(Input.Line.upTo(2), "\uD83D\uDE80\uD83D\uDE80")).isEmpty();
        assertThat(keys(Input.Line.upTo(2), "abc")).containsExactly("f problem.too-long");
    }

    @Test
    void aRangeOfNamesHoldsThePatternInEach() {
        var input = new Input.Name("[a-z]+-\\d{1,2}", 6);
        assertThat(keys(input, "web-{1..20}")).isEmpty();
        assertThat(keys(input, "web-{98..101}")).containsExactly("f problem.too-long");
        assertThat(keys(input, "x_{1..3}")).containsExactly("f problem.pattern.f");
        assertThat(keys(input, "x-{3..1}")).containsExactly("f problem.range");
    }

    @Test
    void codeIsMeasuredInBytes() {
        assertThat(keys(new Input.Code("x", 4), "éé")).isEmpty();
        assertThat(keys(new Input.Code("x", 4), "ééé")).containsExactly("f problem.too-many-bytes");
    }

    @ParameterizedTest
    @CsvSource({
        "1, true",
        "64, true",
        "0, false",
        "65, false",
        "1.5, false",
        "x, false",
        "1e30, false"
    })
    void aWholeNumberIsInItsRange(String text, boolean good) {
        assertThat(keys(new Input.Whole(1, 64), text)).hasSize(good ? 0 : 1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0/0",
                "10.0.0.0/8",
                "198.51.100.7",
                "255.255.255.255/32",
                "1.2.3.4/9"
            })
    void networksAreIpv4(String text) {
        assertThat(keys(new Input.Network(), text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10.0.0",
                "256.1.1.1",
                "1.2.3.4/33",
                "1.2.3.4/",
                "::1/64",
                "01.2.3.4",
                "1.2.3.4 ",
                "x"
            })
    void whatIsNoIpv4NetworkIsNot(String text) {
        assertThat(keys(new Input.Network(), text)).containsExactly("f problem.network");
    }

    @ParameterizedTest
    @CsvSource({
        "200GiB, true",
        "1TiB, true",
        "0GiB, false",
        "200, false",
        "200 GiB, false",
        "2.5TiB, false",
        "GiB, false",
        "200MiB, false"
    })
    void anAmountIsAWholeNumberWithOneOfItsUnits(String text, boolean good) {
        assertThat(keys(Input.Amount.of("GiB", "TiB"), text))
                .isEqualTo(good ? List.of() : List.of("f problem.amount"));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-01, true",
        "2024-02-29, true",
        "2026-02-29, false",
        "2026-3-1, false",
        "+12026-03-01, false",
        "tomorrow, false"
    })
    void aDayIsInTheCalendar(String text, boolean good) {
        assertThat(keys(new Input.Day(), text))
                .isEqualTo(good ? List.of() : List.of("f problem.day"));
    }

    @Test
    void eachOfSeveralTextsFits() {
        var ports = new Input.Texts("\\d+(-\\d+)?", 11, 2);
        assertThat(keys(ports, List.of("22", "8000-8080"))).isEmpty();
        assertThat(keys(ports, List.of("22", "ssh"))).containsExactly("f problem.pattern.f");
        assertThat(keys(ports, List.of("1", "2", "3"))).containsExactly("f problem.too-many");
    }

    @Test
    void aProblemInAFormWithinIsFoundByItsPath() {
        var within = new Input.Nested(Form.of(Field.of("port", new Input.Whole(0, 65535))));
        assertThat(keys(within, Json.obj("port", 80))).isEmpty();
        assertThat(keys(within, Json.obj("port", -1))).containsExactly("f/port problem.whole");
        assertThat(keys(Form.of(Field.of("f", within).optional()), Json.obj())).isEmpty();
    }

    @Test
    void ofAnEmptyFormWithinItsOwnFieldsAreMissing() {
        var port = Field.of("port", new Input.Whole(0, 65535));
        var words = Field.of("words", Input.Line.upTo(9)).optional();
        assertThat(keys(new Input.Nested(Form.of(words, port)), Json.obj()))
                .containsExactly("f/port problem.required");
        assertThat(keys(new Input.Nested(Form.of(words)), Json.obj()))
                .as("it needs none of them, but there has to be one")
                .containsExactly("f problem.required");
    }

    @Test
    void aChoiceHasToBeOfferedAndOn() {
        var off = Choice.of("b", "B").off(Optional.of("off.why"));
        var from = new Choices(Set.of(), (_, _) -> List.of(Choice.of("a", "A"), off));
        assertThat(keys(Input.Choose.one(from), "a")).isEmpty();
        assertThat(keys(Input.Choose.one(from), "b")).containsExactly("f off.why");
        assertThat(keys(Input.Choose.one(from), "c")).containsExactly("f problem.not-offered");
        assertThat(keys(Input.Choose.one(from), List.of("a", "b")))
                .containsExactly("f problem.choose");
    }

    @Test
    void aProblemInARecordIsFoundByItsPlace() {
        var each = Form.of(Field.of("n", new Input.Whole(1, 9)));
        var answers = List.of(Json.obj("n", 1), Json.obj("n", 0), Json.obj());
        assertThat(keys(new Input.Records(2, each), answers))
                .containsExactly(
                        "f problem.too-many", "f/1/n problem.whole", "f/2/n problem.required");
    }

    @Test
    void ofSeveralFormsTheOneWhoseFirstFieldIsThereIsChecked() {
        var either =
                new Input.OneOf(
                        List.of(
                                Form.of(Field.of("id", Input.Line.upTo(1))),
                                Form.of(Field.of("family", Input.Line.upTo(9)))));
        assertThat(keys(either, Json.obj("family", "x"))).isEmpty();
        assertThat(keys(either, Json.obj("id", "xy"))).containsExactly("f/id problem.too-long");
        assertThat(keys(either, Json.obj("other", "xy"))).containsExactly("f problem.required");
    }

    @Test
    void theFormsOwnCheckComesLast() {
        var form =
                Form.of(Field.of("f", Input.Line.upTo(1)))
                        .check(
                                (_, _) ->
                                        List.of(
                                                Problem.of("f", "problem.own", 1)
                                                        .suggest("x")
                                                        .asWarning()));
        var found = FormCheck.problems(form, Json.obj("f", "ab"), Inventory.NONE);
        assertThat(found)
                .extracting(Problem::key)
                .containsExactly("problem.too-long", "problem.own");
        assertThat(found.getLast().args()).containsExactly("1");
        assertThat(found.getLast().suggestion()).contains("x");
        assertThat(found.getLast().warning()).isTrue();
    }
}
