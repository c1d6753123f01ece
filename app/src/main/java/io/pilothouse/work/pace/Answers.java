package io.pilothouse.work.pace;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.OptionalLong;

/// What the latest answers tell of a service: how long it takes, and whether it finds us too many. Times are in
/// nanoseconds of the scheduler's clock.
public final class Answers {
    private static final long HOUR = Duration.ofHours(1).toNanos();

    private final Backoff backoff;
    private final ArrayDeque<Long> throttles = new ArrayDeque<>();
    private int throttledInRow;
    private OptionalLong freeAt = OptionalLong.empty();
    private long usual;

    public Answers(Backoff backoff) {
        this.backoff = backoff;
    }

    public void good(long took) {
        throttledInRow = 0;
        freeAt = OptionalLong.empty();
        usual = usual == 0 ? took : (7 * usual + took) / 8;
    }

    /// A 429 came: how long to leave the service alone.
    ///
    /// @param asked its `Retry-After`
    public Duration throttled(Optional<Duration> asked, long now) {
        throttles.addLast(now);
        throttledInRow++;
        var wait = backoff.after(asked, throttledInRow);
        freeAt = OptionalLong.of(now + wait.toNanos());
        return wait;
    }

    /// An answer came that is neither good nor a 429: the service no longer holds us off.
    public void other() {
        freeAt = OptionalLong.empty();
    }

    /// While the newest answer is a 429: how long it still holds us off, perhaps no longer.
    public Optional<Duration> held(long now) {
        return freeAt.isPresent()
                ? Optional.of(Duration.ofNanos(Math.max(0, freeAt.getAsLong() - now)))
                : Optional.empty();
    }

    /// 429s in the last hour.
    public int throttles(long now) {
        while (!throttles.isEmpty() && throttles.getFirst() <= now - HOUR) {
            throttles.removeFirst();
        }
        return throttles.size();
    }

    /// How long an answer takes, usually, from the first byte out to the last byte in; 0 before the first.
    public long usual() {
        return usual;
    }
}
