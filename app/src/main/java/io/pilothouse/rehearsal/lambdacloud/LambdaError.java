package io.pilothouse.rehearsal.lambdacloud;

import io.pilothouse.domain.Json;

import java.util.Optional;

/// A refusal in the service's own envelope; codes, status and words are those of the API document.
public final class LambdaError extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int status;
    private final String code;
    private final String message;
    private final String suggestion;

    private LambdaError(int status, String code, String message, String suggestion) {
        super(message, null, false, false); // an answer, not a failure: no stack trace
        this.status = status;
        this.code = code;
        this.message = message;
        this.suggestion = suggestion;
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }

    Json json() {
        return Json.obj(
                "error",
                Json.obj(
                        "code",
                        code,
                        "message",
                        message,
                        "suggestion",
                        Optional.of(suggestion).filter(s -> !s.isEmpty())));
    }

    static LambdaError missingKey() {
        return new LambdaError(
                401,
                "global/invalid-api-key",
                "No API key was provided.",
                "Make sure to pass an API key in the AUTHORIZATION header when making requests.");
    }

    static LambdaError invalidKey() {
        return new LambdaError(
                401,
                "global/invalid-api-key",
                "API key was invalid, expired, or deleted.",
                "Check your API key or create a new one, then try again.");
    }

    static LambdaError inactive() {
        return new LambdaError(
                403,
                "global/account-inactive",
                "Your account is inactive.",
                "Make sure you have verified your email address and have a valid payment method."
                        + " Contact Support if problems continue.");
    }

    static LambdaError invalid(String message) {
        return new LambdaError(400, "global/invalid-parameters", message, "");
    }

    static LambdaError noInstance() {
        return new LambdaError(
                404, "global/object-does-not-exist", "Specified instance does not exist.", "");
    }

    static LambdaError noFileSystem() {
        return new LambdaError(
                404, "global/object-does-not-exist", "Filesystem was not found.", "");
    }

    static LambdaError noRuleset() {
        return new LambdaError(
                404,
                "global/object-does-not-exist",
                "Firewall ruleset does not exist or you do not have permission to access it.",
                "Check your firewall ruleset ID and try again.");
    }

    /// What a launch names and there is not. The document lists 400 and 404 without saying when: types and regions
    /// are the catalogue's (400), the rest is the account's own (404).
    static LambdaError launchLacks(int status, String what) {
        return new LambdaError(
                status,
                "global/object-does-not-exist",
                what + " does not exist.",
                "Check the name or ID of the resource and try again.");
    }

    static LambdaError notFound() {
        return new LambdaError(
                404, "global/not-found", "The requested resource was not found.", "");
    }

    /// No operation allows the method; the document has no code for it.
    static LambdaError wrongMethod(String method) {
        return new LambdaError(
                405, "global/method-not-allowed", "Method " + method + " is not allowed.", "");
    }

    static LambdaError duplicate(String name) {
        return new LambdaError(
                400, "global/duplicate", "A filesystem named " + name + " already exists.", "");
    }

    static LambdaError quota() {
        return new LambdaError(
                400,
                "global/quota-exceeded",
                "Quota exceeded.",
                "Contact Support to increase your quota.");
    }

    static LambdaError noCapacity() {
        return new LambdaError(
                400,
                "instance-operations/launch/insufficient-capacity",
                "Not enough capacity to fulfill launch request.",
                "");
    }

    static LambdaError wrongRegion(String fileSystem) {
        return new LambdaError(
                400,
                "instance-operations/launch/file-system-in-wrong-region",
                "Filesystem " + fileSystem + " is not in the region of the launch.",
                "");
    }

    static LambdaError fileSystemInUse() {
        return new LambdaError(
                400,
                "filesystems/filesystem-in-use",
                "Filesystem is mounted to one or more instances.",
                "");
    }

    static LambdaError rulesetInUse() {
        return new LambdaError(
                400,
                "firewall-rulesets/firewall-ruleset-in-use",
                "Firewall ruleset is in use by one or more instances.",
                "Terminate all instances that are using the ruleset before deleting it.");
    }

    static LambdaError conflict() {
        return new LambdaError(
                409,
                "global/conflict",
                "The request conflicts with the current state of the resource.",
                "");
    }

    static LambdaError internal(int status) {
        return new LambdaError(
                status,
                "global/internal-error",
                "An internal server error occurred.",
                "Try again later. Contact Support if the problem persists.");
    }
}
