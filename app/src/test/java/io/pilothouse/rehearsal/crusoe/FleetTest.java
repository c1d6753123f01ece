package io.pilothouse.rehearsal.crusoe;

import static io.pilothouse.rehearsal.crusoe.CrusoeAccount.KEY;
import static io.pilothouse.rehearsal.crusoe.CrusoeAccount.NORTH;
import static io.pilothouse.rehearsal.crusoe.CrusoeAccount.NORTH_B;
import static io.pilothouse.rehearsal.crusoe.CrusoeAccount.RESEARCH;
import static io.pilothouse.rehearsal.crusoe.CrusoeAccount.VMS;
import static io.pilothouse.rehearsal.crusoe.CrusoeAccount.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.domain.Json;
import io.pilothouse.rehearsal.crusoe.call.Words;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;

/// Templates, groups, and many VMs at once.
final class FleetTest {
    private static final String TEMPLATES = RESEARCH + "/compute/instance-templates";
    private static final String GROUPS = RESEARCH + "/compute/instance-groups";
    private static final String BULK = RESEARCH + "/compute/vms/bulk-instances";
    private static final String SWEEP = Words.id("template sweep");
    private static final String GROUP = Words.id("group sweep");

    private final CrusoeAccount account = new CrusoeAccount();

    @Test
    void aTemplateIsMadeAndDeletedAtOnce() {
        var made = account.post(TEMPLATES, template());
        var path = TEMPLATES + "/" + made.word("id");
        assertThat(account.get(path)).isEqualTo(made);
        assertThat(made.word("public_ip_address_type")).isEqualTo("dynamic");
        account.call("DELETE", path, Json.absent());
        refusal(404, () -> account.get(path));
    }

    @Test
    void whatBelongsToALocationIsNeededWithIt() {
        var here = template().with("location", NORTH);
        refusal(400, () -> account.post(TEMPLATES, here));
        var inside = here.with("subnet_id", Words.id("subnet nodes-north"));
        account.post(TEMPLATES, inside);
        refusal(400, () -> account.post(TEMPLATES, inside.with("location", NORTH_B)));
        var infiniband = inside.with("type", "h100-80gb-sxm-ib.8x");
        refusal(400, () -> account.post(TEMPLATES, infiniband));
        var partition = Words.id("partition pretraining");
        account.post(TEMPLATES, infiniband.with("ib_partition_id", partition));
        refusal(400, () -> account.post(TEMPLATES, inside.with("ib_partition_id", partition)));
        refusal(400, () -> account.post(TEMPLATES, inside.with("public_ip_address_type", "own")));
    }

    @Test
    void aTemplateInUseStays() {
        refusal(400, () -> account.call("DELETE", TEMPLATES + "/" + SWEEP, Json.absent()));
    }

    @Test
    void aGroupKnowsItsVms() {
        var group = account.get(GROUPS + "/" + GROUP);
        assertThat(group.texts("instances")).containsExactly(Words.id("vm sweep-1"));
        assertThat(group.whole("running_instance_count")).contains(1L);
        account.pass(Duration.ofSeconds(30));
        assertThat(account.get(GROUPS + "/" + GROUP).texts("instances")).hasSize(2);
        account.made(
                VMS,
                account.call(
                        "PATCH", VMS + "/" + Words.id("vm sweep-1"), Json.obj("action", "STOP")));
        assertThat(account.get(GROUPS + "/" + GROUP).whole("running_instance_count")).contains(1L);
    }

    @Test
    void aGroupIsChangedAndDeletedAndItsVmsStay() {
        var other = account.post(TEMPLATES, template()).word("id");
        var path = GROUPS + "/" + GROUP;
        var changed = account.call("PATCH", path, Json.obj("name", "g", "template_id", other));
        assertThat(changed.only("name", "template_id"))
                .isEqualTo(Json.obj("name", "g", "template_id", other));
        refusal(400, () -> account.call("PATCH", path, Json.obj("template_id", "nothing")));
        account.call("DELETE", path, Json.absent());
        refusal(404, () -> account.get(path));
        assertThat(account.named(VMS, "sweep-1").word("instance_group_id")).isEmpty();
    }

    @Test
    void manyAreMadeInEveryLocation() {
        var locations = List.of(at(NORTH), at(NORTH_B));
        var result =
                account.made(
                        VMS,
                        account.post(
                                BULK,
                                bulk(3).with("locations", locations)
                                        .with("instance_group_id", GROUP)));
        assertThat(result.list("items"))
                .extracting(vm -> vm.word("name") + " " + vm.word("location"))
                .containsExactly(
                        "my-vm-1 " + NORTH,
                        "my-vm-2 " + NORTH,
                        "my-vm-3 " + NORTH,
                        "my-vm-4 " + NORTH_B,
                        "my-vm-5 " + NORTH_B,
                        "my-vm-6 " + NORTH_B);
        var one = account.named(VMS, "my-vm-5");
        assertThat(one.list("disks"))
                .extracting(d -> d.word("attachment_type") + " " + d.word("size"))
                .containsExactlyInAnyOrder("os 128GiB", "data 64GiB");
        assertThat(one.word("instance_template_id")).isEqualTo(SWEEP);
        assertThat(account.get(GROUPS + "/" + GROUP).texts("instances")).hasSize(8);
    }

    @Test
    void manyAreMadeWhereTheTemplateSays() {
        var result = account.made(VMS, account.post(BULK, bulk(1)));
        assertThat(result.list("items").getFirst().word("location")).isEqualTo(NORTH);
        var inline =
                bulk(1).with("instance_template_id", null)
                        .with("name_prefix", "other")
                        .with("instance_template", template());
        var other = account.made(VMS, account.post(BULK, inline)).list("items").getFirst();
        assertThat(other.word("instance_template_id")).isEmpty();
        var ofGroup =
                bulk(1).with("instance_template_id", null)
                        .with("name_prefix", "third")
                        .with("instance_group_id", GROUP);
        var third = account.made(VMS, account.post(BULK, ofGroup)).list("items").getFirst();
        assertThat(third.word("instance_template_id")).isEqualTo(SWEEP);
    }

    @Test
    void whereThereIsNotRoomForAllNoneIsMade() {
        var tight = new CrusoeAccount(setup -> setup.withCapacity((_, _) -> 2));
        assertThat(tight.ended(VMS, tight.post(BULK, bulk(3))).word("result", "code"))
                .isEqualTo("out_of_stock");
        assertThat(tight.items(VMS)).noneMatch(vm -> vm.word("name").startsWith("my-vm"));
    }

    @Test
    void aBulkThatMakesNoSenseIsRefused() {
        refusal(400, () -> account.post(BULK, bulk(0)));
        refusal(400, () -> account.post(BULK, bulk(101)));
        refusal(400, () -> account.post(BULK, bulk(1).with("count", 1.5)));
        refusal(400, () -> account.post(BULK, bulk(1).with("instance_template_id", "none")));
        refusal(400, () -> account.post(BULK, bulk(1).with("instance_template_id", null)));
        refusal(400, () -> account.post(BULK, bulk(1).with("instance_template", template())));
        refusal(400, () -> account.post(BULK, bulk(1).with("locations", List.of(at("mars")))));
        refusal(400, () -> account.post(BULK, bulk(1).with("name_prefix", "sweep")));
    }

    private static Json at(String location) {
        return Json.obj("location", location);
    }

    private static Json bulk(int count) {
        return Json.obj("name_prefix", "my-vm", "count", count, "instance_template_id", SWEEP);
    }

    private static Json template() {
        return Json.obj("template_name", "t", "type", "a40.1x", "ssh_public_key", KEY);
    }
}
