package io.pilothouse.provider.lambdacloud;

import static io.pilothouse.provider.lambdacloud.LambdaSamples.PROVIDER;
import static io.pilothouse.provider.lambdacloud.LambdaSamples.only;
import static io.pilothouse.provider.lambdacloud.LambdaSamples.plan;
import static io.pilothouse.provider.lambdacloud.LambdaSamples.row;
import static io.pilothouse.provider.lambdacloud.LambdaSamples.sign;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.cloud.Auth;
import io.pilothouse.cloud.Refusal;
import io.pilothouse.domain.Bytes;
import io.pilothouse.domain.Facts;
import io.pilothouse.domain.Inventory;
import io.pilothouse.domain.Json;
import io.pilothouse.domain.JsonText;
import io.pilothouse.domain.Secret;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

final class LambdaCloudProviderTest {
    private static Map<String, Secret> headers(Map<String, Secret> credentials) {
        return ((Auth.Headers) PROVIDER.auth()).headers().apply(credentials);
    }

    @Test
    void theKeyGoesOutAsABearer() {
        assertThat(headers(Map.of("api-key", Secret.of("k1"))))
                .isEqualTo(Map.of("Authorization", Secret.of("Bearer k1")));
        assertThat(headers(Map.of())).isEmpty();
    }

    @Test
    void oneRequestASecondAndALaunchInTwelve() {
        assertThat(PROVIDER.budgets().get("all").toString()).isEqualTo("1/1s");
        assertThat(PROVIDER.budgets().get("launch").slot()).isEqualTo(Duration.ofSeconds(12));
        assertThat(PROVIDER.budgets().values()).allMatch(b -> b.strict());
    }

    @Test
    void aRefusalIsReadFromItsEnvelope() throws JsonText.Malformed {
        var body =
                JsonText.parse(
                        """
                        {"error": {"code": "global/quota-exceeded", "message": "Quota exceeded.",
                        "suggestion": "Contact Support to increase your quota."}}\
                        """);
        assertThat(PROVIDER.refusal(400, body))
                .isEqualTo(
                        new Refusal(
                                "global/quota-exceeded",
                                "Quota exceeded.",
                                "Contact Support to increase your quota."));
    }

    @Test
    void aRefusalOfAnyOtherFormSaysWhatItCan() {
        assertThat(PROVIDER.refusal(429, Json.absent())).isEqualTo(Refusal.NONE);
        assertThat(PROVIDER.refusal(502, Json.of("bad gateway"))).isEqualTo(Refusal.NONE);
        assertThat(PROVIDER.refusal(400, Json.obj("error", "no")))
                .isEqualTo(new Refusal("", "no", ""));
        assertThat(PROVIDER.refusal(400, Json.obj("error", List.of(1)))).isEqualTo(Refusal.NONE);
        assertThat(PROVIDER.refusal(400, Json.obj("error", Json.obj("code", Json.obj()))))
                .isEqualTo(Refusal.NONE);
    }

    @Test
    void theAddressOfJupyterIsASecretBecauseItCarriesTheToken() {
        assertThat(PROVIDER.secrets())
                .contains("jupyter_url", "jupyter_token", "private_key", "user_data");
    }

    @Test
    void whoAmIAndTheListOfKeysAreOneRequest() {
        var first = PROVIDER.discover(Json.obj()).firstEntry().getValue();
        assertThat(SshKeys.type().listing().first(java.util.Optional.empty()).request())
                .isEqualTo(first.request());
    }

    @Test
    void timesAreReadWithAndWithoutAnOffset() {
        assertThat(row(FileSystems.TYPE, "fs-va").get(Facts.CREATED))
                .contains(Instant.parse("2026-01-05T08:00:00Z"));
        assertThat(row(FileSystems.TYPE, "fs-tx").get(Facts.CREATED))
                .contains(Instant.parse("2026-02-05T08:00:00Z"));
        assertThat(row(Images.TYPE, "im-va").get(LambdaFacts.UPDATED))
                .contains(Instant.parse("2026-08-02T08:00:00Z"));
        var odd =
                FileSystems.decode(
                        row(FileSystems.TYPE, "fs-va").raw().with("created", "yesterday"));
        assertThat(odd.get(Facts.CREATED)).isEmpty();
        assertThat(odd.problem().orElseThrow()).endsWith("created");
    }

    @Test
    void aFileSystemTellsItsSizeInBytes() {
        assertThat(row(FileSystems.TYPE, "fs-va").get(Facts.SIZE))
                .contains(new Bytes(2_308_974_418_330L));
        assertThat(row(FileSystems.TYPE, "fs-tx").get(Facts.SIZE)).isEmpty();
    }

    @Test
    void aMountedFileSystemIsNotDeleted() {
        var delete = LambdaSamples.action("lambda.file-system.delete");
        assertThat(delete.off().apply(row(FileSystems.TYPE, "fs-va")))
                .contains("off.lambda.file-system-in-use");
        assertThat(delete.off().apply(row(FileSystems.TYPE, "fs-tx"))).isEmpty();
    }

    @Test
    void fileSystemsAreListedAtOnePathAndDeletedAtAnother() {
        var step =
                plan("lambda.file-system.delete", Json.obj(), row(FileSystems.TYPE, "fs-tx"))
                        .getFirst();
        assertThat(step.call().request().path(v -> v)).isEqualTo("/api/v1/filesystems/fs-tx");
        assertThat(step.reached().apply(Json.obj("deleted_ids", List.of("fs-tx"))))
                .containsExactly("fs-tx");
        assertThat(step.reached().apply(Json.obj())).isEmpty();
        assertThat(sign(step, Json.obj(), LambdaSamples.KNOWN)).isFalse();
        assertThat(sign(step, Json.absent(), Inventory.NONE)).isTrue();
    }

    @Test
    void aGeneratedKeyIsAskedForWithoutAPublicOneAndShownOnce() {
        var generate = LambdaSamples.action("lambda.ssh-key.generate");
        var step =
                plan("lambda.ssh-key.generate", Json.obj("name", "fresh", "public_key", "x"))
                        .getFirst();
        assertThat(step.call().request().body()).isEqualTo(Json.obj("name", "fresh"));
        assertThat(generate.shownOnce()).containsExactly("private_key");
        assertThat(LambdaSamples.ALL.answer(step.call()).secret("private_key"))
                .contains(Secret.of("canary-private-key"));
    }

    @Test
    void aKeyOfUnknownOutcomeIsSeenByItsName() {
        var answers = Json.obj("name", "ci", "public_key", "ssh-ed25519 AAAA");
        var step = plan("lambda.ssh-key.add", answers).getFirst();
        assertThat(sign(step, Json.absent(), Inventory.NONE)).isFalse();
        assertThat(sign(step, Json.absent(), only(row(SshKeys.TYPE, "k-ci")))).isTrue();
    }

    @Test
    void aPrivateKeyIsNotSentForAPublicOne() {
        var pasted =
                Json.obj("name", "x", "public_key", "-----BEGIN OPENSSH PRIVATE KEY-----\nb3Blb");
        assertThat(LambdaSamples.problems("lambda.ssh-key.add", pasted)).hasSize(1);
        var good =
                Json.obj(
                        "name",
                        "x",
                        "public_key",
                        "sk-ssh-ed25519@openssh.com AAAAGnNr= me at home");
        assertThat(LambdaSamples.problems("lambda.ssh-key.add", good)).isEmpty();
    }

    @Test
    void severalKeysAreDeletedByACallEach() {
        var steps =
                plan(
                        "lambda.ssh-key.delete",
                        Json.obj(),
                        row(SshKeys.TYPE, "k-anna"),
                        row(SshKeys.TYPE, "k-ci"));
        assertThat(steps).extracting(s -> s.label()).containsExactly("anna-laptop", "ci");
    }
}
