package io.pilothouse.provider.lambdacloud;

import static io.pilothouse.provider.lambdacloud.LambdaSamples.FULL_LAUNCH;
import static io.pilothouse.provider.lambdacloud.LambdaSamples.KNOWN;
import static io.pilothouse.provider.lambdacloud.LambdaSamples.LAUNCH;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.cloud.form.Choices.Choice;
import io.pilothouse.cloud.form.Form;
import io.pilothouse.cloud.form.Form.Problem;
import io.pilothouse.cloud.form.Input;
import io.pilothouse.domain.Inventory;
import io.pilothouse.domain.Json;
import io.pilothouse.domain.Money;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Optional;

final class LaunchFormTest {
    private static List<Choice> choices(String field, Json answers) {
        var input = LaunchForm.FORM.field(field).orElseThrow().input();
        return ((Input.Choose) input).from().list().apply(answers, KNOWN);
    }

    private static Choice choice(String field, String value, Json answers) {
        return choices(field, answers).stream()
                .filter(c -> c.value().equals(value))
                .findFirst()
                .orElseThrow();
    }

    private static List<Problem> problems(Json answers) {
        return LambdaSamples.problems("lambda.instance.launch", answers);
    }

    private static List<String> keys(Json answers) {
        return problems(answers).stream().map(p -> p.field() + " " + p.key()).toList();
    }

    @Test
    void whatIsNeededIsATypeARegionAndAKey() {
        assertThat(keys(Json.obj()))
                .containsExactly(
                        "instance_type_name problem.required",
                        "region_name problem.required",
                        "ssh_key_names problem.required");
        assertThat(problems(LAUNCH)).isEmpty();
        assertThat(problems(FULL_LAUNCH)).isEmpty();
    }

    @Test
    void everyKnownRegionIsOfferedWithItsDescription() {
        assertThat(choices("region_name", Json.obj()))
                .extracting(Choice::value)
                .containsExactly("us-east-1", "us-south-1", "us-west-1");
        assertThat(choice("region_name", "us-south-1", Json.obj()).note()).isEqualTo("Texas, USA");
        assertThat(choices("region_name", Json.obj())).allMatch(c -> c.off().isEmpty());
    }

    @Test
    void onlyRegionsWithRoomForTheTypeAreOn() {
        var type = Json.obj("instance_type_name", "gpu_1x_h100_sxm5");
        assertThat(choice("region_name", "us-east-1", type).off()).isEmpty();
        assertThat(choice("region_name", "us-west-1", type).off())
                .contains("off.lambda.no-capacity");
    }

    @Test
    void aFileSystemRulesOutTheOtherRegions() {
        for (var answers :
                List.of(
                        Json.obj("file_system_names", List.of("datasets-va")),
                        Json.obj(
                                "file_system_mounts",
                                List.of(Json.obj("file_system_id", "fs-va"))))) {
            assertThat(choice("region_name", "us-east-1", answers).off()).isEmpty();
            assertThat(choice("region_name", "us-south-1", answers).off())
                    .contains("off.lambda.file-system-elsewhere");
        }
    }

    @Test
    void fileSystemsOfTwoRegionsRuleOutAll() {
        var answers = Json.obj("file_system_names", List.of("datasets-va", "scratch-tx"));
        assertThat(choices("region_name", answers)).allMatch(c -> c.off().isPresent());
    }

    @Test
    void aRegionRulesOutFileSystemsAndRulesetsElsewhere() {
        var east = Json.obj("region_name", "us-east-1");
        assertThat(choice("file_system_names", "datasets-va", east).off()).isEmpty();
        assertThat(choice("file_system_names", "scratch-tx", east).off())
                .contains("off.lambda.other-region");
        assertThat(choice("firewall_rulesets", "rs-web", east).off()).isEmpty();
        assertThat(choice("firewall_rulesets", "rs-free", east).off())
                .contains("off.lambda.other-region");
    }

    @Test
    void theGlobalAndTheInboundRulesAreNotForChoosing() {
        assertThat(choices("firewall_rulesets", Json.obj()))
                .extracting(Choice::value)
                .containsExactly("rs-web", "rs-free");
    }

    @Test
    void aTypeShowsItsPriceAndThatItIsSoldOut() {
        assertThat(choice("instance_type_name", "gpu_1x_a10", Json.obj()).price())
                .contains(new Money(75));
        assertThat(choice("instance_type_name", "gpu_1x_a10", Json.obj()).off()).isEmpty();
        assertThat(choice("instance_type_name", "gpu_8x_b200", Json.obj()).off())
                .contains("off.lambda.sold-out");
    }

    @Test
    void aRegionWithoutRoomStopsTheLaunch() {
        assertThat(keys(LAUNCH.with("region_name", "us-west-1")))
                .containsExactly("region_name off.lambda.no-capacity");
    }

    @Test
    void exactlyOneKeyIsTaken() {
        assertThat(keys(LAUNCH.with("ssh_key_names", List.of("anna-laptop", "ci"))))
                .containsExactly("ssh_key_names problem.choose");
        assertThat(keys(LAUNCH.with("ssh_key_names", List.of("ci")))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "web-{1..8}, web-{1..7},",
        "web-{1..8}, , 7",
        "web, n{1..3}, 2",
    })
    void nameHostnameAndCountHaveToAgree(String name, String hostname, Integer count) {
        var answers = LAUNCH.with("name", name).with("hostname", hostname).with("count", count);
        assertThat(keys(answers)).contains("count problem.lambda.counts-differ");
    }

    @Test
    void aCountThatARangeSaysTooIsFine() {
        assertThat(problems(LAUNCH.with("name", "web-{1..8}").with("count", 8))).isEmpty();
    }

    @Test
    void severalOfOneNameAreAWarningWithABetterName() {
        var problems = problems(LAUNCH.with("name", "web").with("count", 3));
        assertThat(problems).extracting(Problem::key).containsExactly("problem.lambda.same-name");
        assertThat(problems.getFirst().warning()).isTrue();
        assertThat(problems.getFirst().suggestion()).contains("web-{1..3}");
    }

    @ParameterizedTest
    @CsvSource({
        "Web, false",
        "web_1, false",
        "-web, false",
        "web-1, true",
        "n{1..3}, true",
        "W{1..3}, false"
    })
    void aHostnameIsLowerCaseLettersDigitsAndHyphens(String hostname, boolean good) {
        assertThat(keys(LAUNCH.with("hostname", hostname)))
                .filteredOn("hostname problem.pattern.hostname"::equals)
                .hasSize(good ? 0 : 1);
    }

    @Test
    void lengthsAreThoseOfTheDocument() {
        assertThat(keys(LAUNCH.with("name", "n".repeat(64)))).isEmpty();
        assertThat(keys(LAUNCH.with("name", "n".repeat(65))))
                .containsExactly("name problem.too-long");
        assertThat(keys(LAUNCH.with("hostname", "h".repeat(64))))
                .containsExactly("hostname problem.too-long");
    }

    @Test
    void userDataIsCountedInBytesUpToAMebibyte() {
        assertThat(keys(LAUNCH.with("user_data", "é".repeat(524_288)))).isEmpty();
        assertThat(keys(LAUNCH.with("user_data", "é".repeat(524_288) + "x")))
                .containsExactly("user_data problem.too-many-bytes");
    }

    @ParameterizedTest
    @CsvSource({
        "/data/a, true",
        "/home, true",
        "/lambda/nfs/x-1, true",
        "/srv, false",
        "/data/a b, false",
        "/data/_, false"
    })
    void mountPointsAreUnderThreeFolders(String point, boolean good) {
        var mount = Json.obj("file_system_id", "fs-va", "mount_point", point);
        assertThat(keys(LAUNCH.with("file_system_mounts", List.of(mount)))).hasSize(good ? 0 : 1);
    }

    @Test
    void mountsHaveToBeInTheRegionAndApart() {
        var here = Json.obj("file_system_id", "fs-va", "mount_point", "/data/a");
        var elsewhere = Json.obj("file_system_id", "fs-tx", "mount_point", "/data/a");
        assertThat(keys(LAUNCH.with("file_system_mounts", List.of(here, elsewhere))))
                .contains(
                        "file_system_mounts/1/file_system_id off.lambda.other-region",
                        "file_system_mounts/1/mount_point problem.lambda.same-mount");
    }

    @Test
    void anImageOfAnotherRegionStopsTheLaunch() {
        assertThat(keys(LAUNCH.with("image", Json.obj("id", "im-ca"))))
                .containsExactly("image/id off.lambda.other-region");
        assertThat(keys(LAUNCH.with("image", Json.obj("family", "ubuntu-lts"))))
                .containsExactly("image/family off.lambda.other-region");
        assertThat(keys(LAUNCH.with("image", Json.obj("id", "im-va")))).isEmpty();
    }

    @Test
    void imagesAndMountsOfferOnlyWhatIsInTheRegion() {
        var east = Json.obj("region_name", "us-east-1");
        var images = (Input.OneOf) LaunchForm.FORM.field("image").orElseThrow().input();
        var mounts =
                (Input.Records) LaunchForm.FORM.field("file_system_mounts").orElseThrow().input();

        assertThat(off(images.forms().get(1), "id", "im-va", east)).isEmpty();
        assertThat(off(images.forms().get(1), "id", "im-ca", east))
                .contains("off.lambda.other-region");
        assertThat(off(images.forms().get(1), "id", "im-ca", Json.obj())).isEmpty();
        assertThat(off(images.forms().getFirst(), "family", "ubuntu-lts", east))
                .contains("off.lambda.other-region");
        assertThat(off(mounts.each(), "file_system_id", "fs-va", east)).isEmpty();
        assertThat(off(mounts.each(), "file_system_id", "fs-tx", east))
                .contains("off.lambda.other-region");
    }

    private static Optional<String> off(Form within, String field, String value, Json answers) {
        var input = (Input.Choose) within.field(field).orElseThrow().input();
        return input.from().list().apply(answers, KNOWN).stream()
                .filter(c -> c.value().equals(value))
                .findFirst()
                .orElseThrow()
                .off();
    }

    @Test
    void tagsHaveKeysOfTheirOwn() {
        var tag = Json.obj("key", "team", "value", "x");
        var ours = Json.obj("key", "pilothouse-command", "value", "x");
        var odd = Json.obj("key", "Team", "value", "v".repeat(129));
        assertThat(keys(LAUNCH.with("tags", List.of(tag, tag, ours, odd))))
                .containsExactlyInAnyOrder(
                        "tags/1/key problem.lambda.same-tag",
                        "tags/2/key problem.lambda.reserved-tag",
                        "tags/3/key problem.pattern.key",
                        "tags/3/value problem.too-long");
    }

    @Test
    void rulesetsInTexasAreAWarning() {
        var answers =
                LAUNCH.with("region_name", "us-south-1")
                        .with("firewall_rulesets", List.of("rs-web"));
        assertThat(keys(answers)).contains("firewall_rulesets problem.lambda.no-firewall");
        assertThat(problems(answers)).filteredOn(Problem::warning).hasSize(1);
    }

    @Test
    void nothingIsOfferedBeforeAnythingIsKnown() {
        for (var field : LaunchForm.FORM.fields()) {
            if (field.input() instanceof Input.Choose(_, _, var from)) {
                assertThat(from.list().apply(Json.obj(), Inventory.NONE))
                        .as(field.name())
                        .isEmpty();
                assertThat(from.types()).as(field.name()).isNotEmpty();
            }
        }
        assertThat(LaunchForm.FORM.initial().at("tag_command")).isEqualTo(Json.of(true));
        assertThat(LaunchForm.FORM.field("quantity")).isEqualTo(Optional.empty());
    }
}
