package io.pilothouse.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.domain.Json;
import io.pilothouse.domain.Resource;
import io.pilothouse.log.RequestEntry;
import io.pilothouse.sync.Command;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

/// The whole program without a window against a mock that Prism makes from Lambda Cloud's specification, so that a
/// validator nobody here wrote judges every request. Run with `-Dprism.url=http://127.0.0.1:4010` while
/// `prism mock -p 4010 SPECIFICATION` runs, and with any key in the environment variable PRISM_KEY.
class PrismTest extends AgainstPrism {
    private static final List<String> TYPES =
            List.of(
                    "lambda.instance",
                    "lambda.instance-type",
                    "lambda.image",
                    "lambda.file-system",
                    "lambda.ruleset",
                    "lambda.ssh-key");

    PrismTest() {
        super(
                "prism.url",
                """
                "provider": "lambda-cloud",
                "credentials": { "api-key": { "env": "PRISM_KEY" } },
                "budgets": { "all": "20/1s", "launch": "20/1s" }
                """);
    }

    @Test
    void everyListLoadsAndEveryRowIsRead() {
        for (var type : TYPES) {
            assertThat(rows(type)).as(type).allMatch(r -> r.problem().isEmpty());
        }
        assertThat(run().details()).isPositive();
        run().assertValid();
    }

    @Test
    void noWriteIsRefusedAsInvalid() {
        var asked = new ArrayList<Command>();
        var rules =
                List.of(
                        rule("tcp", "22", "203.0.113.0/24", "office"),
                        rule("udp", "6000-6010", "10.0.0.0/8", ""),
                        rule("icmp", "", "198.51.100.7", "ping"),
                        rule("all", "1-65535", "10.0.0.0/8", "inside"));
        asked.add(ask("lambda.instance.launch", List.of(), launch()));
        asked.add(
                ask(
                        "lambda.instance.launch",
                        List.of(),
                        launch().with("image", image("id", "i1"))));
        for (var row : rows("lambda.instance")) {
            asked.add(ask("lambda.instance.restart", List.of(row), Json.obj()));
            asked.add(ask("lambda.instance.terminate", List.of(row), Json.obj()));
            asked.add(ask("lambda.instance.rename", List.of(row), Json.obj("name", "other")));
        }
        asked.add(
                ask(
                        "lambda.file-system.create",
                        List.of(),
                        Json.obj("name", "fresh", "region", "us-east-1")));
        asked.add(ask("lambda.file-system.delete", rows("lambda.file-system"), Json.obj()));
        asked.add(
                ask(
                        "lambda.ruleset.create",
                        List.of(),
                        Json.obj("name", "db", "region", "us-east-1", "rules", rules)));
        for (var row : rows("lambda.ruleset")) {
            asked.add(ask("lambda.ruleset.edit", List.of(row), Json.obj("rules", rules)));
            asked.add(ask("lambda.ruleset.edit", List.of(row), Json.obj()));
        }
        var own = rows("lambda.ruleset").getFirst();
        asked.add(ask("lambda.ruleset.rename", List.of(own), Json.obj("name", "www")));
        asked.add(ask("lambda.ruleset.delete", List.of(own), Json.obj()));
        asked.add(
                ask(
                        "lambda.ssh-key.add",
                        List.of(),
                        Json.obj("name", "new", "public_key", "ssh-ed25519 AAAAC3Nz me@here")));
        asked.add(ask("lambda.ssh-key.generate", List.of(), Json.obj("name", "made")));
        asked.add(ask("lambda.ssh-key.delete", rows("lambda.ssh-key"), Json.obj()));

        run().awaitAnswers(asked);
        assertThat(
                        run().sent().stream()
                                .filter(e -> !e.method().equals("GET"))
                                .map(this::operation))
                .as("each of the 13 operations that change something")
                .contains(
                        "POST instances",
                        "POST launch",
                        "POST restart",
                        "POST terminate",
                        "POST ssh-keys",
                        "DELETE ssh-keys",
                        "POST filesystems",
                        "DELETE filesystems",
                        "PUT firewall-rules",
                        "POST firewall-rulesets",
                        "PATCH firewall-rulesets",
                        "PATCH global",
                        "DELETE firewall-rulesets");
        run().assertValid();
    }

    private static Json launch() {
        return Json.obj(
                        "name", "web-{1..3}",
                        "hostname", "web-{1..3}",
                        "instance_type_name", "gpu_1x_a10",
                        "region_name", "us-west-1",
                        "ssh_key_names", "my-public-key",
                        "user_data", "#cloud-config",
                        "tag_command", true)
                .with("file_system_names", List.of("my-filesystem"))
                .with(
                        "file_system_mounts",
                        List.of(Json.obj("file_system_id", "f1", "mount_point", "/data/sets")))
                .with("image", image("family", "lambda-stack"))
                .with("firewall_rulesets", List.of("r1"))
                .with("tags", List.of(Json.obj("key", "team", "value", "vision")));
    }

    private static Json image(String by, String value) {
        return Json.obj(by, value);
    }

    private static Json rule(String protocol, String ports, String network, String words) {
        return Json.obj(
                "protocol", protocol,
                "port_range", ports,
                "source_network", network,
                "description", words);
    }

    /// The last word of the path that is no id.
    private String operation(RequestEntry entry) {
        var words = List.of(entry.path().replace("/api/v1/", "").split("/", -1));
        boolean named =
                words.getFirst().equals("instance-operations") || words.getLast().equals("global");
        return entry.method() + " " + (named ? words.getLast() : words.getFirst());
    }

    private Command ask(String action, List<Resource> targets, Json answers) {
        return run().ask(action, targets, answers);
    }

    private List<Resource> rows(String type) {
        return run().rows(type);
    }
}
