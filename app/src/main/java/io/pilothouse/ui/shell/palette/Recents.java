package io.pilothouse.ui.shell.palette;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/// What was chosen in this run, newest first. Touched on the FX thread only.
final class Recents {
    private static final int MOST = 50;

    private final Deque<String> ids = new ArrayDeque<>();
    private final Map<String, Integer> ranks = new HashMap<>();

    void chosen(String id) {
        ids.remove(id);
        ids.addFirst(id);
        if (ids.size() > MOST) {
            ids.removeLast();
        }
        ranks.clear();
        int rank = 0;
        for (var each : ids) {
            ranks.put(each, rank++);
        }
    }

    /// 0 for the newest; what was not chosen comes after all that was.
    int rank(String id) {
        return ranks.getOrDefault(id, Integer.MAX_VALUE);
    }

    boolean has(String id) {
        return ranks.containsKey(id);
    }
}
