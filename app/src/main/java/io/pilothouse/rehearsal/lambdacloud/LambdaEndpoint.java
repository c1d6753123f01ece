package io.pilothouse.rehearsal.lambdacloud;

import io.pilothouse.domain.Json;
import io.pilothouse.domain.JsonText;
import io.pilothouse.rehearsal.front.Front;
import io.pilothouse.rehearsal.loopback.Routes;
import io.pilothouse.rehearsal.loopback.Routes.Match;
import io.pilothouse.rehearsal.loopback.WireAnswer;
import io.pilothouse.rehearsal.loopback.WireRequest;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/// Lambda Cloud over HTTP: the key is checked, the operation is found and run.
public final class LambdaEndpoint implements Front.Service {
    private static final String V1 = "/api/v1/";
    private static final String LAUNCH = V1 + "instance-operations/launch";

    /// What an operation is given.
    private record Ask(String id, String query, Supplier<Json> body) {}

    /// Answers with what stands under `data`.
    private interface Operation {
        Json run(Ask ask);
    }

    private final String key;
    private final Routes<Operation> routes;

    public LambdaEndpoint(String key, LambdaService service) {
        this.key = key;
        this.routes = routes(service);
    }

    private static Routes<Operation> routes(LambdaService s) {
        return new Routes<Operation>()
                .add("GET", V1 + "instances", a -> s.instances(parameter(a.query, "cluster_id")))
                .add("GET", V1 + "instances/{id}", a -> s.instance(a.id))
                .add("POST", V1 + "instances/{id}", a -> s.rename(a.id, a.body.get()))
                .add("GET", V1 + "instance-types", _ -> s.types())
                .add("POST", LAUNCH, a -> s.launch(a.body.get()))
                .add("POST", V1 + "instance-operations/restart", a -> s.restart(a.body.get()))
                .add("POST", V1 + "instance-operations/terminate", a -> s.terminate(a.body.get()))
                .add("GET", V1 + "file-systems", _ -> s.fileSystems())
                .add("POST", V1 + "filesystems", a -> s.createFileSystem(a.body.get()))
                .add("DELETE", V1 + "filesystems/{id}", a -> s.deleteFileSystem(a.id))
                .add("GET", V1 + "firewall-rules", _ -> s.inboundRules())
                .add("PUT", V1 + "firewall-rules", a -> s.replaceInboundRules(a.body.get()))
                .add("GET", V1 + "firewall-rulesets", _ -> s.rulesets())
                .add("POST", V1 + "firewall-rulesets", a -> s.createRuleset(a.body.get()))
                // before {id}, which would fit as well
                .add("GET", V1 + "firewall-rulesets/global", _ -> s.globalRuleset())
                .add(
                        "PATCH",
                        V1 + "firewall-rulesets/global",
                        a -> s.patchGlobalRuleset(a.body.get()))
                .add("GET", V1 + "firewall-rulesets/{id}", a -> s.ruleset(a.id))
                .add(
                        "PATCH",
                        V1 + "firewall-rulesets/{id}",
                        a -> s.patchRuleset(a.id, a.body.get()))
                .add("DELETE", V1 + "firewall-rulesets/{id}", a -> s.deleteRuleset(a.id))
                .add("GET", V1 + "ssh-keys", _ -> s.sshKeys())
                .add("POST", V1 + "ssh-keys", a -> s.addSshKey(a.body.get()))
                .add("DELETE", V1 + "ssh-keys/{id}", a -> s.deleteSshKey(a.id))
                .add("GET", V1 + "images", _ -> s.images());
    }

    @Override
    public Optional<WireAnswer> stranger(WireRequest request) {
        return keyProblem(request).map(LambdaEndpoint::refusal);
    }

    @Override
    public boolean launch(WireRequest request) {
        return request.method().equals("POST") && request.path().equals(LAUNCH);
    }

    @Override
    public WireAnswer serverError() {
        return refusal(LambdaError.internal(500));
    }

    @Override
    public WireAnswer expiredKey() {
        return refusal(LambdaError.invalidKey());
    }

    @Override
    public WireAnswer inactive() {
        return refusal(LambdaError.inactive());
    }

    @Override
    public WireAnswer noCapacity(WireRequest request) {
        return refusal(LambdaError.noCapacity());
    }

    @Override
    public WireAnswer serve(WireRequest request) {
        try {
            return switch (routes.find(request.method(), request.path())) {
                case Match.Found<Operation>(var operation, var values) -> {
                    var ask =
                            new Ask(
                                    values.getOrDefault("id", ""),
                                    request.query(),
                                    () -> body(request));
                    yield WireAnswer.json(200, Json.obj("data", operation.run(ask)));
                }
                case Match.WrongMethod<Operation> _ ->
                        refusal(LambdaError.wrongMethod(request.method()));
                case Match.Unknown<Operation> _ -> refusal(LambdaError.notFound());
            };
        } catch (LambdaError e) {
            return refusal(e);
        }
    }

    /// Bearer, or Basic with the key as user and no password; the document's Basic with the bare key as well.
    private Optional<LambdaError> keyProblem(WireRequest request) {
        var header = request.header("authorization").orElse("");
        if (header.isBlank()) {
            return Optional.of(LambdaError.missingKey());
        }
        var words = header.strip().split(" +", 2);
        var given = words.length < 2 ? "" : words[1];
        var right =
                switch (words[0].toLowerCase(Locale.ROOT)) {
                    case "bearer" -> given.equals(key);
                    case "basic" -> given.equals(key) || decoded(given).equals(key + ":");
                    default -> false;
                };
        return right ? Optional.empty() : Optional.of(LambdaError.invalidKey());
    }

    private static String decoded(String base64) {
        try {
            return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return ""; // no Base64, so no key
        }
    }

    private static Json body(WireRequest request) {
        var type = request.header("content-type").orElse("").split(";", 2)[0].strip();
        if (!type.equalsIgnoreCase("application/json")) {
            throw LambdaError.invalid("The request body must be application/json.");
        }
        try {
            return JsonText.parse(request.text());
        } catch (JsonText.Malformed e) {
            throw LambdaError.invalid("The request body is not valid JSON.");
        }
    }

    private static Optional<String> parameter(String query, String name) {
        return Arrays.stream(query.split("&", -1))
                .filter(p -> p.startsWith(name + "="))
                .map(p -> p.substring(name.length() + 1))
                .filter(v -> !v.isEmpty())
                .findFirst();
    }

    private static WireAnswer refusal(LambdaError error) {
        return WireAnswer.json(error.status(), error.json());
    }
}
