package io.pilothouse.provider.crusoe;

import static io.pilothouse.provider.crusoe.CrusoeContractTest.on;
import static io.pilothouse.provider.crusoe.CrusoeContractTest.rows;

import io.pilothouse.domain.Json;
import io.pilothouse.provider.ProviderContract.Case;

import java.util.List;

/// Networks, firewall rules and load balancers as they may be asked for.
final class NetworkCases {
    static final Json SUBNET =
            Json.obj(
                    "name", "more",
                    "vpc_network_id", "net-1",
                    "location", "us-east1-a",
                    "cidr", "10.1.4.0/24");

    static final Json RULE =
            Json.obj(
                    "name",
                    "web-in",
                    "vpc_network_id",
                    "net-1",
                    "direction",
                    "ingress",
                    "action",
                    "allow",
                    "protocols",
                    List.of("tcp"),
                    "sources",
                    List.of(Json.obj("cidr", "203.0.113.0/24")),
                    "destinations",
                    List.of(Json.obj("resource_id", "sub-1")),
                    "destination_ports",
                    List.of("443", "8000-8080"));

    /// One as it stands in a list of all.
    static final Json LISTED =
            RULE.only("name", "direction", "action", "protocols", "destination_ports")
                    .with("sources", List.of("203.0.113.0/24"))
                    .with("destinations", List.of("10.1.0.0/16"));

    /// A new rule, one that is changed, and the third of the network is gone.
    private static final Json LIST =
            Json.obj("rules", List.of(LISTED, LISTED.with("id", "fw-ssh").with("name", "ssh")));

    static final Json HEALTH = Json.obj("port", 8080, "interval", 30);

    static final Json BALANCER =
            Json.obj(
                    "name", "front-2",
                    "location", "us-east1-a",
                    "subnet_id", "sub-1",
                    "algorithm", "random",
                    "protocols", List.of("tcp"),
                    "destinations", List.of(Json.obj("resource_id", "vm-1")));

    private static final Json CHECKED =
            BALANCER.with("check_health", true).with("health_check", HEALTH);

    static final List<Case> GOOD =
            List.of(
                    new Case(
                            "crusoe.vpc-network.create",
                            Json.obj("name", "lab", "cidr", "192.168.0.0/16")),
                    on(
                            "crusoe.vpc-network.rename",
                            "crusoe.vpc-network",
                            "net-1",
                            Json.obj("name", "main")),
                    on("crusoe.vpc-network.delete", "crusoe.vpc-network", "net-2", Json.obj()),
                    new Case("crusoe.vpc-subnet.create", SUBNET),
                    on(
                            "crusoe.vpc-subnet.rename",
                            "crusoe.vpc-subnet",
                            "sub-1",
                            Json.obj("name", "east-1")),
                    new Case(
                            "crusoe.vpc-subnet.delete",
                            rows("crusoe.vpc-subnet", "sub-1", "sub-2"),
                            Json.obj()),
                    new Case("crusoe.firewall-rule.create", RULE),
                    on(
                            "crusoe.firewall-rule.edit",
                            "crusoe.firewall-rule",
                            "fw-web",
                            RULE.only(
                                    "name",
                                    "protocols",
                                    "sources",
                                    "destinations",
                                    "destination_ports")),
                    new Case(
                            "crusoe.firewall-rule.delete",
                            rows("crusoe.firewall-rule", "fw-ssh", "fw-web"),
                            Json.obj()),
                    on("crusoe.vpc-network.rules", "crusoe.vpc-network", "net-1", LIST),
                    on("crusoe.firewall-rule.edit-all", "crusoe.firewall-rule", "fw-web", LIST),
                    new Case("crusoe.load-balancer.create", BALANCER),
                    new Case("crusoe.load-balancer.create", CHECKED),
                    on(
                            "crusoe.load-balancer.edit",
                            "crusoe.load-balancer",
                            "lb-1",
                            BALANCER.only("name", "destinations")),
                    on("crusoe.load-balancer.delete", "crusoe.load-balancer", "lb-1", Json.obj()),
                    new Case(
                            "crusoe.ib-partition.create",
                            Json.obj("name", "star", "ib_network_id", "ibn-1")),
                    on("crusoe.ib-partition.delete", "crusoe.ib-partition", "ibp-1", Json.obj()));

    static final List<Case> FAULTY =
            List.of(
                    new Case(
                            "crusoe.vpc-network.create",
                            Json.obj("name", "default", "cidr", "10.9.3.0/16")),
                    new Case("crusoe.vpc-subnet.create", SUBNET.with("cidr", "10.1.2.128/25")),
                    new Case("crusoe.vpc-subnet.create", SUBNET.with("cidr", "10.2.0.0/24")),
                    new Case(
                            "crusoe.firewall-rule.create",
                            RULE.with("destination_ports", List.of("90-80", "x"))),
                    new Case(
                            "crusoe.firewall-rule.create",
                            RULE.with("protocols", List.of("icmp")).with("source_ports", "22")),
                    new Case(
                            "crusoe.firewall-rule.create",
                            RULE.with("sources", List.of(Json.obj("cidr", "0.0.0.0/0")))),
                    new Case(
                            "crusoe.firewall-rule.create",
                            RULE.with("destinations", List.of(Json.obj()))),
                    on(
                            "crusoe.vpc-network.rules",
                            "crusoe.vpc-network",
                            "net-1",
                            Json.obj(
                                    "rules",
                                    List.of(
                                            LISTED.with("sources", List.of("nowhere")),
                                            Json.obj("id", "fw-ssh", "direction", "egress")))),
                    new Case("crusoe.load-balancer.create", BALANCER.with("subnet_id", "sub-2")),
                    new Case("crusoe.load-balancer.create", BALANCER.with("check_health", true)));

    private NetworkCases() {}
}
