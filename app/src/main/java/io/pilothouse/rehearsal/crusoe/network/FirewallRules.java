package io.pilothouse.rehearsal.crusoe.network;

import io.pilothouse.domain.Json;
import io.pilothouse.rehearsal.crusoe.call.Call;
import io.pilothouse.rehearsal.crusoe.call.CrusoeError;
import io.pilothouse.rehearsal.crusoe.call.Operations;
import io.pilothouse.rehearsal.crusoe.call.Operations.Family;
import io.pilothouse.rehearsal.crusoe.call.Rows;
import io.pilothouse.rehearsal.crusoe.call.Table;
import io.pilothouse.rehearsal.crusoe.call.Words;
import io.pilothouse.rehearsal.front.Body;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/// The operations on firewall rules.
public record FirewallRules(
        Operations operations,
        Rows<FirewallRule> rows,
        Rows<Network> networks,
        Target.Resources resources,
        Duration lasts) {
    private static final String PATH = "/projects/{project_id}/networking/vpc-firewall-rules";

    /// The document shows the first two; that ICMP is the third is an assumption.
    private static final Set<String> PROTOCOLS = Set.of("tcp", "udp", "icmp");

    public void routes(Table table) {
        table.json("GET", PATH, this::list).json("POST", PATH, this::create);
        operations.routes(table, Family.VPC_FIREWALL_RULE, PATH);
        var one = PATH + "/{vpc_firewall_rule_id}";
        table.json("GET", one, call -> known(call).json())
                .json("PATCH", one, this::change)
                .json("DELETE", one, this::delete);
    }

    private Json list(Call call) {
        return Json.obj("items", rows.of(call.project()).stream().map(FirewallRule::json).toList());
    }

    private FirewallRule known(Call call) {
        return rows.need(
                call.project(),
                call.value("vpc_firewall_rule_id"),
                "firewall rule",
                CrusoeError::unauthorized);
    }

    private Json create(Call call) {
        var body = call.body();
        var project = call.project();
        var made =
                new FirewallRule(
                        Words.newId(),
                        project,
                        Words.name(body, "name"),
                        networks.need(
                                        project,
                                        body.text("vpc_network_id"),
                                        "VPC network",
                                        CrusoeError::badRequest)
                                .id(),
                        Words.oneOf(body, "action", Set.of("allow", "deny")),
                        Words.oneOf(body, "direction", Set.of("ingress", "egress")),
                        protocols(body),
                        targets(body, "sources", project),
                        ports(body, "source_ports", List.of()),
                        targets(body, "destinations", project),
                        ports(body, "destination_ports", List.of()),
                        "active",
                        false);
        return begin("CREATE", made);
    }

    private Json change(Call call) {
        var old = known(call);
        var body = call.body();
        operations.needIdle(old.id());
        var changed =
                new FirewallRule(
                        old.id(),
                        old.project(),
                        body.has("name") ? Words.name(body, "name") : old.name(),
                        old.network(),
                        old.action(),
                        old.direction(),
                        body.has("protocols") ? protocols(body) : old.protocols(),
                        body.has("sources")
                                ? targets(body, "sources", old.project())
                                : old.sources(),
                        ports(body, "source_ports", old.sourcePorts()),
                        body.has("destinations")
                                ? targets(body, "destinations", old.project())
                                : old.destinations(),
                        ports(body, "destination_ports", old.destinationPorts()),
                        old.state(),
                        false);
        return begin("UPDATE", changed);
    }

    private Json begin(String name, FirewallRule rule) {
        return operations.keep(
                Family.VPC_FIREWALL_RULE, name, lasts, rows, rule, FirewallRule::json);
    }

    private Json delete(Call call) {
        var rule = known(call);
        return operations.remove(Family.VPC_FIREWALL_RULE, lasts, rows, rule, FirewallRule::json);
    }

    private static List<String> protocols(Body body) {
        var protocols = body.texts("protocols");
        if (protocols.isEmpty() || !PROTOCOLS.containsAll(protocols)) {
            throw CrusoeError.badRequest("protocols must be some of tcp, udp, icmp.");
        }
        return protocols;
    }

    private List<Target> targets(Body body, String field, String project) {
        var targets = body.objects(field, b -> Target.read(b, project, resources));
        if (targets.isEmpty()) {
            throw CrusoeError.badRequest(field + " must not be empty.");
        }
        return targets;
    }

    /// Ports, or ranges of them.
    private static List<String> ports(Body body, String field, List<String> usual) {
        if (!body.has(field)) {
            return usual;
        }
        var ports = body.texts(field);
        for (var port : ports) {
            if (!isPorts(port)) {
                throw CrusoeError.badRequest(
                        field + " must hold ports, such as 22, and ranges, such as 3000-8080.");
            }
        }
        return ports;
    }

    private static boolean isPorts(String text) {
        if (!text.matches("\\d{1,5}(-\\d{1,5})?")) {
            return false;
        }
        var ends = text.split("-", 2);
        int first = Integer.parseInt(ends[0]);
        int last = Integer.parseInt(ends[ends.length - 1]);
        return first >= 1 && first <= last && last <= 65_535;
    }
}
