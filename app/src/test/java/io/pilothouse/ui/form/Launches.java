package io.pilothouse.ui.form;

import io.pilothouse.cloud.Action;
import io.pilothouse.cloud.Action.Ask;
import io.pilothouse.cloud.ApiCall;
import io.pilothouse.cloud.Budget;
import io.pilothouse.cloud.Request;
import io.pilothouse.cloud.Step;
import io.pilothouse.cloud.form.Choices;
import io.pilothouse.cloud.form.Choices.Choice;
import io.pilothouse.cloud.form.Form;
import io.pilothouse.cloud.form.Form.Field;
import io.pilothouse.cloud.form.Form.Problem;
import io.pilothouse.cloud.form.Input;
import io.pilothouse.cloud.form.NameRange;
import io.pilothouse.domain.Facts;
import io.pilothouse.domain.Inventory;
import io.pilothouse.domain.Json;
import io.pilothouse.domain.Money;
import io.pilothouse.domain.Resource;
import io.pilothouse.domain.Status;
import io.pilothouse.ui.kit.act.CallPlan;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/// A launch that behaves as Lambda Cloud's does: capacity by type, file systems and rulesets by region, one call a name.
public final class Launches {
    public static final Instant READ_AT = Instant.parse("2026-11-21T14:32:08Z");

    public static final Inventory KNOWN =
            type ->
                    switch (type) {
                        case "type" ->
                                List.of(
                                        type(
                                                "gpu_1x_a10",
                                                "1 × A10 24 GB",
                                                75,
                                                "us-west-1",
                                                "us-south-1"),
                                        type("gpu_1x_gh200", "1 × GH200 96 GB", 149, "us-east-3"),
                                        type(
                                                "gpu_1x_h100_pcie",
                                                "1 × H100 80 GB",
                                                249,
                                                "us-west-3"),
                                        type(
                                                "gpu_1x_h100_sxm5",
                                                "1 × H100 80 GB",
                                                329,
                                                "us-east-1",
                                                "us-south-1"),
                                        type(
                                                "gpu_8x_a100_80gb_sxm4",
                                                "8 × A100 80 GB",
                                                1432,
                                                "us-east-1"),
                                        type("gpu_8x_h100_sxm5", "8 × H100 80 GB", 2392),
                                        type("gpu_8x_b200", "8 × B200 180 GB", 3992));
                        case "file-system" ->
                                List.of(
                                        regional(type, "datasets-va", "us-east-1"),
                                        regional(type, "scratch-tx", "us-south-1"));
                        case "key" ->
                                List.of(
                                        regional(type, "anna-laptop", ""),
                                        regional(type, "ci", ""));
                        case "image" ->
                                IntStream.rangeClosed(1, 14)
                                        .mapToObj(
                                                n ->
                                                        regional(
                                                                type,
                                                                "Lambda Stack 22."
                                                                        + (n < 10 ? "0" : "")
                                                                        + n,
                                                                ""))
                                        .toList();
                        case "ruleset" -> List.of(regional(type, "web-ruleset", "us-east-1"));
                        default -> List.of();
                    };

    public static final Json EIGHT =
            Json.obj(
                    "name", "sweep-h100-{1..8}",
                    "instance_type_name", "gpu_1x_h100_sxm5",
                    "region_name", "us-east-1",
                    "file_system_names", List.of("datasets-va"),
                    "ssh_key_names", "anna-laptop");

    private Launches() {}

    private static Resource type(String name, String gpus, long cents, String... regions) {
        return Resource.of("type", name, name, Status.NONE, Json.obj())
                .with(Facts.DESCRIPTION, gpus)
                .with(Facts.PRICE, new Money(cents))
                .with(Facts.AVAILABLE_IN, List.of(regions));
    }

    private static Resource regional(String type, String name, String region) {
        return Resource.of(type, name, name, Status.NONE, Json.obj()).with(Facts.REGION, region);
    }

    public static Form form() {
        return Form.of(
                        Field.of("name", new Input.Name("", 64)).optional(),
                        Field.of("hostname", new Input.Name("", 63)).optional(),
                        Field.of("count", new Input.Whole(1, 64)).optional(),
                        Field.of("instance_type_name", Input.Choose.one(types())),
                        Field.of(
                                "region_name",
                                Input.Choose.one(new Choices(Set.of("type"), Launches::regions))),
                        Field.of("ssh_key_names", Input.Choose.one(rows("key"))),
                        Field.of("file_system_names", new Input.Choose(0, 9, rows("file-system")))
                                .optional(),
                        Field.of("image", Input.Choose.one(rows("image"))).optional(),
                        Field.of("firewall_rulesets", new Input.Choose(0, 9, rows("ruleset")))
                                .optional(),
                        Field.of(
                                        "tags",
                                        new Input.Records(
                                                50,
                                                Form.of(
                                                        Field.of(
                                                                "key",
                                                                new Input.Line(
                                                                        "[a-z][a-z0-9:-]+", 55)),
                                                        Field.of("value", Input.Line.upTo(128)))))
                                .optional(),
                        Field.of("user_data", new Input.Code("cloud-init", 1 << 20)).optional(),
                        Field.of("tag_command", new Input.Toggle()).optional())
                .check(Launches::hostname);
    }

    private static List<Problem> hostname(Json answers, Inventory known) {
        var host = answers.word("hostname");
        return host.equals(host.toLowerCase(Locale.ROOT))
                ? List.of()
                : List.of(
                        Problem.of("hostname", "problem.pattern.hostname")
                                .suggest(host.toLowerCase(Locale.ROOT).replace('_', '-')));
    }

    private static Choices types() {
        return new Choices(
                Set.of("type"),
                (_, known) ->
                        known.of("type").stream()
                                .map(
                                        t ->
                                                Choice.of(t.id(), t.name())
                                                        .note(t.get(Facts.DESCRIPTION).orElse(""))
                                                        .price(t.get(Facts.PRICE)))
                                .toList());
    }

    private static List<Choice> regions(Json answers, Inventory known) {
        return known
                .find("type", answers.word("instance_type_name"))
                .flatMap(t -> t.get(Facts.AVAILABLE_IN))
                .orElse(List.of())
                .stream()
                .map(r -> Choice.of(r, r))
                .toList();
    }

    private static Choices rows(String type) {
        return new Choices(
                Set.of(type),
                (answers, known) ->
                        known.of(type).stream()
                                .filter(r -> fits(r.get(Facts.REGION).orElse(""), answers))
                                .map(
                                        r ->
                                                Choice.of(r.id(), r.name())
                                                        .note(r.get(Facts.REGION).orElse("")))
                                .toList());
    }

    private static boolean fits(String region, Json answers) {
        var chosen = answers.word("region_name");
        return region.isEmpty() || chosen.isEmpty() || region.equals(chosen);
    }

    public static List<Step> steps(Ask ask) {
        var steps = new ArrayList<Step>();
        for (var name : NameRange.names(ask.answers().word("name"))) {
            var body = ask.answers().with("name", name);
            steps.add(
                    Step.of(ApiCall.write(Request.of("POST", "/launch").json(body)), List.of())
                            .label(name));
        }
        return steps;
    }

    public static Action action() {
        return Action.on(
                        Action.Target.SCOPE,
                        "lambda.instance.launch",
                        Action.Effect.COST,
                        Launches::steps)
                .asks(form());
    }

    static CallPlan taking(List<Step> steps, Duration time, Optional<Budget> slowest, int queued) {
        return new CallPlan(steps, time, slowest, queued, Duration.ZERO, Money.ZERO);
    }

    public static Destination at(String account) {
        return at(account, action(), KNOWN);
    }

    public static Destination at(String account, Action action, Inventory known) {
        var slot = Duration.ofSeconds(12);
        return new Destination(
                account,
                account.equals("team") ? "Team GPU" : account,
                account.equals("team") ? "violet" : "teal",
                "Lambda Cloud",
                action,
                Optional.empty(),
                List.of(),
                () -> known,
                steps ->
                        taking(
                                steps,
                                slot.multipliedBy(Math.max(0, steps.size() - 1)),
                                Optional.of(Budget.strict(1, slot)),
                                2),
                r -> "curl " + r.path(v -> v),
                () -> new Money(6658),
                type -> type.equals("type") ? Optional.of(READ_AT) : Optional.empty(),
                _ -> Optional.empty());
    }
}
