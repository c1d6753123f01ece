package io.pilothouse.ui.reports;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.cloud.Report;
import io.pilothouse.domain.Fact;
import io.pilothouse.domain.Facts;
import io.pilothouse.domain.Json;
import io.pilothouse.domain.Link;
import io.pilothouse.domain.Resource;
import io.pilothouse.domain.Secret;
import io.pilothouse.ui.kit.rows.export.TextFormat;

import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.util.List;

class ReportTextTest {
    private static final Fact<BigDecimal> AMOUNT = new Fact<>("amount", BigDecimal.class);
    private static final List<Fact<?>> COLUMNS = List.of(Facts.TYPE, AMOUNT);

    private static Resource row(String type, String amount) {
        return Report.rows("r", List.of(Json.obj("type", type)), (row, _) -> row)
                .getFirst()
                .with(Facts.TYPE, type)
                .with(AMOUNT, new BigDecimal(amount));
    }

    private static String csv(List<Resource> rows, List<Fact<?>> columns) {
        return TextFormat.CSV.write(ReportText.sheet(rows, columns)).text();
    }

    @Test
    void commasQuotesAndLinesAreQuoted() {
        var text = csv(List.of(row("a,\"b\"\nc", "1E+3")), COLUMNS);

        assertThat(text).isEqualTo("type,amount\r\n\"a,\"\"b\"\"\nc\",1000\r\n");
    }

    @Test
    void whatASpreadsheetWouldCalculateIsText() {
        assertThat(csv(List.of(row("=HYPERLINK(\"x\")", "-4.5")), COLUMNS))
                .isEqualTo("type,amount\r\n\"'=HYPERLINK(\"\"x\"\")\",-4.5\r\n");
    }

    @Test
    void aRelationIsItsId() {
        var of = new Fact<>("of", Link.class);
        var row = row("a", "1").with(of, new Link("project", "p1"));
        assertThat(csv(List.of(row), List.of(of))).isEqualTo("of\r\np1\r\n");
    }

    @Test
    void aMissingValueIsEmpty() {
        var bare = Report.rows("r", List.of(Json.obj()), (row, _) -> row);
        assertThat(csv(bare, COLUMNS)).isEqualTo("type,amount\r\n,\r\n");
    }

    @Test
    void jsonIsAsTheServiceSentItWithItsSecretsMasked() {
        var rows =
                Report.rows(
                        "r", List.of(Json.obj("n", 1, "key", Secret.of("canary"))), (r, _) -> r);
        assertThat(ReportText.json(rows)).contains("\"n\"").doesNotContain("canary");
    }
}
