package io.pilothouse.ui.kit;

import io.pilothouse.domain.Bytes;
import io.pilothouse.domain.Link;
import io.pilothouse.domain.Money;
import io.pilothouse.domain.Rule;
import io.pilothouse.domain.Secret;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Numbers, times and facts as people read them: units with a space, money with two decimals, the same in every locale.
public final class Formats {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.US);
    private static final DateTimeFormatter DATE_TIME =
            DateTimeFormatter.ofPattern("MMM d, yyyy HH:mm:ss", Locale.US);
    private static final DateTimeFormatter DAY_TIME =
            DateTimeFormatter.ofPattern("MMM d, HH:mm", Locale.US);

    private Formats() {}

    /// `23.92`, for a column that says its unit.
    public static String hourly(Money price) {
        return String.format(Locale.US, "%,.2f", price.centsAnHour() / 100.0);
    }

    /// `$23.92`.
    public static String dollars(Money price) {
        return (price.centsAnHour() < 0 ? "−$" : "$")
                + String.format(Locale.US, "%,.2f", Math.abs(price.centsAnHour()) / 100.0);
    }

    /// `$1,598`, where cents say nothing.
    public static String wholeDollars(Money sum) {
        return (sum.centsAnHour() < 0 ? "−$" : "$")
                + String.format(Locale.US, "%,d", Math.round(Math.abs(sum.centsAnHour()) / 100.0));
    }

    /// `2.1 TiB`, `512 GiB`: three digits at most.
    public static String bytes(Bytes size) {
        double n = size.count();
        var units = List.of("B", "KiB", "MiB", "GiB", "TiB", "PiB");
        int unit = 0;
        while (n >= 1024 && unit < units.size() - 1) {
            n /= 1024;
            unit++;
        }
        var digits = n >= 10 || unit == 0 || n == Math.rint(n) ? "%,.0f" : "%.1f";
        return String.format(Locale.US, digits, n) + " " + units.get(unit);
    }

    /// `0.4 s`, `84 s`, `3 min`, `5 h`, `3 d 4 h`: a length that was reckoned, as that of a plan or a budget. One that the
    /// clock moves is a [#span(Duration)].
    public static String duration(Duration d) {
        long ms = Math.max(0, d.toMillis());
        long s = ms / 1000;
        if (ms < 10_000 && ms % 1000 != 0) {
            return String.format(Locale.US, "%.1f s", ms / 1000.0);
        }
        if (s < 120) {
            return s + " s";
        }
        if (s < 2 * 3600) {
            return s / 60 + " min";
        }
        if (s < 48 * 3600) {
            return s / 3600 + " h";
        }
        long h = s / 3600 % 24;
        return s / 86_400 + " d" + (h == 0 || s > 14 * 86_400 ? "" : " " + h + " h");
    }

    /// `12 s`, `1 min`, `3 min`, `5 h`, `3 d 4 h`: for how long, or how long until, by the clock.
    public static String span(Duration d) {
        long s = Math.max(0, d.toSeconds());
        return s >= 60 && s < 120 ? "1 min" : duration(Duration.ofSeconds(s));
    }

    /// A span in steps of 5, 15 and 30 s and then minutes, so that it changes seldom.
    public static String seldom(Duration d) {
        long s = d.toSeconds();
        return s < 60 ? (s < 15 ? 5 : s < 30 ? 15 : 30) + " s" : span(d);
    }

    /// `12 s`, `1 min 12 s`, `1 h 5 min`: what goes on, to the second while that can be seen to change.
    public static String elapsed(Duration d) {
        long s = Math.max(0, d.toSeconds());
        if (s < 60) {
            return s + " s";
        }
        return s < 3600
                ? s / 60 + " min " + s % 60 + " s"
                : s / 3600 + " h " + s / 60 % 60 + " min";
    }

    /// `8 s`, `40 s`, `2 min`, `3 h`: the nearest round number, of what is never the same twice.
    public static String roughly(Duration d) {
        double s = Math.max(0, d.toMillis() / 1000.0);
        if (s < 90) {
            return Math.max(1, s < 20 ? Math.round(s) : Math.round(s / 5) * 5) + " s";
        }
        return s < 90 * 60 ? Math.round(s / 60) + " min" : Math.round(s / 3600) + " h";
    }

    /// `212 ms`, `1.0 s`: how long an answer took.
    public static String took(Duration d) {
        long ms = d.toMillis();
        return ms < 1_000 ? ms + " ms" : String.format(Locale.US, "%.1f s", ms / 1000.0);
    }

    /// How old something is: so long ago, to the step of [#seldom(Duration)].
    public static String age(Duration d) {
        return d.toSeconds() < 5 ? Words.of("age.now") : Words.of("age.ago", seldom(d));
    }

    /// `14:32:08`, local.
    public static String time(Instant t) {
        return TIME.format(t.atZone(ZoneId.systemDefault()));
    }

    /// `Nov 24, 18:40`, local.
    public static String day(Instant t) {
        return DAY_TIME.format(t.atZone(ZoneId.systemDefault()));
    }

    /// The exact time, local, with UTC and the offset: for tool tips.
    public static String exact(Instant t) {
        var local = t.atZone(ZoneId.systemDefault());
        return Words.of(
                "time.exact",
                DATE_TIME.format(local),
                local.getOffset().getId(),
                TIME.format(t.atZone(ZoneId.of("UTC"))));
    }

    /// A fact's value in one line.
    public static String fact(Object value, Instant now) {
        return switch (value) {
            case Money m -> hourly(m);
            case Bytes b -> bytes(b);
            case Instant t when t.isAfter(now.plusSeconds(1)) ->
                    Words.of("time.in", span(Duration.between(now, t)));
            case Instant t -> span(Duration.between(t, now));
            case BigDecimal n -> amount(n);
            case Link link -> link.key();
            case Boolean b -> Words.of(b ? "value.yes" : "value.no");
            case Long n -> String.format(Locale.US, "%,d", n);
            case Secret s -> s.toString();
            // nothing is an answer too: an empty cell would look like something not read
            case List<?> all when all.isEmpty() -> Words.of("value.none");
            case List<?> all when all.getFirst() instanceof Rule ->
                    Words.count("count.rules", all.size());
            case List<?> all -> all.stream().map(Formats::item).collect(Collectors.joining(", "));
            default -> oneLine(value.toString());
        };
    }

    /// `tcp 22,80 ← 192.0.2.0/24`.
    public static String rule(Rule rule) {
        var ports = rule.ports().isEmpty() ? "" : " " + String.join(",", rule.ports());
        return oneLine(rule.protocol() + ports + " ← " + String.join(", ", rule.from()));
    }

    /// A number with at most three decimals, and with commas.
    public static String amount(BigDecimal n) {
        var format = NumberFormat.getNumberInstance(Locale.US);
        format.setMaximumFractionDigits(3);
        return format.format(n);
    }

    private static String item(Object item) {
        return item instanceof Link link ? link.key() : oneLine(String.valueOf(item));
    }

    /// Hostile text made harmless for one line: control and direction characters are shown as a box, length is bounded.
    public static String oneLine(String text) {
        var shown = text.length() > 300 ? text.substring(0, 300) + "…" : text;
        return shown.chars().anyMatch(Formats::odd)
                ? shown.codePoints()
                        .map(c -> odd(c) ? 0x25A1 : c)
                        .collect(
                                StringBuilder::new,
                                StringBuilder::appendCodePoint,
                                StringBuilder::append)
                        .toString()
                : shown;
    }

    private static boolean odd(int c) {
        return Character.isISOControl(c)
                || (c >= 0x202A && c <= 0x202E)
                || (c >= 0x2066 && c <= 0x2069)
                || c == 0x200E
                || c == 0x200F;
    }
}
