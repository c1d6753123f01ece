package io.pilothouse.ui.kit.act;

import io.pilothouse.cloud.Budget;
import io.pilothouse.cloud.Step;
import io.pilothouse.domain.Resource;
import io.pilothouse.ui.kit.Formats;
import io.pilothouse.ui.kit.Words;

import java.util.ArrayList;
import java.util.stream.Collectors;

/// How a plan of calls is told.
public final class PlanWords {
    private static final int NAMES = 3;

    private PlanWords() {}

    /// `8 calls: 84 s at one per 12 s`.
    ///
    /// @param key of the sentence for several calls; those for one, and with a budget, are made of it
    public static String calls(String key, CallPlan plan) {
        int n = plan.steps().size();
        var wait =
                plan.time().toMillis() < 100
                        ? Words.of("plan.at-once")
                        : Formats.duration(plan.time());
        return n == 1 || plan.slowest().isEmpty()
                ? Words.of(n == 1 ? key + ".one" : key, n, wait)
                : Words.of(key + ".at", n, wait, Formats.duration(plan.slowest().get().slot()));
    }

    /// `Budget of Team GPU: 5 a minute, 3 calls queued before these`; empty when there is nothing to say.
    public static String budget(String account, CallPlan plan) {
        var parts = new ArrayList<String>();
        plan.slowest()
                .ifPresent(
                        b -> parts.add(Words.of("plan.budget", Formats.oneLine(account), rate(b))));
        if (plan.queued() > 0) {
            parts.add(Words.count("plan.queued", plan.queued()));
        }
        return String.join(", ", parts);
    }

    /// `5 a minute`, `10 a second`.
    private static String rate(Budget budget) {
        long ms = Math.max(1, budget.slot().toMillis());
        return ms <= 1000
                ? Words.of("plan.rate.second", 1000 / ms)
                : ms <= 60_000
                        ? Words.of("plan.rate.minute", 60_000 / ms)
                        : Words.of("plan.rate.slow", Formats.duration(budget.slot()));
    }

    /// What a call is for: its label, or the rows it is for.
    public static String whom(Step step) {
        if (!step.label().isEmpty()) {
            return Formats.oneLine(step.label());
        }
        var names =
                step.targets().stream()
                        .limit(NAMES)
                        .map(Resource::name)
                        .map(Formats::oneLine)
                        .collect(Collectors.joining(", "));
        int more = step.targets().size() - NAMES;
        return more > 0 ? names + Words.of("confirm.more", more) : names;
    }
}
