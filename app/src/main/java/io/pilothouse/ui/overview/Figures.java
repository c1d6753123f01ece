package io.pilothouse.ui.overview;

import io.pilothouse.domain.Facts;
import io.pilothouse.domain.Kind;
import io.pilothouse.domain.Money;
import io.pilothouse.domain.Status;
import io.pilothouse.domain.Status.Phase;
import io.pilothouse.standing.cost.Rate;
import io.pilothouse.standing.cost.Spending;
import io.pilothouse.standing.cost.Spending.Seen;
import io.pilothouse.ui.kit.Formats;
import io.pilothouse.ui.kit.Words;
import io.pilothouse.ui.overview.Figure.Part;
import io.pilothouse.ui.overview.attention.Concern;
import io.pilothouse.ui.overview.known.Clock;
import io.pilothouse.ui.overview.known.Known;
import io.pilothouse.ui.theme.Css;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Makes the six figures.
///
/// @param rate of now
/// @param spending back to the first of the month at least; empty while the history is being read
record Figures(Known known, Rate rate, Optional<Spending> spending, Clock clock) {
    private static final Duration LATELY = Duration.ofHours(24);
    private static final int MOST_WORDS = 2;

    /// In place of a number that is not known.
    private static final String NOTHING = "—";

    List<Figure> all(List<Concern> concerns) {
        return List.of(
                burn(), today(), month(), running(), inTransition(), needsAttention(concerns));
    }

    private boolean isPriced() {
        return rate.priced() > 0;
    }

    private boolean anythingRead() {
        return known.feeds().stream()
                .anyMatch(
                        f -> f.type().kind() == Kind.INSTANCE && f.snapshot().readAt().isPresent());
    }

    private boolean isSomeUnread() {
        return known.feeds().stream()
                .anyMatch(f -> f.type().kind() == Kind.INSTANCE && f.snapshot().readAt().isEmpty());
    }

    private Figure burn() {
        var unpriced = Words.of("overview.unpriced", rate.unpriced());
        var billed = Words.count("overview.billed", rate.priced());
        var still = Part.of(rate.unpriced() > 0 ? unpriced : billed, Css.MUTED);
        return new Figure(
                Words.of("overview.burn"),
                isPriced() ? Amounts.rate(rate.sum(), rate.isAtLeast()) : NOTHING,
                isPriced() ? Words.of("overview.per-hour") : "",
                anythingRead() ? List.of(lastChange().orElse(still)) : List.of(),
                billed + ", " + unpriced + "\n" + Words.of("overview.burn.tip"));
    }

    /// `+$3.99 since 13:40`: the newest change that was seen to happen.
    private Optional<Part> lastChange() {
        var spans = spending.map(s -> s.from(known.now().minus(LATELY)).spans()).orElse(List.of());
        for (int i = spans.size() - 1; i > 0; i--) {
            var before = spans.get(i - 1);
            var after = spans.get(i);
            long change = after.rate().centsAnHour() - before.rate().centsAnHour();
            if (before.seen() != Seen.ALL || after.seen() != Seen.ALL) {
                return Optional.empty();
            }
            if (change != 0) {
                var words =
                        Words.of(
                                "overview.change",
                                (change > 0 ? "+" : "") + Formats.dollars(new Money(change)),
                                clock.when(after.from(), known.now()));
                return Optional.of(Part.of(words, change > 0 ? Css.WARN : Css.MUTED));
            }
        }
        return Optional.empty();
    }

    private Figure today() {
        var begin = clock.midnight(known.now());
        var sum = spending.map(s -> s.sumFrom(begin));
        var more =
                sum.map(
                        s ->
                                s.seen().equals(s.length())
                                        ? Words.of("overview.by-midnight", byMidnight(s))
                                        : seen(s));
        return sum(Words.of("overview.today"), sum, more.orElse(""));
    }

    private String byMidnight(Spending.Sum sum) {
        var left = Duration.between(known.now(), clock.nextMidnight(known.now()));
        double rest = rate.sum().centsAnHour() * (left.toMillis() / 3_600_000.0);
        return Amounts.sum(sum.cents() + Math.round(rest), sum.atLeast() || rate.isAtLeast());
    }

    private Figure month() {
        var sum = spending.map(s -> s.sumFrom(clock.firstOfMonth(known.now())));
        var more =
                sum.map(
                        s ->
                                s.seen().equals(s.length())
                                        ? Words.of(
                                                "overview.since",
                                                clock.day(clock.firstOfMonth(known.now())))
                                        : seen(s));
        return sum(clock.month(known.now()), sum, more.orElse(""));
    }

    private Figure sum(String caption, Optional<Spending.Sum> sum, String more) {
        boolean any = sum.filter(s -> s.cents() > 0 || isPriced()).isPresent();
        return new Figure(
                caption,
                sum.filter(_ -> any).map(s -> Amounts.sum(s.cents(), s.atLeast())).orElse(NOTHING),
                "",
                any ? List.of(Part.of(more, Css.MUTED)) : List.of(),
                Words.of("overview.sum.tip"));
    }

    /// How much of the time the program has watched.
    private static String seen(Spending.Sum sum) {
        return Words.of("overview.seen", Formats.seldom(sum.seen()), Formats.seldom(sum.length()));
    }

    private Figure running() {
        var machines = known.items(Kind.INSTANCE).toList();
        var up = machines.stream().filter(i -> i.phase() == Phase.RUNNING).toList();
        long gpus = up.stream().mapToLong(i -> i.row().get(Facts.GPUS).orElse(0L)).sum();
        long accounts = up.stream().map(i -> i.feed().connection()).distinct().count();
        var parts = new ArrayList<Part>();
        long old = machines.stream().filter(Known.Item::isStale).count();
        var muted = new ArrayList<String>();
        if (gpus > 0) {
            muted.add(Words.count("overview.gpus", gpus));
        }
        boolean part = anythingRead() && isSomeUnread();
        if (accounts > 1 && old == 0 && !part) {
            muted.add(Words.of("overview.in-accounts", accounts));
        }
        if (!muted.isEmpty()) {
            parts.add(Part.of(String.join(", ", muted), Css.MUTED));
        }
        if (old > 0) {
            parts.add(Part.of(Words.of("overview.old", old), Css.WARN));
        } else if (part) {
            parts.add(Part.of(Words.of("overview.not-all"), Css.WARN));
        }
        return new Figure(
                Words.of("overview.running"),
                anythingRead() ? String.valueOf(up.size()) : NOTHING,
                anythingRead() ? Words.of("overview.of", machines.size()) : "",
                List.copyOf(parts),
                Words.of("overview.running.tip"));
    }

    private Figure inTransition() {
        Map<Status, Integer> words = new LinkedHashMap<>();
        known.items()
                .filter(i -> i.kind() != Kind.OPERATION && i.phase().inTransition())
                .filter(i -> !i.isStale())
                .forEach(i -> words.merge(i.row().status(), 1, Integer::sum));
        int count = words.values().stream().mapToInt(n -> n).sum();
        var parts =
                words.entrySet().stream()
                        .limit(MOST_WORDS)
                        .map(
                                e ->
                                        new Part(
                                                Optional.of(e.getKey()),
                                                Words.of(
                                                        "overview.count",
                                                        e.getValue(),
                                                        KindCount.word(e.getKey())),
                                                ""))
                        .toList();
        return new Figure(
                Words.of("overview.transition"),
                anythingRead() ? String.valueOf(count) : NOTHING,
                "",
                parts,
                Words.of("overview.transition.tip"));
    }

    private Figure needsAttention(List<Concern> concerns) {
        long now = concerns.stream().filter(Concern::isNow).count();
        long soon = concerns.size() - now;
        var parts = new ArrayList<Part>();
        if (now > 0) {
            parts.add(Part.of(Words.of("overview.now", now), Css.BAD));
        }
        if (soon > 0) {
            parts.add(Part.of(Words.of("overview.soon", soon), Css.WARN));
        }
        return new Figure(
                Words.of("overview.attention"),
                concerns.isEmpty() && !known.isAnythingRead()
                        ? NOTHING
                        : String.valueOf(concerns.size()),
                "",
                List.copyOf(parts),
                Words.of("overview.attention.tip"));
    }

    static Instant earliest(Instant now) {
        return now.minus(Duration.ofDays(32));
    }
}
