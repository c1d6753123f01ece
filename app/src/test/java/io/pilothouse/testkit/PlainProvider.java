package io.pilothouse.testkit;

import io.pilothouse.cloud.ApiCall;
import io.pilothouse.cloud.Auth;
import io.pilothouse.cloud.Budget;
import io.pilothouse.cloud.Provider;
import io.pilothouse.cloud.Refusal;
import io.pilothouse.cloud.form.Form;
import io.pilothouse.domain.Json;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;

/// A made-up provider, of which a test says no more than it is about: it asks for no credentials, has ample budgets, and
/// discovers nothing.
public interface PlainProvider extends Provider {
    @Override
    default String endpoint() {
        return "https://" + id() + ".example";
    }

    @Override
    default Form credentials() {
        return Form.NONE;
    }

    @Override
    default Auth auth() {
        return new Auth.Headers(_ -> Map.of());
    }

    @Override
    default Map<String, Budget> budgets() {
        return Map.of(ApiCall.ALL, Budget.polite(10, Duration.ofSeconds(1), 4));
    }

    @Override
    default Set<String> secrets() {
        return Set.of();
    }

    @Override
    default Refusal refusal(int status, Json body) {
        return Refusal.NONE;
    }

    @Override
    default SequencedMap<String, ApiCall<Json>> discover(Json options) {
        return new LinkedHashMap<>();
    }
}
