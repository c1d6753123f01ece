package io.pilothouse.ui.kit.rows;

import io.pilothouse.domain.Status;

/// How a row is, as its cell shows it: a row that grows old is drawn anew though its word stays.
///
/// @param stale older than it should be
record Standing(Status status, boolean stale) implements Comparable<Standing> {
    @Override
    public int compareTo(Standing other) {
        return status.word().compareToIgnoreCase(other.status.word());
    }

    @Override
    public String toString() {
        return status.word();
    }
}
