package io.pilothouse.rehearsal.lambdacloud;

import static io.pilothouse.rehearsal.lambdacloud.DemoAccount.LAUNCH;
import static io.pilothouse.rehearsal.lambdacloud.DemoAccount.invalid;
import static io.pilothouse.rehearsal.lambdacloud.DemoAccount.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.domain.Json;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;

/// File systems, SSH keys, images, types and their capacity.
final class ResourcesTest {
    private static final String KEY =
            "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAICN+lJwsONkwrdsSnQsu1ydUkIuIg5oOC+Eslvmtt60T me";

    private final DemoAccount account = new DemoAccount();
    private final LambdaService service = account.service;

    @Test
    void aFileSystemIsMadeListedAndDeleted() {
        var made = service.createFileSystem(Json.obj("name", "new-fs", "region", "us-west-1"));
        assertThat(made.word("mount_point")).isEqualTo("/lambda/nfs/new-fs");
        assertThat(made.isTrue("is_in_use")).isFalse();
        assertThat(made.fields()).doesNotContainKey("bytes_used");
        assertThat(service.fileSystems().list()).hasSize(5);
        assertThat(service.deleteFileSystem(made.word("id")).texts("deleted_ids"))
                .containsExactly(made.word("id"));
        assertThat(service.fileSystems().list()).hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1st", "under_score", "-a"})
    void theNameOfAFileSystemHasToMatch(String name) {
        invalid("name", () -> newFileSystem(name, "us-west-1"));
    }

    @Test
    void aFileSystemNeedsAFreshNameAndAKnownRegion() {
        refusal(400, "global/duplicate", () -> newFileSystem("datasets-va", "us-west-1"));
        invalid("region", () -> newFileSystem("fresh", "moon-1"));
        invalid("region is required", () -> service.createFileSystem(Json.obj("name", "fresh")));
        invalid("name", () -> newFileSystem("a".repeat(61), "us-west-1"));
    }

    @Test
    void theQuotaEndsMakingFileSystemsAndRulesets() {
        var full = new DemoAccount(s -> s.withQuotas(new LambdaSetup.Quotas(9, 4, 2))).service;
        refusal(
                400,
                "global/quota-exceeded",
                () -> full.createFileSystem(Json.obj("name", "x", "region", "us-west-1")));
        refusal(
                400,
                "global/quota-exceeded",
                () ->
                        full.createRuleset(
                                Json.obj("name", "x", "region", "us-west-1", "rules", List.of())));
    }

    @Test
    void aMountedFileSystemIsKeptUntilItsInstancesAreGone() {
        var id = Ids.hex("datasets-va");
        refusal(400, "filesystems/filesystem-in-use", () -> service.deleteFileSystem(id));
        service.terminate(
                Json.obj(
                        "instance_ids",
                        List.of(account.idOf("train-h100-01"), account.idOf("train-h100-02"))));
        refusal(400, "filesystems/filesystem-in-use", () -> service.deleteFileSystem(id));
        account.time.pass(Duration.ofSeconds(8));
        assertThat(service.deleteFileSystem(id).texts("deleted_ids")).containsExactly(id);
        refusal(404, "global/object-does-not-exist", () -> service.deleteFileSystem(id));
    }

    @Test
    void anOwnPublicKeyIsStored() {
        var added = service.addSshKey(Json.obj("name", "mine", "public_key", KEY));
        assertThat(added.word("public_key")).isEqualTo(KEY);
        assertThat(added.fields()).doesNotContainKey("private_key");
        account.launched(LAUNCH.with("ssh_key_names", List.of("mine")));
    }

    @Test
    void aGeneratedPrivateKeyIsToldOnceAndFitsItsPublicKey() throws GeneralSecurityException {
        var made = service.addSshKey(Json.obj("name", "made"));
        var pem = made.word("private_key");
        var der = Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
        assertThat(
                        KeyFactory.getInstance("RSA")
                                .generatePrivate(new PKCS8EncodedKeySpec(der))
                                .getAlgorithm())
                .isEqualTo("RSA");
        assertThat(made.word("public_key")).startsWith("ssh-rsa AAAAB3NzaC1yc2E");
        assertThat(service.sshKeys().list())
                .filteredOn(k -> k.word("name").equals("made"))
                .singleElement()
                .satisfies(k -> assertThat(k.fields()).doesNotContainKey("private_key"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "hello", "ssh-ed25519", "ssh-ed25519 ???", "ssh-dss AAAA"})
    void whatIsNoPublicKeyIsRefused(String text) {
        invalid("public_key", () -> service.addSshKey(Json.obj("name", "k", "public_key", text)));
    }

    @Test
    void anSshKeyNeedsAFreshName() {
        invalid("name", () -> service.addSshKey(Json.obj("name", "anna-laptop")));
        invalid("name", () -> service.addSshKey(Json.obj("name", "")));
        invalid("name", () -> service.addSshKey(Json.obj("name", "x".repeat(65))));
        invalid("name is required", () -> service.addSshKey(Json.obj("public_key", KEY)));
    }

    @Test
    void anSshKeyIsDeletedOnce() {
        var id = service.sshKeys().list().getFirst().word("id");
        assertThat(service.deleteSshKey(id)).isEqualTo(Json.obj());
        refusal(404, "global/not-found", () -> service.deleteSshKey(id));
    }

    @Test
    void imagesAreThereForBothProcessorsInEveryRegion() {
        assertThat(service.images().list())
                .extracting(i -> i.word("architecture"))
                .contains("x86_64", "arm64");
        assertThat(service.images().list()).extracting(i -> i.word("id")).doesNotHaveDuplicates();
    }

    @Test
    void typesSayWhereThereIsRoom() {
        var some = new DemoAccount(s -> s.withCapacity((_, region) -> region.equals("us-west-1")));
        var type = some.service.types().at("gpu_1x_a10");
        assertThat(type.word("instance_type", "name")).isEqualTo("gpu_1x_a10");
        assertThat(type.list("regions_with_capacity_available"))
                .extracting(r -> r.word("name"))
                .containsExactly("us-west-1");
    }

    @Test
    void capacityComesAndGoesTheSameInEveryRehearsal() {
        assertThat(tides(7)).isEqualTo(tides(7)).isNotEqualTo(tides(8)).contains(true, false);
    }

    @Test
    void somethingCanAlwaysBeLaunched() {
        var capacity = Capacity.changing(1, Duration.ofSeconds(90), account.time.clock().nanos());
        for (int i = 0; i < 50; i++) {
            account.time.pass(Duration.ofSeconds(47));
            assertThat(capacity.has("gpu_1x_a10", "us-west-1")).isTrue();
        }
    }

    private static List<Boolean> tides(long seed) {
        var time = new DemoAccount().time;
        var capacity = Capacity.changing(seed, Duration.ofSeconds(90), time.clock().nanos());
        return IntStream.range(0, 60)
                .mapToObj(
                        _ -> {
                            time.pass(Duration.ofSeconds(90));
                            return capacity.has("gpu_1x_a100", "us-east-1");
                        })
                .toList();
    }

    private void newFileSystem(String name, String region) {
        service.createFileSystem(Json.obj("name", name, "region", region));
    }
}
