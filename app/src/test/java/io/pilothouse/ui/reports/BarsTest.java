package io.pilothouse.ui.reports;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.cloud.Report;
import io.pilothouse.cloud.Report.Series;
import io.pilothouse.domain.Fact;
import io.pilothouse.domain.Facts;
import io.pilothouse.domain.Json;
import io.pilothouse.domain.Link;
import io.pilothouse.domain.Resource;

import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

class BarsTest {
    private static final Fact<LocalDate> DAY = new Fact<>("day", LocalDate.class);
    private static final Fact<BigDecimal> AMOUNT = new Fact<>("amount", BigDecimal.class);
    private static final Fact<String> UNIT = new Fact<>("unit", String.class);
    private static final Series SERIES =
            new Series(DAY, AMOUNT, List.of(Facts.TYPE), Optional.of(UNIT));

    private static Resource row(String day, String type, String amount, String unit) {
        return Report.rows("r", List.of(Json.obj()), (row, _) -> row)
                .getFirst()
                .with(DAY, LocalDate.parse(day))
                .with(Facts.TYPE, type)
                .with(AMOUNT, new BigDecimal(amount))
                .with(UNIT, unit);
    }

    private static Bars bars(Resource... rows) {
        return Bars.of(List.of(rows), SERIES, Facts.TYPE, "h");
    }

    @Test
    void amountsOfADayAndGroupAddUpAndNoDayBetweenIsLeftOut() {
        var bars =
                bars(
                        row("2026-03-01", "a", "1.5", "h"),
                        row("2026-03-01", "a", "2", "h"),
                        row("2026-03-03", "b", "9", "h"));

        assertThat(bars.days())
                .containsExactly(
                        LocalDate.of(2026, 3, 1),
                        LocalDate.of(2026, 3, 2),
                        LocalDate.of(2026, 3, 3));
        assertThat(bars.groups().keySet()).as("the largest first").containsExactly("b", "a");
        assertThat(bars.groups().get("a"))
                .usingElementComparator(BigDecimal::compareTo)
                .containsExactly(new BigDecimal("3.5"), BigDecimal.ZERO, BigDecimal.ZERO);
    }

    @Test
    void anotherUnitIsNotAddedToIt() {
        var bars = bars(row("2026-03-01", "a", "1", "h"), row("2026-03-01", "a", "5", "GiB"));

        assertThat(bars.groups().get("a")).containsExactly(BigDecimal.ONE);
        assertThat(
                        Bars.units(
                                List.of(
                                        row("2026-03-01", "a", "1", "GiB"),
                                        row("2026-03-01", "a", "1", "h"),
                                        row("2026-03-01", "b", "1", "h")),
                                SERIES))
                .as("the one that most rows have first")
                .containsExactly("h", "GiB");
    }

    @Test
    void smallGroupsStandTogether() {
        var rows =
                IntStream.rangeClosed(1, 10)
                        .mapToObj(n -> row("2026-03-01", "t" + n, String.valueOf(n), "h"))
                        .toArray(Resource[]::new);
        var bars = bars(rows);

        assertThat(bars.groups()).hasSize(Bars.MOST_GROUPS).containsKey("t10");
        assertThat(bars.others()).isEqualTo(4);
        assertThat(bars.groups().get(Bars.OTHERS)).containsExactly(new BigDecimal(1 + 2 + 3 + 4));
        assertThat(ReportChart.name(Bars.OTHERS, bars, Object::toString)).isEqualTo("4 others");
    }

    @Test
    void asManyGroupsAsThereAreColoursStandByThemselves() {
        var rows =
                IntStream.rangeClosed(1, Bars.MOST_GROUPS)
                        .mapToObj(n -> row("2026-03-01", "t" + n, "1", "h"))
                        .toArray(Resource[]::new);
        assertThat(bars(rows).groups()).hasSize(Bars.MOST_GROUPS).doesNotContainKey(Bars.OTHERS);
    }

    @Test
    void groupsAreRelationsToo() {
        var of = new Fact<>("of", Link.class);
        var vision = new Link("project", "p1");
        var rows =
                List.of(
                        row("2026-03-01", "a", "1", "h").with(of, vision),
                        row("2026-03-01", "b", "2", "h").with(of, vision),
                        row("2026-03-01", "b", "5", "h").with(of, new Link("project", "p2")),
                        row("2026-03-01", "b", "1", "h"));
        var bars = Bars.of(rows, SERIES, of, "h");

        assertThat(bars.groups().get(vision)).containsExactly(new BigDecimal("3"));
        assertThat(
                        bars.groups().keySet().stream()
                                .map(g -> ReportChart.name(g, bars, v -> "Vision")))
                .as("two of one name stay apart")
                .containsExactly("Vision", "Vision", "(none)");
    }

    @Test
    void aRowWithoutADayOrAnAmountIsNotDrawn() {
        var bare = Report.rows("r", List.of(Json.obj()), (row, _) -> row).getFirst();
        assertThat(bars(bare).days()).isEmpty();
    }
}
