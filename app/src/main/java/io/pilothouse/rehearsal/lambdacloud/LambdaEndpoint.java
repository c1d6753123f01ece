package io.pilothouse.rehearsal.lambdacloud;

import io.pilothouse.domain.Json;
import io.pilothouse.domain.JsonText;
import io.pilothouse.rehearsal.loopback.Arrivals;
import io.pilothouse.rehearsal.loopback.Fault;
import io.pilothouse.rehearsal.loopback.Faults;
import io.pilothouse.rehearsal.loopback.FaultyAnswers;
import io.pilothouse.rehearsal.loopback.Routes;
import io.pilothouse.rehearsal.loopback.Routes.Match;
import io.pilothouse.rehearsal.loopback.WireAnswer;
import io.pilothouse.rehearsal.loopback.WireAnswer.Delivery;
import io.pilothouse.rehearsal.loopback.WireRequest;
import io.pilothouse.rehearsal.loopback.WireServer;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/// Lambda Cloud's front: the key is checked, the arrival judged, a fault looked for, and only then the operation is
/// found and run.
public final class LambdaEndpoint implements WireServer.Handler {
    private static final String V1 = "/api/v1/";
    private static final String LAUNCH = V1 + "instance-operations/launch";

    /// What an operation is given.
    private record Ask(String id, String query, Supplier<Json> body) {}

    /// Answers with what stands under `data`.
    private interface Operation {
        Json run(Ask ask);
    }

    private record Reply(int status, Json json) {}

    private final String key;
    private final Arrivals arrivals;
    private final Faults faults;
    private final Routes<Operation> routes;

    public LambdaEndpoint(String key, LambdaService service, Arrivals arrivals, Faults faults) {
        this.key = key;
        this.arrivals = arrivals;
        this.faults = faults;
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
    public WireAnswer answer(WireRequest request) {
        var method = request.method();
        var path = request.path();
        var stranger = keyProblem(request);
        if (stranger.isPresent()) {
            var verdict = arrivals.stranger(request.arrived(), method, path);
            arrivals.answered(verdict, stranger.get().status());
            return wire(refusal(stranger.get()));
        }
        var launch = method.equals("POST") && path.equals(LAUNCH);
        var verdict = arrivals.judge(request.arrived(), method, path, launch);
        var answer =
                verdict.early()
                        .map(by -> tooEarly(by.plusNanos(999_999_999).toSeconds()))
                        .orElseGet(
                                () ->
                                        faults.take(method, path)
                                                .map(fault -> faulty(fault, request))
                                                .orElseGet(() -> wire(serve(request))));
        arrivals.answered(verdict, seen(answer));
        return answer;
    }

    /// The document has no 429; clients report bodies that are no JSON.
    private WireAnswer tooEarly(long seconds) {
        var text = "Too Many Requests".getBytes(StandardCharsets.US_ASCII);
        var answer = WireAnswer.of(429, "text/plain", text);
        return faults.retryAfter(seconds).map(v -> answer.with("Retry-After", v)).orElse(answer);
    }

    private Reply serve(WireRequest request) {
        try {
            return switch (routes.find(request.method(), request.path())) {
                case Match.Found<Operation>(var operation, var id) ->
                        new Reply(
                                200,
                                Json.obj(
                                        "data",
                                        operation.run(
                                                new Ask(
                                                        id,
                                                        request.query(),
                                                        () -> body(request)))));
                case Match.WrongMethod<Operation> _ ->
                        refusal(LambdaError.wrongMethod(request.method()));
                case Match.Unknown<Operation> _ -> refusal(LambdaError.notFound());
            };
        } catch (LambdaError e) {
            return refusal(e);
        }
    }

    private WireAnswer faulty(Fault fault, WireRequest request) {
        var reply = fault.done() ? serve(request) : new Reply(200, Json.obj());
        return switch (fault.kind()) {
            case REFUSED,
                    CLOSED,
                    RESET,
                    STALLED,
                    GARBAGE,
                    CUT_IN_BODY,
                    WRONG_LENGTH,
                    DRIBBLED,
                    SLOW ->
                    FaultyAnswers.onTheWire(fault, wire(reply));
            case BAD_GATEWAY,
                    UNAVAILABLE,
                    TOO_MANY,
                    REDIRECT,
                    EMPTY_BODY,
                    BROKEN_JSON,
                    HUGE_BODY,
                    GZIP_BOMB ->
                    FaultyAnswers.inItsPlace(fault);
            case WRONG_TYPE, UNKNOWN_STATUS, EXTRA_FIELDS ->
                    wire(new Reply(reply.status, FaultyAnswers.bent(fault, reply.json)));
            case SERVER_ERROR -> wire(refusal(LambdaError.internal(500)));
            case EXPIRED_KEY -> wire(refusal(LambdaError.invalidKey()));
            case INACTIVE -> wire(refusal(LambdaError.inactive()));
            case NO_CAPACITY -> wire(refusal(LambdaError.noCapacity()));
            case RETRY_AFTER -> throw new IllegalStateException("Never taken for a request");
        };
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

    private static Reply refusal(LambdaError error) {
        return new Reply(error.status(), error.json());
    }

    private static WireAnswer wire(Reply reply) {
        return WireAnswer.json(reply.status, reply.json);
    }

    /// The status as the client gets to see it: 0 where no status line goes out.
    private static int seen(WireAnswer answer) {
        return switch (answer.delivery()) {
            case Delivery.Closed _, Delivery.Reset _, Delivery.Stalled _, Delivery.Garbage _ -> 0;
            default -> answer.status();
        };
    }
}
