package io.pilothouse.provider.lambdacloud;

import static io.pilothouse.provider.lambdacloud.LambdaSamples.action;
import static io.pilothouse.provider.lambdacloud.LambdaSamples.only;
import static io.pilothouse.provider.lambdacloud.LambdaSamples.plan;
import static io.pilothouse.provider.lambdacloud.LambdaSamples.row;
import static io.pilothouse.provider.lambdacloud.LambdaSamples.sign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pilothouse.cloud.ResourceType.Page;
import io.pilothouse.domain.Bytes;
import io.pilothouse.domain.Facts;
import io.pilothouse.domain.Inventory;
import io.pilothouse.domain.Json;
import io.pilothouse.domain.Link;
import io.pilothouse.domain.Misshapen;
import io.pilothouse.domain.Money;
import io.pilothouse.domain.Resource;
import io.pilothouse.domain.Secret;
import io.pilothouse.domain.Status.Phase;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

final class InstancesTest {
    private static final String TERMINATE = "lambda.instance.terminate";
    private static final Resource WEB = row(Instances.TYPE, "i-web1");
    private static final Resource NEW = row(Instances.TYPE, "i-new");

    private static Resource in(String status, Resource row) {
        return Instances.decode(row.raw().with("status", status));
    }

    @Test
    void whatIsNoListIsSaidAsWhatItIs() {
        assertThatThrownBy(() -> LambdaApi.items(Json.obj("data", "x")))
                .isInstanceOfSatisfying(
                        Misshapen.class, e -> assertThat(e.got()).isEqualTo(Misshapen.Shape.TEXT));
        assertThatThrownBy(() -> LambdaApi.object(Json.obj()))
                .isInstanceOfSatisfying(
                        Misshapen.class,
                        e -> assertThat(e.got()).isEqualTo(Misshapen.Shape.NOTHING));
    }

    @Test
    void aRunningInstanceTellsAllItsFacts() {
        assertThat(WEB.name()).isEqualTo("web-1");
        assertThat(WEB.get(Facts.TYPE)).contains("gpu_1x_h100_sxm5");
        assertThat(WEB.get(Facts.REGION)).contains("us-east-1");
        assertThat(WEB.get(Facts.IP)).contains("198.51.100.2");
        assertThat(WEB.get(Facts.PRIVATE_IP)).contains("10.0.2.100");
        assertThat(WEB.get(Facts.HOSTNAME)).contains("web1");
        assertThat(WEB.get(Facts.PRICE)).contains(new Money(329));
        assertThat(WEB.get(Facts.GPUS)).contains(1L);
        assertThat(WEB.get(Facts.VCPUS)).contains(26L);
        assertThat(WEB.get(Facts.MEMORY)).contains(Bytes.gib(225));
        assertThat(WEB.get(Facts.DISK)).contains(Bytes.gib(2816));
        assertThat(WEB.get(Facts.SSH_KEYS))
                .contains(List.of(new Link(SshKeys.TYPE, "anna-laptop")));
        assertThat(WEB.get(Facts.VOLUMES))
                .contains(List.of(new Link(FileSystems.TYPE, "datasets-va")));
        assertThat(WEB.get(Facts.FIREWALLS)).contains(List.of(new Link(Rulesets.TYPE, "rs-web")));
        assertThat(WEB.get(Facts.TAGS)).contains(List.of("team=vision", "pilothouse-command=c7-1"));
        assertThat(WEB.get(LambdaFacts.MOUNTS)).contains(List.of("/data/sets"));
        assertThat(WEB.get(LambdaFacts.JUPYTER_TOKEN)).contains(Secret.of("canary-token-1"));
        assertThat(WEB.get(LambdaFacts.GPU)).contains("H100 (80 GB SXM5)");
    }

    @Test
    void whatIsNotThereYetIsNoFactAndNoProblem() {
        assertThat(NEW.name()).isEqualTo("i-new");
        assertThat(NEW.get(Facts.IP)).isEmpty();
        assertThat(NEW.get(Facts.TAGS)).isEmpty();
        assertThat(NEW.problem()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "booting, CHANGING",
        "active, RUNNING",
        "unhealthy, FAILED",
        "preempted, FAILED",
        "terminating, ENDING",
        "terminated, GONE",
        "hibernating, UNKNOWN"
    })
    void aStatusKeepsItsWordAndGetsItsMeaning(String word, Phase phase) {
        assertThat(in(word, WEB).status().word()).isEqualTo(word);
        assertThat(in(word, WEB).status().phase()).isEqualTo(phase);
        assertThat(in(word, WEB).problem()).isEmpty();
    }

    @Test
    void aNumberAsAnIdIsText() {
        assertThat(Instances.decode(WEB.raw().with("id", 17)).id()).isEqualTo("17");
    }

    @Test
    void aRowWithAWrongFieldKeepsAllOthersAndCanStillBeTerminated() {
        var odd = Instances.decode(WEB.raw().with("region", "us-east-1").with("ip", Json.obj()));
        assertThat(odd.problem()).contains("another type than documented: region, ip");
        assertThat(odd.status().word()).isEqualTo("active");
        assertThat(odd.get(Facts.PRICE)).contains(new Money(329));
        assertThat(odd.get(Facts.REGION)).isEmpty();
        assertThat(action(TERMINATE).off().apply(odd)).isEmpty();
    }

    @Test
    void aPriceAsTextIsNotTakenForANumber() {
        var type = WEB.raw().at("instance_type").with("price_cents_per_hour", "329");
        var odd = Instances.decode(WEB.raw().with("instance_type", type));
        assertThat(odd.get(Facts.PRICE)).isEmpty();
        assertThat(odd.problem().orElseThrow()).endsWith("instance_type.price_cents_per_hour");
    }

    @Test
    void withoutIdOrStatusThereIsOnlyAMarkedRow() {
        var items = List.of(WEB.raw(), WEB.raw().with("id", null), NEW.raw().with("status", null));
        var rows = Page.of(Instances.TYPE, items, Instances::decode).rows();
        assertThat(rows)
                .extracting(r -> r.problem().orElse(""))
                .containsExactly("", "no readable id", "no readable status");
        assertThat(rows.get(1).name()).isEqualTo("web-1");
        assertThat(action(TERMINATE).off().apply(rows.get(1))).contains("off.lambda.unreadable");
        assertThat(action(TERMINATE).off().apply(rows.get(2))).isEmpty();
    }

    @Test
    void theServicesOwnCodeSaysWhyAnActionIsOff() {
        assertThat(action("lambda.instance.restart").effect().hasGrace()).isTrue();
        assertThat(action("lambda.instance.restart").off().apply(NEW))
                .contains("vm-has-not-launched");
        assertThat(action(TERMINATE).off().apply(NEW)).isEmpty();
        var old = row(Instances.TYPE, "i-old");
        assertThat(action(TERMINATE).off().apply(old)).contains("off.lambda.not-available");
    }

    @Test
    void manyAreTerminatedByOneCall() {
        var plan = plan(TERMINATE, Json.obj(), WEB, NEW);
        assertThat(plan).hasSize(1);
        assertThat(plan.getFirst().call().request().template())
                .isEqualTo("/api/v1/instance-operations/terminate");
        assertThat(plan.getFirst().call().request().body())
                .isEqualTo(Json.obj("instance_ids", List.of("i-web1", "i-new")));
        assertThat(plan.getFirst().label()).isEqualTo("web-1, i-new");
    }

    @Test
    void onlyThoseThatTheAnswerNamesWereReached() {
        var some =
                Json.obj(
                        "terminated_instances",
                        List.of(NEW.raw()),
                        "restarted_instances",
                        List.of(WEB.raw()));
        assertThat(plan(TERMINATE, Json.obj(), WEB, NEW).getFirst().reached().apply(some))
                .containsExactly("i-new");
        assertThat(
                        plan("lambda.instance.restart", Json.obj(), WEB, NEW)
                                .getFirst()
                                .reached()
                                .apply(some))
                .containsExactly("i-web1");
        assertThat(plan(TERMINATE, Json.obj(), WEB).getFirst().reached().apply(Json.obj()))
                .isEmpty();
    }

    @Test
    void aTerminationIsSeenWhenAllAreGoneOrLeaving() {
        var step = plan(TERMINATE, Json.obj(), WEB, NEW).getFirst();
        assertThat(sign(step, Json.absent(), Inventory.NONE)).isTrue();
        assertThat(sign(step, Json.absent(), only(in("terminating", WEB), in("terminated", NEW))))
                .isTrue();
        assertThat(sign(step, Json.absent(), only(in("terminating", WEB), NEW))).isFalse();
        assertThat(sign(step, Json.obj("terminated_instances", List.of()), only(WEB, NEW)))
                .isFalse();
    }

    @Test
    void aRowWithoutAReadableIdMightBeTheOneThatIsThoughtGone() {
        var step = plan(TERMINATE, Json.obj(), WEB).getFirst();
        var nameless =
                Resource.unreadable(Instances.TYPE, "?1", Json.obj("name", "x"), "no readable id");
        assertThat(sign(step, Json.absent(), only(nameless))).isFalse();
    }

    @Test
    void aRestartLeavesNoTraceByWhichItCouldBeRecognised() {
        assertThat(plan("lambda.instance.restart", Json.obj(), WEB).getFirst().sign()).isEmpty();
    }

    @Test
    void renamingPostsTheNameAndIsSeenInTheList() {
        var step = plan("lambda.instance.rename", Json.obj("name", "api"), WEB).getFirst();
        assertThat(step.call().request().path(v -> v)).isEqualTo("/api/v1/instances/i-web1");
        assertThat(step.call().request().body()).isEqualTo(Json.obj("name", "api"));
        assertThat(sign(step, Json.absent(), only(WEB))).isFalse();
        assertThat(sign(step, Json.absent(), only(Instances.decode(WEB.raw().with("name", "api")))))
                .isTrue();
        assertThat(sign(step, WEB.raw(), Inventory.NONE)).isTrue();
    }

    @Test
    void theFormOfRenamingBeginsWithTheName() {
        assertThat(LambdaSamples.form("lambda.instance.rename", WEB).initial())
                .isEqualTo(Json.obj("name", "web-1"));
        assertThat(LambdaSamples.form("lambda.instance.rename", NEW).initial())
                .isEqualTo(Json.obj());
    }

    @Test
    void oneInstanceIsReadAloneByItsId() {
        var read = Instances.type().read().orElseThrow().apply(WEB);
        assertThat(LambdaSamples.ALL.answer(read).id()).isEqualTo("i-web1");
        assertThat(read.repeatable()).isTrue();
    }
}
