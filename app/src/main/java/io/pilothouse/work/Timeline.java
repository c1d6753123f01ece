package io.pilothouse.work;

import io.pilothouse.domain.Pin;

import java.time.Duration;
import java.time.Instant;

/// Time and threads, as one door: live in the program, virtual in tests, where it is bit for bit repeatable.
public interface Timeline {
    /// The wall clock, in UTC: for people and files. May jump.
    Instant now();

    /// A clock that never jumps, in nanoseconds from some beginning: for durations.
    long nanos();

    /// Runs a short task once, on the timeline's own thread, after a delay; closing the pin takes it back.
    Pin after(Duration delay, Runnable task);

    /// Runs something that may block, at once, on a thread of its own with this name.
    void start(String name, Runnable blocking);
}
