package io.pilothouse.rehearsal.crusoe;

import io.pilothouse.rehearsal.crusoe.call.Words;
import io.pilothouse.rehearsal.crusoe.network.FirewallRule;
import io.pilothouse.rehearsal.crusoe.network.LoadBalancer;
import io.pilothouse.rehearsal.crusoe.network.LoadBalancer.Health;
import io.pilothouse.rehearsal.crusoe.network.LoadBalancer.Place;
import io.pilothouse.rehearsal.crusoe.network.Target;

import java.util.List;
import java.util.Optional;

/// The demonstration's firewall rules and its load balancer.
final class DemoTraffic implements CrusoeSeed {
    private static final List<Target> ANYWHERE = List.of(Target.block("0.0.0.0/0"));
    private static final List<Target> OFFICE = List.of(Target.block("192.0.2.0/24"));

    @Override
    public void plant(Stores stores) {
        var research = network("default-ethernet");
        var serving = network("edge");
        rule(stores, "ssh-in", research, OFFICE, List.of("22"));
        rule(stores, "notebooks", research, OFFICE, List.of("8888", "8890-8899"));
        rule(stores, "https-in", serving, ANYWHERE, List.of("80", "443", "3000-8080"));
        stores.rules()
                .put(
                        new FirewallRule(
                                Words.id("rule inside"),
                                DemoSeed.SERVING,
                                "inside",
                                serving,
                                "allow",
                                "ingress",
                                List.of("tcp", "udp"),
                                List.of(Target.resource(serving)),
                                List.of(),
                                List.of(Target.resource(serving)),
                                List.of("1-65535"),
                                "active",
                                true));
        stores.rules()
                .put(
                        new FirewallRule(
                                Words.id("rule no-mail"),
                                DemoSeed.SERVING,
                                "no-mail",
                                serving,
                                "deny",
                                "egress",
                                List.of("tcp"),
                                List.of(Target.resource(serving)),
                                List.of(),
                                ANYWHERE,
                                List.of("25"),
                                "inactive",
                                false));
        balancer(stores, serving);
    }

    private static String network(String name) {
        return Words.id("network " + name);
    }

    private static void rule(
            Stores stores, String name, String network, List<Target> sources, List<String> ports) {
        stores.rules()
                .put(
                        new FirewallRule(
                                Words.id("rule " + name),
                                network.equals(network("edge"))
                                        ? DemoSeed.SERVING
                                        : DemoSeed.RESEARCH,
                                name,
                                network,
                                "allow",
                                "ingress",
                                List.of("tcp"),
                                sources,
                                List.of(),
                                List.of(Target.resource(network)),
                                ports,
                                "active",
                                false));
    }

    private static void balancer(Stores stores, String network) {
        stores.balancers()
                .put(
                        new LoadBalancer(
                                Words.id("balancer inference"),
                                DemoSeed.SERVING,
                                "inference",
                                "us-northcentraleast1-a",
                                "random",
                                "internal_ipv4",
                                List.of("tcp"),
                                List.of(
                                        new Place(
                                                network,
                                                Words.id("subnet edge-east"),
                                                "10.20.1.100")),
                                List.of(
                                        Target.resource(Words.id("vm infer-1")),
                                        Target.resource(Words.id("vm infer-2"))),
                                Optional.of(new Health("8080", "60", "20", "2", "3")),
                                true));
    }
}
