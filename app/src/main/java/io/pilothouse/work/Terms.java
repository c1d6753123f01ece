package io.pilothouse.work;

import io.pilothouse.cloud.ApiCall;
import io.pilothouse.cloud.Budget;
import io.pilothouse.domain.Secret;

import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// What an account allows.
///
/// @param account its id, or those of several that share the credential; for the request journal
/// @param budgets by name, one of them [ApiCall#ALL]
/// @param readOnly asked for each call that is not repeatable
public record Terms(
        String account,
        Map<String, Budget> budgets,
        BooleanSupplier readOnly,
        Optional<Login> login) {

    /// How a new token is got after a 401, for services under [io.pilothouse.cloud.Auth.Login].
    ///
    /// @param call made when a login is needed; forgets the old token, so that the login goes out without it
    /// @param renewed keeps the new token for all later requests
    public record Login(Supplier<ApiCall<Secret>> call, Consumer<Secret> renewed) {}

    public Terms {
        budgets = Map.copyOf(budgets);
        if (!budgets.containsKey(ApiCall.ALL)) {
            throw new IllegalArgumentException("no budget named " + ApiCall.ALL);
        }
    }
}
