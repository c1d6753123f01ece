package io.pilothouse.sync;

import io.pilothouse.domain.Pin;
import io.pilothouse.sync.feed.Serial;
import io.pilothouse.work.Timeline;
import io.pilothouse.work.sleep.Elapsed;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// The span in which a command can be undone before anything of it is sent. One that the computer slept through was
/// nobody's chance to undo. Used by tasks of the account's [Serial].
final class Grace {
    private final Timeline timeline;
    private Optional<Instant> until = Optional.empty();
    private Pin timer = () -> {};

    Grace(Timeline timeline) {
        this.timeline = timeline;
    }

    /// Until when it lasts; empty when there is none, or it is over.
    Optional<Instant> until() {
        return until;
    }

    /// It will last so long from now.
    void announce(Duration length) {
        until = Optional.of(timeline.now().plus(length));
    }

    void begin(Serial serial, Duration length, Runnable over, Runnable slept) {
        var since = Elapsed.since(timeline);
        timer =
                serial.after(
                        length,
                        () -> {
                            if (since.slept(length).isPresent()) {
                                slept.run();
                            } else {
                                until = Optional.empty();
                                over.run();
                            }
                        });
    }

    void end() {
        timer.close();
        until = Optional.empty();
    }
}
