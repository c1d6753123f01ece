package io.pilothouse.provider.crusoe;

import static io.pilothouse.provider.crusoe.CrusoeSamples.KNOWN;
import static io.pilothouse.provider.crusoe.CrusoeSamples.PROVIDER;
import static io.pilothouse.provider.crusoe.CrusoeSamples.plan;
import static io.pilothouse.provider.crusoe.CrusoeSamples.row;
import static io.pilothouse.provider.crusoe.CrusoeSamples.sign;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.cloud.Action;
import io.pilothouse.cloud.Action.Offered;
import io.pilothouse.cloud.Report;
import io.pilothouse.cloud.Request;
import io.pilothouse.cloud.ResourceType;
import io.pilothouse.cloud.Step;
import io.pilothouse.domain.Json;
import io.pilothouse.domain.Kind;
import io.pilothouse.domain.Link;
import io.pilothouse.domain.Resource;
import io.pilothouse.domain.Secret;
import io.pilothouse.provider.Samples;
import io.pilothouse.provider.crusoe.api.CrusoeFacts;

import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

final class CrusoeProviderTest {
    private static final Optional<Resource> ORGANIZATION =
            Optional.of(row("crusoe.organization", "org-1"));

    private static final Report USAGE = CrusoeSamples.cloud().report("crusoe.usage").orElseThrow();

    private static Request request(Step step) {
        return step.call().request();
    }

    @Test
    void theEndpointEndsInTheVersionAndPathsBeginBelowIt() {
        assertThat(PROVIDER.endpoint()).endsWith("/v1alpha5");
        assertThat(PROVIDER.discover(Json.obj()).firstEntry().getValue().request())
                .isEqualTo(Request.get("/users/identities"));
    }

    @Test
    void onlyTheSecretKeyIsASecret() {
        assertThat(PROVIDER.credentials().field("access-key").orElseThrow().input())
                .isNotInstanceOf(io.pilothouse.cloud.form.Input.Hidden.class);
        assertThat(PROVIDER.credentials().field("secret-key").orElseThrow().input())
                .isInstanceOf(io.pilothouse.cloud.form.Input.Hidden.class);
    }

    @Test
    void operationsAreListedOnlyWhileTheyAreLookedAt() {
        assertThat(CrusoeSamples.cloud().of(Kind.OPERATION))
                .hasSize(7)
                .allMatch(ResourceType::onlyWhileShown);
        assertThat(CrusoeSamples.cloud().types())
                .filteredOn(t -> t.kind() != Kind.OPERATION)
                .noneMatch(ResourceType::onlyWhileShown);
    }

    @Test
    void aFailedOperationSaysWhy() {
        var failed = row("crusoe.vm-operation", "op-2");
        assertThat(failed.get(CrusoeFacts.FAILURE)).contains("Out of stock");
        assertThat(row("crusoe.disk-operation", "op-4").problem()).isEmpty();
    }

    @Test
    void aProjectIsDeletedWithItsNameTypedAndALoginInItsDetailsOnly() {
        var project = row("crusoe.project", "p-vision");
        assertThat(CrusoeSamples.action("crusoe.project.delete").typed().apply(project))
                .contains("vision");
        var delete = CrusoeSamples.action("crusoe.identity.delete");
        assertThat(delete.offered()).isEqualTo(Offered.DETAILS);
        assertThat(delete.target()).isEqualTo(Action.Target.ROW);
        assertThat(delete.typed().apply(row("crusoe.identity", "anna@example.com")))
                .contains("anna@example.com");
    }

    @Test
    void renamingSaysInTheQueryWhatIsRenamed() {
        var project = row("crusoe.project", "p-vision");
        var step = plan("crusoe.project.rename", Json.obj("name", "sight"), project).getFirst();
        assertThat(request(step).query()).containsExactly(Map.entry("project_id", "p-vision"));
        assertThat(sign(step, Json.absent(), KNOWN)).isFalse();
        var login = row("crusoe.identity", "anna@example.com");
        var body = request(plan("crusoe.identity.rename", Json.obj("name", "A"), login).getFirst());
        assertThat(body.body()).isEqualTo(Json.obj("name", "A", "role", "Admin"));
    }

    @Test
    void theSecretOfATokenIsShownOnceAndATokenExpiresAtTheBeginningOfADay() {
        var step =
                plan("crusoe.token.create", Json.obj("alias", "ci", "expires_on", "2026-12-31"))
                        .getFirst();
        assertThat(request(step).body().word("expires_at")).isEqualTo("2026-12-31T00:00:00Z");
        var once = CrusoeSamples.action("crusoe.token.create").shownOnce();
        assertThat(CrusoeSamples.ALL.answer(step.call()).only(once.toArray(String[]::new)))
                .isEqualTo(
                        Json.obj(
                                "access_key",
                                "R7p5",
                                "secret_key",
                                Secret.of("canary-secret-key")));
    }

    @Test
    void aTokenThatIsGoneIsSeenToBeGone() {
        var token = row("crusoe.token", "Hm11C1coQZm2+Aihn9ofYg");
        var other = row("crusoe.token", "Jm11C1coQZm2-Aihn9ofYg");
        var step = plan("crusoe.token.delete", Json.obj(), token).getFirst();
        assertThat(request(step).query())
                .containsExactly(Map.entry("access_key", "Hm11C1coQZm2+Aihn9ofYg"));
        assertThat(sign(step, Json.obj(), KNOWN)).isFalse();
        assertThat(sign(step, Json.obj(), CrusoeSamples.only(other))).isTrue();
    }

    @Test
    void aKeyWithoutAFingerprintGetsItsOwn() {
        assertThat(row("crusoe.ssh-key", "k-anna").get(CrusoeFacts.FINGERPRINT))
                .contains("tARFxQkVHeqm6TzqpI897QsHVdgZlxgL2/YhVltmEUk");
        assertThat(row("crusoe.ssh-key", "k-ci").get(CrusoeFacts.FINGERPRINT).orElseThrow())
                .matches("[A-Za-z0-9+/]{43}");
    }

    @Test
    void usageIsAskedForWithAllItsFiltersAndWhatThereIsToChooseIsReadFirst() {
        var options = USAGE.before().apply(ORGANIZATION).orElseThrow();
        var form =
                USAGE.asks()
                        .form(
                                ORGANIZATION,
                                CrusoeSamples.ALL.answer(options),
                                KNOWN,
                                LocalDate.of(2026, 3, 1));
        assertThat(form.initial().word("start_date")).isEqualTo("2026-01-22");
        assertThat(form.initial().word("end_date")).isEqualTo("2026-02-20");
        var call = USAGE.call().apply(ORGANIZATION, form.initial());
        assertThat(call.request().query())
                .containsExactly(
                        Map.entry("projects", "p-vision,p-speech"),
                        Map.entry("resource_types", "persistent-ssd,a100.2x"),
                        Map.entry("regions", "us-east1,us-northcentral1"),
                        Map.entry("start_date", "2026-01-22"),
                        Map.entry("end_date", "2026-02-20"));
        var rows = CrusoeSamples.ALL.answer(call);
        assertThat(rows)
                .extracting(r -> r.get(CrusoeFacts.DAY).orElseThrow())
                .containsExactly(LocalDate.of(2026, 2, 19), LocalDate.of(2026, 2, 20));
        assertThat(rows.getFirst().get(CrusoeFacts.AMOUNT)).contains(new BigDecimal("2.125"));
        assertThat(rows.getFirst().get(CrusoeFacts.PROJECT))
                .contains(new Link("crusoe.project", "p-vision"));
    }

    @Test
    void theExportIsTextAndNotJson() {
        var export = USAGE.export().orElseThrow().call().apply(ORGANIZATION, Json.obj());
        assertThat(export.request().headers()).containsEntry("Accept", "text/csv");
        assertThat(export.decode().apply(Samples.answered(Json.of("a,b")))).isEqualTo("a,b");
    }

    @Test
    void manyVmsAreRecognisedByThePrefixOfTheirNames() {
        var template = row("crusoe.instance-template", "t-1");
        var step =
                plan(
                                "crusoe.instance-template.create-vms",
                                TemplateCases.MANY.with("count", 1),
                                template)
                        .getFirst();
        assertThat(sign(step, Json.obj(), KNOWN)).isFalse();
        var train =
                plan(
                                "crusoe.instance-template.create-vms",
                                Json.obj("name_prefix", "train", "count", 1),
                                template)
                        .getFirst();
        assertThat(sign(train, Json.obj(), KNOWN)).isTrue();
        assertThat(request(step).body().word("instance_template_id")).isEqualTo("t-1");
    }

    @Test
    void healthCheckingIsSwitchedOffByPortNought() {
        var balancer = row("crusoe.load-balancer", "lb-1");
        var off = Json.obj("name", "front", "destinations", List.of());
        var step = plan("crusoe.load-balancer.edit", off, balancer).getFirst();
        assertThat(request(step).body().at("health_check")).isEqualTo(Json.obj("port", "0"));
        var on = off.with("check_health", true).with("health_check", NetworkCases.HEALTH);
        var checked = plan("crusoe.load-balancer.edit", on, balancer).getFirst();
        assertThat(request(checked).body().at("health_check"))
                .isEqualTo(Json.obj("port", "8080", "interval", "30"));
    }

    @Test
    void aRuleIsTheSameInWhateverOrderAndHoweverItsListsAreWritten() {
        var rule = row("crusoe.firewall-rule", "fw-web");
        var same = CrusoeSamples.form("crusoe.firewall-rule.edit", rule).initial();
        assertThat(same.texts("source_ports")).containsExactly("80", "443", "3000-8080");
        var step =
                plan(
                                "crusoe.firewall-rule.edit",
                                same.with("protocols", List.of("udp", "tcp")),
                                rule)
                        .getFirst();
        assertThat(sign(step, Json.absent(), KNOWN)).isTrue();
        var other = plan("crusoe.firewall-rule.edit", same.with("name", "x"), rule).getFirst();
        assertThat(sign(other, Json.absent(), KNOWN)).isFalse();
    }
}
