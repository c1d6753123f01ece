package io.pilothouse.work.pace;

/// Time added for safety: doubled by each 429 up to a bound, going back by 3 % of the excess with each good answer, so
/// that after one 429 it takes about three minutes of a call a second to be where it was.
final class Guard {
    private static final double DECAY = 0.97;
    private static final long NEGLIGIBLE = 1_000_000;

    private final long least;
    private final long most;
    private long value;

    Guard(long least, long most) {
        this.least = least;
        this.most = Math.max(least, most);
        this.value = least;
    }

    long value() {
        return value;
    }

    /// What 429s have added.
    long extra() {
        return value - least;
    }

    void widen() {
        value = Math.min(most, 2 * value);
    }

    void ease() {
        long rest = (long) (extra() * DECAY);
        value = rest < NEGLIGIBLE ? least : least + rest;
    }
}
