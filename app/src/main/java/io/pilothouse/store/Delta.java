package io.pilothouse.store;

import io.pilothouse.domain.Resource;

import java.util.List;
import java.util.stream.Stream;

/// What one read changed in a feed. Rows that are equal are in none of the lists.
public record Delta(
        Snapshot before,
        Snapshot now,
        List<Resource> added,
        List<Change> changed,
        List<Resource> gone) {
    public record Change(Resource before, Resource after) {}

    /// A row's state changed; `to` is the newest word.
    public record Transition(Resource row, String from, String to) {}

    public boolean rowsChanged() {
        return !(added.isEmpty() && changed.isEmpty() && gone.isEmpty());
    }

    /// What came, went or changed: of the last both as it was and as it is.
    public Stream<Resource> rows() {
        return Stream.of(
                        added.stream(),
                        changed.stream().flatMap(c -> Stream.of(c.before(), c.after())),
                        gone.stream())
                .flatMap(r -> r);
    }

    /// Changes of state. A row that was there and is no longer has gone to `gone`. A first read tells none, and neither
    /// does an account that is closed: its rows are unknown from then on, not gone.
    public Stream<Transition> transitions() {
        if (before.readAt().isEmpty() || now.readAt().isEmpty()) {
            return Stream.empty();
        }
        var moved =
                changed.stream()
                        .filter(c -> !c.before().status().equals(c.after().status()))
                        .map(
                                c ->
                                        new Transition(
                                                c.after(),
                                                c.before().status().word(),
                                                c.after().status().word()));
        var came = added.stream().map(r -> new Transition(r, "", r.status().word()));
        var went = gone.stream().map(r -> new Transition(r, r.status().word(), "gone"));
        return Stream.of(came, moved, went).flatMap(s -> s);
    }
}
