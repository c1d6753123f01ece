package io.pilothouse.provider.lambdacloud;

import static io.pilothouse.provider.lambdacloud.LambdaSamples.FULL_LAUNCH;
import static io.pilothouse.provider.lambdacloud.LambdaSamples.LAUNCH;
import static io.pilothouse.provider.lambdacloud.LambdaSamples.sign;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.cloud.Step;
import io.pilothouse.domain.Inventory;
import io.pilothouse.domain.Json;
import io.pilothouse.domain.JsonText;
import io.pilothouse.domain.Resource;
import io.pilothouse.domain.Secret;
import io.pilothouse.domain.Status;

import org.junit.jupiter.api.Test;

import java.util.List;

final class LaunchTest {
    private static List<Step> plan(Json answers) {
        return LambdaSamples.plan("lambda.instance.launch", answers);
    }

    private static Json body(Step step) {
        return step.call().request().body();
    }

    private static Inventory tagged(String key, String value) {
        var raw = Json.obj("id", "i-9", "tags", List.of(Json.obj("key", key, "value", value)));
        return LambdaSamples.only(
                Resource.of(
                        Instances.TYPE,
                        "i-9",
                        "i-9",
                        new Status("booting", Status.Phase.CHANGING),
                        raw));
    }

    @Test
    void onlyWhatIsNeededGoesIntoThePlainestBody() {
        var step = plan(LAUNCH.with("tag_command", false)).getFirst();
        assertThat(JsonText.revealed(body(step)))
                .isEqualTo(
                        "{\"region_name\":\"us-east-1\",\"instance_type_name\":\"gpu_1x_h100_sxm5\","
                            + "\"ssh_key_names\":[\"anna-laptop\"]}");
        assertThat(step.label()).isEqualTo("gpu_1x_h100_sxm5");
    }

    @Test
    void aRangeOfNamesIsACallForEach() {
        var plan = plan(FULL_LAUNCH);
        assertThat(plan).hasSize(8);
        assertThat(plan).extracting(Step::label).startsWith("web-1", "web-2").endsWith("web-8");
        assertThat(plan)
                .extracting(s -> body(s).word("hostname"))
                .startsWith("web-1")
                .endsWith("web-8");
        assertThat(plan).allMatch(s -> s.call().budgets().contains("launch"));
    }

    @Test
    void aCountWithoutARangeGivesAllOneNameAndANumberedLabel() {
        var plan = plan(LAUNCH.with("name", "web").with("count", 3));
        assertThat(plan).extracting(s -> body(s).word("name")).containsExactly("web", "web", "web");
        assertThat(plan).extracting(Step::label).containsExactly("web 1/3", "web 2/3", "web 3/3");
    }

    @Test
    void aHostnameAloneMaySayHowMany() {
        assertThat(plan(LAUNCH.with("hostname", "n{08..11}")))
                .extracting(Step::label)
                .containsExactly("n08", "n09", "n10", "n11");
    }

    @Test
    void noAnswersEverMakeMoreThan64Calls() {
        assertThat(plan(LAUNCH.with("count", 1_000_000))).hasSize(64);
        assertThat(plan(LAUNCH.with("count", -1))).hasSize(1);
        assertThat(plan(LAUNCH.with("name", "x{1..999999}"))).isEmpty();
    }

    @Test
    void everythingAskedForReachesTheBodyInTheFormOfTheApi() {
        var body = body(plan(FULL_LAUNCH).getFirst());
        assertThat(body.texts("file_system_names")).containsExactly("datasets-va");
        assertThat(body.at("image")).isEqualTo(Json.obj("family", "lambda-stack"));
        assertThat(body.list("firewall_rulesets")).containsExactly(Json.obj("id", "rs-web"));
        assertThat(body.list("file_system_mounts"))
                .containsExactly(Json.obj("mount_point", "/data/sets", "file_system_id", "fs-va"));
        assertThat(body.secret("user_data"))
                .contains(Secret.of("#cloud-config canary-in-user-data"));
    }

    @Test
    void anImageIsNamedByItsIdOrItsFamilyAndNotByBoth() {
        var both = Json.obj("id", "im-va", "family", "lambda-stack");
        assertThat(body(plan(LAUNCH.with("image", both)).getFirst()).at("image"))
                .isEqualTo(Json.obj("id", "im-va"));
        assertThat(
                        body(plan(LAUNCH.with("image", Json.obj("family", ""))).getFirst())
                                .at("image")
                                .isAbsent())
                .isTrue();
    }

    @Test
    void userDataThatIsHiddenAlreadyStaysSo() {
        var answers = LAUNCH.with("user_data", Secret.of("#cloud-config"));
        assertThat(body(plan(answers).getFirst()).secret("user_data"))
                .contains(Secret.of("#cloud-config"));
    }

    @Test
    void eachCallCarriesATagOfItsOwnBehindOnesOwnTags() {
        var plan = plan(FULL_LAUNCH);
        assertThat(body(plan.get(2)).list("tags"))
                .containsExactly(
                        Json.obj("key", "team", "value", "vision"),
                        Json.obj("key", "pilothouse-command", "value", "c7-3"));
    }

    @Test
    void aLostLaunchIsFoundByItsTagAndByNoOther() {
        var step = plan(FULL_LAUNCH).get(1);
        assertThat(sign(step, Json.absent(), tagged("pilothouse-command", "c7-2"))).isTrue();
        assertThat(sign(step, Json.absent(), tagged("pilothouse-command", "c7-1"))).isFalse();
        assertThat(sign(step, Json.absent(), tagged("team", "c7-2"))).isFalse();
        assertThat(sign(step, Json.absent(), Inventory.NONE)).isFalse();
    }

    @Test
    void anAnswerWithAnIdIsProofEnough() {
        var step = plan(LAUNCH).getFirst();
        var answer = LambdaSamples.ALL.answer(step.call());
        assertThat(step.reached().apply(answer)).containsExactly("i-9");
        assertThat(sign(step, answer, Inventory.NONE)).isTrue();
        assertThat(sign(step, Json.obj(), Inventory.NONE)).isFalse();
    }

    @Test
    void withoutTheTagALostLaunchHasNoSign() {
        var step = plan(LAUNCH.with("tag_command", false)).getFirst();
        assertThat(step.sign()).isEmpty();
        assertThat(body(step).at("tags").isAbsent()).isTrue();
    }
}
