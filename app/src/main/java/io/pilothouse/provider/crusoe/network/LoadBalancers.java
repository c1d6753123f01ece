package io.pilothouse.provider.crusoe.network;

import static io.pilothouse.cloud.Action.Effect.CHANGE;
import static io.pilothouse.cloud.Action.Effect.COST;
import static io.pilothouse.cloud.Action.Effect.DESTROY;
import static io.pilothouse.cloud.Action.Target.ROW;
import static io.pilothouse.cloud.Action.Target.ROWS;
import static io.pilothouse.cloud.Action.Target.SCOPE;

import io.pilothouse.cloud.Action;
import io.pilothouse.cloud.Action.Ask;
import io.pilothouse.cloud.Request;
import io.pilothouse.cloud.ResourceType;
import io.pilothouse.cloud.Step;
import io.pilothouse.domain.Facts;
import io.pilothouse.domain.Json;
import io.pilothouse.domain.Kind;
import io.pilothouse.domain.Link;
import io.pilothouse.domain.Resource;
import io.pilothouse.domain.Status;
import io.pilothouse.provider.crusoe.api.Collection;
import io.pilothouse.provider.crusoe.api.CrusoeApi;
import io.pilothouse.provider.crusoe.api.CrusoeFacts;
import io.pilothouse.provider.crusoe.api.Operations;
import io.pilothouse.provider.crusoe.api.Types;
import io.pilothouse.provider.reading.Row;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Load balancers: one address in front of several targets, whose health may be checked.
public final class LoadBalancers {
    private LoadBalancers() {}

    public static ResourceType type() {
        return ResourceType.of(
                        Types.LOAD_BALANCER,
                        Kind.LOAD_BALANCER,
                        CrusoeApi.list(
                                Types.LOAD_BALANCER,
                                Collection.LOAD_BALANCERS.path(),
                                LoadBalancers::decode),
                        Action.on(
                                        SCOPE,
                                        "crusoe.load-balancer.create",
                                        COST,
                                        LoadBalancers::create,
                                        Types.LOAD_BALANCER)
                                .asks(LoadBalancerForm.CREATE),
                        Action.on(
                                        ROW,
                                        "crusoe.load-balancer.edit",
                                        CHANGE,
                                        LoadBalancers::edit,
                                        Types.LOAD_BALANCER)
                                .off(CrusoeApi::offWithoutId)
                                .asks((rows, _) -> LoadBalancerForm.editing(rows.getFirst())),
                        Action.on(
                                        ROWS,
                                        "crusoe.load-balancer.delete",
                                        DESTROY,
                                        ask ->
                                                Operations.deletions(
                                                        Collection.LOAD_BALANCERS, ask.targets()),
                                        Types.LOAD_BALANCER)
                                .off(CrusoeApi::offWithoutId))
                .within(Types.PROJECT)
                .read(CrusoeApi.one(Collection.LOAD_BALANCERS.one(), LoadBalancers::decode))
                .columns(CrusoeFacts.TARGETS, CrusoeFacts.HEALTH_CHECK);
    }

    private static List<Step> create(Ask ask) {
        var body = LoadBalancerForm.created(ask.answers());
        return List.of(
                Operations.creation(
                        Request.of("POST", Collection.LOAD_BALANCERS.path(), ask.scopeId())
                                .json(body),
                        List.of(),
                        Collection.LOAD_BALANCERS,
                        ask.scopeId(),
                        Types.LOAD_BALANCER,
                        body.word("name")));
    }

    private static List<Step> edit(Ask ask) {
        var body = LoadBalancerForm.changed(ask.answers());
        return List.of(
                Operations.change(
                        Collection.LOAD_BALANCERS,
                        ask.target(),
                        body,
                        now -> LoadBalancerForm.isSame(now, body)));
    }

    static Resource decode(Json json) {
        var row = new Row(json);
        var id = row.need("id");
        var resource =
                Resource.of(Types.LOAD_BALANCER, id, row.text("name").orElse(id), Status.NONE, json)
                        .with(Facts.TYPE, row.text("type"))
                        .with(Facts.REGION, row.text("location"))
                        .with(CrusoeFacts.ALGORITHM, row.text("algorithm"))
                        .with(CrusoeFacts.PROTOCOLS, Row.some(row.listed("protocols")))
                        .with(CrusoeFacts.TARGETS, Row.some(Endpoints.linked(row, "destinations")))
                        .with(CrusoeFacts.HEALTH_CHECK, healthCheck(row));
        return row.marked(addresses(interfaces(resource, row), row));
    }

    /// The port; 0 is how it is switched off.
    private static Optional<String> healthCheck(Row row) {
        for (var field : List.of("failure_count", "interval", "success_count", "timeout")) {
            row.text("health_check", field);
        }
        return row.text("health_check", "port").filter(p -> !p.equals("0"));
    }

    private static Resource interfaces(Resource resource, Row row) {
        var interfaces = row.rows("network_interfaces");
        var subnets = new ArrayList<Link>();
        interfaces.forEach(i -> i.link(Types.SUBNET, "subnet").ifPresent(subnets::add));
        var networks =
                interfaces.stream()
                        .flatMap(i -> i.link(Types.NETWORK, "network").stream())
                        .toList();
        row.takeWrong("network_interfaces", interfaces);
        return resource.with(CrusoeFacts.SUBNETS, Row.some(subnets))
                .with(Facts.NETWORK, networks.stream().findFirst());
    }

    /// The public address where there is one, else the private one.
    private static Resource addresses(Resource resource, Row row) {
        var addresses = row.rows("ips");
        var ips = new ArrayList<String>();
        var privateIps = new ArrayList<String>();
        for (var address : addresses) {
            address.text("public_ipv4", "address").ifPresent(ips::add);
            address.text("private_ipv4", "address").ifPresent(privateIps::add);
            address.text("public_ipv4", "id");
            address.text("public_ipv4", "type");
        }
        row.takeWrong("ips", addresses);
        var inside = privateIps.stream().findFirst();
        return resource.with(Facts.IP, ips.stream().findFirst().or(() -> inside))
                .with(Facts.PRIVATE_IP, inside);
    }
}
