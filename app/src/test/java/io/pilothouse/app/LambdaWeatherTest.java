package io.pilothouse.app;

import io.pilothouse.domain.Json;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/// Lambda Cloud in bad weather.
final class LambdaWeatherTest implements WeatherContract {
    private static final String V1 = "/api/v1/";
    private static final String INSTANCE = "lambda.instance";
    private static final String RULESET = "lambda.ruleset";
    private static final String PUBLIC_KEY =
            "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIKc1Qb8oX3yN0mVx8Qk4e9a1rJ2tWmF5hLuZ7dPsT6gB me";
    private static final Json RULES =
            Json.obj(
                    "rules",
                    List.of(
                            Json.obj(
                                    "protocol", "tcp",
                                    "port_range", "8080",
                                    "source_network", "0.0.0.0/0")));

    @Override
    public Backstage.Rehearsing rehearsing() {
        return RunningRehearsal.lambda(UnaryOperator.identity());
    }

    @Override
    public Map<String, String> feeds() {
        return Map.of(
                INSTANCE,
                V1 + "instances",
                "lambda.instance-type",
                V1 + "instance-types",
                "lambda.image",
                V1 + "images",
                "lambda.file-system",
                V1 + "file-systems",
                "lambda.ssh-key",
                V1 + "ssh-keys");
    }

    @Override
    public String machines() {
        return INSTANCE;
    }

    @Override
    public List<Click> clicks() {
        return List.of(
                new Click(
                        "lambda.instance.launch",
                        "POST",
                        V1 + "instance-operations/launch",
                        "instance_ids",
                        _ -> List.of(),
                        p -> launch(p, "in-the-storm"),
                        p -> machine(p, "in-the-storm").size() == 1),
                new Click(
                        "lambda.instance.terminate",
                        "POST",
                        V1 + "instance-operations/terminate",
                        "terminated_instances",
                        p -> List.of(p.find(INSTANCE, "eval-gh200").orElseThrow()),
                        _ -> Json.obj(),
                        p ->
                                machine(p, "eval-gh200").stream()
                                        .noneMatch(LambdaWeatherTest::stays)));
    }

    @Override
    public List<Change> changes() {
        return List.of(
                asked("lambda.instance.launch", "POST", p -> launch(p, "in-the-storm")),
                on("lambda.instance.restart", "POST", INSTANCE, "eval-gh200", Json.obj()),
                on("lambda.instance.terminate", "POST", INSTANCE, "eval-gh200", Json.obj()),
                on("lambda.instance.rename", "POST", INSTANCE, "eval-gh200", named("renamed")),
                asked(
                        "lambda.file-system.create",
                        "POST",
                        _ -> named("stormy").with("region", "us-west-1")),
                on(
                        "lambda.file-system.delete",
                        "DELETE",
                        "lambda.file-system",
                        "scratch-ut",
                        Json.obj()),
                asked(
                        "lambda.ruleset.create",
                        "POST",
                        _ -> named("stormy").with("region", "us-west-1")),
                on("lambda.ruleset.rename", "PATCH", RULESET, "notebooks", named("renamed")),
                on("lambda.ruleset.edit", "PATCH", RULESET, "notebooks", RULES),
                on("lambda.ruleset.delete", "DELETE", RULESET, "notebooks", Json.obj()),
                asked(
                        "lambda.ssh-key.add",
                        "POST",
                        _ -> named("stormy").with("public_key", PUBLIC_KEY)),
                asked("lambda.ssh-key.generate", "POST", _ -> named("stormy")),
                on("lambda.ssh-key.delete", "DELETE", "lambda.ssh-key", "ci-runner", Json.obj()));
    }

    private static Change asked(
            String action, String method, Function<RunningRehearsal, Json> answers) {
        return new Change(action, method, _ -> List.of(), answers);
    }

    private static Change on(String action, String method, String type, String row, Json answers) {
        return new Change(
                action, method, p -> List.of(p.find(type, row).orElseThrow()), _ -> answers);
    }

    private static Json named(String name) {
        return Json.obj("name", name);
    }

    /// What to answer for a launch wherever there is room.
    static Json launch(RunningRehearsal program, String name) {
        return Json.obj(
                "name",
                name,
                "instance_type_name",
                "gpu_1x_a10",
                "region_name",
                "us-west-1",
                "ssh_key_names",
                program.rows("lambda.ssh-key").getFirst().name());
    }

    private static List<Json> machine(RunningRehearsal program, String name) {
        return program.cloud().lambda().instances(Optional.empty()).list().stream()
                .filter(m -> m.word("name").equals(name))
                .toList();
    }

    private static boolean stays(Json machine) {
        return !machine.word("status").startsWith("terminat");
    }
}
