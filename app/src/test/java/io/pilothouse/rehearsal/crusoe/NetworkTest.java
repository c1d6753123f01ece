package io.pilothouse.rehearsal.crusoe;

import static io.pilothouse.rehearsal.crusoe.CrusoeAccount.EAST;
import static io.pilothouse.rehearsal.crusoe.CrusoeAccount.NORTH;
import static io.pilothouse.rehearsal.crusoe.CrusoeAccount.RESEARCH;
import static io.pilothouse.rehearsal.crusoe.CrusoeAccount.SERVING;
import static io.pilothouse.rehearsal.crusoe.CrusoeAccount.VMS;
import static io.pilothouse.rehearsal.crusoe.CrusoeAccount.refusal;
import static io.pilothouse.rehearsal.crusoe.CrusoeAccount.vm;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.domain.Json;
import io.pilothouse.rehearsal.crusoe.call.Words;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

/// VPC networks and what is in them.
final class NetworkTest {
    private static final String NETWORKS = RESEARCH + "/networking/vpc-networks";
    private static final String SUBNETS = RESEARCH + "/networking/vpc-subnets";
    private static final String RULES = RESEARCH + "/networking/vpc-firewall-rules";
    private static final String BALANCERS = SERVING + "/networking/load-balancers";
    private static final String PARTITIONS = RESEARCH + "/networking/ib-partitions";
    private static final String HOME = Words.id("network default-ethernet");

    private final CrusoeAccount account = new CrusoeAccount();

    @Test
    void aNetworkIsMadeAtOnceRenamedAndDeleted() {
        var made =
                account.post(NETWORKS, Json.obj("name", "lab", "cidr", "10.9.0.0/16"))
                        .at("network");
        var path = NETWORKS + "/" + made.word("id");
        assertThat(account.get(path)).isEqualTo(made);
        assertThat(made.list("subnets")).isEmpty();
        account.made(NETWORKS, account.call("PATCH", path, Json.obj("name", "yard")));
        assertThat(account.get(path).word("name")).isEqualTo("yard");
        account.made(NETWORKS, account.call("DELETE", path, Json.absent()));
        refusal(403, () -> account.get(path));
        refusal(404, () -> account.call("DELETE", path, Json.absent()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10.0.0.0",
                "10.0.0.1/16",
                "10.0.0.0/33",
                "10.0.0/16",
                "10.0.0.256/32",
                "010.0.0.0/8",
                "fd00::/8",
                ""
            })
    void aNetworkNeedsABlock(String cidr) {
        refusal(400, () -> account.post(NETWORKS, Json.obj("name", "lab", "cidr", cidr)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "172.27.0.0/16", // holds the others
                "172.27.16.0/20", // is another
                "172.27.24.0/24", // is within another
                "172.27.0.0/19", // touches the half of another
                "172.28.0.0/24", // is outside
                "172.16.0.0/12", // is larger than the network
                "172.27.64.1/24" // is no block
            })
    void aSubnetIsInsideItsNetworkAndBesideTheOthers(String cidr) {
        refusal(400, () -> account.post(SUBNETS, subnet(cidr)));
    }

    @Test
    void aSubnetIsMadeAtOnceAndDeletedWhenNothingIsInIt() {
        var made = account.post(SUBNETS, subnet("172.27.0.0/20")).at("subnet");
        assertThat(account.get(NETWORKS + "/" + HOME).word("subnets")).contains(made.word("id"));
        var path = SUBNETS + "/" + made.word("id");
        account.made(SUBNETS, account.call("PATCH", path, Json.obj("name", "low")));
        assertThat(account.get(path).word("name")).isEqualTo("low");
        var vm =
                vm("probe")
                        .with("location", EAST)
                        .with("network_interfaces", List.of(Json.obj("subnet", made.word("id"))));
        var running = account.made(VMS, account.post(VMS, vm));
        assertThat(running.list("network_interfaces").getFirst().word("subnet"))
                .isEqualTo(made.word("id"));
        refusal(400, () -> account.call("DELETE", path, Json.absent()));
        refusal(400, () -> account.post(VMS, vm.with("location", NORTH).with("name", "other")));
    }

    @Test
    void aNetworkInUseIsNotDeleted() {
        refusal(400, () -> account.call("DELETE", NETWORKS + "/" + HOME, Json.absent()));
    }

    @Test
    void aVmNeedsASubnetWhereItIs() {
        refusal(400, () -> account.post(VMS, vm("probe").with("location", EAST)));
    }

    @Test
    void someListsAreTexts() {
        assertThat(account.get(NETWORKS + "/" + HOME).at("subnets")).isInstanceOf(Json.Text.class);
        var edge = SERVING + "/networking/vpc-networks/" + Words.id("network edge");
        assertThat(account.get(edge).at("subnets")).isInstanceOf(Json.Arr.class);
        var rule = account.named(SERVING + "/networking/vpc-firewall-rules", "inside");
        assertThat(rule.at("protocols")).isEqualTo(Json.of("[tcp, udp]"));
    }

    @Test
    void aFirewallRuleIsMadeChangedAndDeleted() {
        var made = account.made(RULES, account.post(RULES, rule()));
        assertThat(made.list("sources").getFirst())
                .isEqualTo(Json.obj("cidr", "192.0.2.7/32", "resource_id", ""));
        assertThat(made.word("state")).isEqualTo("active");
        var path = RULES + "/" + made.word("id");
        var ports = Json.obj("destination_ports", List.of("443"));
        var changed = account.made(RULES, account.call("PATCH", path, ports));
        assertThat(changed.texts("destination_ports")).containsExactly("443");
        assertThat(changed.at("sources")).isEqualTo(made.at("sources"));
        account.made(RULES, account.call("DELETE", path, Json.absent()));
        refusal(403, () -> account.get(path));
    }

    @Test
    void aRuleThatMakesNoSenseIsRefused() {
        for (var port : List.of("0", "65536", "80-22", "http", "-80", "")) {
            refused(rule().with("destination_ports", List.of(port)));
        }
        refused(rule().with("protocols", List.of("gopher")));
        refused(rule().with("protocols", List.of()));
        refused(rule().with("sources", List.of()));
        refused(rule().with("sources", List.of(Json.obj())));
        refused(
                rule().with(
                                "sources",
                                List.of(Json.obj("cidr", "10.0.0.0/8", "resource_id", HOME))));
        refused(rule().with("sources", List.of(Json.obj("cidr", "everywhere"))));
        refused(rule().with("sources", List.of(Json.obj("resource_id", "nothing"))));
        refused(rule().with("vpc_network_id", Words.id("network edge")));
    }

    @Test
    void aHealthCheckIsSwitchedOffByPortZero() {
        var path = BALANCERS + "/" + account.id(BALANCERS, "inference");
        assertThat(account.get(path).word("health_check", "port")).isEqualTo("8080");
        var on = Json.obj("health_check", Json.obj("port", "9000"));
        for (var zero : List.<Object>of("0", 0)) {
            var off = Json.obj("health_check", Json.obj("port", zero));
            var changed = account.made(BALANCERS, account.call("PATCH", path, off));
            assertThat(changed.at("health_check").isAbsent()).isTrue();
            account.made(BALANCERS, account.call("PATCH", path, on));
            assertThat(account.get(path).word("health_check", "port")).isEqualTo("9000");
        }
        var wrong = Json.obj("health_check", Json.obj("port", "web"));
        refusal(400, () -> account.call("PATCH", path, wrong));
    }

    @Test
    void aBalancerStandsInASubnetOfItsLocation() {
        var body =
                Json.obj(
                        "name",
                        "b",
                        "algorithm",
                        "random",
                        "location",
                        NORTH,
                        "protocols",
                        List.of("tcp"),
                        "destinations",
                        List.of(Json.obj("resource_id", Words.id("vm gateway"))),
                        "network_interfaces",
                        List.of(Json.obj("subnet", Words.id("subnet edge-north"))));
        var made = account.made(BALANCERS, account.post(BALANCERS, body));
        assertThat(made.list("ips").getFirst().word("private_ipv4", "address"))
                .startsWith("10.20.2.");
        refusal(400, () -> account.post(BALANCERS, body.with("location", EAST)));
        var subnets = SERVING + "/networking/vpc-subnets/" + Words.id("subnet edge-north");
        refusal(400, () -> account.call("DELETE", subnets, Json.absent()));
    }

    @Test
    void aPartitionIsMadeAtOnceAndDeletedWhenNoVmIsInIt() {
        var body = Json.obj("name", "p", "ib_network_id", Words.id("ib-network-north"));
        var made = account.post(PARTITIONS, body);
        assertThat(account.get(PARTITIONS + "/" + made.word("id"))).isEqualTo(made);
        assertThat(account.call("DELETE", PARTITIONS + "/" + made.word("id"), Json.absent()))
                .isEqualTo(Json.absent());
        var used = PARTITIONS + "/" + account.id(PARTITIONS, "pretraining");
        refusal(400, () -> account.call("DELETE", used, Json.absent()));
        refusal(400, () -> account.post(PARTITIONS, body.with("ib_network_id", "nothing")));
    }

    @Test
    void onlyTypesWithInfinibandAreInAPartition() {
        var adapters = List.of(Json.obj("ib_partition_id", Words.id("partition pretraining")));
        var body = vm("probe").with("host_channel_adapters", adapters);
        refusal(400, () -> account.post(VMS, body));
        var made = account.made(VMS, account.post(VMS, body.with("type", "h100-80gb-sxm-ib.8x")));
        assertThat(made.list("host_channel_adapters").getFirst().word("ib_network_id"))
                .isEqualTo(Words.id("ib-network-north"));
    }

    private void refused(Json rule) {
        refusal(400, () -> account.post(RULES, rule));
    }

    private static Json subnet(String cidr) {
        return Json.obj("name", "s", "cidr", cidr, "location", EAST, "vpc_network_id", HOME);
    }

    private static Json rule() {
        return Json.obj(
                "name",
                "r",
                "action",
                "allow",
                "direction",
                "ingress",
                "vpc_network_id",
                HOME,
                "protocols",
                List.of("tcp"),
                "sources",
                List.of(Json.obj("cidr", "192.0.2.7")),
                "destinations",
                List.of(Json.obj("resource_id", HOME)));
    }
}
