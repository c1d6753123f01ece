package io.pilothouse.provider.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.domain.Json;
import io.pilothouse.domain.Link;
import io.pilothouse.domain.Resource;
import io.pilothouse.domain.Status;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

final class RowTest {
    private static final Resource BARE = Resource.of("t", "1", "one", Status.NONE, Json.obj());

    private static Optional<String> problem(Row row) {
        return row.marked(BARE).problem();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[80, 443]", "80,443", "[\"80\", '443']", " 80 , 443 , "})
    void anArrayMayBeSpelledAsText(String text) {
        var row = new Row(Json.obj("ports", text));
        assertThat(row.listed("ports")).containsExactly("80", "443");
        assertThat(problem(row)).isEmpty();
    }

    @Test
    void anArrayIsReadAsItIsAndNothingAsNone() {
        var row = new Row(Json.obj("ports", List.of("80", 443)));
        assertThat(row.listed("ports")).containsExactly("80", "443");
        assertThat(row.listed("none")).isEmpty();
        assertThat(new Row(Json.obj("ports", "[]")).listed("ports")).isEmpty();
        assertThat(row.listedLinks("port", "ports").orElseThrow())
                .startsWith(new Link("port", "80"));
    }

    @Test
    void aCountIsWrittenInOneWay() {
        for (var text : List.of("8x H100 (80 GB)", "8 × H100 (80 GB)", "8X H100 (80 GB)")) {
            assertThat(new Row(Json.obj("type", text)).counted("type"))
                    .contains("8 × H100 (80 GB)");
        }
        for (var text : List.of("H100 8x", "8xlarge", "0x1F", "x86 CPU", "8x")) {
            assertThat(new Row(Json.obj("type", text)).counted("type")).contains(text);
        }
    }

    @Test
    void anObjectWhereAnArrayShouldBeMarksTheRow() {
        var row = new Row(Json.obj("ports", Json.obj("x", 1)));
        assertThat(row.listed("ports")).isEmpty();
        assertThat(problem(row)).contains("another type than documented: ports");
    }

    @Test
    void aTextThatNothingCanBeMadeOfMarksTheRowAndAnEmptyOneDoesNot() {
        var row = new Row(Json.obj("size", "big", "other", ""));
        assertThat(row.read(_ -> Optional.<Long>empty(), "other")).isEmpty();
        assertThat(problem(row)).isEmpty();
        assertThat(row.read(_ -> Optional.<Long>empty(), "size")).isEmpty();
        assertThat(problem(row)).contains("another type than documented: size");
    }

    @Test
    void numbersAndObjectsAreReadAsTheyAre() {
        var row = new Row(Json.obj("amount", new BigDecimal("2.5"), "about", Json.obj("id", "x")));
        assertThat(row.number("amount")).contains(new BigDecimal("2.5"));
        assertThat(row.object("about").word("id")).isEqualTo("x");
        assertThat(row.object("nothing").isAbsent()).isTrue();
        assertThat(problem(row)).isEmpty();
        assertThat(row.object("amount").isAbsent()).isTrue();
        assertThat(problem(row)).isPresent();
    }
}
