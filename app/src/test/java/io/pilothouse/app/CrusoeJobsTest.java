package io.pilothouse.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.cloud.CloudException;
import io.pilothouse.cloud.Wanted;
import io.pilothouse.domain.Facts;
import io.pilothouse.domain.Json;
import io.pilothouse.domain.Resource;
import io.pilothouse.provider.crusoe.api.CrusoeFacts;
import io.pilothouse.rehearsal.crusoe.place.Capacity;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What an engineer does in a day, done over HTTP against the service re-enacted from the same documents.
final class CrusoeJobsTest {
    @TempDir private Path home;
    private CrusoeRun crusoe;
    private Optional<Resource> project = Optional.empty();

    @BeforeEach
    void start() throws IOException, GeneralSecurityException {
        crusoe = new CrusoeRun(home, setup -> setup);
        project = Optional.of(crusoe.first("crusoe.project"));
        for (var type :
                List.of(
                        "crusoe.location",
                        "crusoe.ssh-key",
                        "crusoe.vm-type",
                        "crusoe.capacity",
                        "crusoe.image")) {
            crusoe.first(type);
        }
    }

    @AfterEach
    void stop() throws IOException {
        crusoe.close();
    }

    private String location() {
        return crusoe.rows("crusoe.vpc-subnet").stream()
                .filter(s -> s.parent().equals(project.map(Resource::ref)))
                .flatMap(s -> s.get(Facts.REGION).stream())
                .findFirst()
                .orElseGet(() -> crusoe.first("crusoe.location").id());
    }

    private String key() {
        return crusoe.first("crusoe.ssh-key").get(CrusoeFacts.PUBLIC_KEY).orElseThrow();
    }

    private Json vm(String name) {
        return Json.obj(
                "name", name,
                "location", location(),
                "type", crusoe.first("crusoe.vm-type").id(),
                "ssh_public_key", key());
    }

    private static Json disk(Resource disk) {
        return Json.obj("disk_id", disk.id(), "attachment_type", "data", "mode", "read-write");
    }

    @Test
    void whatTheServiceSaysOfItsTimesIsUsualTheNextTime() {
        var wanted = Json.obj("location", location(), "size", "200GiB", "type", "persistent-ssd");
        var name = Json.of("job-first");
        var first = crusoe.ended("crusoe.disk.create", project, wanted.with("name", name));
        assertThat(first.getFirst().usual()).isEmpty();

        var other = Json.of("job-second");
        var second = crusoe.ended("crusoe.disk.create", project, wanted.with("name", other));
        assertThat(second.getFirst().usual())
                .hasValueSatisfying(
                        d -> assertThat(d).isBetween(Duration.ofSeconds(1), Duration.ofMinutes(5)));
    }

    @Test
    void aDiskIsMadeAttachedGrownCopiedAndDeleted() {
        crusoe.done(
                "crusoe.disk.create",
                project,
                Json.obj(
                        "name", "job-data",
                        "location", location(),
                        "size", "200GiB",
                        "type", "persistent-ssd"));
        var disk = crusoe.row("crusoe.disk", "job-data");
        crusoe.done("crusoe.vm.create", project, vm("job-vm").with("disks", List.of(disk(disk))));
        var vm = crusoe.row("crusoe.vm", "job-vm");
        assertThat(vm.status().word()).isEqualTo("RUNNING");
        assertThat(crusoe.row("crusoe.disk", "job-data").get(Facts.USED_BY)).isPresent();

        crusoe.done("crusoe.vm.stop", Optional.empty(), Json.obj(), vm);
        crusoe.done("crusoe.disk.resize", Optional.empty(), Json.obj("size", "1TiB"), disk);
        assertThat(crusoe.row("crusoe.disk", "job-data").get(Facts.SIZE).orElseThrow().count())
                .isEqualTo(1L << 40);
        crusoe.done("crusoe.disk.snapshot", Optional.empty(), Json.obj(), disk);
        crusoe.read("crusoe.snapshot");
        assertThat(snapshots(disk)).hasSize(1);
        crusoe.done(
                "crusoe.snapshot.new-disk",
                Optional.empty(),
                Json.obj("name", "job-copy"),
                snapshots(disk).getFirst());
        crusoe.done(
                "crusoe.vm.detach",
                Optional.empty(),
                Json.obj("detach_disks", List.of(disk.id())),
                crusoe.row("crusoe.vm", "job-vm"));
        crusoe.done(
                "crusoe.vm.delete",
                Optional.empty(),
                Json.obj(),
                crusoe.row("crusoe.vm", "job-vm"));
        crusoe.done(
                "crusoe.snapshot.delete", Optional.empty(), Json.obj(), snapshots(disk).getFirst());
        crusoe.done(
                "crusoe.disk.delete",
                Optional.empty(),
                Json.obj(),
                crusoe.row("crusoe.disk", "job-data"),
                crusoe.row("crusoe.disk", "job-copy"));
        assertThat(crusoe.find("crusoe.disk", "job-copy")).isEmpty();
    }

    private List<Resource> snapshots(Resource disk) {
        return crusoe.rows("crusoe.snapshot").stream()
                .filter(
                        s ->
                                s.get(CrusoeFacts.CREATED_FROM)
                                        .filter(l -> l.key().equals(disk.id()))
                                        .isPresent())
                .toList();
    }

    @Test
    void aVmIsStoppedChangedAndStartedAgainInOneGo() {
        crusoe.done("crusoe.vm.create", project, vm("job-vm"));
        var types = crusoe.rows("crusoe.vm-type");
        crusoe.done(
                "crusoe.vm.change-type",
                Optional.empty(),
                Json.obj("type", types.getLast().id()),
                crusoe.row("crusoe.vm", "job-vm"));
        var vm = crusoe.row("crusoe.vm", "job-vm");
        assertThat(vm.get(Facts.TYPE)).contains(types.getLast().id());
        assertThat(vm.status().word()).isEqualTo("RUNNING");

        crusoe.done(
                "crusoe.vm.change-address",
                Optional.empty(),
                Json.obj("public_ip_address_type", "static"),
                vm);
        assertThat(
                        crusoe.row("crusoe.vm", "job-vm")
                                .raw()
                                .list("network_interfaces")
                                .getFirst()
                                .list("ips")
                                .getFirst()
                                .word("public_ipv4", "type"))
                .isEqualTo("static");
    }

    @Test
    void aNetworkIsMadeAPortOpenedAndABalancerPutInFront() {
        crusoe.done(
                "crusoe.vpc-network.create",
                project,
                Json.obj("name", "job-net", "cidr", "172.30.0.0/16"));
        var network = crusoe.row("crusoe.vpc-network", "job-net");
        crusoe.done(
                "crusoe.vpc-subnet.create",
                project,
                Json.obj(
                        "name",
                        "job-subnet",
                        "vpc_network_id",
                        network.id(),
                        "location",
                        location(),
                        "cidr",
                        "172.30.1.0/24"));
        var subnet = crusoe.row("crusoe.vpc-subnet", "job-subnet");
        var rule =
                Json.obj(
                        "name", "job-https",
                        "vpc_network_id", network.id(),
                        "direction", "ingress",
                        "action", "allow",
                        "protocols", List.of("tcp"),
                        "sources", List.of(Json.obj("cidr", "203.0.113.0/24")),
                        "destinations", List.of(Json.obj("cidr", "172.30.1.0/24")),
                        "destination_ports", List.of("443"));
        crusoe.done("crusoe.firewall-rule.create", project, rule);
        crusoe.done(
                "crusoe.firewall-rule.edit",
                Optional.empty(),
                rule.only("name", "protocols", "sources", "destinations")
                        .with("destination_ports", List.of("443", "8000-8080")),
                crusoe.row("crusoe.firewall-rule", "job-https"));
        assertThat(
                        crusoe.row("crusoe.firewall-rule", "job-https")
                                .get(Facts.RULES)
                                .orElseThrow()
                                .getFirst()
                                .ports())
                .containsExactly("443", "8000-8080");
        var balancer =
                Json.obj(
                        "name", "job-front",
                        "location", location(),
                        "subnet_id", subnet.id(),
                        "algorithm", "random",
                        "protocols", List.of("tcp"),
                        "destinations", List.of(Json.obj("cidr", "172.30.1.0/24")),
                        "check_health", true,
                        "health_check", Json.obj("port", 8080));
        crusoe.done("crusoe.load-balancer.create", project, balancer);
        var front = crusoe.row("crusoe.load-balancer", "job-front");
        assertThat(front.get(CrusoeFacts.HEALTH_CHECK)).contains("8080");
        crusoe.done(
                "crusoe.load-balancer.edit",
                Optional.empty(),
                balancer.only("name", "destinations"),
                front);
        assertThat(crusoe.row("crusoe.load-balancer", "job-front").get(CrusoeFacts.HEALTH_CHECK))
                .isEmpty();
        for (var type :
                List.of("crusoe.load-balancer", "crusoe.firewall-rule", "crusoe.vpc-subnet")) {
            var mine = crusoe.rows(type).stream().filter(r -> r.name().startsWith("job-")).toList();
            crusoe.done(
                    type + ".delete", Optional.empty(), Json.obj(), mine.toArray(Resource[]::new));
        }
        crusoe.done(
                "crusoe.vpc-network.rename",
                Optional.empty(),
                Json.obj("name", "job-net-2"),
                network);
        crusoe.done(
                "crusoe.vpc-network.delete",
                Optional.empty(),
                Json.obj(),
                crusoe.row("crusoe.vpc-network", "job-net-2"));
    }

    @Test
    void theRulesOfANetworkAreEditedAsOneList() {
        crusoe.done(
                "crusoe.vpc-network.create",
                project,
                Json.obj("name", "job-net", "cidr", "172.30.0.0/16"));
        var network = crusoe.row("crusoe.vpc-network", "job-net");
        var web = listed("job-web", "443");
        var ssh = listed("job-ssh", "22");
        crusoe.done(
                "crusoe.vpc-network.rules",
                Optional.empty(),
                Json.obj("rules", List.of(web, ssh)),
                network);
        assertThat(names(network)).containsExactlyInAnyOrder("job-web", "job-ssh");

        var kept =
                rules(network).stream()
                        .filter(r -> r.word("name").equals("job-ssh"))
                        .findFirst()
                        .orElseThrow();
        assertThat(kept.texts("destinations")).containsExactly("job-net");
        var wider = kept.with("destination_ports", List.of("22", "2222"));
        crusoe.done(
                "crusoe.firewall-rule.edit-all",
                Optional.empty(),
                Json.obj("rules", List.of(wider, listed("job-api", "8443"))),
                crusoe.row("crusoe.firewall-rule", "job-web"));
        assertThat(names(network)).containsExactlyInAnyOrder("job-ssh", "job-api");
        assertThat(crusoe.row("crusoe.firewall-rule", "job-ssh").id()).isEqualTo(kept.word("id"));

        crusoe.done(
                "crusoe.vpc-network.rules",
                Optional.empty(),
                Json.obj("rules", List.of(wider)),
                network);
        assertThat(names(network)).containsExactly("job-ssh");
    }

    private static Json listed(String name, String port) {
        return Json.obj(
                "name", name,
                "direction", "ingress",
                "action", "allow",
                "protocols", List.of("tcp"),
                "sources", List.of("203.0.113.0/24"),
                "destinations", List.of("job-net"),
                "destination_ports", List.of(port));
    }

    private List<Json> rules(Resource network) {
        var action = crusoe.connection().cloud().action("crusoe.vpc-network.rules").orElseThrow();
        var known = crusoe.connection().inventory();
        return action.form().apply(List.of(network), known).initial().list("rules");
    }

    private List<String> names(Resource network) {
        crusoe.read("crusoe.firewall-rule");
        return rules(network).stream().map(r -> r.word("name")).toList();
    }

    @Test
    void tenVmsAreMadeAfterATemplateAndDeletedAgain() {
        crusoe.done(
                "crusoe.instance-template.create",
                project,
                Json.obj(
                        "template_name", "job-template",
                        "type", crusoe.first("crusoe.vm-type").id(),
                        "ssh_public_key", key()));
        var template = crusoe.row("crusoe.instance-template", "job-template");
        crusoe.done(
                "crusoe.instance-group.create",
                project,
                Json.obj("name", "job-group", "template_id", template.id()));
        crusoe.done(
                "crusoe.instance-template.create-vms",
                Optional.empty(),
                Json.obj(
                        "name_prefix",
                        "job-node",
                        "count",
                        10,
                        "locations",
                        List.of(Json.obj("location", location())),
                        "instance_group_id",
                        crusoe.row("crusoe.instance-group", "job-group").id()),
                template);
        var vms =
                crusoe.rows("crusoe.vm").stream()
                        .filter(v -> v.name().startsWith("job-node-"))
                        .toList();
        assertThat(vms).hasSize(10);
        crusoe.done("crusoe.vm.delete", Optional.empty(), Json.obj(), vms.toArray(Resource[]::new));
        crusoe.done(
                "crusoe.instance-group.delete",
                Optional.empty(),
                Json.obj(),
                crusoe.row("crusoe.instance-group", "job-group"));
        crusoe.done("crusoe.instance-template.delete", Optional.empty(), Json.obj(), template);
    }

    @Test
    void usageIsReportedAndExported() {
        var organization = Optional.of(crusoe.first("crusoe.organization"));
        var usage = crusoe.connection().cloud().report("crusoe.usage").orElseThrow();
        var options = crusoe.read(usage.before().apply(organization).orElseThrow());
        var form =
                usage.asks()
                        .form(
                                organization,
                                options,
                                crusoe.connection().inventory(),
                                LocalDate.now(ZoneOffset.UTC));
        var rows = crusoe.read(usage.call().apply(organization, form.initial()));
        assertThat(rows).isNotEmpty().allMatch(r -> r.problem().isEmpty());
        assertThat(rows).allMatch(r -> r.get(CrusoeFacts.AMOUNT).isPresent());
        var file =
                crusoe.read(
                        usage.export().orElseThrow().call().apply(organization, form.initial()));
        assertThat(file.lines().findFirst().orElseThrow()).contains(",");
    }

    @Test
    void keysTokensAndProjectsComeAndGo() {
        crusoe.done(
                "crusoe.ssh-key.add",
                Optional.empty(),
                Json.obj(
                        "name",
                        "job-key",
                        "public_key",
                        "ssh-ed25519"
                            + " AAAAC3NzaC1lZDI1NTE5AAAAICpuH/fqCFLbAConChyVH6rZzSaxlnHSwQk6qvtPsf5E"));
        crusoe.done(
                "crusoe.ssh-key.delete",
                Optional.empty(),
                Json.obj(),
                crusoe.row("crusoe.ssh-key", "job-key"));
        crusoe.done(
                "crusoe.token.create",
                Optional.empty(),
                Json.obj("alias", "job-token", "expires_on", "2099-01-01"));
        crusoe.done(
                "crusoe.token.delete",
                Optional.empty(),
                Json.obj(),
                crusoe.row("crusoe.token", "job-token"));
        crusoe.done(
                "crusoe.project.create",
                Optional.empty(),
                Json.obj(
                        "name",
                        "job-project",
                        "organization_id",
                        crusoe.first("crusoe.organization").id()));
        var made = crusoe.row("crusoe.project", "job-project");
        crusoe.done("crusoe.project.rename", Optional.empty(), Json.obj("name", "job-two"), made);
        crusoe.done(
                "crusoe.project.delete",
                Optional.empty(),
                Json.obj(),
                crusoe.row("crusoe.project", "job-two"));
    }

    @Test
    void whatFindsNoRoomFailsWithItsReason() throws IOException, GeneralSecurityException {
        crusoe.close();
        crusoe = new CrusoeRun(home.resolve("full"), setup -> setup.withCapacity(Capacity.none()));
        project = Optional.of(crusoe.first("crusoe.project"));
        var item = crusoe.refused("crusoe.vm.create", project, vm("job-vm"));
        var why = (CloudException.Refused) item.why().orElseThrow();
        assertThat(why.refusal().code()).isEqualTo("out_of_stock");
        assertThat(why.refusal().message()).isNotBlank();
        crusoe.read("crusoe.vm");
        assertThat(crusoe.find("crusoe.vm", "job-vm")).isEmpty();
    }

    @Test
    void everyListIsReadWithoutAProblem() {
        for (var type : crusoe.connection().cloud().types()) {
            if (!type.onlyWhileShown() && !type.id().startsWith("crusoe.ib-")) {
                crusoe.first(type.id());
            }
            assertThat(crusoe.rows(type.id())).as(type.id()).allMatch(r -> r.problem().isEmpty());
        }
    }

    @Test
    void theServiceNarrowsItsListOfVms() {
        crusoe.done("crusoe.vm.create", project, vm("job-runs"));
        crusoe.done("crusoe.vm.create", project, vm("job-stands"));
        var stands = crusoe.row("crusoe.vm", "job-stands");
        crusoe.done("crusoe.vm.stop", Optional.empty(), Json.obj(), stands);

        var here = Set.of(stands.get(Facts.REGION).orElseThrow());
        var type = Set.of(stands.get(Facts.TYPE).orElseThrow());
        assertThat(vms(new Wanted(Set.of("STOPPED"), type, here)))
                .contains("job-stands")
                .doesNotContain("job-runs");
        assertThat(vms(new Wanted(Set.of("RUNNING", "STOPPED"), type, here)))
                .contains("job-stands", "job-runs");
        assertThat(vms(new Wanted(Set.of(), type, Set.of("nowhere")))).isEmpty();
    }

    private List<String> vms(Wanted wanted) {
        var type = crusoe.connection().cloud().type("crusoe.vm").orElseThrow();
        var call = type.narrowing().orElseThrow().first(project, wanted).orElseThrow();
        return crusoe.value(call).rows().stream().map(Resource::name).toList();
    }
}
