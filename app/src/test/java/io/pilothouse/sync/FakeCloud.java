package io.pilothouse.sync;

import static io.pilothouse.cloud.Action.Effect.CHANGE;
import static io.pilothouse.cloud.Action.Effect.COST;
import static io.pilothouse.cloud.Action.Effect.DESTROY;
import static io.pilothouse.cloud.Action.Target.ROWS;
import static io.pilothouse.cloud.Action.Target.SCOPE;

import io.pilothouse.cloud.Action;
import io.pilothouse.cloud.Action.Ask;
import io.pilothouse.cloud.ApiCall;
import io.pilothouse.cloud.Budget;
import io.pilothouse.cloud.Cloud;
import io.pilothouse.cloud.CloudException;
import io.pilothouse.cloud.Refusal;
import io.pilothouse.cloud.Request;
import io.pilothouse.cloud.ResourceType;
import io.pilothouse.cloud.ResourceType.Page;
import io.pilothouse.cloud.Step;
import io.pilothouse.domain.Inventory;
import io.pilothouse.domain.Json;
import io.pilothouse.domain.Kind;
import io.pilothouse.domain.Resource;
import io.pilothouse.domain.Status;
import io.pilothouse.testkit.PlainProvider;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A service with machines, keys and a list of three pages, and the provider that describes it.
final class FakeCloud implements PlainProvider, FakeRoad.Server {
    static final String MACHINE = "t.machine";
    static final String KEY = "t.key";
    static final String PAGED = "t.paged";
    static final String PROJECT = "t.project";
    static final String DISK = "t.disk";
    static final String OPERATION = "t.operation";

    /// Ids of the machines, with their states.
    final Map<String, String> machines = new TreeMap<>();

    /// Deliveries of a launch, by its tag.
    final Map<String, Integer> launched = new HashMap<>();

    /// States of the rows of the list of three pages; none where it says nothing.
    final Map<String, String> states = new TreeMap<>();

    /// Rows that the service leaves out where it is asked for a part.
    final List<String> leftOut = new ArrayList<>();

    final List<String> projects = new ArrayList<>();

    /// What goes wrong with requests to a path: nothing is done.
    final Map<String, CloudException> refusals = new HashMap<>();

    /// What goes wrong after the service has done it.
    final Map<String, CloudException> lost = new HashMap<>();

    /// Ids that a terminate does not reach.
    final List<String> stubborn = new ArrayList<>();

    /// Answers left until the operation of a slow call has ended.
    int running;

    /// How long the service says that they took, as `PT2M`; nothing where it does not say.
    String took = "";

    /// How operations end.
    String ending = "ended";

    final SequencedMap<String, ApiCall<Json>> discover = new LinkedHashMap<>();
    Json me = Json.obj("name", "me");

    @Override
    public Json answer(Request request) throws CloudException {
        var path = request.method() + " " + request.template();
        if (refusals.containsKey(path)) {
            throw refusals.get(path);
        }
        var answer =
                switch (path) {
                    case "GET /me" -> me;
                    case "GET /machines" -> list();
                    case "GET /machines/{id}" -> one(request.values().getFirst());
                    case "GET /keys" -> Json.obj("data", List.of(Json.obj("id", "k1")));
                    case "GET /operations" ->
                            Json.obj("data", List.of(Json.obj("id", "op-1", "state", "booting")));
                    case "GET /projects" ->
                            Json.obj(
                                    "data", projects.stream().map(p -> Json.obj("id", p)).toList());
                    case "GET /projects/{id}/disks" ->
                            Json.obj(
                                    "data",
                                    List.of(
                                            Json.obj(
                                                    "id",
                                                    "disk-of-" + request.values().getFirst())));
                    case "GET /part" -> part(request.query().getFirst().getValue());
                    case "GET /paged/{page}" -> page(request.values().getFirst());
                    case "POST /launch" -> launch(request.body());
                    case "POST /terminate" -> terminate(request.body());
                    case "POST /machines/{id}/{verb}" ->
                            Json.obj("operation", String.join("-", request.values()));
                    case "POST /slow" -> Json.obj("operation", "op-1");
                    case "GET /operations/{id}" ->
                            Json.obj("state", running-- > 0 ? "running" : ending, "took", took);
                    case "POST /key" -> Json.obj("id", "k2", "private_key", "-----KEY-----");
                    case "PUT /paged" -> Json.obj("replaced", true);
                    case "POST /check" -> Json.obj("errors", List.of("no such entry"));
                    default -> throw new CloudException.NotFound(Refusal.NONE);
                };
        if (lost.containsKey(path)) {
            throw lost.remove(path);
        }
        return answer;
    }

    private Json list() {
        return Json.obj(
                "data",
                machines.entrySet().stream()
                        .map(e -> Json.obj("id", e.getKey(), "state", e.getValue()))
                        .toList());
    }

    private Json one(String id) throws CloudException {
        var state = machines.get(id);
        if (state == null) {
            throw new CloudException.NotFound(Refusal.NONE);
        }
        return Json.obj("id", id, "state", state, "detail", "of " + id);
    }

    private Json page(String number) {
        return Json.obj("data", List.of(paged("p" + number)), "page", number);
    }

    private Json paged(String id) {
        return Json.obj("id", id, "state", states.getOrDefault(id, ""));
    }

    private Json part(String wanted) {
        return Json.obj(
                "data",
                states.keySet().stream()
                        .filter(id -> List.of(wanted.split(",")).contains(states.get(id)))
                        .filter(id -> !leftOut.contains(id))
                        .map(this::paged)
                        .toList());
    }

    private Json launch(Json body) {
        var tag = body.word("tag");
        launched.merge(tag, 1, Integer::sum);
        machines.put("m-" + tag, "booting");
        return Json.obj("id", "m-" + tag);
    }

    private Json terminate(Json body) {
        var reached = body.texts("ids").stream().filter(id -> !stubborn.contains(id)).toList();
        reached.forEach(machines::remove);
        return Json.obj("terminated", reached);
    }

    @Override
    public Cloud cloud(Map<String, Json> discovered, Json options) {
        var types = new ArrayList<ResourceType>();
        types.add(
                ResourceType.of(
                                MACHINE,
                                Kind.INSTANCE,
                                _ -> listing(MACHINE, Request.get("/machines")),
                                launchAction(),
                                terminateAction(),
                                slowAction(),
                                moveAction(),
                                chainAction(),
                                checkAction())
                        .read(
                                row ->
                                        ApiCall.read(Request.get("/machines/{id}", row.id()))
                                                .as(j -> row(MACHINE, j))));
        types.add(
                ResourceType.of(
                        KEY, Kind.SSH_KEY, _ -> listing(KEY, Request.get("/keys")), keyAction()));
        if (discovered.containsKey("me") && discovered.get("me").isTrue("operations")) {
            types.add(
                    ResourceType.of(
                                    OPERATION,
                                    Kind.OPERATION,
                                    _ -> listing(OPERATION, Request.get("/operations")))
                            .whileShown());
        }
        if (discovered.containsKey("me") && discovered.get("me").isTrue("paged")) {
            types.add(
                    ResourceType.of(PAGED, Kind.IMAGE, _ -> paged(1), replaceAction())
                            .narrowed((_, wanted) -> part(wanted.states())));
        }
        if (discovered.containsKey("me") && discovered.get("me").isTrue("scoped")) {
            types.add(
                    ResourceType.of(
                                    DISK,
                                    Kind.VOLUME,
                                    scope ->
                                            listing(
                                                    DISK,
                                                    Request.get(
                                                            "/projects/{id}/disks",
                                                            scope.orElseThrow().id())))
                            .within(PROJECT));
            types.add(
                    ResourceType.of(
                            PROJECT, Kind.IMAGE, _ -> listing(PROJECT, Request.get("/projects"))));
        }
        return new Cloud(List.copyOf(types), List.of());
    }

    private static Action launchAction() {
        return Action.on(
                SCOPE,
                "t.machine.launch",
                COST,
                ask ->
                        IntStream.rangeClosed(1, (int) (long) ask.answers().whole("n").orElse(1L))
                                .mapToObj(n -> launch(ask, ask.command() + "-" + n))
                                .toList(),
                MACHINE);
    }

    private static Step launch(Ask ask, String tag) {
        var request = Request.of("POST", "/launch").json(ask.answers().with("tag", tag));
        BiPredicate<Json, Inventory> sign = (_, now) -> now.find(MACHINE, "m-" + tag).isPresent();
        return Step.of(ApiCall.write(request).under("launch"), List.of()).label(tag).sign(sign);
    }

    private static Action terminateAction() {
        return Action.on(
                ROWS,
                "t.machine.terminate",
                DESTROY,
                ask -> {
                    var ids = ask.targets().stream().map(Resource::id).toList();
                    var request = Request.of("POST", "/terminate").json(Json.obj("ids", ids));
                    return List.of(
                            Step.of(ApiCall.write(request), ask.targets())
                                    .reached(j -> j.texts("terminated")));
                },
                MACHINE);
    }

    private static Action slowAction() {
        return Action.on(
                ROWS,
                "t.machine.slow",
                CHANGE,
                ask -> ask.targets().stream().map(FakeCloud::slow).toList(),
                MACHINE);
    }

    private static Step slow(Resource target) {
        return Step.of(ApiCall.write(Request.of("POST", "/slow")), List.of(target))
                .follow(
                        new Step.Follow.Poll(
                                answer ->
                                        answer.text("operation")
                                                .map(id -> Request.get("/operations/{id}", id))
                                                .map(
                                                        r ->
                                                                ApiCall.read(r)
                                                                        .as(FakeCloud::progress))));
    }

    /// A chain whose steps are operations; where one is lost, the machine itself tells.
    private static Action moveAction() {
        return Action.on(
                ROWS,
                "t.machine.move",
                CHANGE,
                ask ->
                        ask.targets().stream()
                                .flatMap(t -> Stream.of("stop", "start").map(v -> move(t, v)))
                                .toList(),
                MACHINE);
    }

    private static Step move(Resource target, String verb) {
        var request = Request.of("POST", "/machines/{id}/{verb}", target.id(), verb);
        var one =
                ApiCall.read(Request.get("/machines/{id}", target.id()))
                        .<Step.Progress>as(
                                j ->
                                        j.word("state").equals("moving")
                                                ? new Step.Progress.Running("moving")
                                                : new Step.Progress.Ended(Json.obj()));
        var gone = Optional.<Step.Progress>of(new Step.Progress.Ended(Json.obj()));
        return Step.of(ApiCall.write(request), List.of(target))
                .label(verb + " " + target.id())
                .follow(
                        new Step.Follow.Poll(
                                        answer ->
                                                Optional.of(
                                                                Request.get(
                                                                        "/operations/{id}",
                                                                        answer.word("operation")))
                                                        .map(r -> ApiCall.read(r))
                                                        .map(c -> c.as(FakeCloud::progress)))
                                .orElse(
                                        _ ->
                                                Optional.of(
                                                        new Step.Lost(
                                                                one,
                                                                verb.equals("stop")
                                                                        ? gone
                                                                        : Optional.empty()))));
    }

    private static Step.Progress progress(Json json) {
        return switch (json.word("state")) {
            case "running" -> new Step.Progress.Running("half way");
            case "failed" -> new Step.Progress.Failed(new Refusal("full", "no room", ""));
            default ->
                    new Step.Progress.Ended(
                            Json.obj(),
                            json.text("took").filter(t -> !t.isEmpty()).map(Duration::parse));
        };
    }

    private static Action chainAction() {
        return Action.on(
                ROWS,
                "t.machine.chain",
                CHANGE,
                ask ->
                        List.of(
                                Step.of(ApiCall.write(Request.of("POST", "/slow")), ask.targets()),
                                Step.of(
                                        ApiCall.write(Request.of("POST", "/check")),
                                        ask.targets())),
                MACHINE);
    }

    private static Action checkAction() {
        return Action.on(
                ROWS,
                "t.machine.check",
                CHANGE,
                ask ->
                        List.of(
                                Step.of(ApiCall.write(Request.of("POST", "/check")), ask.targets())
                                        .refusedIf(j -> j.texts("errors").stream().findFirst())),
                MACHINE);
    }

    /// Its sign is seen in any read back, once it has been answered.
    private static Action replaceAction() {
        return Action.on(
                SCOPE,
                "t.paged.replace",
                CHANGE,
                ask ->
                        List.of(
                                Step.of(ApiCall.write(Request.of("PUT", "/paged")), List.of())
                                        .sign((answer, _) -> !answer.isAbsent())),
                PAGED);
    }

    private static Action keyAction() {
        return Action.on(
                        SCOPE,
                        "t.key.add",
                        CHANGE,
                        ask ->
                                List.of(
                                        Step.of(
                                                ApiCall.write(
                                                        Request.of("POST", "/key")
                                                                .json(ask.answers())),
                                                List.of())),
                        KEY)
                .shownOnce("private_key");
    }

    private static ApiCall<Page> listing(String type, Request request) {
        return ApiCall.read(request).as(j -> Page.of(type, j.list("data"), i -> row(type, i)));
    }

    private static Optional<ApiCall<Page>> part(Set<String> states) {
        var words = String.join(",", new TreeSet<>(states));
        return Optional.of(words)
                .filter(w -> !w.isEmpty())
                .map(w -> listing(PAGED, Request.get("/part").query("states", Optional.of(w))));
    }

    private static ApiCall<Page> paged(int number) {
        return listingOf(number).as(page -> number < 3 ? page.then(paged(number + 1)) : page);
    }

    private static ApiCall<Page> listingOf(int number) {
        return listing(PAGED, Request.get("/paged/{page}", String.valueOf(number)));
    }

    static Resource row(String type, Json json) {
        var word = json.word("state");
        var phase =
                switch (word) {
                    case "booting" -> Status.Phase.CHANGING;
                    case "active" -> Status.Phase.RUNNING;
                    default -> Status.Phase.UNKNOWN;
                };
        return Resource.of(type, json.word("id"), json.word("id"), new Status(word, phase), json);
    }

    @Override
    public String id() {
        return "t";
    }

    @Override
    public Map<String, Budget> budgets() {
        return Map.of(ApiCall.ALL, Budget.strict(1, Duration.ofSeconds(1)));
    }

    @Override
    public Set<String> secrets() {
        return Set.of("private_key");
    }

    @Override
    public SequencedMap<String, ApiCall<Json>> discover(Json options) {
        return discover;
    }
}
