package io.pilothouse.rehearsal.crusoe.place;

import java.time.Duration;
import java.util.SplittableRandom;
import java.util.function.LongSupplier;

/// How many VMs of which type there is room for where, at this moment.
public interface Capacity {
    int quantity(String type, String location);

    /// Room everywhere, always.
    static Capacity plenty() {
        return (_, _) -> 32;
    }

    /// Room nowhere.
    static Capacity none() {
        return (_, _) -> 0;
    }

    /// Comes and goes as the tide does, the same in every rehearsal of one seed: each type in each location is drawn
    /// again whenever `tide` has passed. What is small and common is nearly always there.
    static Capacity changing(long seed, Duration tide, LongSupplier nanos) {
        var begin = nanos.getAsLong();
        return (type, location) -> {
            var pair = seed * 31 + type.hashCode() * 1_000_003L + location.hashCode();
            var offset = new SplittableRandom(pair).nextLong(tide.toNanos());
            var turn = (nanos.getAsLong() - begin + offset) / tide.toNanos();
            var drawn = new SplittableRandom(pair + turn * 0x9E3779B97F4A7C15L).nextDouble();
            int most =
                    switch (type) {
                        case "c1a.2x", "a40.1x" -> 24;
                        case "a40.2x", "a100.1x" -> 12;
                        case "a100.2x" -> 6;
                        default -> 3;
                    };
            var empty = most >= 12 ? 0.1 : 0.55;
            var always = type.equals("a40.1x") && location.equals("us-northcentral1-a");
            return drawn < empty && !always ? 0 : 1 + (int) (drawn * most);
        };
    }
}
