package io.pilothouse.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pilothouse.domain.JsonText.Malformed;
import io.pilothouse.testkit.Property;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

final class JsonTextTest {
    private static final Set<String> SECRETS = Set.of("token", "keys");

    private static String again(String text) throws Malformed {
        return JsonText.revealed(JsonText.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"b\":1,\"a\":[true,false,\"x\"],\"c\":{}}",
                "[]",
                "\"\\u0000\\n\\\\ \\\"\"",
                "12345678901234567890.123456789012345678901234567890",
                "{\"z\":{\"y\":{\"x\":[[[1.10]]]}}}"
            })
    void whatIsReadIsWrittenAgainDigitForDigit(String text) throws Malformed {
        assertThat(again(text)).isEqualTo(text);
    }

    @Test
    void smallObjectsThatAreEqualAreOne() throws Malformed {
        var rows =
                JsonText.parse(
                                """
                                [{"id": 1, "type": {"name": "a10", "specs": {"gpus": 1}}},
                                 {"id": 2, "type": {"name": "a10", "specs": {"gpus": 1}}},
                                 {"id": 3, "type": {"specs": {"gpus": 1}, "name": "a10"}},
                                 {"id": 4, "type": {"name": "a10", "specs": {"gpus": 2}}}]
                                """)
                        .list();
        var type = rows.getFirst().at("type");
        assertThat(rows.get(1).at("type")).isSameAs(type);
        assertThat(rows.get(2).at("type")).as("another order").isNotSameAs(type);
        assertThat(rows.get(2).at("type", "specs")).isSameAs(type.at("specs"));
        assertThat(rows.get(3).at("type", "specs").whole("gpus")).contains(2L);
    }

    @Test
    void whatIsReadIsWrittenAgainAsItWas() {
        Property.holds(
                2_000,
                12,
                (random, size) -> {
                    var text = list(random, size);
                    assertThat(JsonText.masked(JsonText.parse(text))).isEqualTo(text);
                });
    }

    /// Objects that say much the same, in one order or another.
    private static String list(SplittableRandom random, int size) {
        return IntStream.range(0, size)
                .mapToObj(_ -> object(random, 3))
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static String object(SplittableRandom random, int depth) {
        var names = new ArrayList<>(List.of("a", "b", "c").subList(0, 1 + random.nextInt(3)));
        if (random.nextBoolean()) {
            Collections.reverse(names);
        }
        return names.stream()
                .map(n -> "\"" + n + "\":" + value(random, depth - 1))
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String value(SplittableRandom random, int depth) {
        return switch (random.nextInt(depth > 0 ? 6 : 3)) {
            case 0 -> "1";
            case 1 -> "1.0";
            case 2 -> "\"x\"";
            case 3 -> "[" + object(random, depth) + "]";
            default -> object(random, depth);
        };
    }

    @Test
    void aSecretIsSharedWithNothing() throws Malformed {
        var rows =
                JsonText.parse(
                                "[{\"a\": {\"token\": \"x\"}}, {\"a\": {\"token\": \"x\"}}]",
                                SECRETS::contains)
                        .list();
        assertThat(rows.get(1).at("a")).isEqualTo(rows.get(0).at("a"));
        assertThat(rows.get(1).at("a")).isNotSameAs(rows.get(0).at("a"));
    }

    @Test
    void whatIsTooDeepOrTooLongIsSaidToBeSo() {
        assertThatThrownBy(() -> JsonText.parse("[".repeat(300) + "]".repeat(300)))
                .isInstanceOf(Malformed.class)
                .hasMessage("JSON nested more than 200 deep");
        assertThatThrownBy(() -> JsonText.parse("1".repeat(3000)))
                .isInstanceOf(Malformed.class)
                .hasMessage("JSON with a text or a number that is too long");
    }

    @Test
    void nullAndNothingAreAbsent() throws Malformed {
        assertThat(JsonText.parse("").isAbsent()).isTrue();
        assertThat(JsonText.parse("  \n").isAbsent()).isTrue();
        assertThat(JsonText.parse("null").isAbsent()).isTrue();
        assertThat(JsonText.parse("{\"a\":null}").at("a").isAbsent()).isTrue();
    }

    @Test
    void ofTwoFieldsOfOneNameTheLastCounts() throws Malformed {
        assertThat(JsonText.parse("{\"a\":1,\"b\":2,\"a\":3}").whole("a")).contains(3L);
    }

    @Test
    void everyCutIsMalformedAndNoneHangs() {
        var text = "{\"a\": [1, {\"b\": \"text\"}, true], \"c\": -1.5e3}";
        for (int length = 1; length < text.length(); length++) {
            var cut = text.substring(0, length);
            assertThatThrownBy(() -> JsonText.parse(cut)).as(cut).isInstanceOf(Malformed.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{} {}",
                "[1,]",
                "{\"a\":}",
                "{a:1}",
                "<html>",
                "nul",
                "NaN",
                "01",
                "\"\u0001\"",
                "1e99999999999999"
            })
    void whatIsNoJsonIsSaidToBeMalformed(String text) {
        assertThatThrownBy(() -> JsonText.parse(text)).isInstanceOf(Malformed.class);
    }

    @Test
    void aMistakeIsFoundByItsLineAndColumn() {
        assertThatThrownBy(() -> JsonText.parse("{\n  \"a\": 1,\n  \"b\": x\n}"))
                .isInstanceOfSatisfying(
                        Malformed.class,
                        e -> {
                            assertThat(e.line()).isEqualTo(3);
                            assertThat(e.column()).isBetween(8, 10);
                        });
    }

    @Test
    void aDepthBombIsRefusedAndNotFollowedDown() {
        assertThatThrownBy(() -> JsonText.parse("[".repeat(1_000_000)))
                .isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> JsonText.parse("{\"a\":".repeat(1_000_000)))
                .isInstanceOf(Malformed.class);
    }

    @Test
    void aHugeExponentIsKeptAndNotSpelledOut() throws Malformed {
        var json = JsonText.parse("{\"price\":1e999999999}");
        assertThat(JsonText.revealed(json)).hasSizeLessThan(40);
        assertThat(json.whole("price")).isEmpty();
    }

    @Test
    void aNumberOfTooManyDigitsIsRefused() {
        assertThatThrownBy(() -> JsonText.parse("1".repeat(100_000))).isInstanceOf(Malformed.class);
    }

    @Test
    void aSecretIsHiddenByItsNameWhereverItStands() throws Malformed {
        var text =
                "{\"a\":[{\"token\":\"canary\"}],\"token\":42,\"keys\":[\"canary\",{\"pem\":\"canary\"}],\"name\":\"x\"}";
        var json = JsonText.parse(text, SECRETS::contains);
        for (var shown :
                new String[] {json.toString(), JsonText.masked(json), JsonText.pretty(json)}) {
            assertThat(shown).doesNotContain("canary").doesNotContain("42").contains("x");
        }
        assertThat(JsonText.revealed(json)).contains("canary").contains("\"42\"");
        assertThat(json.list("a").getFirst().secret("token")).contains(Secret.of("canary"));
    }

    @Test
    void prettyIsTheSameJsonInLines() throws Malformed {
        var json = JsonText.parse("{\"a\":[1,2],\"b\":{\"c\":\"x\"}}");
        assertThat(JsonText.pretty(json).lines().count()).isGreaterThan(2);
        assertThat(JsonText.parse(JsonText.pretty(json))).isEqualTo(json);
    }

    @Test
    void hidingTakesTextAndNumbersUnderASecretNameHoweverDeep() throws Exception {
        var json = JsonText.parse("{\"a\":\"x\",\"key\":{\"b\":[\"y\",7,true]}}");
        var hidden = JsonText.hidden(json, "key"::equals);
        assertThat(JsonText.masked(hidden))
                .doesNotContain("\"y\"")
                .doesNotContain("7")
                .contains("true");
        assertThat(JsonText.revealed(hidden))
                .isEqualTo("{\"a\":\"x\",\"key\":{\"b\":[\"y\",\"7\",true]}}");
    }
}
