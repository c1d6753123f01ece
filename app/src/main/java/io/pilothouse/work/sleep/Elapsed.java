package io.pilothouse.work.sleep;

import io.pilothouse.work.Timeline;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// A span of time as two clocks saw it, from [#since] on.
///
/// @param wall when it began, by the wall clock
/// @param nanos when it began, by the clock that never jumps
public record Elapsed(Timeline timeline, Instant wall, long nanos) {
    /// A busy computer may be as late as this.
    static final Duration LEAST = Duration.ofSeconds(10);

    public static Elapsed since(Timeline timeline) {
        return new Elapsed(timeline, timeline.now(), timeline.nanos());
    }

    /// How long the computer slept in a span that should have taken so long and ends now; empty when it did not. A wall
    /// clock that was set forward by ten seconds or more looks the same; one that was set back looks like nothing.
    public Optional<Duration> slept(Duration planned) {
        var byWall = Duration.between(wall, timeline.now());
        var byOther = Duration.ofNanos(timeline.nanos() - nanos);
        var longer = byWall.compareTo(byOther) > 0 ? byWall : byOther;
        return Optional.of(longer.minus(planned)).filter(d -> d.compareTo(LEAST) >= 0);
    }
}
