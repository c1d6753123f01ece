package io.pilothouse.rehearsal.loopback;

import java.time.Duration;

/// How long a machine takes for what it does.
///
/// @param address from the launch until it has an address; not longer than `boot`
/// @param boot from the launch until it is active
/// @param restart from the restart until it is active again
/// @param terminate from the request until it is terminated
/// @param listed from then on until it has left the list
/// @param tide how long the capacity of a type in a region stays as it is
public record Speed(
        Duration address,
        Duration boot,
        Duration restart,
        Duration terminate,
        Duration listed,
        Duration tide) {

    /// As a rehearsal is watched: a boot of 20 seconds, a termination of 8, listed for 15 more.
    public static Speed demo() {
        return new Speed(
                Duration.ofSeconds(9),
                Duration.ofSeconds(20),
                Duration.ofSeconds(12),
                Duration.ofSeconds(8),
                Duration.ofSeconds(15),
                Duration.ofSeconds(90));
    }

    /// Everything `factor` times as fast.
    ///
    /// @param factor above 0; 2 halves every time
    public Speed times(double factor) {
        return new Speed(
                faster(address, factor),
                faster(boot, factor),
                faster(restart, factor),
                faster(terminate, factor),
                faster(listed, factor),
                faster(tide, factor));
    }

    private static Duration faster(Duration time, double factor) {
        return Duration.ofNanos(Math.max(1, Math.round(time.toNanos() / factor)));
    }
}
