package io.pilothouse.standing.cost;

import io.pilothouse.domain.Money;
import io.pilothouse.history.cost.Costs.Step;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// What some accounts cost together over a time, span by span, without a guess about what was not seen.
///
/// @param spans one after the other, without a hole
public record Spending(List<Span> spans) {
    /// How many of the accounts were looked at.
    public enum Seen {
        ALL,
        SOME,
        NONE
    }

    /// A time in which nothing changed.
    ///
    /// @param rate of the accounts that were seen
    /// @param unpriced machines of theirs whose price is not known
    public record Span(Instant from, Instant until, Money rate, int unpriced, Seen seen) {
        public Duration length() {
            return Duration.between(from, until);
        }

        private boolean isLike(Span next) {
            return rate.equals(next.rate) && unpriced == next.unpriced && seen == next.seen;
        }
    }

    /// What it comes to.
    ///
    /// @param cents of all that was seen
    /// @param seen how long all accounts were seen
    /// @param atLeast something was not seen, or has no price
    public record Sum(long cents, Duration seen, Duration length, boolean atLeast) {}

    /// @param accounts whose costs are added up
    /// @param from before `until`
    public static Spending of(List<Step> steps, Set<String> accounts, Instant from, Instant until) {
        var ofAccount = new HashMap<String, List<Step>>();
        var edges = new TreeSet<Instant>(List.of(from, until));
        steps.stream()
                .filter(s -> accounts.contains(s.account()))
                .filter(s -> s.until().isAfter(from) && s.from().isBefore(until))
                .sorted(Comparator.comparing(Step::from))
                .forEach(
                        s -> {
                            ofAccount.computeIfAbsent(s.account(), _ -> new ArrayList<>()).add(s);
                            edges.add(s.from().isBefore(from) ? from : s.from());
                            edges.add(s.until().isAfter(until) ? until : s.until());
                        });
        var spans = new ArrayList<Span>();
        var at = new HashMap<String, Integer>();
        Instant begin = from;
        for (var end : edges) {
            if (end.isAfter(begin)) {
                add(spans, span(ofAccount, at, accounts.size(), begin, end));
                begin = end;
            }
        }
        return new Spending(List.copyOf(spans));
    }

    private static void add(List<Span> spans, Span next) {
        if (!spans.isEmpty() && spans.getLast().isLike(next)) {
            var last = spans.removeLast();
            spans.add(
                    new Span(last.from(), next.until(), next.rate(), next.unpriced(), next.seen()));
        } else {
            spans.add(next);
        }
    }

    /// @param at which step of each account was the last to begin; moves on with the spans
    private static Span span(
            Map<String, List<Step>> ofAccount,
            Map<String, Integer> at,
            int accounts,
            Instant begin,
            Instant end) {
        long cents = 0;
        int unpriced = 0;
        int seen = 0;
        for (var entry : ofAccount.entrySet()) {
            var steps = entry.getValue();
            int i = at.getOrDefault(entry.getKey(), 0);
            while (i + 1 < steps.size() && !steps.get(i + 1).from().isAfter(begin)) {
                i++;
            }
            at.put(entry.getKey(), i);
            var step = steps.get(i);
            if (!step.from().isAfter(begin) && !step.until().isBefore(end)) {
                seen++;
                cents += step.cents();
                unpriced += step.unpriced();
            }
        }
        var how = seen == 0 ? Seen.NONE : seen < accounts ? Seen.SOME : Seen.ALL;
        return new Span(begin, end, new Money(cents), unpriced, how);
    }

    /// What it comes to from that time on.
    public Sum sumFrom(Instant from) {
        double cents = 0;
        boolean atLeast = false;
        var seen = Duration.ZERO;
        var length = Duration.ZERO;
        for (var span : spans) {
            if (span.until().isAfter(from)) {
                var begin = span.from().isBefore(from) ? from : span.from();
                var part = Duration.between(begin, span.until());
                length = length.plus(part);
                cents += span.rate().centsAnHour() * (part.toMillis() / 3_600_000.0);
                seen = span.seen() == Seen.ALL ? seen.plus(part) : seen;
                atLeast |= span.seen() != Seen.ALL || span.unpriced() > 0;
            }
        }
        return new Sum(Math.round(cents), seen, length, atLeast);
    }

    /// The same from a later time on.
    public Spending from(Instant time) {
        return new Spending(
                spans.stream()
                        .filter(s -> s.until().isAfter(time))
                        .map(
                                s ->
                                        s.from().isBefore(time)
                                                ? new Span(
                                                        time,
                                                        s.until(),
                                                        s.rate(),
                                                        s.unpriced(),
                                                        s.seen())
                                                : s)
                        .toList());
    }
}
