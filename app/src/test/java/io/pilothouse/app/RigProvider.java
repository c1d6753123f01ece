package io.pilothouse.app;

import static io.pilothouse.cloud.Action.Effect.CHANGE;
import static io.pilothouse.cloud.Action.Effect.COST;
import static io.pilothouse.cloud.Action.Effect.DESTROY;
import static io.pilothouse.cloud.Action.Target.ROW;
import static io.pilothouse.cloud.Action.Target.ROWS;
import static io.pilothouse.cloud.Action.Target.SCOPE;

import io.pilothouse.cloud.Action;
import io.pilothouse.cloud.Action.Ask;
import io.pilothouse.cloud.ApiCall;
import io.pilothouse.cloud.Cloud;
import io.pilothouse.cloud.Report;
import io.pilothouse.cloud.Report.Series;
import io.pilothouse.cloud.Request;
import io.pilothouse.cloud.ResourceType;
import io.pilothouse.cloud.ResourceType.Page;
import io.pilothouse.cloud.Step;
import io.pilothouse.cloud.Step.Progress;
import io.pilothouse.cloud.form.Choices;
import io.pilothouse.cloud.form.Form;
import io.pilothouse.cloud.form.Form.Field;
import io.pilothouse.cloud.form.Input;
import io.pilothouse.domain.Bytes;
import io.pilothouse.domain.Fact;
import io.pilothouse.domain.Facts;
import io.pilothouse.domain.Json;
import io.pilothouse.domain.Kind;
import io.pilothouse.domain.Link;
import io.pilothouse.domain.Resource;
import io.pilothouse.domain.Status;
import io.pilothouse.domain.Status.Phase;
import io.pilothouse.testkit.PlainProvider;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/// A provider with all that the contract has beyond lists: projects as scopes, calls that go on as operations, a list
/// that is read only while it is shown, a report. [RigService] answers it.
final class RigProvider implements PlainProvider {
    static final String PROJECT = "rig.project";
    static final String VM = "rig.vm";
    static final String DISK = "rig.disk";
    static final String OPERATION = "rig.operation";
    static final Fact<LocalDate> DAY = new Fact<>("rig.day", LocalDate.class);
    static final Fact<BigDecimal> AMOUNT = new Fact<>("rig.amount", BigDecimal.class);
    static final Fact<Link> OWNER = new Fact<>("rig.owner", Link.class);
    static final Fact<String> METRIC = new Fact<>("rig.metric", String.class);

    @Override
    public String id() {
        return "rig";
    }

    @Override
    public Cloud cloud(Map<String, Json> discovered, Json options) {
        return new Cloud(
                List.of(projects(), vms(), disks(), operations()), List.of(usage()), List.of());
    }

    private static ResourceType projects() {
        return ResourceType.of(
                PROJECT,
                Kind.PROJECT,
                _ -> list(Request.get("/projects"), PROJECT, (row, _) -> row),
                Action.on(
                                ROWS,
                                "rig.project.delete",
                                DESTROY,
                                ask ->
                                        each(
                                                ask,
                                                t -> Request.of("DELETE", "/projects/{p}", t.id())),
                                PROJECT)
                        .onlyInDetails()
                        .typed(Resource::name));
    }

    private static ResourceType vms() {
        return ResourceType.of(
                        VM,
                        Kind.INSTANCE,
                        p -> list(in("GET", p, "vms"), VM, RigProvider::vm),
                        Action.on(SCOPE, "rig.vm.create", COST, RigProvider::create, VM)
                                .asks((_, _) -> createForm()),
                        Action.on(ROW, "rig.vm.retype", CHANGE, RigProvider::retype, VM),
                        Action.on(
                                ROWS,
                                "rig.vm.stop",
                                CHANGE,
                                ask -> ask.targets().stream().map(t -> patch(t, "stop")).toList(),
                                VM))
                .within(PROJECT);
    }

    private static ResourceType disks() {
        return ResourceType.of(
                        DISK,
                        Kind.VOLUME,
                        p ->
                                list(
                                        in("GET", p, "disks"),
                                        DISK,
                                        (row, j) ->
                                                row.with(Facts.SIZE, Bytes.parse(j.word("size")))))
                .within(PROJECT);
    }

    private static ResourceType operations() {
        return ResourceType.of(
                        OPERATION,
                        Kind.OPERATION,
                        p -> list(in("GET", p, "operations"), OPERATION, (row, _) -> row))
                .within(PROJECT)
                .whileShown();
    }

    private static Request in(String method, Optional<Resource> project, String what) {
        return Request.of(
                method, "/projects/{p}/{what}", project.map(Resource::id).orElse("?"), what);
    }

    private static ApiCall<Page> list(
            Request request, String type, BiFunction<Resource, Json, Resource> more) {
        return ApiCall.read(request)
                .as(
                        j ->
                                Page.of(
                                        type,
                                        j.list("items"),
                                        i ->
                                                more.apply(
                                                        Resource.of(
                                                                type,
                                                                i.word("id"),
                                                                i.word("name"),
                                                                Status.NONE,
                                                                i),
                                                        i)));
    }

    private static Resource vm(Resource row, Json j) {
        var word = j.word("state");
        var phase = word.equals("running") ? Phase.RUNNING : Phase.STOPPED;
        var made =
                Resource.of(VM, row.id(), row.name(), new Status(word, phase), j)
                        .with(Facts.TYPE, j.text("type"))
                        .with(Facts.REGION, j.text("location"));
        var disks = j.texts("disks").stream().map(d -> new Link(DISK, d)).toList();
        return disks.isEmpty() ? made : made.with(Facts.VOLUMES, disks);
    }

    static Form createForm() {
        var check =
                Form.of(
                        Field.of("port", new Input.Whole(0, 65535)),
                        Field.of("every", Input.Amount.of("s", "min")).optional());
        return Form.of(
                Field.of("name", Input.Line.upTo(63)),
                Field.of("disk", Input.Choose.one(Choices.rows(DISK, Resource::id, (_, _) -> true)))
                        .optional(),
                Field.of("size", Input.Amount.of("GiB", "TiB")),
                Field.of("until", new Input.Day()).optional(),
                Field.of("ports", new Input.Texts("\\d+(-\\d+)?", 11, 8)).optional(),
                Field.of("health_check", new Input.Nested(check)).optional());
    }

    private static List<Step> create(Ask ask) {
        return List.of(
                followed(
                        ask.scopeId(),
                        Step.of(
                                ApiCall.write(in("POST", ask.scope(), "vms").json(ask.answers())),
                                List.of())));
    }

    /// Stopped, changed, started: each when the one before has ended.
    private static List<Step> retype(Ask ask) {
        return Stream.of("stop", "update", "start").map(v -> patch(ask.target(), v)).toList();
    }

    private static Step patch(Resource vm, String verb) {
        var request =
                Request.of("PATCH", "/projects/{p}/vms/{vm}/{verb}", vm.scope(), vm.id(), verb);
        return followed(vm.scope(), Step.of(ApiCall.write(request), List.of(vm)))
                .label(verb + " " + vm.name());
    }

    private static Step followed(String project, Step step) {
        return step.follow(
                new Step.Follow.Poll(
                        answer ->
                                answer.text("operation")
                                        .map(
                                                id ->
                                                        Request.get(
                                                                "/projects/{p}/operations/{id}",
                                                                project,
                                                                id))
                                        .map(r -> ApiCall.read(r).as(RigProvider::progress))));
    }

    private static Progress progress(Json json) {
        return json.word("state").equals("running")
                ? new Progress.Running("running")
                : new Progress.Ended(json.at("result"));
    }

    private static List<Step> each(
            Ask ask, java.util.function.Function<Resource, Request> request) {
        return ask.targets().stream()
                .map(t -> Step.of(ApiCall.write(request.apply(t)), List.of(t)))
                .toList();
    }

    private static Report usage() {
        return Report.of(
                        "rig.usage",
                        List.of(DAY, Facts.TYPE, OWNER, Facts.REGION, METRIC, AMOUNT),
                        (_, read, _, today) ->
                                Form.of(
                                                Field.of(
                                                        "regions",
                                                        new Input.Choose(
                                                                1,
                                                                9,
                                                                Choices.of(
                                                                        read.texts("regions")
                                                                                .toArray(
                                                                                        String[]
                                                                                                ::new)))),
                                                Field.of("start_date", new Input.Day()),
                                                Field.of("end_date", new Input.Day()))
                                        .from(
                                                Json.obj(
                                                        "regions",
                                                        read.texts("regions"),
                                                        "start_date",
                                                        today.minusDays(13),
                                                        "end_date",
                                                        today)),
                        (scope, answers) ->
                                ApiCall.read(
                                                in("GET", scope, "usage")
                                                        .query("start", answers.text("start_date"))
                                                        .query("end", answers.text("end_date")))
                                        .as(
                                                j ->
                                                        Report.rows(
                                                                "rig.usage",
                                                                j.list("items"),
                                                                RigProvider::used)))
                .within(PROJECT)
                .before(scope -> ApiCall.read(in("GET", scope, "options")))
                .drawn(
                        new Series(
                                DAY,
                                AMOUNT,
                                List.of(Facts.TYPE, Facts.REGION, OWNER),
                                Optional.of(METRIC)))
                .exports("csv", (scope, _) -> ApiCall.text(in("GET", scope, "export"), "text/csv"));
    }

    private static Resource used(Resource row, Json json) {
        return row.with(DAY, LocalDate.parse(json.word("date")))
                .with(Facts.TYPE, json.text("type"))
                .with(Facts.REGION, json.text("region"))
                .with(OWNER, new Link(PROJECT, json.word("project")))
                .with(METRIC, json.text("metric"))
                .with(AMOUNT, new BigDecimal(json.word("quantity")));
    }
}
