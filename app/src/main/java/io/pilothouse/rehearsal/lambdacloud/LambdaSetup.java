package io.pilothouse.rehearsal.lambdacloud;

import io.pilothouse.rehearsal.loopback.Arrivals.Limits;
import io.pilothouse.rehearsal.loopback.RehearsalClock;
import io.pilothouse.rehearsal.loopback.Speed;

import java.security.SecureRandom;
import java.util.HexFormat;

/// One Lambda Cloud account as it is to be re-enacted.
///
/// @param key its API key
/// @param quotas how much of each it may have
public record LambdaSetup(
        String key, Limits limits, Speed speed, Capacity capacity, Quotas quotas, LambdaSeed seed) {

    /// Upper bounds; the document names none.
    public record Quotas(int instances, int fileSystems, int rulesets) {}

    /// The service's own limits, a few resources of every kind, a fresh random key.
    public static LambdaSetup demo(RehearsalClock clock, Speed speed) {
        var random = new byte[32];
        new SecureRandom().nextBytes(random);
        var hex = HexFormat.of().formatHex(random);
        return new LambdaSetup(
                "secret_rehearsal_" + hex.substring(0, 32) + "." + hex.substring(32),
                Limits.strict(),
                speed,
                Capacity.changing(20_260_101, speed.tide(), clock.nanos()),
                new Quotas(40, 24, 20),
                LambdaSeed.demo(clock, speed));
    }

    public LambdaSetup withKey(String newKey) {
        return new LambdaSetup(newKey, limits, speed, capacity, quotas, seed);
    }

    public LambdaSetup withLimits(Limits newLimits) {
        return new LambdaSetup(key, newLimits, speed, capacity, quotas, seed);
    }

    public LambdaSetup withCapacity(Capacity newCapacity) {
        return new LambdaSetup(key, limits, speed, newCapacity, quotas, seed);
    }

    public LambdaSetup withQuotas(Quotas newQuotas) {
        return new LambdaSetup(key, limits, speed, capacity, newQuotas, seed);
    }

    public LambdaSetup withSeed(LambdaSeed newSeed) {
        return new LambdaSetup(key, limits, speed, capacity, quotas, newSeed);
    }
}
