package io.pilothouse.ui.kit;

import io.pilothouse.cloud.Request;
import io.pilothouse.domain.Pin;
import io.pilothouse.work.Traffic;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/// What a screen may ask of an account's road; nothing can be sent through it. Accounts with the same endpoint and key
/// go by one road: theirs are equal.
public interface Road {
    Traffic traffic();

    /// Told on any thread after each change; the receiver batches.
    Pin onTraffic(Runnable changed);

    /// Time until the last of these calls would be answered, were they handed in now. Each is the set of budgets it
    /// takes from besides `all`.
    Duration estimate(List<Set<String>> calls);

    /// The request as a curl line, secrets masked.
    String curl(Request request);
}
