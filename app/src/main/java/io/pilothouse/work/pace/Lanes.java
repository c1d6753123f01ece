package io.pilothouse.work.pace;

import io.pilothouse.cloud.Budget;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// The budgets of an account. A call needs all of its own at once and takes from none before.
public final class Lanes {
    /// After a restart, on top of a slot: the time in which the last request of the run before may still have been
    /// shaking hands.
    private static final Duration ARRIVES_WITHIN = Duration.ofSeconds(1);

    private final Map<String, Lane> lanes = new TreeMap<>();

    public Lanes(Map<String, Budget> budgets) {
        budgets.forEach((name, budget) -> lanes.put(name, new Lane(name, budget)));
    }

    /// @throws IllegalArgumentException for a name that no budget has: a fault of the program
    public List<Lane> of(Collection<String> names) {
        return names.stream()
                .sorted()
                .map(
                        name -> {
                            var lane = lanes.get(name);
                            if (lane == null) {
                                throw new IllegalArgumentException("no budget named " + name);
                            }
                            return lane;
                        })
                .toList();
    }

    public Collection<Lane> all() {
        return lanes.values();
    }

    /// Makes the first slots keep their distance from the last sends of the run before. Whatever the wall clock did in
    /// between, that is never longer than a slot and a second.
    public void resume(Map<String, Instant> lastSent, Instant wall, long now) {
        lanes.forEach(
                (name, lane) -> {
                    var last = lastSent.get(name);
                    if (last == null || !lane.budget().strict()) {
                        return;
                    }
                    var most = lane.budget().slot().plus(ARRIVES_WITHIN);
                    var since = Duration.between(last, wall);
                    var wait = since.isNegative() ? most : most.minus(since);
                    if (wait.isPositive()) {
                        lane.pacer().hold(now + wait.toNanos());
                    }
                });
    }

    /// When a call under these may leave; [Pacer#UNKNOWN] (the largest `long`) while that hangs on an answer.
    public static long earliest(List<Lane> needed) {
        long at = Long.MIN_VALUE;
        for (var lane : needed) {
            at = Math.max(at, lane.pacer().earliest());
        }
        return at;
    }

    public static Passage enter(List<Lane> needed, long now) {
        var passage = new Passage(needed, now);
        needed.forEach(lane -> lane.pacer().enter(passage));
        return passage;
    }

    public static void giveBack(Passage passage) {
        passage.lanes().forEach(lane -> lane.pacer().giveBack(passage));
    }

    public static void left(Passage passage, long now) {
        passage.leave(now);
        passage.lanes().forEach(lane -> lane.took(now));
    }

    public static void written(Passage passage, boolean warm, long now) {
        passage.written(warm, now);
    }

    public static void answered(Passage passage, long now) {
        for (var lane : passage.lanes()) {
            lane.touched(now);
            lane.pacer().answered(passage, now);
        }
    }

    public static void ended(Passage passage, long now) {
        passage.lanes().forEach(lane -> lane.pacer().ended(passage, now));
    }

    public static void throttled(Passage passage, long until) {
        passage.lanes().forEach(lane -> lane.pacer().throttled(until));
    }

    public static void ease(Passage passage) {
        passage.lanes().forEach(lane -> lane.pacer().ease());
    }

    /// What [SentTimes] is to keep: how long ago each strict budget was last taken from. Made anew from the clock that
    /// does not jump, so that it is right although the wall clock has jumped since.
    public Map<String, Duration> sinceLast(long now) {
        var since = new TreeMap<String, Duration>();
        lanes.forEach(
                (name, lane) -> {
                    if (lane.budget().strict() && lane.lastTaken() != Pacer.UNKNOWN) {
                        since.put(name, Duration.ofNanos(now - lane.lastTaken()));
                    }
                });
        return since;
    }

    /// Nanoseconds until the last of `calls` would leave if they were all wanted now, in this order, behind those
    /// `ahead`; one that waits for a budget lets others pass. 0 for none.
    ///
    /// @param took what an answer usually takes, in nanoseconds: bounds polite budgets by what is under way
    public static long lastLeaves(
            List<List<Lane>> ahead, List<List<Lane>> calls, long now, long took) {
        var left = new LinkedHashMap<List<Lane>, int[]>();
        ahead.forEach(lanes -> left.computeIfAbsent(lanes, _ -> new int[2])[0]++);
        calls.forEach(lanes -> left.computeIfAbsent(lanes, _ -> new int[2])[1]++);
        var free = new HashMap<Lane, Long>();
        left.keySet().stream()
                .flatMap(List::stream)
                .forEach(lane -> free.putIfAbsent(lane, lane.next(now)));
        long last = 0;
        for (int rest = calls.size(); rest > 0; ) {
            var next = soonest(left.keySet(), free);
            long at = leaves(next, free);
            next.forEach(lane -> free.put(lane, at + step(lane, took)));
            var counts = left.getOrDefault(next, new int[2]);
            if (counts[0] > 0) {
                counts[0]--;
            } else {
                counts[1]--;
                rest--;
                last = Math.max(last, at);
            }
            if (counts[0] + counts[1] == 0) {
                left.remove(next);
            }
        }
        return last;
    }

    private static List<Lane> soonest(Set<List<Lane>> candidates, Map<Lane, Long> free) {
        var all = new ArrayList<>(candidates);
        var best = all.getFirst();
        for (var one : all) {
            if (leaves(one, free) < leaves(best, free)) {
                best = one;
            }
        }
        return best;
    }

    private static long leaves(List<Lane> lanes, Map<Lane, Long> free) {
        return lanes.stream().mapToLong(lane -> free.getOrDefault(lane, 0L)).max().orElse(0);
    }

    private static long step(Lane lane, long took) {
        return lane.budget().strict()
                ? lane.widened()
                : Math.max(lane.widened(), took / lane.budget().inFlight());
    }
}
