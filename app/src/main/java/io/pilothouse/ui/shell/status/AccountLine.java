package io.pilothouse.ui.shell.status;

import io.pilothouse.cloud.CloudException;
import io.pilothouse.domain.Account;
import io.pilothouse.sync.feed.Health;
import io.pilothouse.ui.kit.Formats;
import io.pilothouse.ui.kit.Problems;
import io.pilothouse.ui.kit.Words;
import io.pilothouse.work.Traffic;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// An account in the status bar, in words. Two lines with the same words are equal, so nothing is drawn anew for them.
///
/// @param segments how many of five are lit in its meter
/// @param use `0.7/1 rps`
/// @param queue what waits, and how long; empty when nothing does
/// @param shared with whom it goes by one road; empty when it goes alone
/// @param trouble empty when all is well
/// @param remedy what a person can do about it, as the words of a button; empty when nothing
/// @param quiet what holds it up just now and may pass by itself; empty when nothing does
public record AccountLine(
        Account account,
        int segments,
        String use,
        String queue,
        String shared,
        Health.State state,
        String trouble,
        String remedy,
        String quiet,
        String tip) {
    /// So long an answer may take before it is said.
    static final Duration SILENT = Duration.ofSeconds(15);

    /// @param peers names of the other accounts that go by the same road
    static AccountLine of(
            Account account, List<String> peers, Traffic traffic, Health health, Instant now) {
        var parts = new ArrayList<String>();
        var tips = new ArrayList<String>();
        int segments = 0;
        var use = "";
        for (var each : traffic.budgets()) {
            double slot = each.budget().slot().toMillis() / 1000.0;
            tips.add(
                    Words.of(
                            "status.budget",
                            each.name(),
                            each.budget().toString(),
                            each.lastMinute(),
                            Formats.duration(each.widened())));
            if (each.name().equals("all")) {
                double used = each.lastMinute() / 60.0 * slot;
                segments = (int) Math.min(5, Math.ceil(used * 5 - 0.05));
                use = Words.of("status.use", number(each.lastMinute() / 60.0), number(1 / slot));
            } else if (each.next().toMillis() > 500) {
                parts.add(
                        Words.of(
                                "status.slot",
                                each.name(),
                                Formats.span(each.next().plusSeconds(1))));
            }
        }
        int waiting = traffic.waiting();
        if (waiting > 0) {
            parts.addFirst(Words.of("status.queued", waiting));
        }
        if (traffic.throttled() > 0) {
            parts.add(Words.of("status.throttled", traffic.throttled()));
        }
        var others = Formats.oneLine(String.join(", ", peers));
        if (!peers.isEmpty()) {
            tips.add(Words.of("status.shared.tip", others));
        }
        var trouble =
                switch (health.state()) {
                    case GOOD -> "";
                    case CONNECTING -> Words.of("health.connecting");
                    // of a 429 the road says it quietly, and until when
                    case PARTLY, FAILING, SIGNED_OUT ->
                            isThrottled(health) && traffic.held().isPresent()
                                    ? ""
                                    : failure(health, now);
                };
        health.why().ifPresent(w -> tips.add(Problems.whole(w)));
        return new AccountLine(
                account,
                segments,
                use,
                String.join(" · ", parts),
                peers.isEmpty() ? "" : Words.of("status.shared", others),
                health.state(),
                trouble,
                health.state() == Health.State.SIGNED_OUT
                        ? health.why().map(Problems::remedy).orElse("")
                        : "",
                quiet(traffic),
                String.join("\n", tips));
    }

    boolean isFailing() {
        return state != Health.State.GOOD && state != Health.State.CONNECTING;
    }

    /// The lower, the sooner a person wants to see it.
    int calm() {
        return isFailing() ? 0 : quiet.isEmpty() ? 2 : 1;
    }

    /// In one line.
    String brief(String between) {
        return Stream.of(Formats.oneLine(account.name()), use, trouble, quiet, queue)
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining(between));
    }

    private static String failure(Health health, Instant now) {
        return health.why().map(Problems::brief).orElseGet(() -> Words.of("health.failing"))
                + " "
                + Formats.seldom(Duration.between(health.since(), now));
    }

    /// Does the road have something to say before its calls are given up?
    static boolean isHeldUp(Traffic traffic) {
        return traffic.held().isPresent() || traffic.silent().compareTo(SILENT) >= 0;
    }

    private static String quiet(Traffic traffic) {
        if (traffic.held().isPresent()) {
            long s = traffic.held().get().plusMillis(999).toSeconds();
            return s == 0
                    ? Words.of("status.held")
                    : Words.of("status.held.for", Formats.span(Duration.ofSeconds(s)));
        }
        return isHeldUp(traffic) ? Words.of("status.silent", Formats.seldom(traffic.silent())) : "";
    }

    private static boolean isThrottled(Health health) {
        return health.why().filter(CloudException.Throttled.class::isInstance).isPresent();
    }

    private static String number(double n) {
        return n == Math.rint(n) || n >= 10
                ? String.format(Locale.US, "%.0f", n)
                : String.format(Locale.US, "%.1f", n);
    }
}
