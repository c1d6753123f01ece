package io.pilothouse.ui.kit.act;

import io.pilothouse.cloud.Action;
import io.pilothouse.cloud.ApiCall;
import io.pilothouse.cloud.Budget;
import io.pilothouse.cloud.Step;
import io.pilothouse.domain.Facts;
import io.pilothouse.domain.Json;
import io.pilothouse.domain.Money;
import io.pilothouse.ui.kit.Road;
import io.pilothouse.ui.kit.Workbench;
import io.pilothouse.ui.kit.rows.Row;
import io.pilothouse.work.Traffic;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Calls that are about to be sent, in their order, with what they take: a preview that sends nothing.
///
/// @param time until the last is answered, were they handed in now; what the service does afterwards is not in it
/// @param slowest the budget that decides it, where there is one
/// @param queued calls that wait already and go first
/// @param grace how long it can be undone before the first is sent, where the action has one
/// @param saved what no longer costs afterwards, an hour: prices of rows that are destroyed
public record CallPlan(
        List<Step> steps,
        Duration time,
        Optional<Budget> slowest,
        int queued,
        Duration grace,
        Money saved) {

    /// Of an action that asks nothing more.
    public static CallPlan of(Workbench bench, Offer offer) {
        var targets = offer.targets().stream().map(Row::resource).toList();
        var steps =
                bench.commands()
                        .plan(offer.action(), offer.scope(), targets, Json.obj(), Json.obj());
        return of(bench, offer, steps);
    }

    /// Of these calls, at the road of the offer's account.
    public static CallPlan of(Workbench bench, Offer offer, List<Step> steps) {
        var road = bench.roads().apply(offer.connection().account().id());
        var calls = steps.stream().map(s -> s.call().budgets()).toList();
        var traffic = road.map(Road::traffic);
        return new CallPlan(
                steps,
                road.map(r -> r.estimate(calls)).orElse(Duration.ZERO),
                slowest(calls, traffic),
                traffic.map(Traffic::waiting).orElse(0),
                bench.commands().grace(),
                saved(offer));
    }

    private static Money saved(Offer offer) {
        return offer.action().effect() != Action.Effect.DESTROY
                ? Money.ZERO
                : offer.targets().stream()
                        .flatMap(r -> r.resource().get(Facts.PRICE).stream())
                        .reduce(Money.ZERO, Money::plus);
    }

    private static Optional<Budget> slowest(List<Set<String>> calls, Optional<Traffic> traffic) {
        var used = new HashSet<>(Set.of(ApiCall.ALL));
        calls.forEach(used::addAll);
        return traffic.stream()
                .flatMap(t -> t.budgets().stream())
                .filter(u -> used.contains(u.name()))
                .map(Traffic.Use::budget)
                .max(Comparator.comparing(Budget::slot));
    }
}
