package io.pilothouse.ui.overview.known;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;

/// Local times as the overview says them.
public record Clock(ZoneId zone) {
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm", Locale.US);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMM d", Locale.US);

    /// `14:32`.
    public String hour(Instant time) {
        return HOUR.format(time.atZone(zone));
    }

    /// `Nov 23`.
    public String day(Instant time) {
        return DAY.format(time.atZone(zone));
    }

    /// `14:32` of today, `Nov 23` before.
    public String when(Instant time, Instant now) {
        return date(time).equals(date(now)) ? hour(time) : day(time);
    }

    public LocalDate date(Instant time) {
        return LocalDate.ofInstant(time, zone);
    }

    public Instant midnight(Instant now) {
        return date(now).atStartOfDay(zone).toInstant();
    }

    public Instant nextMidnight(Instant now) {
        return date(now).plusDays(1).atStartOfDay(zone).toInstant();
    }

    public Instant firstOfMonth(Instant now) {
        return date(now).withDayOfMonth(1).atStartOfDay(zone).toInstant();
    }

    /// `November`.
    public String month(Instant now) {
        return date(now).getMonth().getDisplayName(TextStyle.FULL_STANDALONE, Locale.US);
    }
}
