package io.pilothouse.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

final class JsonTest {
    private static final Json SAMPLE =
            Json.obj(
                    "name",
                    "web",
                    "count",
                    3,
                    "on",
                    true,
                    "in",
                    Json.obj("deep", "x"),
                    "list",
                    List.of("a", 1));

    @Test
    void readingWhatIsNotThereGivesNothing() {
        assertThat(SAMPLE.at("no", "such", "path").isAbsent()).isTrue();
        assertThat(SAMPLE.text("no")).isEmpty();
        assertThat(SAMPLE.word("in")).isEmpty();
        assertThat(SAMPLE.whole("name")).isEmpty();
        assertThat(SAMPLE.isTrue("count")).isFalse();
        assertThat(SAMPLE.fields("name")).isEmpty();
        assertThat(SAMPLE.list("no")).isEmpty();
        assertThat(Json.of("x").at("deep").isAbsent()).isTrue();
    }

    @Test
    void readingFollowsAPath() {
        assertThat(SAMPLE.word("in", "deep")).isEqualTo("x");
        assertThat(SAMPLE.texts("list")).containsExactly("a", "1");
        assertThat(SAMPLE.word("on")).isEqualTo("true");
    }

    @Test
    void aLoneValueIsAListOfOne() {
        assertThat(SAMPLE.list("name")).containsExactly(Json.of("web"));
        assertThat(SAMPLE.texts("name")).containsExactly("web");
    }

    @ParameterizedTest
    @CsvSource({"5, 5", "5.0, 5", "5e2, 500", "-7, -7", "9223372036854775807, 9223372036854775807"})
    void aWholeNumberIsReadWhateverItsForm(BigDecimal number, long whole) {
        assertThat(Json.of(number).whole()).contains(whole);
    }

    @ParameterizedTest
    @CsvSource({"1.5", "9223372036854775808", "1e30", "1e999999999", "1e-999999999"})
    void whatIsNoWholeNumberThatFitsIsNone(String number) {
        assertThat(new Json.Num(new BigDecimal(number)).whole()).isEmpty();
    }

    @Test
    void anEnormousNumberIsNotSpelledOut() {
        assertThat(new Json.Num(new BigDecimal("1e999999999")).word()).isEqualTo("1E+999999999");
        assertThat(new Json.Num(new BigDecimal("1e20")).word()).isEqualTo("100000000000000000000");
    }

    @Test
    void whatIsAbsentLeavesItsNameOut() {
        var made =
                Json.obj(
                        "a",
                        1,
                        "b",
                        null,
                        "c",
                        Optional.empty(),
                        "d",
                        Json.absent(),
                        "e",
                        Optional.of("x"));
        assertThat(made.fields().keySet()).containsExactly("a", "e");
        assertThat(made.with("a", null).fields().keySet()).containsExactly("e");
    }

    @Test
    void changingAFieldLeavesTheOriginalAsItWas() {
        var other = SAMPLE.with("name", "api");
        assertThat(other.word("name")).isEqualTo("api");
        assertThat(SAMPLE.word("name")).isEqualTo("web");
        assertThat(other.fields().keySet()).containsExactlyElementsOf(SAMPLE.fields().keySet());
    }

    @Test
    void onlyKeepsTheNamedFieldsThatAreThere() {
        assertThat(SAMPLE.only("count", "no", "name").fields().keySet())
                .containsExactly("count", "name");
    }

    @Test
    void aSecretIsNeitherTextNorPrinted() {
        var secret = Json.obj("key", Secret.of("canary"));
        assertThat(secret.text("key")).isEmpty();
        assertThat(secret.secret("key")).contains(Secret.of("canary"));
        assertThat(secret.toString()).doesNotContain("canary").contains(Secret.MASK);
        assertThat(SAMPLE.secret("name")).isEmpty();
    }
}
