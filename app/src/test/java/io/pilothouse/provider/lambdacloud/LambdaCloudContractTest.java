package io.pilothouse.provider.lambdacloud;

import io.pilothouse.cloud.Provider;
import io.pilothouse.domain.Json;
import io.pilothouse.domain.Resource;
import io.pilothouse.provider.OpenApi;
import io.pilothouse.provider.ProviderContract;
import io.pilothouse.provider.Samples;
import io.pilothouse.provider.Shared;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

final class LambdaCloudContractTest implements ProviderContract {
    private static final Optional<OpenApi> DOCUMENT =
            Shared.file("api/specs/lambda-cloud-1.9.3.openapi.json").map(OpenApi::of);

    @Override
    public Provider provider() {
        return LambdaSamples.PROVIDER;
    }

    @Override
    public Samples samples() {
        return LambdaSamples.ALL;
    }

    @Override
    public Set<String> unread() {
        return Set.of(
                "migrate",
                "rebuild",
                "cold_reboot",
                "reason_code",
                "reason_description",
                "created_by.id",
                "created_by.status");
    }

    @Override
    public Optional<OpenApi> document() {
        return DOCUMENT;
    }

    @Override
    public List<Case> cases() {
        return all();
    }

    static List<Case> all() {
        return List.of(
                new Case("lambda.instance.launch", LambdaSamples.LAUNCH),
                new Case("lambda.instance.launch", LambdaSamples.FULL_LAUNCH),
                new Case("lambda.instance.restart", rows("lambda.instance", "i-web1"), Json.obj()),
                new Case(
                        "lambda.instance.terminate",
                        rows("lambda.instance", "i-web1", "i-new"),
                        Json.obj()),
                new Case(
                        "lambda.instance.rename",
                        rows("lambda.instance", "i-web1"),
                        Json.obj("name", "web-2")),
                new Case("lambda.instance.rename", rows("lambda.instance", "i-web1"), Json.obj()),
                new Case(
                        "lambda.file-system.create",
                        Json.obj("name", "new-one", "region", "us-west-1")),
                new Case(
                        "lambda.file-system.delete",
                        rows("lambda.file-system", "fs-tx"),
                        Json.obj()),
                new Case(
                        "lambda.ruleset.create",
                        LambdaSamples.rules().with("name", "db").with("region", "us-east-1")),
                new Case("lambda.ruleset.create", Json.obj("name", "empty", "region", "us-east-1")),
                new Case(
                        "lambda.ruleset.edit",
                        rows("lambda.ruleset", "rs-web"),
                        LambdaSamples.rules()),
                new Case(
                        "lambda.ruleset.edit",
                        rows("lambda.ruleset", "global"),
                        LambdaSamples.rules()),
                new Case(
                        "lambda.ruleset.edit",
                        rows("lambda.ruleset", "inbound"),
                        LambdaSamples.rules()),
                new Case(
                        "lambda.ruleset.rename",
                        rows("lambda.ruleset", "rs-web"),
                        Json.obj("name", "www")),
                new Case("lambda.ruleset.delete", rows("lambda.ruleset", "rs-free"), Json.obj()),
                new Case(
                        "lambda.ssh-key.add",
                        Json.obj("name", "new", "public_key", "ssh-ed25519 AAAAC3Nz me@here")),
                new Case("lambda.ssh-key.generate", Json.obj("name", "fresh")),
                new Case(
                        "lambda.ssh-key.delete",
                        rows("lambda.ssh-key", "k-anna", "k-ci"),
                        Json.obj()));
    }

    @Override
    public List<Case> faulty() {
        var launch = LambdaSamples.FULL_LAUNCH;
        var mount = Json.obj("file_system_id", "fs-tx", "mount_point", "/data/x");
        var reserved = Json.obj("key", "pilothouse-command", "value", "x");
        var tag = Json.obj("key", "team", "value", "x");
        return List.of(
                new Case("lambda.instance.launch", Json.obj()),
                new Case("lambda.instance.launch", launch.with("region_name", "us-west-1")),
                new Case("lambda.instance.launch", launch.with("region_name", "us-south-1")),
                new Case(
                        "lambda.instance.launch", launch.with("instance_type_name", "gpu_8x_b200")),
                new Case("lambda.instance.launch", launch.with("count", 7)),
                new Case("lambda.instance.launch", launch.with("name", "web").with("count", 3)),
                new Case("lambda.instance.launch", launch.with("hostname", "No Good")),
                new Case(
                        "lambda.instance.launch",
                        launch.with("file_system_mounts", List.of(mount, mount))),
                new Case("lambda.instance.launch", launch.with("image", Json.obj("id", "im-ca"))),
                new Case(
                        "lambda.instance.launch", launch.with("tags", List.of(tag, tag, reserved))),
                new Case(
                        "lambda.file-system.create",
                        Json.obj("name", "datasets-va", "region", "us-east-1")),
                new Case("lambda.ssh-key.add", Json.obj("name", "ci", "public_key", "-----BEGIN")),
                new Case("lambda.ruleset.create", Json.obj("name", "web", "region", "us-east-1")),
                new Case("lambda.ruleset.create", Json.obj("name", "x", "region", "us-south-1")),
                new Case("lambda.ruleset.edit", rows("lambda.ruleset", "rs-web"), Json.obj()),
                new Case(
                        "lambda.ruleset.edit",
                        rows("lambda.ruleset", "rs-web"),
                        Json.obj(
                                "rules",
                                List.of(
                                        Json.obj(
                                                "protocol",
                                                "tcp",
                                                "port_range",
                                                "90-80",
                                                "source_network",
                                                "0.0.0.0/0")))));
    }

    private static List<Resource> rows(String type, String... ids) {
        return Stream.of(ids).map(id -> LambdaSamples.ALL.row(type, id)).toList();
    }
}
