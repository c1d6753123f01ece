package io.pilothouse.provider.crusoe.network;

import static io.pilothouse.provider.crusoe.CrusoeSamples.KNOWN;
import static io.pilothouse.provider.crusoe.CrusoeSamples.action;
import static io.pilothouse.provider.crusoe.CrusoeSamples.form;
import static io.pilothouse.provider.crusoe.CrusoeSamples.only;
import static io.pilothouse.provider.crusoe.CrusoeSamples.row;
import static io.pilothouse.provider.crusoe.CrusoeSamples.sign;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.cloud.Action.Ask;
import io.pilothouse.cloud.Action.Effect;
import io.pilothouse.cloud.Step;
import io.pilothouse.cloud.form.Form.Problem;
import io.pilothouse.cloud.form.FormCheck;
import io.pilothouse.domain.Json;
import io.pilothouse.domain.Resource;
import io.pilothouse.provider.crusoe.api.CrusoeFacts;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

final class RuleListTest {
    private static final String EDIT = "crusoe.vpc-network.rules";
    private static final Resource NETWORK = row("crusoe.vpc-network", "net-1");
    private static final Json BEFORE = form(EDIT, NETWORK).initial();
    private static final Json SSH = BEFORE.list("rules").getFirst();
    private static final Json OUT = BEFORE.list("rules").getLast();
    private static final Json NEW =
            Json.obj(
                    "name", "https",
                    "direction", "ingress",
                    "action", "allow",
                    "protocols", List.of("tcp"),
                    "sources", List.of("203.0.113.0/24"),
                    "destinations", List.of("east"),
                    "destination_ports", List.of("443"));

    private static List<Step> plan(Json... rules) {
        var answers = BEFORE.with("rules", List.of(rules));
        return action(EDIT)
                .plan()
                .apply(new Ask("c", Optional.empty(), List.of(NETWORK), BEFORE, answers));
    }

    private static List<String> keys(Json... rules) {
        var answers = BEFORE.with("rules", List.of(rules));
        return FormCheck.problems(form(EDIT, NETWORK), answers, KNOWN).stream()
                .map(Problem::key)
                .toList();
    }

    private static List<String> calls(List<Step> plan) {
        return plan.stream().map(s -> s.call().request().method() + " " + s.label()).toList();
    }

    private static Json body(Step step) {
        return step.call().request().body();
    }

    @Test
    void theFormBeginsWithTheRulesOfTheNetworkAsOneWritesThem() {
        assertThat(SSH.word("id")).isEqualTo("fw-ssh");
        assertThat(SSH.texts("sources")).containsExactly("203.0.113.0/24");
        assertThat(SSH.texts("destinations")).containsExactly(NETWORK.name());
        assertThat(OUT.texts("sources")).containsExactly("east");
        assertThat(OUT.texts("protocols")).containsExactly("tcp", "udp");
        assertThat(form(EDIT, row("crusoe.vpc-network", "net-2")).initial().list("rules"))
                .isEmpty();
        assertThat(form("crusoe.firewall-rule.edit-all", row("crusoe.firewall-rule", "fw-web")))
                .extracting(f -> f.initial())
                .isEqualTo(BEFORE);
    }

    @Test
    void theEndsOfRulesAndTheTargetsOfBalancersAreRelations() {
        var targets = row("crusoe.load-balancer", "lb-1").get(CrusoeFacts.TARGETS).orElseThrow();
        assertThat(targets).extracting(KNOWN::name).containsExactly("10.1.2.0/24", "train-1");
        var rule = row("crusoe.firewall-rule", "fw-ssh");
        assertThat(rule.get(CrusoeFacts.SOURCES).orElseThrow())
                .extracting(KNOWN::name)
                .containsExactly("203.0.113.0/24");
        assertThat(rule.get(CrusoeFacts.DESTINATIONS).orElseThrow())
                .extracting(KNOWN::name)
                .containsExactly(NETWORK.name());
    }

    @Test
    void whatStaysAsItIsMakesNoCallAndNoProblem() {
        assertThat(plan(OUT, SSH)).isEmpty();
        assertThat(keys(SSH, OUT)).isEmpty();
        assertThat(action(EDIT).effect()).isEqualTo(Effect.REPLACE);
    }

    @Test
    void whatIsNewComesFirstAndWhatIsGoneLast() {
        var steps = plan(SSH.with("destination_ports", List.of("22", "2222")), NEW);
        assertThat(calls(steps))
                .containsExactly("POST https: CREATE", "PATCH ssh: UPDATE", "DELETE web: DELETE");
    }

    @Test
    void whatLetsInIsMadeBeforeWhatKeepsOutAndTakenAwayBehindIt() {
        var deny = NEW.with("name", "none").with("action", "deny");
        assertThat(calls(plan(deny, NEW)))
                .containsExactly(
                        "POST https: CREATE",
                        "POST none: CREATE",
                        "DELETE web: DELETE",
                        "DELETE ssh: DELETE");
    }

    @Test
    void eachCallWaitsForTheOneBeforeSoNothingIsTakenAwayAfterARefusal() {
        assertThat(plan(NEW)).allSatisfy(s -> assertThat(s.targets()).containsExactly(NETWORK));
    }

    @Test
    void onlyWhatIsAnotherIsSent() {
        var steps =
                plan(SSH.with("destination_ports", List.of("2222")), OUT.with("name", "web-out"));
        assertThat(body(steps.getFirst()))
                .isEqualTo(Json.obj("destination_ports", List.of("2222")));
        assertThat(body(steps.getLast())).isEqualTo(Json.obj("name", "web-out"));
    }

    @Test
    void namesGoOutAsIdsAndAddressesAsTheyAre() {
        assertThat(body(plan(SSH, OUT, NEW).getFirst()))
                .isEqualTo(
                        Json.obj(
                                "name", "https",
                                "direction", "ingress",
                                "action", "allow",
                                "vpc_network_id", "net-1",
                                "protocols", List.of("tcp"),
                                "source_ports", List.of(),
                                "destination_ports", List.of("443"),
                                "sources", List.of(Json.obj("cidr", "203.0.113.0/24")),
                                "destinations", List.of(Json.obj("resource_id", "sub-1"))));
    }

    @Test
    void anEndOfWhichTheServiceSaysMoreGoesBackAsItCame() {
        var end = Json.obj("cidr", "203.0.113.0/24", "resource_id", "", "zone", "lab");
        var rule = row("crusoe.firewall-rule", "fw-ssh");
        var odd = as(rule, rule.raw().with("sources", List.of(end)).with("mystery", 7));
        var known = only(odd, NETWORK);
        var form = action(EDIT).form().apply(List.of(NETWORK), known);
        var was = form.initial().list("rules").getFirst();
        assertThat(was.word("mystery")).isEqualTo("7");
        var now = was.with("sources", List.of("203.0.113.0/24", "198.51.100.0/24"));
        var answers = form.initial().with("rules", List.of(now));
        var ask = new Ask("c", Optional.empty(), List.of(NETWORK), form.initial(), answers);
        assertThat(body(action(EDIT).plan().apply(ask).getFirst()).list("sources"))
                .containsExactly(
                        Json.obj("cidr", "203.0.113.0/24", "zone", "lab"),
                        Json.obj("cidr", "198.51.100.0/24"));
    }

    private static Resource as(Resource rule, Json raw) {
        return FirewallRules.decode(raw)
                .within(Resource.of("crusoe.project", rule.scope(), "", rule.status(), Json.obj()));
    }

    @Test
    void ofAnExistingRuleDirectionAndActionStay() {
        var problems =
                FormCheck.problems(
                        form(EDIT, NETWORK),
                        BEFORE.with("rules", List.of(SSH, OUT.with("direction", "ingress"))),
                        KNOWN);
        assertThat(problems)
                .singleElement()
                .satisfies(
                        p -> {
                            assertThat(p.field()).isEqualTo("rules/1/direction");
                            assertThat(p.key()).isEqualTo("problem.crusoe.rule-fixed");
                            assertThat(p.suggestion()).contains("egress");
                        });
    }

    @Test
    void aNewRuleIsCheckedAndAnOldOneTaken() {
        assertThat(keys(SSH, OUT, NEW.with("sources", List.of("nowhere"))))
                .containsExactly("problem.crusoe.no-such-end");
        assertThat(keys(SSH, OUT, NEW.with("destination_ports", List.of("90-80"))))
                .contains("problem.crusoe.ports");
        assertThat(keys(SSH, OUT, NEW.with("destinations", List.of())))
                .containsExactly("problem.required");
        assertThat(keys(SSH, OUT, NEW.with("name", "ssh")))
                .containsExactly("problem.crusoe.name-taken");
        assertThat(keys(SSH, OUT, NEW.with("sources", List.of("0.0.0.0/0"))))
                .containsExactly("problem.crusoe.open-to-all");
    }

    @Test
    void takingAwayTheLastRuleThatLetsSshInIsSaid() {
        assertThat(keys(OUT)).containsExactly("problem.crusoe.no-ssh");
        assertThat(keys(OUT, NEW.with("destination_ports", List.of("20-30")))).isEmpty();
        assertThat(keys(OUT, NEW.with("destination_ports", List.of()))).isEmpty();
    }

    @Test
    void eachCallIsKnownByItsEffect() {
        var steps = plan(SSH.with("name", "shell"), NEW);
        var create = steps.getFirst();
        var made = as(row("crusoe.firewall-rule", "fw-ssh"), body(create).with("id", "fw-9"));
        assertThat(sign(create, Json.absent(), KNOWN)).isFalse();
        assertThat(sign(create, Json.absent(), only(made))).isTrue();
        assertThat(sign(create, started("fw-8"), only(made))).isFalse();
        assertThat(sign(create, started("fw-9"), only(made))).isTrue();

        var changed = as(made, SSH.with("name", "shell"));
        assertThat(sign(steps.get(1), Json.absent(), KNOWN)).isFalse();
        assertThat(sign(steps.get(1), Json.absent(), only(changed))).isTrue();

        assertThat(sign(steps.getLast(), Json.absent(), KNOWN)).isFalse();
        assertThat(sign(steps.getLast(), Json.absent(), only(made))).isTrue();
    }

    private static Json started(String id) {
        return Json.obj("operation", Json.obj("metadata", Json.obj("id", id)));
    }

    @Test
    void aRuleOfTheSameNameAsOneThatGoesIsNotTakenForIt() {
        var again = NEW.with("name", "ssh");
        assertThat(keys(again, OUT)).containsExactly("problem.crusoe.no-ssh");
        var create = plan(again, OUT).getFirst();
        assertThat(sign(create, Json.absent(), KNOWN)).isFalse();
    }

    @Test
    void aRuleThatSomebodyElseDeletedMeanwhileIsMadeAgain() {
        var before = BEFORE.with("rules", List.of(OUT));
        var rules = new ArrayList<>(Arrays.asList(SSH, OUT));
        var ask =
                new Ask(
                        "c",
                        Optional.empty(),
                        List.of(NETWORK),
                        before,
                        before.with("rules", rules));
        assertThat(calls(action(EDIT).plan().apply(ask))).containsExactly("POST ssh: CREATE");
    }
}
