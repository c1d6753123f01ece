package io.pilothouse.provider.crusoe;

import static io.pilothouse.provider.crusoe.CrusoeSamples.KNOWN;
import static io.pilothouse.provider.crusoe.CrusoeSamples.action;
import static io.pilothouse.provider.crusoe.CrusoeSamples.form;
import static io.pilothouse.provider.crusoe.CrusoeSamples.plan;
import static io.pilothouse.provider.crusoe.CrusoeSamples.row;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.cloud.Action.Effect;
import io.pilothouse.cloud.Step;
import io.pilothouse.cloud.form.Choices.Choice;
import io.pilothouse.cloud.form.Input;
import io.pilothouse.domain.Inventory;
import io.pilothouse.domain.Json;
import io.pilothouse.domain.Resource;

import org.junit.jupiter.api.Test;

import java.util.List;

final class UpdatesTest {
    private static final Resource RUNNING = row("crusoe.vm", "vm-1");
    private static final Resource STOPPED = row("crusoe.vm", "vm-2");
    private static final Json TO_PARTITION = Json.obj("ib_partition_id", "ibp-2");
    private static final Json TO_DYNAMIC = Json.obj("public_ip_address_type", "dynamic");

    private static Json body(Step step) {
        return step.call().request().body();
    }

    private static List<Choice> offered(String action, String field, Resource vm) {
        var input = form(action, vm).field(field).orElseThrow().input();
        return ((Input.Choose) input).from().list().apply(Json.obj(), KNOWN);
    }

    private static boolean seen(Step step, Json raw) {
        var now = Resource.of("crusoe.vm", "vm-1", "train-1", RUNNING.status(), raw);
        Inventory known = type -> type.equals("crusoe.vm") ? List.of(now) : List.of();
        return step.sign().orElseThrow().test(Json.absent(), known);
    }

    @Test
    void aVmThatRunsIsStoppedForAnotherPartitionAndStartedAgain() {
        assertThat(plan("crusoe.vm.change-partition", TO_PARTITION, RUNNING))
                .extracting(s -> body(s).word("action"))
                .containsExactly("STOP", "UPDATE", "START");
        assertThat(plan("crusoe.vm.change-partition", TO_PARTITION, STOPPED))
                .singleElement()
                .satisfies(
                        s ->
                                assertThat(body(s))
                                        .isEqualTo(
                                                Json.obj(
                                                        "action",
                                                        "UPDATE",
                                                        "host_channel_adapters",
                                                        List.of(TO_PARTITION))));
        assertThat(action("crusoe.vm.change-partition").effect()).isEqualTo(Effect.INTERRUPT);
    }

    @Test
    void itsOwnPartitionIsNotOfferedAndOneElsewhereIsOff() {
        assertThat(offered("crusoe.vm.change-partition", "ib_partition_id", RUNNING))
                .extracting(Choice::value)
                .doesNotContain("ibp-1");
        assertThat(offered("crusoe.vm.change-partition", "ib_partition_id", STOPPED))
                .filteredOn(c -> c.value().equals("ibp-1"))
                .singleElement()
                .satisfies(c -> assertThat(c.off()).contains("off.crusoe.other-location"));
    }

    @Test
    void aPartitionIsChangedWhenEachAdapterIsInIt() {
        var update = plan("crusoe.vm.change-partition", TO_PARTITION, RUNNING).get(1);
        var old = Json.obj("ib_partition_id", "ibp-1");
        assertThat(seen(update, adapters(old, TO_PARTITION))).isFalse();
        assertThat(seen(update, adapters(TO_PARTITION, TO_PARTITION))).isTrue();
        assertThat(seen(update, adapters())).isFalse();
    }

    private static Json adapters(Json... adapters) {
        return RUNNING.raw().with("host_channel_adapters", List.of(adapters));
    }

    @Test
    void theAddressIsChangedAndTheRestOfTheInterfaceGoesBackAsItCame() {
        var odd = RUNNING.raw().list("network_interfaces").getFirst().with("mystery", 7);
        var raw = RUNNING.raw().with("network_interfaces", List.of(odd));
        var vm =
                Resource.of("crusoe.vm", "vm-1", "train-1", RUNNING.status(), raw)
                        .within(CrusoeSamples.PROJECT);
        var update = plan("crusoe.vm.change-address", TO_DYNAMIC, vm).getFirst();
        var sent = body(update).list("network_interfaces").getFirst();
        assertThat(sent.list("ips").getFirst().at("public_ipv4"))
                .isEqualTo(Json.obj("address", "198.51.100.7", "id", "ip-1", "type", "dynamic"));
        assertThat(sent.with("ips", odd.at("ips"))).isEqualTo(odd);
        assertThat(seen(update, raw)).isFalse();
        assertThat(seen(update, raw.with("network_interfaces", List.of(sent)))).isTrue();
    }

    @Test
    void onlyTheOtherKindOfAddressIsOfferedAndOnlyWhereThereIsOne() {
        assertThat(offered("crusoe.vm.change-address", "public_ip_address_type", RUNNING))
                .extracting(Choice::value)
                .containsExactly("dynamic");
        var off = action("crusoe.vm.change-address").off();
        assertThat(off.apply(RUNNING)).isEmpty();
        assertThat(off.apply(STOPPED)).contains("off.crusoe.not-running");
        assertThat(off.apply(row("crusoe.vm", "vm-4"))).contains("off.crusoe.no-address");
    }
}
