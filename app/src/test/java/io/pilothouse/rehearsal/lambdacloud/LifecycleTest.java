package io.pilothouse.rehearsal.lambdacloud;

import static io.pilothouse.rehearsal.lambdacloud.DemoAccount.LAUNCH;
import static io.pilothouse.rehearsal.lambdacloud.DemoAccount.invalid;
import static io.pilothouse.rehearsal.lambdacloud.DemoAccount.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.domain.Json;
import io.pilothouse.rehearsal.loopback.ManualTime;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

final class LifecycleTest {
    private final DemoAccount account = new DemoAccount();
    private final LambdaService service = account.service;

    @Test
    void anInstanceBootsGetsItsAddressAndThenIsActive() {
        var id = account.launched(LAUNCH);
        assertThat(service.instance(id).word("status")).isEqualTo("booting");
        assertThat(service.instance(id).fields())
                .doesNotContainKeys("ip", "private_ip", "hostname", "jupyter_url", "jupyter_token");

        pass(10);
        assertThat(service.instance(id).word("status")).isEqualTo("booting");
        assertThat(service.instance(id).fields())
                .containsKeys("ip", "private_ip")
                .doesNotContainKeys("hostname", "jupyter_url", "jupyter_token");

        pass(10);
        assertThat(service.instance(id).word("status")).isEqualTo("active");
        assertThat(service.instance(id).fields())
                .containsKeys("ip", "private_ip", "hostname", "jupyter_url", "jupyter_token");
    }

    @Test
    void withoutAHostnameOneIsMadeOfTheAddress() {
        var id = account.launched(LAUNCH);
        pass(20);
        var instance = service.instance(id);
        assertThat(instance.word("hostname")).isEqualTo(instance.word("ip").replace('.', '-'));
    }

    @Test
    void anInstanceTerminatesStaysListedAndLeaves() {
        var id = account.idOf("notebook-anna");
        var answer = service.terminate(ids(id)).list("terminated_instances");
        assertThat(answer.getFirst().word("status")).isEqualTo("terminating");
        pass(8);
        assertThat(service.instance(id).word("status")).isEqualTo("terminated");
        pass(14);
        assertThat(account.listed("notebook-anna")).isPresent();
        pass(1);
        assertThat(account.listed("notebook-anna")).isEmpty();
        refusal(404, "global/object-does-not-exist", () -> service.instance(id));
    }

    @Test
    void aBootingInstanceCanBeTerminated() {
        var id = account.launched(LAUNCH);
        service.terminate(ids(id));
        pass(30);
        refusal(404, "global/object-does-not-exist", () -> service.instance(id));
    }

    @Test
    void whatIsEndingIsNotTerminatedAgain() {
        var id = account.idOf("sweep-03");
        invalid(id, () -> service.terminate(ids(id)));
    }

    @Test
    void restartingBootsAgainAndKeepsTheAddress() {
        var id = account.idOf("notebook-anna");
        var before = service.instance(id).word("ip");
        var answer = service.restart(ids(id)).list("restarted_instances").getFirst();
        assertThat(answer.word("status")).isEqualTo("booting");
        assertThat(answer.word("ip")).isEqualTo(before);
        assertThat(answer.fields()).doesNotContainKey("jupyter_token");
        pass(12);
        assertThat(service.instance(id).word("status")).isEqualTo("active");
    }

    @Test
    void whatIsNotUpCannotBeRestarted() {
        var booting = account.idOf("ft-h100-pcie");
        var ending = account.idOf("sweep-03");
        refusal(409, "global/conflict", () -> service.restart(ids(booting)));
        refusal(409, "global/conflict", () -> service.restart(ids(ending)));
    }

    @Test
    void oneUnknownInstanceOfManyStopsThemAll() {
        var id = account.idOf("notebook-anna");
        refusal(404, "global/object-does-not-exist", () -> service.terminate(ids(id, "nobody")));
        refusal(404, "global/object-does-not-exist", () -> service.restart(ids(id, "nobody")));
        assertThat(service.instance(id).word("status")).isEqualTo("active");
    }

    @Test
    void manyAreTerminatedInOneRequest() {
        var answer =
                service.terminate(
                        ids(account.idOf("train-h100-01"), account.idOf("train-h100-02")));
        assertThat(answer.list("terminated_instances")).hasSize(2);
    }

    @Test
    void aListOfIdsIsNeeded() {
        invalid("instance_ids is required", () -> service.terminate(Json.obj()));
        invalid("instance_ids", () -> service.terminate(ids()));
        invalid("instance_ids", () -> service.restart(Json.obj("instance_ids", "one")));
        invalid("instance_ids", () -> service.restart(Json.obj("instance_ids", List.of(1))));
        invalid("body", () -> service.restart(Json.of("text")));
    }

    @Test
    void actionsSayWhyTheyAreOff() {
        assertThat(reason("ft-h100-pcie", "restart")).isEqualTo("vm-has-not-launched");
        assertThat(reason("ft-h100-pcie", "terminate")).isEmpty();
        assertThat(reason("sweep-03", "terminate")).isEqualTo("vm-is-terminating");
        assertThat(reason("train-h100-01", "cold_reboot")).isEqualTo("vm-is-too-old");
        assertThat(reason("train-h100-01", "restart")).isEmpty();
        assertThat(reason("notebook-anna", "cold_reboot")).isEmpty();
    }

    @Test
    void theDemonstrationBeginsWithEveryState() {
        assertThat(service.instances(Optional.empty()).list())
                .extracting(i -> i.word("name") + " " + i.word("status"))
                .containsExactly(
                        "train-h100-01 active",
                        "train-h100-02 active",
                        "ft-h100-pcie booting",
                        "eval-gh200 active",
                        "notebook-anna active",
                        "sweep-03 terminating",
                        "sweep-04 unhealthy");
    }

    @Test
    void aFleetIsAsLargeAsAskedFor() {
        var fleet =
                new DemoAccount(
                        s ->
                                s.withSeed(
                                        LambdaSeed.fleet(
                                                new ManualTime().clock(), s.speed(), 5_000)));
        var rows = fleet.service.instances(Optional.empty()).list();
        assertThat(rows).hasSize(5_000);
        assertThat(rows).extracting(i -> i.word("id")).doesNotHaveDuplicates();
        assertThat(rows.getLast().word("status")).isEqualTo("active");
    }

    @Test
    void noInstanceBelongsToACluster() {
        assertThat(service.instances(Optional.of("c1")).list()).isEmpty();
    }

    @Test
    void anInstanceIsRenamedAndUnnamed() {
        var id = account.idOf("notebook-anna");
        assertThat(service.rename(id, Json.obj("name", "new")).word("name")).isEqualTo("new");
        assertThat(service.rename(id, Json.obj()).word("name")).isEqualTo("new");
        assertThat(service.rename(id, Json.obj("name", "")).fields()).doesNotContainKey("name");
        invalid("name", () -> service.rename(id, Json.obj("name", "x".repeat(65))));
        invalid("name", () -> service.rename(id, Json.obj("name", 7)));
        refusal(
                404,
                "global/object-does-not-exist",
                () -> service.rename("nobody", Json.obj("name", "x")));
    }

    private String reason(String name, String action) {
        var details = account.listed(name).orElseThrow().at("actions", action);
        assertThat(details.isTrue("available")).isEqualTo(details.at("reason_code").isAbsent());
        return details.word("reason_code");
    }

    private void pass(int seconds) {
        account.time.pass(Duration.ofSeconds(seconds));
    }

    private static Json ids(String... ids) {
        return Json.obj("instance_ids", List.of(ids));
    }
}
