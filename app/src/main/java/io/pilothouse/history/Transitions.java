package io.pilothouse.history;

import io.pilothouse.domain.Resource;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Changes of state as they were seen.
public interface Transitions {
    /// @param from empty when it was seen for the first time
    record Seen(
            String account, Resource.Ref ref, String name, String from, String to, Instant at) {}

    void seen(Seen transition);

    /// Newest first.
    List<Seen> of(String account, Resource.Ref ref, int most);

    /// Of all rows, newest first, without what an account's lists held when they were first read.
    List<Seen> newest(int most);

    /// How long rows of a type usually stay in a state: the median of the newest 20 that were seen to come into it and to
    /// leave it. Those that were in it when the home saw them first count from then. Empty while there were fewer than 2.
    Optional<Duration> usualStay(String account, String type, String state);

    /// When the row was first seen by this home; empty when never.
    Optional<Instant> firstSeen(String account, Resource.Ref ref);
}
