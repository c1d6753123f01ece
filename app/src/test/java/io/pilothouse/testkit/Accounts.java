package io.pilothouse.testkit;

import io.pilothouse.domain.Account;
import io.pilothouse.domain.Json;

import java.util.Map;
import java.util.Optional;

/// Accounts as they are by default: of the production class, and without credentials.
public final class Accounts {
    private Accounts() {}

    public static Account of(String id, String name, String provider) {
        return new Account(
                id,
                name,
                provider,
                Optional.empty(),
                Account.Stage.PRODUCTION,
                false,
                "violet",
                Map.of(),
                Map.of(),
                Json.obj());
    }
}
