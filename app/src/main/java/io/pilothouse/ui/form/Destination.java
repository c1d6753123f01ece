package io.pilothouse.ui.form;

import io.pilothouse.cloud.Action;
import io.pilothouse.cloud.CloudException;
import io.pilothouse.cloud.Request;
import io.pilothouse.cloud.Step;
import io.pilothouse.domain.Inventory;
import io.pilothouse.domain.Money;
import io.pilothouse.domain.Resource;
import io.pilothouse.ui.kit.act.CallPlan;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/// One account, and in it perhaps one scope, at which an action can be done, with all that a dialog may ask of it. Nothing can be sent through it.
///
/// @param account id of the account
/// @param colour as [io.pilothouse.domain.Account] has it
/// @param provider the provider's name, in words
/// @param inventory what the account is known to have, as of each question
/// @param estimate what these calls would take, were they handed in now
/// @param curl a request as a curl line, secrets masked
/// @param burnRate what runs now costs an hour, over all accounts
/// @param readAt when the rows of a type were read; empty when never
/// @param unread why the rows of a type could not be read; empty while they can, and before they were tried
public record Destination(
        String account,
        String name,
        String colour,
        String provider,
        Action action,
        Optional<Resource> scope,
        List<Resource> targets,
        Supplier<Inventory> inventory,
        Function<List<Step>, CallPlan> estimate,
        Function<Request, String> curl,
        Supplier<Money> burnRate,
        Function<String, Optional<Instant>> readAt,
        Function<String, Optional<CloudException>> unread) {

    /// What its form is made from: the rows, or the scope in which something new is made.
    public List<Resource> about() {
        return action.target() == Action.Target.SCOPE ? scope.stream().toList() : targets;
    }
}
