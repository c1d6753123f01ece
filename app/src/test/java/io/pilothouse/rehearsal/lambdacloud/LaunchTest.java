package io.pilothouse.rehearsal.lambdacloud;

import static io.pilothouse.rehearsal.lambdacloud.DemoAccount.LAUNCH;
import static io.pilothouse.rehearsal.lambdacloud.DemoAccount.invalid;
import static io.pilothouse.rehearsal.lambdacloud.DemoAccount.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.domain.Json;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

final class LaunchTest {
    private final DemoAccount account = new DemoAccount();
    private final LambdaService service = account.service;

    @Test
    void aLaunchShowsWhatWasAskedFor() {
        var ruleset = Ids.hex("web-ruleset");
        var request =
                LAUNCH.with("name", "run-1")
                        .with("hostname", "run-1")
                        .with("tags", List.of(Json.obj("key", "team", "value", "vision")))
                        .with("file_system_names", List.of("datasets-va"))
                        .with("firewall_rulesets", List.of(Json.obj("id", ruleset)))
                        .with("image", Json.obj("family", "lambda-stack-22-04"))
                        .with("user_data", "#cloud-config\n");
        var id = account.launched(request);
        var instance = service.instance(id);
        assertThat(instance.word("name")).isEqualTo("run-1");
        assertThat(instance.word("region", "name")).isEqualTo("us-east-1");
        assertThat(instance.whole("instance_type", "price_cents_per_hour")).contains(329L);
        assertThat(instance.texts("ssh_key_names")).containsExactly("anna-laptop");
        assertThat(instance.list("tags"))
                .containsExactly(Json.obj("key", "team", "value", "vision"));
        assertThat(instance.texts("file_system_names")).containsExactly("datasets-va");
        assertThat(instance.list("file_system_mounts").getFirst().word("mount_point"))
                .isEqualTo("/lambda/nfs/datasets-va");
        assertThat(instance.list("firewall_rulesets")).containsExactly(Json.obj("id", ruleset));
        assertThat(service.ruleset(ruleset).texts("instance_ids")).contains(id);
        assertThat(service.userData(id)).contains("#cloud-config\n");
        assertThat(service.image(id)).isEqualTo(image("lambda-stack-22-04", "us-east-1", "x86_64"));
    }

    @Test
    void whatWasNotAskedForIsAbsent() {
        assertThat(service.instance(account.launched(LAUNCH)).fields())
                .doesNotContainKeys("name", "tags", "file_system_mounts", "firewall_rulesets")
                .containsEntry("file_system_names", Json.of(List.of()));
    }

    @Test
    void aMountAskedForReplacesTheUsualPlace() {
        var request =
                LAUNCH.with("file_system_names", List.of("datasets-va"))
                        .with("file_system_mounts", List.of(mount("/data/in")));
        var mounts = service.instance(account.launched(request)).list("file_system_mounts");
        assertThat(mounts).extracting(m -> m.word("mount_point")).containsExactly("/data/in");
    }

    @ParameterizedTest
    @ValueSource(strings = {"region_name", "instance_type_name", "ssh_key_names"})
    void aRequiredFieldMayNotBeMissing(String field) {
        invalid(field + " is required", () -> service.launch(LAUNCH.with(field, null)));
    }

    @Test
    void exactlyOneSshKeyIsNamed() {
        invalid("exactly one", () -> launchWith("ssh_key_names", List.of()));
        invalid(
                "exactly one",
                () -> launchWith("ssh_key_names", List.of("anna-laptop", "ben-desk")));
    }

    @Test
    void thereIsNoQuantity() {
        invalid("quantity", () -> launchWith("quantity", 2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Upper", "-first", "under_score", "dots.too"})
    void aHostnameHasToMatch(String name) {
        invalid("hostname", () -> launchWith("hostname", name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"k", "Key", "1key", "under_score", ""})
    void aTagKeyHasToMatch(String key) {
        invalid(
                "tags[0].key",
                () -> launchWith("tags", List.of(Json.obj("key", key, "value", "v"))));
    }

    @Test
    void lengthsAreChecked() {
        invalid("hostname", () -> launchWith("hostname", "a".repeat(64)));
        invalid("name", () -> launchWith("name", "a".repeat(65)));
        invalid(
                "tags[0].key",
                () -> launchWith("tags", List.of(Json.obj("key", "a".repeat(56), "value", ""))));
        invalid(
                "tags[0].value",
                () -> launchWith("tags", List.of(Json.obj("key", "ab", "value", "v".repeat(129)))));
        invalid("user_data", () -> launchWith("user_data", "é".repeat(500_001)));
        account.launched(LAUNCH.with("name", "😀".repeat(64)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/etc", "data", "/data/a_b", ""})
    void aMountPointHasToMatch(String point) {
        invalid(
                "file_system_mounts[0].mount_point",
                () -> launchWith("file_system_mounts", List.of(mount(point))));
    }

    @Test
    void typesOfFieldsAreChecked() {
        invalid("region_name", () -> launchWith("region_name", 1));
        invalid("tags", () -> launchWith("tags", "team"));
        invalid("tags[0]", () -> launchWith("tags", List.of("team")));
        invalid("image", () -> launchWith("image", "lambda-stack"));
        invalid("image", () -> launchWith("image", Json.obj("name", "x")));
        invalid("name", () -> service.launch(withNull("name")));
    }

    @Test
    void whatIsNamedHasToExist() {
        missing(400, () -> launchWith("region_name", "moon-1"));
        missing(400, () -> launchWith("instance_type_name", "gpu_9x"));
        missing(404, () -> launchWith("ssh_key_names", List.of("nobody")));
        missing(404, () -> launchWith("file_system_names", List.of("nothing")));
        missing(
                404,
                () ->
                        launchWith(
                                "file_system_mounts",
                                List.of(mount("/data").with("file_system_id", "nothing"))));
        missing(404, () -> launchWith("firewall_rulesets", List.of(Json.obj("id", "none"))));
        missing(404, () -> launchWith("image", Json.obj("id", "none")));
        missing(404, () -> launchWith("image", Json.obj("family", "none")));
    }

    @Test
    void aFileSystemOfAnotherRegionIsRefused() {
        refusal(
                400,
                "instance-operations/launch/file-system-in-wrong-region",
                () -> launchWith("file_system_names", List.of("archive-tx")));
    }

    @Test
    void aRulesetOfAnotherRegionIsRefused() {
        invalid(
                "firewall_rulesets",
                () ->
                        launchWith(
                                "firewall_rulesets",
                                List.of(Json.obj("id", Ids.hex("notebooks")))));
    }

    @Test
    void anImageHasToBeInTheRegionAndForTheProcessor() {
        invalid(
                "image",
                () ->
                        launchWith(
                                "image",
                                Json.obj("id", image("gpu-base-24-04", "us-west-1", "x86_64"))));
        invalid(
                "image",
                () ->
                        launchWith(
                                "image",
                                Json.obj("id", image("gpu-base-24-04", "us-east-1", "arm64"))));
    }

    @Test
    void twoFileSystemsNeedTwoPlaces() {
        var other =
                service.createFileSystem(Json.obj("name", "second", "region", "us-east-1"))
                        .word("id");
        var twice = List.of(mount("/data"), mount("/data").with("file_system_id", other));
        invalid("file_system_mounts", () -> launchWith("file_system_mounts", twice));
    }

    @Test
    void withoutCapacityNothingIsLaunched() {
        var dry = new DemoAccount(s -> s.withCapacity((_, _) -> false));
        refusal(
                400,
                "instance-operations/launch/insufficient-capacity",
                () -> dry.service.launch(LAUNCH));
        assertThat(dry.service.instances(Optional.empty()).list()).hasSize(7);
    }

    @Test
    void theQuotaEndsLaunching() {
        var small = new DemoAccount(s -> s.withQuotas(new LambdaSetup.Quotas(8, 24, 20)));
        small.launched(LAUNCH);
        refusal(400, "global/quota-exceeded", () -> small.service.launch(LAUNCH));
    }

    private void launchWith(String field, Object value) {
        service.launch(LAUNCH.with(field, value));
    }

    private static void missing(int status, ThrowingCallable call) {
        refusal(status, "global/object-does-not-exist", call);
    }

    private static Json mount(String point) {
        return Json.obj("mount_point", point, "file_system_id", Ids.hex("datasets-va"));
    }

    /// A field that is there and `null`, as only a parser makes it.
    private static Json withNull(String field) {
        var fields = new LinkedHashMap<>(LAUNCH.fields());
        fields.put(field, Json.absent());
        return new Json.Obj(fields);
    }

    private String image(String family, String region, String architecture) {
        return service.images().list().stream()
                .filter(i -> i.word("family").equals(family))
                .filter(i -> i.word("region", "name").equals(region))
                .filter(i -> i.word("architecture").equals(architecture))
                .map(i -> i.word("id"))
                .findFirst()
                .orElseThrow();
    }
}
