package io.pilothouse.ui.shell.screens;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The places that were visited in this run, as in a browser: one can go back, forward again, and on from any of them.
final class Trail<T> {
    private static final int MOST = 100;

    private final List<T> visited = new ArrayList<>();
    private int at = -1;

    /// Goes to a place; what lay ahead is forgotten. To stay where one is leaves no trace.
    void visit(T place) {
        if (at >= 0 && visited.get(at).equals(place)) {
            return;
        }
        visited.subList(at + 1, visited.size()).clear();
        visited.add(place);
        if (visited.size() > MOST) {
            visited.removeFirst();
        }
        at = visited.size() - 1;
    }

    /// Where one is; empty before the first visit.
    Optional<T> here() {
        return at < 0 ? Optional.empty() : Optional.of(visited.get(at));
    }

    /// Says more exactly where one is, so that one comes back to that.
    void moved(T place) {
        if (at >= 0) {
            visited.set(at, place);
        }
    }

    /// Goes to the place before; empty at the first.
    Optional<T> back() {
        return canGoBack() ? Optional.of(visited.get(--at)) : Optional.empty();
    }

    /// Goes to the place from which one went back; empty at the last.
    Optional<T> forward() {
        return canGoForward() ? Optional.of(visited.get(++at)) : Optional.empty();
    }

    boolean canGoBack() {
        return at > 0;
    }

    boolean canGoForward() {
        return at < visited.size() - 1;
    }
}
