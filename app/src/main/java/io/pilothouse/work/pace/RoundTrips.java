package io.pilothouse.work.pace;

import java.util.Arrays;

/// The latest times from a request's last byte out to its answer's headers in, on warm connections, and how much of
/// them is sure to lie between any two arrivals.
final class RoundTrips {
    /// Fewer tell nothing about the minimum.
    static final int LEAST = 5;

    /// So many are remembered: after minutes a slower road is noticed.
    private static final int WINDOW = 256;

    private static final double SHARE = 0.9;

    private final long[] samples = new long[WINDOW];
    private int count;
    private int next;

    void add(long nanos) {
        samples[next] = Math.max(0, nanos);
        next = (next + 1) % WINDOW;
        count = Math.min(WINDOW, count + 1);
    }

    /// The part of a round trip that may be taken off a slot. The smallest seen (this request's `own` included, since a
    /// quick answer shows a shorter road) lies above the true minimum of a jittery road, by about as much as the fourth
    /// smallest lies above it; so that much is taken off, and of the rest 0.9, less while there are few samples.
    long sure(long own) {
        if (count < LEAST) {
            return 0;
        }
        var sorted = Arrays.copyOf(samples, count);
        Arrays.sort(sorted);
        long least = Math.min(Math.max(0, own), sorted[0]);
        long likely = Math.max(0, least - (sorted[3] - least));
        return (long) (SHARE * (1 - 4.0 / count) * likely);
    }
}
