package io.pilothouse.rehearsal.crusoe.organisation;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;
import java.util.SplittableRandom;

/// A resource that was used day by day.
///
/// @param type a VM type or a disk type
/// @param region a location without its last part
/// @param metric what is counted: `gpu-hours` is attested, the others are made like it
/// @param reservation empty for none
/// @param most of it a day
public record Metered(
        String resource,
        String project,
        String type,
        String region,
        String metric,
        String reservation,
        double most) {
    /// What was used on a day: always the same for the same day, less at weekends; what is stored, is stored always.
    double on(LocalDate day) {
        if (metric.equals("gib-hours")) {
            return most;
        }
        var random = new SplittableRandom(resource.hashCode() * 31L + day.toEpochDay());
        var weekend = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY).contains(day.getDayOfWeek());
        var part = (weekend ? 0.2 : 0.6) + random.nextDouble() * (weekend ? 0.3 : 0.4);
        return Math.round(most * part * 1_000_000) / 1_000_000.0;
    }
}
