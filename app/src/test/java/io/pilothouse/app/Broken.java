package io.pilothouse.app;

import io.pilothouse.cloud.CloudException;
import io.pilothouse.cloud.Refusal;

/// What stands in the way of an answer in tests of states.
final class Broken {
    static final LambdaInMemory.Fault NOTHING = _ -> {};

    static final LambdaInMemory.Fault UNREACHABLE =
            _ -> {
                throw new CloudException.Unreachable(
                        CloudException.Unreachable.Cause.REFUSED, "refused");
            };

    static final LambdaInMemory.Fault KEY_REFUSED =
            _ -> {
                throw new CloudException.Unauthorized(
                        new Refusal("global/invalid-api-key", "API key was invalid.", "Check it."));
            };

    private Broken() {}

    /// Only for paths that hold this.
    static LambdaInMemory.Fault on(String part) {
        return request -> {
            if (request.path(v -> v).contains(part)) {
                throw new CloudException.Refused(
                        403, new Refusal("forbidden", "You are not a member of it.", ""));
            }
        };
    }
}
