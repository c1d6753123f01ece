package io.pilothouse.provider.lambdacloud;

import io.pilothouse.cloud.ApiCall;
import io.pilothouse.cloud.Auth;
import io.pilothouse.cloud.Budget;
import io.pilothouse.cloud.Cloud;
import io.pilothouse.cloud.Provider;
import io.pilothouse.cloud.Refusal;
import io.pilothouse.cloud.form.Form;
import io.pilothouse.cloud.form.Form.Field;
import io.pilothouse.cloud.form.Input;
import io.pilothouse.domain.Json;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/// Lambda Cloud: machines with GPUs by the hour, behind an API that takes one request a second.
public final class LambdaCloudProvider implements Provider {
    private static final String API_KEY = "api-key";

    @Override
    public String id() {
        return "lambda-cloud";
    }

    /// The older host `cloud.lambdalabs.com` is deprecated, and a redirect from it may lose the key.
    @Override
    public String endpoint() {
        return "https://cloud.lambda.ai";
    }

    @Override
    public Form credentials() {
        return Form.of(Field.of(API_KEY, new Input.Hidden()));
    }

    @Override
    public Auth auth() {
        return new Auth.Headers(
                credentials ->
                        Optional.ofNullable(credentials.get(API_KEY))
                                .map(key -> Map.of("Authorization", key.after("Bearer ")))
                                .orElse(Map.of()));
    }

    /// As documented: one request a second, and a launch each 12 seconds.
    @Override
    public Map<String, Budget> budgets() {
        return Map.of(
                ApiCall.ALL,
                Budget.strict(1, Duration.ofSeconds(1)),
                Launch.BUDGET,
                Budget.strict(1, Duration.ofSeconds(12)));
    }

    /// `jupyter_url` carries the token as a query; `user_data` is a password to the documentation too.
    @Override
    public Set<String> secrets() {
        return Set.of("jupyter_token", "jupyter_url", "private_key", "user_data");
    }

    /// Only the code is stable; message and suggestion are for people.
    @Override
    public Refusal refusal(int status, Json body) {
        var error = body.at("error");
        return new Refusal(
                error.word("code"),
                error.text("message").or(error::text).orElse(""),
                error.word("suggestion"));
    }

    /// There is no *who am I*; the list of keys is short, and every form of a launch needs it.
    @Override
    public SequencedMap<String, ApiCall<Json>> discover(Json options) {
        var calls = new LinkedHashMap<String, ApiCall<Json>>();
        calls.put("ssh-keys", ApiCall.read(SshKeys.LIST));
        return Collections.unmodifiableSequencedMap(calls);
    }

    @Override
    public Cloud cloud(Map<String, Json> discovered, Json options) {
        return new Cloud(
                List.of(
                        Instances.type(),
                        InstanceTypes.type(),
                        Images.type(),
                        FileSystems.type(),
                        Rulesets.type(),
                        SshKeys.type()),
                List.of("note.lambda.capacity", "note.lambda.firewall"));
    }
}
