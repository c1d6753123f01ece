package io.pilothouse.rehearsal.crusoe.network;

import io.pilothouse.domain.Json;
import io.pilothouse.rehearsal.crusoe.call.Call;
import io.pilothouse.rehearsal.crusoe.call.CrusoeError;
import io.pilothouse.rehearsal.crusoe.call.Operations;
import io.pilothouse.rehearsal.crusoe.call.Operations.Family;
import io.pilothouse.rehearsal.crusoe.call.Rows;
import io.pilothouse.rehearsal.crusoe.call.Table;
import io.pilothouse.rehearsal.crusoe.call.Words;

import java.time.Duration;

/// The operations on VPC networks. They are made at once and changed in their time.
public record Networks(
        Operations operations,
        Rows<Network> rows,
        Rows<Subnet> subnets,
        Rows<FirewallRule> rules,
        Duration lasts) {
    private static final String PATH = "/projects/{project_id}/networking/vpc-networks";

    public void routes(Table table) {
        table.json("GET", PATH, this::list).json("POST", PATH, this::create);
        operations.routes(table, Family.VPC_NETWORK, PATH);
        var one = PATH + "/{vpc_network_id}";
        table.json(
                        "GET",
                        one,
                        call ->
                                json(
                                        rows.need(
                                                call.project(),
                                                call.value("vpc_network_id"),
                                                "VPC network",
                                                CrusoeError::unauthorized)))
                .json("PATCH", one, this::rename)
                .json("DELETE", one, this::delete);
    }

    private Json list(Call call) {
        return Json.obj("items", rows.of(call.project()).stream().map(this::json).toList());
    }

    private Json json(Network network) {
        return network.json(
                subnets.of(network.project()).stream()
                        .filter(s -> s.network().equals(network.id()))
                        .map(Subnet::id)
                        .toList());
    }

    private Json create(Call call) {
        var body = call.body();
        var name = Words.name(body, "name");
        var cidr = Cidr.ofNetwork("cidr", body.text("cidr"));
        var made = new Network(Words.newId(), call.project(), name, cidr, false);
        rows.put(made);
        return Json.obj("network", json(made));
    }

    private Network known(Call call) {
        return rows.need(
                call.project(), call.value("vpc_network_id"), "VPC network", CrusoeError::notFound);
    }

    private Json rename(Call call) {
        var network = known(call);
        var name = Words.name(call.body(), "name");
        operations.needIdle(network.id());
        var renamed = network.named(name);
        return operations.keep(Family.VPC_NETWORK, "UPDATE", lasts, rows, renamed, this::json);
    }

    /// One with subnets or firewall rules is refused: the stricter reading.
    private Json delete(Call call) {
        var network = known(call);
        if (rules.of(network.project()).stream().anyMatch(r -> r.network().equals(network.id()))) {
            throw CrusoeError.badRequest("The VPC network has firewall rules; delete them first.");
        }
        if (subnets.of(network.project()).stream()
                .anyMatch(s -> s.network().equals(network.id()))) {
            throw CrusoeError.badRequest("The VPC network has subnets; delete them first.");
        }
        return operations.remove(Family.VPC_NETWORK, lasts, rows, network, this::json);
    }
}
