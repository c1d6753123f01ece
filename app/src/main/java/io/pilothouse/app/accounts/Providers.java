package io.pilothouse.app.accounts;

import io.pilothouse.cloud.Provider;
import io.pilothouse.provider.crusoe.CrusoeProvider;
import io.pilothouse.provider.lambdacloud.LambdaCloudProvider;

import java.util.List;
import java.util.Optional;

/// The vendors that the program knows, in the order in which they are offered.
public final class Providers {
    public static final List<Provider> ALL =
            List.of(new LambdaCloudProvider(), new CrusoeProvider());

    private Providers() {}

    public static Optional<Provider> of(String id) {
        return ALL.stream().filter(p -> p.id().equals(id)).findFirst();
    }
}
