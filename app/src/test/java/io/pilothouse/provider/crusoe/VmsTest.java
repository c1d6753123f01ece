package io.pilothouse.provider.crusoe;

import static io.pilothouse.provider.crusoe.CrusoeSamples.KNOWN;
import static io.pilothouse.provider.crusoe.CrusoeSamples.VM;
import static io.pilothouse.provider.crusoe.CrusoeSamples.plan;
import static io.pilothouse.provider.crusoe.CrusoeSamples.problems;
import static io.pilothouse.provider.crusoe.CrusoeSamples.row;
import static io.pilothouse.provider.crusoe.CrusoeSamples.sign;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.cloud.Step;
import io.pilothouse.cloud.Wanted;
import io.pilothouse.cloud.form.Form.Problem;
import io.pilothouse.cloud.form.Input;
import io.pilothouse.domain.Facts;
import io.pilothouse.domain.Json;
import io.pilothouse.domain.JsonText;
import io.pilothouse.domain.Link;
import io.pilothouse.domain.Resource;
import io.pilothouse.domain.Status;
import io.pilothouse.domain.Status.Phase;
import io.pilothouse.provider.Samples;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

final class VmsTest {
    private static final Resource RUNNING = row("crusoe.vm", "vm-1");
    private static final Resource STOPPED = row("crusoe.vm", "vm-2");
    private static final Resource LEAVING = row("crusoe.vm", "vm-3");

    private static Json body(Step step) {
        return step.call().request().body();
    }

    private static List<String> keys(Json answers) {
        return problems("crusoe.vm.create", answers).stream().map(Problem::key).toList();
    }

    private static Resource as(Resource vm, Json raw) {
        var type = CrusoeSamples.cloud().type(vm.type()).orElseThrow();
        var call = type.read().orElseThrow().apply(vm);
        return call.decode().apply(Samples.answered(raw));
    }

    @Test
    void aStateIsShownWithoutItsPrefixAndOneThatIsNotKnownAsItIs() {
        assertThat(RUNNING.status()).isEqualTo(new Status("RUNNING", Phase.RUNNING));
        assertThat(STOPPED.status()).isEqualTo(new Status("SHUTOFF", Phase.STOPPED));
        assertThat(LEAVING.status()).isEqualTo(new Status("DELETING", Phase.ENDING));
        assertThat(row("crusoe.vm", "vm-4").status())
                .isEqualTo(new Status("HIBERNATED", Phase.UNKNOWN));
        assertThat(as(RUNNING, RUNNING.raw().with("state", "RUNNING")).status())
                .isEqualTo(RUNNING.status());
        assertThat(as(RUNNING, RUNNING.raw().with("state", "STATE_STARTING")).status())
                .isEqualTo(new Status("STARTING", Phase.CHANGING));
    }

    @Test
    void anOperationThatWentWellIsStillListedAndOneThatIsNotKnownGoesOn() {
        var operation =
                Resource.of("crusoe.vm-operation", "op-1", "op-1", Status.NONE, Json.obj())
                        .within(Resource.of("crusoe.project", "p", "p", Status.NONE, Json.obj()));
        assertThat(phase(operation, "SUCCEEDED")).isEqualTo(Phase.RUNNING);
        assertThat(phase(operation, "FAILED")).isEqualTo(Phase.FAILED);
        assertThat(phase(operation, "QUEUED")).isEqualTo(Phase.CHANGING);
    }

    private static Phase phase(Resource operation, String state) {
        return as(operation, Json.obj("operation_id", "op-1", "state", state)).status().phase();
    }

    @Test
    void aVmTellsWhatOtherMachinesTell() {
        assertThat(RUNNING.get(Facts.IP)).contains("198.51.100.7");
        assertThat(RUNNING.get(Facts.PRIVATE_IP)).contains("10.1.2.3");
        assertThat(RUNNING.get(Facts.VOLUMES))
                .contains(
                        List.of(
                                new Link("crusoe.disk", "d-os"),
                                new Link("crusoe.disk", "d-data")));
        assertThat(STOPPED.get(Facts.IP)).isEmpty();
        assertThat(STOPPED.problem()).isEmpty();
    }

    @Test
    void oneReadAloneStaysInItsProject() {
        assertThat(as(RUNNING, RUNNING.raw()).scope()).isEqualTo("p-vision");
    }

    @Test
    void theListIsReadPageByPageUntilTheTokenIsEmpty() {
        var first =
                CrusoeSamples.cloud()
                        .type("crusoe.vm")
                        .orElseThrow()
                        .listing()
                        .first(Optional.of(CrusoeSamples.PROJECT));
        var page =
                first.decode()
                        .apply(
                                Samples.answered(
                                        Json.obj("items", List.of(), "next_page_token", "bXk")));
        var next = page.next().orElseThrow();
        assertThat(next.request().query()).contains(Map.entry("next_token", "bXk"));
        assertThat(next.request().query()).containsAll(first.request().query());
        var last = Samples.answered(Json.obj("items", List.of(), "next_page_token", ""));
        assertThat(next.decode().apply(last).next()).isEmpty();
    }

    @Test
    void aPartOfTheListIsAskedForWithCommasAndPagedAlike() {
        var narrowing = CrusoeSamples.cloud().type("crusoe.vm").orElseThrow().narrowing();
        var wanted = new Wanted(Set.of("STOPPED", "RUNNING"), Set.of("a40.1x"), Set.of());
        var first =
                narrowing
                        .orElseThrow()
                        .first(Optional.of(CrusoeSamples.PROJECT), wanted)
                        .orElseThrow();
        assertThat(first.request().query())
                .containsExactly(
                        Map.entry("states", "STATE_RUNNING,STATE_STOPPED"),
                        Map.entry("types", "a40.1x"),
                        Map.entry("limit", "100"));
        var more = Samples.answered(Json.obj("items", List.of(), "next_page_token", "bXk"));
        var next = first.decode().apply(more).next().orElseThrow();
        assertThat(next.request().query())
                .containsAll(first.request().query())
                .contains(Map.entry("next_token", "bXk"));
    }

    @Test
    void anEmptyListMayBeWrittenAsNull() {
        var type = CrusoeSamples.cloud().type("crusoe.disk").orElseThrow();
        var call = type.listing().first(Optional.of(CrusoeSamples.PROJECT));
        var answer = Samples.parse("{\"items\": null}", _ -> false);
        assertThat(call.decode().apply(Samples.answered(answer)).rows()).isEmpty();
    }

    @Test
    void onlyWhatIsNeededGoesIntoThePlainestBody() {
        assertThat(body(plan("crusoe.vm.create", VM).getFirst()))
                .isEqualTo(VM.only("name", "type", "location", "ssh_public_key"));
    }

    @Test
    void everythingAskedForReachesTheBodyInTheFormOfTheApi() {
        var asked =
                ComputeCases.FULL
                        .with("subnet_id", "sub-1")
                        .with("public_ip_address_type", "static")
                        .with("ib_partition_id", "ibp-1");
        var body = body(plan("crusoe.vm.create", asked).getFirst());
        assertThat(body.word("image")).isEqualTo("ubuntu:22.04");
        assertThat(body.list("disks")).containsExactly(ComputeCases.FREE_DISK);
        assertThat(body.list("host_channel_adapters"))
                .containsExactly(Json.obj("ib_partition_id", "ibp-1"));
        assertThat(body.at("reservation_specification"))
                .isEqualTo(Json.obj("selection_strategy", "on_demand"));
        var network = body.list("network_interfaces").getFirst();
        assertThat(network.word("subnet")).isEqualTo("sub-1");
        assertThat(network.list("ips").getFirst().word("public_ipv4", "type")).isEqualTo("static");
        assertThat(body.secret("startup_script")).isPresent();
        assertThat(JsonText.masked(body)).doesNotContain("canary");
    }

    @Test
    void aRangeOfNamesIsACallForEach() {
        var plan = plan("crusoe.vm.create", VM.with("name", "node-{1..3}"));
        assertThat(plan).extracting(Step::label).containsExactly("node-1", "node-2", "node-3");
        assertThat(plan).extracting(s -> body(s).word("name")).startsWith("node-1");
    }

    @Test
    void onlyWhatIsInTheLocationFitsAVmThere() {
        assertThat(keys(VM)).isEmpty();
        assertThat(keys(VM.with("subnet_id", "sub-2")))
                .containsExactly("off.crusoe.other-location");
        assertThat(keys(VM.with("ib_partition_id", "ibp-2")))
                .containsExactly("off.crusoe.other-location");
        assertThat(keys(VM.with("image_name", "rocky:9")))
                .containsExactly("off.crusoe.other-location");
        assertThat(
                        keys(
                                VM.with(
                                        "disks",
                                        List.of(ComputeCases.disk("d-west", "data", "read-only")))))
                .containsExactly("off.crusoe.other-location");
    }

    @Test
    void aDiskElsewhereIsOfferedOffWithItsReason() {
        var creating = CrusoeSamples.form("crusoe.vm.create").field("disks").orElseThrow();
        var attaching =
                CrusoeSamples.form("crusoe.vm.attach", RUNNING).field("attach_disks").orElseThrow();
        for (var field : List.of(creating, attaching)) {
            var each = ((Input.Records) field.input()).each().field("disk_id").orElseThrow();
            var choices = ((Input.Choose) each.input()).from().list();
            assertThat(choices.apply(Json.obj("location", "us-east1-a"), KNOWN))
                    .filteredOn(c -> c.value().equals("d-west"))
                    .singleElement()
                    .satisfies(c -> assertThat(c.off()).contains("off.crusoe.other-location"));
            assertThat(choices.apply(Json.obj("location", "us-east1-a"), KNOWN))
                    .filteredOn(c -> c.value().equals("d-data"))
                    .singleElement()
                    .satisfies(c -> assertThat(c.off()).isEmpty());
        }
    }

    @Test
    void aLocationSaysHowManyAreFreeThere() {
        var field = CrusoeSamples.form("crusoe.vm.create").field("location").orElseThrow();
        var choices = ((Input.Choose) field.input()).from().list();
        assertThat(choices.apply(Json.obj("type", "a100.2x"), KNOWN))
                .filteredOn(c -> c.value().equals("us-east1-a"))
                .flatExtracting(c -> c.said().stream().toList())
                .singleElement()
                .satisfies(
                        s -> {
                            assertThat(s.key()).isEqualTo("choice.free");
                            assertThat(s.args()).hasSize(1);
                        });
    }

    @Test
    void aTypeIsOffWhereThereIsNoRoomForIt() {
        var field = CrusoeSamples.form("crusoe.vm.create").field("type").orElseThrow();
        var choices = ((Input.Choose) field.input()).from().list();
        assertThat(choices.apply(Json.obj("location", "us-northcentral1-a"), KNOWN))
                .extracting(c -> c.value() + " " + c.off().orElse(""))
                .containsExactly(
                        "a100.2x off.crusoe.no-capacity", "h100.8x off.crusoe.sold-out", "c1a.4x ");
        assertThat(choices.apply(Json.obj("location", "us-east1-a"), KNOWN))
                .filteredOn(c -> c.off().isEmpty())
                .extracting(c -> c.value())
                .containsExactly("a100.2x", "c1a.4x");
    }

    @Test
    void aDiskIsAttachedOnceAndOneDiskIsBootedFrom() {
        var os = ComputeCases.disk("d-free", "os", "read-write");
        assertThat(keys(VM.with("disks", List.of(ComputeCases.FREE_DISK, ComputeCases.FREE_DISK))))
                .containsExactly("problem.crusoe.same-disk");
        assertThat(
                        keys(
                                VM.with(
                                        "disks",
                                        List.of(os, ComputeCases.disk("d-os", "os", "read-only")))))
                .contains("problem.crusoe.two-os-disks");
        assertThat(keys(VM.with("disks", List.of(os)).with("image_name", "ubuntu:22.04")))
                .containsExactly("problem.crusoe.image-and-disk");
    }

    @Test
    void oneThatRunsIsStoppedChangedAndStartedAgain() {
        var chain = plan("crusoe.vm.change-type", Json.obj("type", "c1a.4x"), RUNNING);
        assertThat(chain)
                .extracting(VmsTest::body)
                .containsExactly(
                        Json.obj("action", "STOP"),
                        Json.obj("action", "UPDATE", "type", "c1a.4x"),
                        Json.obj("action", "START"));
        assertThat(plan("crusoe.vm.change-type", Json.obj("type", "a100.2x"), STOPPED)).hasSize(1);
    }

    @Test
    void powerIsOfferedWhereItMeansSomething() {
        assertThat(CrusoeSamples.action("crusoe.vm.start").off().apply(RUNNING))
                .contains("off.crusoe.running");
        assertThat(CrusoeSamples.action("crusoe.vm.stop").off().apply(STOPPED))
                .contains("off.crusoe.stopped");
        assertThat(CrusoeSamples.action("crusoe.vm.delete").off().apply(LEAVING))
                .contains("off.crusoe.leaving");
        assertThat(CrusoeSamples.action("crusoe.vm.unreserve").off().apply(STOPPED))
                .contains("off.crusoe.not-reserved");
    }

    @Test
    void aChangeOfPowerIsSeenInTheState() {
        var stop = plan("crusoe.vm.stop", Json.obj(), RUNNING).getFirst();
        assertThat(sign(stop, Json.absent(), KNOWN)).isFalse();
        var stopped = as(RUNNING, RUNNING.raw().with("state", "STATE_STOPPED"));
        assertThat(sign(stop, Json.absent(), CrusoeSamples.only(stopped))).isTrue();
        assertThat(plan("crusoe.vm.reset", Json.obj(), RUNNING).getFirst().sign()).isEmpty();
    }

    @Test
    void disksAreSeenAttachedAndDetached() {
        var detach =
                plan("crusoe.vm.detach", Json.obj("detach_disks", List.of("d-data")), RUNNING)
                        .getFirst();
        assertThat(sign(detach, Json.obj(), KNOWN)).isFalse();
        var without = as(RUNNING, RUNNING.raw().with("disks", List.of()));
        assertThat(sign(detach, Json.obj(), CrusoeSamples.only(without))).isTrue();
    }
}
