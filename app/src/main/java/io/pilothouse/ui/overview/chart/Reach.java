package io.pilothouse.ui.overview.chart;

import io.pilothouse.domain.Money;
import io.pilothouse.standing.cost.Spending;
import io.pilothouse.standing.cost.Spending.Seen;
import io.pilothouse.standing.cost.Spending.Span;
import io.pilothouse.ui.kit.Formats;
import io.pilothouse.ui.kit.Words;
import io.pilothouse.ui.overview.chart.Curve.Tick;
import io.pilothouse.ui.overview.known.Clock;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// How far back the chart reaches.
public enum Reach {
    DAY("day", Duration.ofHours(24)),
    WEEK("week", Duration.ofDays(7)),
    MONTH("month", Duration.ofDays(30));

    private static final int HOURS = 4;

    private final String id;
    private final Duration length;

    Reach(String id, Duration length) {
        this.id = id;
        this.length = length;
    }

    /// Words: `chart.reach.<id>`.
    public String id() {
        return id;
    }

    /// Up to the minute of now, so that it is another one once a minute at most.
    public Curve curve(Spending spending, Instant now, Clock clock) {
        var until = now.truncatedTo(ChronoUnit.MINUTES);
        var from = until.minus(length);
        var spans =
                spending.from(from).spans().stream()
                        .filter(s -> s.from().isBefore(until))
                        .map(
                                s ->
                                        s.until().isAfter(until)
                                                ? new Span(
                                                        s.from(),
                                                        until,
                                                        s.rate(),
                                                        s.unpriced(),
                                                        s.seen())
                                                : s)
                        .toList();
        return new Curve(from, until, spans, ticks(from, until, clock), words(spans));
    }

    private List<Tick> ticks(Instant from, Instant until, Clock clock) {
        var ticks = new ArrayList<Tick>();
        var time = first(from.atZone(clock.zone()));
        for (; time.toInstant().isBefore(until); time = next(time)) {
            var at = time.toInstant();
            ticks.add(new Tick(at, this == DAY ? clock.hour(at) : clock.day(at)));
        }
        return List.copyOf(ticks);
    }

    private ZonedDateTime first(ZonedDateTime from) {
        if (this != DAY) {
            return from.truncatedTo(ChronoUnit.DAYS).plusDays(1);
        }
        var hour = from.truncatedTo(ChronoUnit.HOURS).plusHours(1);
        return hour.plusHours((HOURS - hour.getHour() % HOURS) % HOURS);
    }

    private ZonedDateTime next(ZonedDateTime time) {
        return switch (this) {
            case DAY -> time.plusHours(HOURS);
            case WEEK -> time.plusDays(1);
            case MONTH -> time.plusDays(5);
        };
    }

    private String words(List<Span> spans) {
        var seen = spans.stream().filter(s -> s.seen() != Seen.NONE).toList();
        if (seen.isEmpty()) {
            return Words.of("chart.nothing");
        }
        var rates = seen.stream().map(Span::rate).toList();
        var gaps =
                spans.stream()
                        .filter(s -> s.seen() == Seen.NONE)
                        .map(Span::length)
                        .reduce(Duration.ZERO, Duration::plus);
        var words =
                Words.of(
                        "chart.words",
                        Words.of("chart.reach." + id),
                        Formats.dollars(
                                rates.stream().min(Comparator.naturalOrder()).orElse(Money.ZERO)),
                        Formats.dollars(
                                rates.stream().max(Comparator.naturalOrder()).orElse(Money.ZERO)),
                        Formats.dollars(rates.getLast()));
        return gaps.isZero() ? words : words + " " + Words.of("chart.gaps", Formats.seldom(gaps));
    }
}
