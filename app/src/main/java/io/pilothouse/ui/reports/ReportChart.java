package io.pilothouse.ui.reports;

import io.pilothouse.ui.kit.Formats;
import io.pilothouse.ui.kit.Words;

import javafx.scene.chart.CategoryAxis;
import javafx.scene.chart.NumberAxis;
import javafx.scene.chart.StackedBarChart;
import javafx.scene.chart.XYChart;
import javafx.scene.control.Tooltip;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;

/// Bars by day, each divided into its groups. What can't be seen of it stands in the table below.
final class ReportChart {
    private final CategoryAxis days = new CategoryAxis();
    private final NumberAxis amounts = new NumberAxis();
    private final StackedBarChart<String, Number> chart = new StackedBarChart<>(days, amounts);

    ReportChart() {
        chart.setAnimated(false);
        chart.setCategoryGap(4);
        chart.setMinHeight(180);
        chart.setPrefHeight(280);
        chart.setHorizontalGridLinesVisible(true);
        chart.setVerticalGridLinesVisible(false);
        days.setAnimated(false);
        amounts.setAnimated(false);
        chart.getStyleClass().add("ph-bars");
    }

    StackedBarChart<String, Number> node() {
        return chart;
    }

    /// @param unit what is counted; empty where that is not said
    /// @param words of the values by which the bars are divided
    void show(Bars bars, String unit, Function<Object, String> words) {
        chart.getData().clear();
        var labels = labels(bars.days());
        days.getCategories().setAll(labels);
        for (var group : bars.groups().entrySet()) {
            var series = new XYChart.Series<String, Number>();
            series.setName(name(group.getKey(), bars, words));
            add(series, labels, group.getValue(), chart.getData().isEmpty());
            chart.getData().add(series);
            tips(series, bars.days(), labels, unit);
        }
        chart.setAccessibleText(words(bars, unit));
    }

    /// Without the year, so that a month of days stands side by side; with it where a day would be there twice.
    static List<String> labels(List<LocalDate> days) {
        boolean year = !days.isEmpty() && !days.getLast().isBefore(days.getFirst().plusYears(1));
        return days.stream().map(LocalDate::toString).map(d -> year ? d : d.substring(5)).toList();
    }

    /// @param all also days without an amount; the axis leaves a day out that no series has
    private static void add(
            XYChart.Series<String, Number> series,
            List<String> days,
            List<BigDecimal> amounts,
            boolean all) {
        for (int i = 0; i < days.size(); i++) {
            if (all || amounts.get(i).signum() != 0) {
                series.getData().add(new XYChart.Data<>(days.get(i), amounts.get(i)));
            }
        }
    }

    private static void tips(
            XYChart.Series<String, Number> series,
            List<LocalDate> days,
            List<String> labels,
            String unit) {
        for (var bar : series.getData()) {
            if (bar.getNode() != null && bar.getYValue() instanceof BigDecimal amount) {
                var words =
                        Words.of(
                                "reports.bar",
                                days.get(labels.indexOf(bar.getXValue())),
                                series.getName(),
                                Formats.amount(amount),
                                Formats.oneLine(unit));
                Tooltip.install(bar.getNode(), new Tooltip(words.strip()));
            }
        }
    }

    static String name(Object group, Bars bars, Function<Object, String> words) {
        return group.equals(Bars.OTHERS)
                ? Words.of("reports.others", bars.others())
                : group.equals("") ? Words.of("reports.nameless") : words.apply(group);
    }

    private static String words(Bars bars, String unit) {
        if (bars.days().isEmpty()) {
            return Words.of("reports.none");
        }
        var sum =
                bars.groups().values().stream()
                        .flatMap(List::stream)
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
        return Words.of(
                        "reports.sum",
                        Formats.amount(sum),
                        Formats.oneLine(unit),
                        bars.days().getFirst(),
                        bars.days().getLast())
                .strip();
    }
}
