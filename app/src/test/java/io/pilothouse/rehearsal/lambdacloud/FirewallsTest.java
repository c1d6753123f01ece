package io.pilothouse.rehearsal.lambdacloud;

import static io.pilothouse.rehearsal.lambdacloud.DemoAccount.invalid;
import static io.pilothouse.rehearsal.lambdacloud.DemoAccount.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.domain.Json;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;

final class FirewallsTest {
    private static final Json SSH =
            Json.obj(
                    "protocol",
                    "tcp",
                    "port_range",
                    List.of(22, 22),
                    "source_network",
                    "0.0.0.0/0",
                    "description",
                    "");
    private static final Json PING = SSH.with("protocol", "icmp").with("port_range", null);
    private static final String WEB = Ids.hex("web-ruleset");

    private final DemoAccount account = new DemoAccount();
    private final LambdaService service = account.service;

    @Test
    void inboundRulesAreReplacedAsAWhole() {
        assertThat(service.replaceInboundRules(Json.obj("data", List.of(PING))).list())
                .containsExactly(PING);
        assertThat(service.inboundRules().list()).containsExactly(PING);
        assertThat(service.replaceInboundRules(Json.obj("data", List.of())).list()).isEmpty();
        invalid("data is required", () -> service.replaceInboundRules(Json.obj()));
    }

    @Test
    void theGlobalRulesetChangesItsRulesOnly() {
        assertThat(service.globalRuleset().word("id")).isEqualTo("global");
        var patched = service.patchGlobalRuleset(Json.obj("rules", List.of(PING), "name", "mine"));
        assertThat(patched.word("name")).isEqualTo("Global Firewall Rules");
        assertThat(patched.list("rules")).containsExactly(PING);
        assertThat(service.patchGlobalRuleset(Json.obj()).list("rules")).containsExactly(PING);
    }

    @Test
    void aRulesetIsMadeChangedAndDeleted() {
        var made =
                service.createRuleset(
                        Json.obj("name", "new", "region", "us-west-1", "rules", List.of(SSH)));
        var id = made.word("id");
        assertThat(made.list("instance_ids")).isEmpty();
        assertThat(made.fields()).containsKey("instance_ids");
        var renamed = service.patchRuleset(id, Json.obj("name", "other"));
        assertThat(renamed.word("name")).isEqualTo("other");
        assertThat(renamed.list("rules")).containsExactly(SSH);
        var changed = service.patchRuleset(id, Json.obj("rules", List.of()));
        assertThat(changed.word("name")).isEqualTo("other");
        assertThat(changed.list("rules")).isEmpty();
        assertThat(service.deleteRuleset(id)).isEqualTo(Json.obj());
        refusal(404, "global/object-does-not-exist", () -> service.ruleset(id));
    }

    @Test
    void aRulesetInUseIsKept() {
        refusal(400, "firewall-rulesets/firewall-ruleset-in-use", () -> service.deleteRuleset(WEB));
        service.terminate(Json.obj("instance_ids", service.ruleset(WEB).texts("instance_ids")));
        account.time.pass(Duration.ofSeconds(8));
        service.deleteRuleset(WEB);
        assertThat(service.rulesets().list()).hasSize(1);
    }

    @Test
    void anUnknownRulesetIsSaidSo() {
        refusal(404, "global/object-does-not-exist", () -> service.ruleset("no"));
        refusal(404, "global/object-does-not-exist", () -> service.deleteRuleset("no"));
        refusal(
                404,
                "global/object-does-not-exist",
                () -> service.patchRuleset("no", Json.obj("name", "x")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"name", "region", "rules"})
    void aNewRulesetNeedsAll(String field) {
        var request = Json.obj("name", "n", "region", "us-west-1", "rules", List.of());
        invalid(field + " is required", () -> service.createRuleset(request.with(field, null)));
    }

    @Test
    void namesAndRegionsAreChecked() {
        invalid("name", () -> service.patchRuleset(WEB, Json.obj("name", "x".repeat(65))));
        invalid(
                "region",
                () ->
                        service.createRuleset(
                                Json.obj("name", "n", "region", "moon", "rules", List.of())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"protocol", "port_range", "source_network", "description"})
    void aRuleNeedsAll(String field) {
        refusedRule("data[0]." + field + " is required", SSH.with(field, null));
    }

    @Test
    void icmpHasNoPorts() {
        refusedRule("port_range", SSH.with("protocol", "icmp"));
    }

    @Test
    void portsAreAnAscendingPairOfWholeNumbers() {
        refusedRule("port_range", SSH.with("port_range", List.of(22)));
        refusedRule("port_range", SSH.with("port_range", List.of(1, 2, 3)));
        refusedRule("port_range", SSH.with("port_range", List.of(80, 22)));
        refusedRule("port_range", SSH.with("port_range", List.of(0, 22)));
        refusedRule("port_range", SSH.with("port_range", List.of(22, 65_536)));
        refusedRule("port_range", SSH.with("port_range", List.of("22", "22")));
        var half = new BigDecimal("22.5");
        refusedRule("port_range", SSH.with("port_range", List.of(half, half)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "anywhere", "1.2.3", "1.2.3.256", "1.2.3.4/33", "::/0", "01.2.3.4"})
    void aSourceIsAnIpv4Network(String source) {
        refusedRule("source_network", SSH.with("source_network", source));
    }

    @Test
    void aLoneAddressMeansItselfOnly() {
        var answer =
                service.replaceInboundRules(
                        Json.obj("data", List.of(SSH.with("source_network", "192.0.2.7"))));
        assertThat(answer.list().getFirst().word("source_network")).isEqualTo("192.0.2.7/32");
    }

    @Test
    void protocolsAndDescriptionsAreChecked() {
        refusedRule("protocol", SSH.with("protocol", "sctp"));
        refusedRule("description", SSH.with("description", "d".repeat(129)));
        refusedRule("data[0]", Json.of("rule"));
    }

    private void refusedRule(String why, Json rule) {
        var before = service.inboundRules();
        invalid(why, () -> service.replaceInboundRules(Json.obj("data", List.of(rule))));
        assertThat(service.inboundRules()).isEqualTo(before);
    }
}
