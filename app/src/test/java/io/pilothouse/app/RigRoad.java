package io.pilothouse.app;

import io.pilothouse.cloud.ApiCall;
import io.pilothouse.cloud.Budget;
import io.pilothouse.cloud.Request;
import io.pilothouse.domain.Pin;
import io.pilothouse.ui.kit.Road;
import io.pilothouse.work.Traffic;
import io.pilothouse.work.Urgency;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/// A road on which two polls wait, held up as the test says.
record RigRoad(Supplier<Optional<Duration>> held, Supplier<Duration> silent) implements Road {
    @Override
    public Traffic traffic() {
        var use =
                new Traffic.Use(
                        ApiCall.ALL,
                        Budget.strict(1, Duration.ofSeconds(1)),
                        24,
                        Duration.ofMillis(400),
                        Duration.ofSeconds(1));
        return new Traffic(
                Map.of(Urgency.BACKGROUND, 2), 0, List.of(use), 0, held.get(), silent.get());
    }

    @Override
    public Pin onTraffic(Runnable changed) {
        return () -> {};
    }

    @Override
    public Duration estimate(List<Set<String>> calls) {
        return Duration.ofSeconds(calls.size());
    }

    @Override
    public String curl(Request request) {
        return "curl " + request.path(v -> v);
    }
}
