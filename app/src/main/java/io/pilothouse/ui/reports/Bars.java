package io.pilothouse.ui.reports;

import io.pilothouse.cloud.Report.Series;
import io.pilothouse.domain.Fact;
import io.pilothouse.domain.Resource;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Amounts by day and group, as a chart draws them: the largest groups by themselves, the others together, and no day
/// left out between the first and the last.
///
/// @param groups by the value of the fact, from the largest down; each with its amount on each of the days, in their
///     order. What has no value is in the group `""`
/// @param others how many groups the last one stands for; 0 when each stands for itself
record Bars(List<LocalDate> days, Map<Object, List<BigDecimal>> groups, int others) {
    /// More colours than these are hard to tell apart.
    static final int MOST_GROUPS = 7;

    /// Beyond this only the days that have an amount are shown.
    private static final int MOST_DAYS = 400;

    /// The group that stands for the smaller ones; no service names one so.
    static final String OTHERS = "\0";

    private static final Bars NONE = new Bars(List.of(), Map.of(), 0);

    /// @param unit rows of this unit alone; any where it is empty
    static Bars of(List<Resource> rows, Series series, Fact<?> group, String unit) {
        var sums = new TreeMap<LocalDate, Map<Object, BigDecimal>>();
        var totals = new LinkedHashMap<Object, BigDecimal>();
        for (var row : rows) {
            var day = row.get(series.day());
            var amount = row.get(series.amount());
            if (day.isPresent() && amount.isPresent() && isOf(row, series, unit)) {
                var value = row.get(group).<Object>map(v -> v).orElse("");
                sums.computeIfAbsent(day.get(), _ -> new LinkedHashMap<>())
                        .merge(value, amount.get(), BigDecimal::add);
                totals.merge(value, amount.get(), BigDecimal::add);
            }
        }
        return sums.isEmpty() ? NONE : drawn(sums, totals);
    }

    /// The units that the rows count in, most used first; one that is empty where the series has none.
    static List<String> units(List<Resource> rows, Series series) {
        return rows.stream()
                .collect(
                        Collectors.groupingBy(
                                r -> unit(r, series), LinkedHashMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .map(Map.Entry::getKey)
                .toList();
    }

    private static boolean isOf(Resource row, Series series, String unit) {
        return unit(row, series).equals(unit);
    }

    private static String unit(Resource row, Series series) {
        return series.unit().flatMap(row::get).orElse("");
    }

    private static Bars drawn(
            TreeMap<LocalDate, Map<Object, BigDecimal>> sums, Map<Object, BigDecimal> totals) {
        var values =
                totals.entrySet().stream()
                        .sorted(
                                Map.Entry.<Object, BigDecimal>comparingByValue(
                                        Comparator.reverseOrder()))
                        .map(Map.Entry::getKey)
                        .toList();
        // the last place goes to one group, or to all that are left
        int alone = values.size() <= MOST_GROUPS ? values.size() : MOST_GROUPS - 1;
        var days = days(sums);
        var groups = new LinkedHashMap<Object, List<BigDecimal>>();
        for (var value : values.subList(0, alone)) {
            groups.put(value, amounts(days, sums, List.of(value)));
        }
        var rest = values.subList(alone, values.size());
        if (!rest.isEmpty()) {
            groups.put(OTHERS, amounts(days, sums, rest));
        }
        return new Bars(days, groups, rest.size());
    }

    private static List<LocalDate> days(TreeMap<LocalDate, ?> sums) {
        var first = sums.firstKey();
        var last = sums.lastKey();
        return ChronoUnit.DAYS.between(first, last) < MOST_DAYS
                ? first.datesUntil(last.plusDays(1)).toList()
                : new ArrayList<>(sums.keySet());
    }

    private static List<BigDecimal> amounts(
            List<LocalDate> days,
            Map<LocalDate, Map<Object, BigDecimal>> sums,
            List<Object> values) {
        return days.stream()
                .map(d -> sums.getOrDefault(d, Map.of()))
                .map(
                        day ->
                                values.stream()
                                        .map(n -> day.getOrDefault(n, BigDecimal.ZERO))
                                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .toList();
    }
}
