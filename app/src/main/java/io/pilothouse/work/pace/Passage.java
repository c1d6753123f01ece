package io.pilothouse.work.pace;

import java.util.List;

/// One request on its way, as its budgets see it. All times are in nanoseconds of the scheduler's clock.
public final class Passage {
    private final List<Lane> lanes;
    private long left;
    private long written = Pacer.UNKNOWN;
    private boolean warm;

    Passage(List<Lane> lanes, long now) {
        this.lanes = lanes;
        this.left = now;
    }

    List<Lane> lanes() {
        return lanes;
    }

    /// When it was let through, or from [#leave] on when it really left.
    long left() {
        return left;
    }

    void leave(long now) {
        left = now;
    }

    void written(boolean onWarm, long now) {
        written = now;
        warm = onWarm;
    }

    boolean isWritten() {
        return written != Pacer.UNKNOWN;
    }

    /// On a connection that had carried an exchange before: between `written` and its arrival lies no handshake.
    boolean isWarm() {
        return warm && isWritten();
    }

    long written() {
        return written;
    }
}
