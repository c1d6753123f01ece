package io.pilothouse.ui.overview.chart;

import io.pilothouse.standing.cost.Spending.Span;

import java.time.Instant;
import java.util.List;

/// What the chart draws.
///
/// @param spans one after the other from `from` to `until`; none while the history is being read
/// @param ticks times below the line, in their order
/// @param words the same as a sentence
public record Curve(Instant from, Instant until, List<Span> spans, List<Tick> ticks, String words) {
    /// @param words empty for a line without a name
    public record Tick(Instant at, String words) {}

    public static final Curve NONE =
            new Curve(Instant.EPOCH, Instant.EPOCH, List.of(), List.of(), "");

    /// The highest rate, in cents an hour.
    long highest() {
        return spans.stream().mapToLong(s -> s.rate().centsAnHour()).max().orElse(0);
    }
}
