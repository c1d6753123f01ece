package io.pilothouse.ui.reports;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.util.List;

class ReportChartTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 10, 23);

    @Test
    void daysOfOneYearAreLabelledWithoutIt() {
        assertThat(ReportChart.labels(List.of(FIRST, FIRST.plusDays(90))))
                .containsExactly("10-23", "01-21");
    }

    @Test
    void noTwoDaysHaveTheSameLabel() {
        var days = FIRST.datesUntil(FIRST.plusDays(400)).toList();
        assertThat(ReportChart.labels(days)).doesNotHaveDuplicates().startsWith("2026-10-23");
        var year = FIRST.datesUntil(FIRST.plusYears(1)).toList();
        assertThat(ReportChart.labels(year)).doesNotHaveDuplicates().startsWith("10-23");
    }

    @Test
    void noDaysHaveNoLabels() {
        assertThat(ReportChart.labels(List.of())).isEmpty();
    }
}
