package io.pilothouse.rehearsal.lambdacloud;

import java.time.Duration;
import java.util.SplittableRandom;
import java.util.function.LongSupplier;

/// Where there is room for which type, at this moment.
public interface Capacity {
    boolean has(String type, String region);

    /// Room everywhere, always.
    static Capacity plenty() {
        return (_, _) -> true;
    }

    /// Comes and goes as the tide does, the same in every rehearsal of one seed: each type in each region has its own
    /// likelihood, drawn again whenever `tide` has passed. Machines of one small GPU are found more often than those of
    /// eight; a few pairs always have room, so that there is always something to launch.
    static Capacity changing(long seed, Duration tide, LongSupplier nanos) {
        var begin = nanos.getAsLong();
        return (type, region) -> {
            if (alwaysThere(type, region)) {
                return true;
            }
            var pair = seed * 31 + type.hashCode() * 1_000_003L + region.hashCode();
            var offset = new SplittableRandom(pair).nextLong(tide.toNanos());
            var turn = (nanos.getAsLong() - begin + offset) / tide.toNanos();
            var likely = type.contains("_8x_") ? 0.08 : type.contains("h100") ? 0.2 : 0.35;
            return new SplittableRandom(pair + turn * 0x9E3779B97F4A7C15L).nextDouble() < likely;
        };
    }

    private static boolean alwaysThere(String type, String region) {
        return switch (type) {
            case "gpu_1x_a10" -> region.equals("us-west-1") || region.equals("us-south-1");
            case "gpu_1x_gh200" -> region.equals("us-east-3");
            case "gpu_1x_h100_pcie" -> region.equals("us-west-3");
            case "gpu_1x_h100_sxm5" -> region.equals("us-east-1");
            case "gpu_8x_a100_80gb_sxm4" -> region.equals("us-east-1");
            default -> false;
        };
    }
}
