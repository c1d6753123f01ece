package io.pilothouse.cloud;

/// What a service says when it refuses. Parts it does not say are empty.
///
/// @param code stable and meant for programs, such as `global/invalid-parameters`
/// @param suggestion what the service advises to do
public record Refusal(String code, String message, String suggestion) {
    public static final Refusal NONE = new Refusal("", "", "");
}
