package io.pilothouse.store;

import io.pilothouse.cloud.CloudException;
import io.pilothouse.domain.Resource;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A feed as it is known.
///
/// @param readAt when these rows were read; empty when never
/// @param failure why the newest attempt gave nothing; empty when it did
/// @param remembered the rows are from an earlier run
public record Snapshot(
        FeedKey key,
        List<Resource> rows,
        Optional<Instant> readAt,
        Optional<Failure> failure,
        boolean remembered) {
    /// @param since the first of the failures in a row
    public record Failure(CloudException why, Instant since) {}

    static Snapshot unread(FeedKey key) {
        return new Snapshot(key, List.of(), Optional.empty(), Optional.empty(), false);
    }

    /// Are the rows older than they should be, because reading fails or has not happened in this run?
    public boolean stale() {
        return remembered || failure.isPresent();
    }
}
