package io.pilothouse.provider.lambdacloud;

import static io.pilothouse.provider.lambdacloud.LambdaSamples.action;
import static io.pilothouse.provider.lambdacloud.LambdaSamples.form;
import static io.pilothouse.provider.lambdacloud.LambdaSamples.only;
import static io.pilothouse.provider.lambdacloud.LambdaSamples.plan;
import static io.pilothouse.provider.lambdacloud.LambdaSamples.problems;
import static io.pilothouse.provider.lambdacloud.LambdaSamples.row;
import static io.pilothouse.provider.lambdacloud.LambdaSamples.sign;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.cloud.form.Form.Problem;
import io.pilothouse.domain.Facts;
import io.pilothouse.domain.Inventory;
import io.pilothouse.domain.Json;
import io.pilothouse.domain.JsonText;
import io.pilothouse.domain.Link;
import io.pilothouse.domain.Resource;
import io.pilothouse.domain.Rule;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

final class RulesetsTest {
    private static final String EDIT = "lambda.ruleset.edit";
    private static final Resource WEB = row(Rulesets.TYPE, "rs-web");
    private static final Resource GLOBAL = row(Rulesets.TYPE, "global");
    private static final Resource INBOUND = row(Rulesets.TYPE, "inbound");

    private static Json rule(String protocol, String ports, String from) {
        return Json.obj(
                "protocol",
                protocol,
                "port_range",
                ports,
                "source_network",
                from,
                "description",
                "");
    }

    private static List<String> keys(Resource row, Json... rules) {
        return problems(EDIT, Json.obj("rules", List.of(rules)), row).stream()
                .map(p -> p.field() + " " + p.key())
                .toList();
    }

    @Test
    void threeCallsFillOneTable() {
        assertThat(LambdaSamples.KNOWN.of(Rulesets.TYPE))
                .extracting(Resource::id)
                .containsExactly("rs-web", "rs-free", "global", "inbound");
    }

    @Test
    void rulesAreReadAsEveryProvidersAre() {
        assertThat(WEB.get(Facts.RULES).orElseThrow())
                .containsExactly(
                        new Rule(
                                true,
                                true,
                                "tcp",
                                List.of("22"),
                                List.of("203.0.113.0/24"),
                                List.of(),
                                "office"),
                        new Rule(
                                true,
                                true,
                                "tcp",
                                List.of("8000-8080"),
                                List.of("0.0.0.0/0"),
                                List.of(),
                                ""));
        assertThat(GLOBAL.get(Facts.RULES).orElseThrow().getFirst().ports()).isEmpty();
        assertThat(WEB.get(Facts.USED_BY)).contains(List.of(new Link(Instances.TYPE, "i-web1")));
    }

    @Test
    void eachPlaceIsReplacedByItsOwnCall() {
        var none = Json.obj("rules", List.of());
        assertThat(sent(plan(EDIT, none, WEB).getFirst()))
                .isEqualTo("PATCH /api/v1/firewall-rulesets/rs-web {\"rules\":[]}");
        assertThat(sent(plan(EDIT, none, GLOBAL).getFirst()))
                .isEqualTo("PATCH /api/v1/firewall-rulesets/global {\"rules\":[]}");
        assertThat(sent(plan(EDIT, none, INBOUND).getFirst()))
                .isEqualTo("PUT /api/v1/firewall-rules {\"data\":[]}");
    }

    private static String sent(io.pilothouse.cloud.Step step) {
        var request = step.call().request();
        return request.method()
                + " "
                + request.path(v -> v)
                + " "
                + JsonText.revealed(request.body());
    }

    @Test
    void portsAreSentAsTwoNumbersAndNotAtAllForIcmp() {
        var rules =
                plan(EDIT, LambdaSamples.rules(), WEB)
                        .getFirst()
                        .call()
                        .request()
                        .body()
                        .list("rules");
        assertThat(JsonText.revealed(rules.get(0).at("port_range"))).isEqualTo("[22,22]");
        assertThat(JsonText.revealed(rules.get(1).at("port_range"))).isEqualTo("[6000,6010]");
        assertThat(rules.get(2).at("port_range").isAbsent()).isTrue();
        assertThat(rules.get(0).at("description")).isEqualTo(new Json.Text(""));
    }

    @Test
    void editingWithoutAChangeSendsWhatThereWas() {
        for (var row : List.of(WEB, GLOBAL, INBOUND)) {
            var initial = form(EDIT, row).initial();
            var body = plan(EDIT, initial, row).getFirst().call().request().body();
            var sent = body.list(row.equals(INBOUND) ? "data" : "rules");
            assertThat(sent).isEqualTo(row.raw().list("rules"));
            assertThat(problems(EDIT, initial, row)).isEmpty();
        }
    }

    @Test
    void whatARuleHasBeyondTheFormSurvivesAnEdit() {
        var odd =
                rule("gre", "22", "10.0.0.0/8")
                        .with("priority", 5)
                        .with("port_range", List.of(7, 7));
        var row = Rulesets.decode(WEB.raw().with("rules", List.of(odd)));
        var initial = form(EDIT, row).initial();
        assertThat(initial.list("rules").getFirst().word("port_range")).isEqualTo("7");
        assertThat(problems(EDIT, initial, row)).isEmpty();
        assertThat(plan(EDIT, initial, row).getFirst().call().request().body().list("rules"))
                .containsExactly(odd);
    }

    @Test
    void anEditIsSeenInTheListInWhateverOrder() {
        var wanted =
                Json.obj(
                        "rules",
                        List.of(
                                rule("tcp", "22", "198.51.100.7"),
                                rule("tcp", "80-90", "10.0.0.0/8")));
        var step = plan(EDIT, wanted, WEB).getFirst();
        var there =
                List.of(
                        rule("tcp", "", "10.0.0.0/8").with("port_range", List.of(80, 90)),
                        rule("tcp", "", "198.51.100.7/32").with("port_range", List.of(22, 22)));
        assertThat(sign(step, Json.absent(), only(Rulesets.decode(WEB.raw().with("rules", there)))))
                .isTrue();
        assertThat(sign(step, Json.absent(), only(WEB))).isFalse();
        assertThat(sign(step, Json.absent(), Inventory.NONE)).isFalse();
        assertThat(sign(step, Json.obj("id", "rs-web"), only(WEB))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "22, true",
        "1-65535, true",
        "0, false",
        "90-80, false",
        "65536, false",
        "1-70000, false"
    })
    void portsCountUpFrom1To65535(String ports, boolean good) {
        assertThat(keys(INBOUND, rule("udp", ports, "10.0.0.0/8"), rule("tcp", "22", "10.0.0.0/8")))
                .filteredOn("rules/0/port_range problem.lambda.ports"::equals)
                .hasSize(good ? 0 : 1);
    }

    @ParameterizedTest
    @CsvSource({"http", "22-", "22:23", "-1"})
    void portsAreDigits(String ports) {
        assertThat(keys(GLOBAL, rule("tcp", ports, "10.0.0.0/8")))
                .containsExactly("rules/0/port_range problem.pattern.port_range");
    }

    @Test
    void aNewRuleForEveryoneIsAWarningAndAnOldOneIsNot() {
        var initial = form(EDIT, WEB).initial();
        assertThat(problems(EDIT, initial, WEB)).isEmpty();
        var more = new java.util.ArrayList<>(initial.list("rules"));
        more.add(rule("tcp", "5432", "0.0.0.0/0"));
        var found = problems(EDIT, Json.obj("rules", more), WEB);
        assertThat(found).extracting(Problem::key).containsExactly("problem.lambda.open-to-all");
        assertThat(found).allMatch(Problem::warning);
    }

    @Test
    void lockingOneselfOutIsAWarning() {
        assertThat(keys(WEB, rule("tcp", "443", "10.0.0.0/8")))
                .containsExactly("rules problem.lambda.no-ssh");
        assertThat(keys(WEB, rule("all", "1-100", "10.0.0.0/8"))).isEmpty();
        assertThat(keys(GLOBAL)).isEmpty();
    }

    @Test
    void theTwoThatAreAlwaysThereAreNeitherRenamedNorDeleted() {
        for (var id : List.of("lambda.ruleset.rename", "lambda.ruleset.delete")) {
            assertThat(action(id).off().apply(GLOBAL)).contains("off.lambda.fixed-ruleset");
            assertThat(action(id).off().apply(INBOUND)).contains("off.lambda.fixed-ruleset");
        }
        assertThat(action("lambda.ruleset.rename").off().apply(WEB)).isEmpty();
        assertThat(action("lambda.ruleset.delete").off().apply(WEB))
                .contains("off.lambda.ruleset-in-use");
        assertThat(action("lambda.ruleset.delete").off().apply(row(Rulesets.TYPE, "rs-free")))
                .isEmpty();
    }

    @Test
    void aNewRulesetIsSeenByItsNameInItsRegion() {
        var answers = LambdaSamples.rules().with("name", "web").with("region", "us-west-1");
        var step = plan("lambda.ruleset.create", answers).getFirst();
        assertThat(sign(step, Json.absent(), only(WEB))).isFalse();
        var region = Json.obj("name", "us-west-1", "description", "");
        assertThat(
                        sign(
                                step,
                                Json.absent(),
                                only(Rulesets.decode(WEB.raw().with("region", region)))))
                .isTrue();
        assertThat(problems("lambda.ruleset.create", answers.with("region", "us-east-1")))
                .extracting(Problem::key)
                .containsExactly("problem.lambda.name-taken");
    }
}
