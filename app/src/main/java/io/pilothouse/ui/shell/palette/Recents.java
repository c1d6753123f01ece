package io.pilothouse.ui.shell.palette;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// What was chosen lately, in this run and those before, newest first. Touched on the FX thread only.
final class Recents {
    private static final int MOST = 50;

    private final List<String> ids;
    private final Map<String, Integer> ranks = new HashMap<>();
    private final Consumer<List<String>> changed;

    /// @param before the newest first
    /// @param changed told all of them at each choice
    Recents(List<String> before, Consumer<List<String>> changed) {
        ids = new ArrayList<>(before);
        this.changed = changed;
        rank();
    }

    void chosen(String id) {
        ids.remove(id);
        ids.addFirst(id);
        if (ids.size() > MOST) {
            ids.removeLast();
        }
        rank();
        changed.accept(List.copyOf(ids));
    }

    private void rank() {
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
