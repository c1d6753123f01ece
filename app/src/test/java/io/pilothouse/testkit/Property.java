package io.pilothouse.testkit;

import java.util.SplittableRandom;

/// Tries a property with many random inputs. A failure names its seed; `-Dproperty.seed=<seed>` runs that one alone.
public final class Property {
    /// Checks one random case; `size` grows from 1 so that the first failure found is a small one.
    @FunctionalInterface
    public interface Case {
        void check(SplittableRandom random, int size) throws Exception;
    }

    private Property() {}

    /// Runs `tries` cases with sizes from 1 to `most`, then makes a failing one smaller by trying it at each smaller
    /// size.
    public static void holds(int tries, int most, Case property) {
        var given = Long.getLong("property.seed");
        if (given != null) {
            run(given, Integer.getInteger("property.size", most), property);
            return;
        }
        var seeds = new SplittableRandom(0x9E3779B97F4A7C15L);
        for (int i = 0; i < tries; i++) {
            long seed = seeds.nextLong();
            int size = 1 + (int) ((long) i * most / tries);
            try {
                run(seed, size, property);
            } catch (AssertionError found) {
                throw smallest(seed, size, property, found);
            }
        }
    }

    private static AssertionError smallest(
            long seed, int size, Case property, AssertionError found) {
        for (int smaller = 1; smaller < size; smaller++) {
            try {
                run(seed, smaller, property);
            } catch (AssertionError e) {
                return e;
            }
        }
        return found;
    }

    private static void run(long seed, int size, Case property) {
        try {
            property.check(new SplittableRandom(seed), size);
        } catch (Exception | AssertionError e) {
            throw new AssertionError(
                    "fails with -Dproperty.seed=%d -Dproperty.size=%d: %s"
                            .formatted(seed, size, e.getMessage()),
                    e);
        }
    }
}
