package io.pilothouse.rehearsal.crusoe;

import io.pilothouse.rehearsal.crusoe.place.Capacity;
import io.pilothouse.rehearsal.loopback.Arrivals.Limits;
import io.pilothouse.rehearsal.loopback.RehearsalClock;
import io.pilothouse.rehearsal.loopback.Speed;

import java.security.SecureRandom;
import java.util.Base64;

/// One Crusoe Cloud account as it is to be re-enacted.
///
/// @param secretKey base64url without padding
/// @param limits none are published, so none are enforced unless asked for
public record CrusoeSetup(
        String accessKey,
        String secretKey,
        Limits limits,
        Speed speed,
        Capacity capacity,
        CrusoeSeed seed) {
    /// A few resources of every kind, a fresh random pair of keys.
    public static CrusoeSetup demo(RehearsalClock clock, Speed speed) {
        return new CrusoeSetup(
                key(),
                key(),
                Limits.none(),
                speed,
                Capacity.changing(20_260_102, speed.tide(), clock.nanos()),
                new DemoSeed());
    }

    private static String key() {
        var random = new byte[16];
        new SecureRandom().nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    public CrusoeSetup withKeys(String access, String secret) {
        return new CrusoeSetup(access, secret, limits, speed, capacity, seed);
    }

    public CrusoeSetup withLimits(Limits newLimits) {
        return new CrusoeSetup(accessKey, secretKey, newLimits, speed, capacity, seed);
    }

    public CrusoeSetup withCapacity(Capacity newCapacity) {
        return new CrusoeSetup(accessKey, secretKey, limits, speed, newCapacity, seed);
    }

    public CrusoeSetup withSeed(CrusoeSeed newSeed) {
        return new CrusoeSetup(accessKey, secretKey, limits, speed, capacity, newSeed);
    }
}
