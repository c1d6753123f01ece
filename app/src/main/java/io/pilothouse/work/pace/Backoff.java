package io.pilothouse.work.pace;

import java.time.Duration;
import java.util.Optional;
import java.util.SplittableRandom;

/// How long to wait before trying again: full jitter over a span that doubles, so that many who failed together do not
/// come back together.
public final class Backoff {
    /// A longer `Retry-After` is not believed: the panel would be blind for it, and asking once in five minutes hurts
    /// nobody.
    public static final Duration LONGEST_ASKED = Duration.ofMinutes(5);

    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final int DOUBLINGS = 6;

    private final SplittableRandom random;

    public Backoff(long seed) {
        random = new SplittableRandom(seed);
    }

    /// @param failures in a row, from 1: between 0 and 1, 2, 4 … 60 s
    public Duration after(int failures) {
        long span = FIRST.toNanos() << Math.clamp(failures - 1, 0, DOUBLINGS);
        return Duration.ofNanos(random.nextLong(Math.min(span, LONGEST.toNanos()) + 1));
    }

    /// What a 429 asked for, at most [#LONGEST_ASKED]; by [#after] where it asked for nothing, or for a time in the past.
    public Duration after(Optional<Duration> asked, int failures) {
        if (asked.isEmpty() || asked.get().isNegative()) {
            return after(failures);
        }
        return asked.get().compareTo(LONGEST_ASKED) > 0 ? LONGEST_ASKED : asked.get();
    }
}
