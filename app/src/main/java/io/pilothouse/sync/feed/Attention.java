package io.pilothouse.sync.feed;

import io.pilothouse.cloud.Wanted;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What of an account somebody looks at just now. Used by tasks of the account's [Serial] only.
final class Attention {
    /// What of a type's rows is looked at.
    ///
    /// @param scope the one whose rows are; empty for all
    record Focus(Optional<String> scope, Wanted wanted) {
        static final Focus ALL = new Focus(Optional.empty(), Wanted.ALL);
    }

    private final Map<String, Integer> shown = new HashMap<>();
    private final Map<String, Integer> watched = new HashMap<>();
    private final Map<String, Focus> focused = new HashMap<>();
    private boolean hidden;

    /// All windows are hidden.
    void hidden(boolean now) {
        hidden = now;
    }

    boolean hidden() {
        return hidden;
    }

    void show(Set<String> types) {
        types.forEach(t -> shown.merge(t, 1, Integer::sum));
    }

    void unshow(Set<String> types) {
        types.forEach(t -> shown.computeIfPresent(t, (_, n) -> less(n)));
    }

    void watch(Set<String> types) {
        types.forEach(t -> watched.merge(t, 1, Integer::sum));
    }

    void unwatch(Set<String> types) {
        types.forEach(t -> watched.computeIfPresent(t, (_, n) -> less(n)));
    }

    @SuppressWarnings("NullAway") // computeIfPresent takes a null for: remove it
    private static Integer less(Integer n) {
        return n == 1 ? null : n - 1;
    }

    /// The newest of several stands.
    void focus(Set<String> types, Focus on) {
        types.forEach(t -> focused.put(t, on));
    }

    void unfocus(Set<String> types, Focus from) {
        types.forEach(t -> focused.computeIfPresent(t, (_, f) -> unless(f, from)));
    }

    @SuppressWarnings({"NullAway", "ReferenceEquality"}) // it is that pin's own, or another's
    private static Focus unless(Focus focus, Focus from) {
        return focus == from ? null : focus;
    }

    boolean visible(FeedState feed) {
        return !hidden
                && shown.containsKey(feed.key.type())
                && focus(feed).scope().map(feed.key.scope()::equals).orElse(true);
    }

    boolean watched(FeedState feed) {
        return watched.containsKey(feed.key.type());
    }

    /// Which of its rows are looked at.
    Wanted wanted(FeedState feed) {
        return focus(feed).wanted();
    }

    private Focus focus(FeedState feed) {
        return focused.getOrDefault(feed.key.type(), Focus.ALL);
    }

    boolean matters(FeedState feed, long now) {
        return feed.type.onlyWhileShown()
                ? visible(feed)
                : !hidden || feed.inTransition(now) || watched(feed);
    }
}
