package io.pilothouse.provider.lambdacloud;

import io.pilothouse.cloud.Action;
import io.pilothouse.cloud.Action.Ask;
import io.pilothouse.cloud.Step;
import io.pilothouse.cloud.form.Form;
import io.pilothouse.cloud.form.Form.Problem;
import io.pilothouse.cloud.form.FormCheck;
import io.pilothouse.domain.Inventory;
import io.pilothouse.domain.Json;
import io.pilothouse.domain.Resource;
import io.pilothouse.provider.Samples;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the tests of this room share: an account as its samples show it, and short ways to ask.
final class LambdaSamples {
    static final LambdaCloudProvider PROVIDER = new LambdaCloudProvider();
    static final Samples ALL = Samples.of(PROVIDER, LambdaSamples.class, "samples.json");
    static final Inventory KNOWN = ALL.inventory();

    static final Json LAUNCH =
            Json.obj(
                    "instance_type_name", "gpu_1x_h100_sxm5",
                    "region_name", "us-east-1",
                    "ssh_key_names", "anna-laptop");

    static final Json FULL_LAUNCH =
            LAUNCH.with("name", "web-{1..8}")
                    .with("hostname", "web-{1..8}")
                    .with("file_system_names", List.of("datasets-va"))
                    .with(
                            "file_system_mounts",
                            List.of(
                                    Json.obj(
                                            "file_system_id",
                                            "fs-va",
                                            "mount_point",
                                            "/data/sets")))
                    .with("image", Json.obj("family", "lambda-stack"))
                    .with("firewall_rulesets", List.of("rs-web"))
                    .with("user_data", "#cloud-config canary-in-user-data")
                    .with("tags", List.of(Json.obj("key", "team", "value", "vision")))
                    .with("tag_command", true);

    private LambdaSamples() {}

    static Json rules() {
        return Json.obj(
                "rules",
                List.of(
                        Json.obj(
                                "protocol",
                                "tcp",
                                "port_range",
                                "22",
                                "source_network",
                                "203.0.113.0/24"),
                        Json.obj(
                                "protocol",
                                "udp",
                                "port_range",
                                "6000-6010",
                                "source_network",
                                "10.0.0.0/8",
                                "description",
                                "inside"),
                        Json.obj(
                                "protocol",
                                "icmp",
                                "port_range",
                                "22",
                                "source_network",
                                "198.51.100.7",
                                "description",
                                "ping")));
    }

    static Action action(String id) {
        return PROVIDER.cloud(Map.of(), Json.obj()).action(id).orElseThrow();
    }

    static List<Step> plan(String action, Json answers, Resource... targets) {
        var ask = new Ask("c7", Optional.empty(), List.of(targets), Json.obj(), answers);
        return action(action).plan().apply(ask);
    }

    static Form form(String action, Resource... targets) {
        return action(action).form().apply(List.of(targets), KNOWN);
    }

    static List<Problem> problems(String action, Json answers, Resource... targets) {
        return FormCheck.problems(form(action, targets), answers, KNOWN);
    }

    static Resource row(String type, String id) {
        return KNOWN.find(type, id).orElseThrow();
    }

    /// Only these rows, of whatever type.
    static Inventory only(Resource... rows) {
        return type -> Arrays.stream(rows).filter(r -> r.type().equals(type)).toList();
    }

    static boolean sign(Step step, Json answer, Inventory now) {
        return step.sign().orElseThrow().test(answer, now);
    }
}
