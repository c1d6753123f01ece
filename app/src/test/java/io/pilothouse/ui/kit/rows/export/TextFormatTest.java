package io.pilothouse.ui.kit.rows.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.domain.Bytes;
import io.pilothouse.domain.Facts;
import io.pilothouse.domain.Json;
import io.pilothouse.domain.JsonText;
import io.pilothouse.domain.Link;
import io.pilothouse.domain.Money;
import io.pilothouse.domain.Rule;
import io.pilothouse.domain.Secret;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

class TextFormatTest {
    private static final Values VALUES =
            new Values(ZoneId.of("Asia/Kathmandu"), link -> "name of " + link.key());

    private static Sheet sheet(Object... values) {
        var columns =
                List.of(
                        Sheet.Column.text("name", "Name"),
                        Sheet.Column.of(Facts.PRICE, "Price"),
                        Sheet.Column.of(Facts.MEMORY, "Memory"));
        var cells = Arrays.stream(values).map(VALUES::of).toList();
        return new Sheet(columns.subList(0, cells.size()), List.of(cells));
    }

    private static String csv(Object name) {
        var text = TextFormat.CSV.write(sheet(name)).text();
        return text.substring("Name\r\n".length(), text.length() - 2);
    }

    @Test
    void numbersAreNumbersAndTheirUnitsStandInTheHeader() {
        var sheet = sheet("train", new Money(2392), Bytes.gib(1800));
        assertThat(TextFormat.CSV.write(sheet).text())
                .isEqualTo("Name,Price ($/h),Memory (bytes)\r\ntrain,23.92,1932735283200\r\n");
        assertThat(TextFormat.MARKDOWN.write(sheet).text())
                .isEqualTo(
                        """
                        | Name | Price ($/h) | Memory (bytes) |
                        | --- | ---: | ---: |
                        | train | 23.92 | 1932735283200 |
                        """);
        assertThat(TextFormat.JSON.write(sheet).text())
                .contains("\"price-usd-per-hour\": 23.92", "\"memory-bytes\": 1932735283200");
    }

    @Test
    void whatIsMissingIsEmptyAndNoMember() {
        var sheet =
                new Sheet(sheet("a", 1L).columns(), List.of(List.of(Json.of("a"), Json.absent())));
        assertThat(TextFormat.CSV.write(sheet).text()).endsWith("\r\na,\r\n");
        assertThat(TextFormat.JSON.write(sheet).text()).doesNotContain("price");
    }

    @Test
    void timesHaveTheirOffsetWhateverTheLocale() {
        var before = Locale.getDefault();
        try {
            for (var locale : List.of("tr-TR", "ar-EG", "th-TH-u-ca-buddhist-nu-thai")) {
                Locale.setDefault(Locale.forLanguageTag(locale));
                assertThat(csv(Instant.parse("2026-11-24T14:32:08.123Z")))
                        .isEqualTo("2026-11-24T20:17:08+05:45");
                assertThat(csv(1234567L)).isEqualTo("1234567");
            }
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void aSecretIsMaskedEverywhere() {
        for (var format : TextFormat.values()) {
            assertThat(format.write(sheet(Secret.of("canary"))).text())
                    .doesNotContain("canary")
                    .contains(Secret.MASK.substring(0, 1));
        }
    }

    @Test
    void relationsAreNamedAndListsAreLists() {
        var links = List.of(new Link("key", "anna"), new Link("key", "ben"));
        assertThat(csv(links)).isEqualTo("\"name of anna; name of ben\"");
        assertThat(TextFormat.JSON.write(sheet(links)).text())
                .contains("\"name of anna\"", "\"name of ben\"");
        var rule =
                new Rule(true, true, "tcp", List.of("22"), List.of("0.0.0.0/0"), List.of(), "ssh");
        assertThat(csv(List.of(rule))).isEqualTo("tcp 22 ← 0.0.0.0/0");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "a,b|\"a,b\"",
                "a\"b|\"a\"\"b\"",
                "^ a^|\" a\"",
                "a;=1+1|\"a;=1+1\"",
                "plain|plain"
            })
    void csvQuotesWhatNeedsIt(String name, String written) {
        assertThat(csv(name)).isEqualTo(written);
    }

    @Test
    void aLineBreakStaysWithinItsQuotes() {
        assertThat(csv("a\nb")).isEqualTo("\"a\nb\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "=cmd()",
                "+cmd",
                "-cmd",
                "@sum",
                "+1",
                "-E1",
                "-1-1",
                "\t=1",
                "\r=1",
                "\n=1",
                "\uff1d1+1"
            })
    void whatASpreadsheetWouldCalculateIsTextAndCounted(String name) {
        var written = TextFormat.CSV.write(sheet(name));
        assertThat(written.text()).contains("'" + name);
        assertThat(written.guarded()).isOne();
        assertThat(ChosenFile.guarded(written)).contains("apostrophe");
        assertThat(TextFormat.JSON.write(sheet(name)).text())
                .contains(JsonText.pretty(Json.of(name)));
    }

    @Test
    void aNegativeNumberIsNoFormula() {
        assertThat(TextFormat.CSV.write(sheet("a", new Money(-150))).guarded()).isZero();
        assertThat(csv("-4.5")).isEqualTo("-4.5");
        assertThat(csv("-1e-5")).isEqualTo("-1e-5");
    }

    @Test
    void aHeaderThatASpreadsheetWouldCalculateIsTextToo() {
        var sheet = new Sheet(List.of(Sheet.Column.text("f", "=1+1")), List.of());
        assertThat(TextFormat.CSV.write(sheet).text()).isEqualTo("'=1+1\r\n");
    }

    @Test
    void markdownsHeadersAndItsListsAreKeptApartToo() {
        var sheet =
                new Sheet(
                        List.of(Sheet.Column.text("f", "a|b\n`c`")),
                        List.of(List.of(VALUES.of(List.of("x|y", "`z`")))));
        assertThat(TextFormat.MARKDOWN.write(sheet).text())
                .isEqualTo("| a\\|b \\`c\\` |\n| --- |\n| x\\|y; \\`z\\` |\n");
    }

    @Test
    void markdownKeepsItsCellsApart() {
        assertThat(TextFormat.MARKDOWN.write(sheet("a|b\nc *d* gpu_8x _e_")).text())
                .endsWith("| a\\|b c \\*d\\* gpu_8x \\_e\\_ |\n");
    }
}
