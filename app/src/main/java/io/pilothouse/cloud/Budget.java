package io.pilothouse.cloud;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/// How often a service may be called. Written as `1/1s`, `1/12s`, `300/1m` (strict) or `10/1s ~4` (polite).
///
/// @param count calls in each `per`
/// @param inFlight strict: always 1, the service judges by arrival, a slot of `per / count` between two arrivals.
///     Polite: at most this many calls at once, so that one slow call does not hold up the rest
public record Budget(int count, Duration per, int inFlight, boolean strict) {
    private static final Pattern TEXT =
            Pattern.compile("(\\d{1,6})/(\\d{1,6})(ms|s|m|h)(?: ~(\\d{1,3}))?");

    public Budget {
        if (count < 1 || per.isNegative() || per.isZero() || inFlight < 1) {
            throw new IllegalArgumentException("a budget counts from 1");
        }
    }

    public static Budget strict(int count, Duration per) {
        return new Budget(count, per, 1, true);
    }

    public static Budget polite(int count, Duration per, int inFlight) {
        return new Budget(count, per, inFlight, false);
    }

    /// Empty when the text is not of the form above.
    public static Optional<Budget> parse(String text) {
        var m = TEXT.matcher(text.strip());
        if (!m.matches() || Integer.parseInt(m.group(1)) < 1 || Integer.parseInt(m.group(2)) < 1) {
            return Optional.empty();
        }
        int count = Integer.parseInt(m.group(1));
        long n = Long.parseLong(m.group(2));
        var per =
                switch (m.group(3)) {
                    case "ms" -> Duration.ofMillis(n);
                    case "s" -> Duration.ofSeconds(n);
                    case "m" -> Duration.ofMinutes(n);
                    default -> Duration.ofHours(n);
                };
        if (m.group(4) == null) {
            return Optional.of(strict(count, per));
        }
        int inFlight = Integer.parseInt(m.group(4));
        return inFlight < 1 ? Optional.empty() : Optional.of(polite(count, per, inFlight));
    }

    /// Least time between two arrivals on average.
    public Duration slot() {
        return per.dividedBy(count);
    }

    /// As [#parse] reads it.
    @Override
    public String toString() {
        long ms = per.toMillis();
        var unit =
                ms % 3_600_000 == 0
                        ? ms / 3_600_000 + "h"
                        : ms % 60_000 == 0
                                ? ms / 60_000 + "m"
                                : ms % 1000 == 0 ? ms / 1000 + "s" : ms + "ms";
        return count + "/" + unit + (strict ? "" : " ~" + inFlight);
    }
}
