package io.pilothouse.rehearsal.crusoe.network;

import io.pilothouse.domain.Json;
import io.pilothouse.rehearsal.crusoe.call.Call;
import io.pilothouse.rehearsal.crusoe.call.CrusoeError;
import io.pilothouse.rehearsal.crusoe.call.Operations;
import io.pilothouse.rehearsal.crusoe.call.Operations.Family;
import io.pilothouse.rehearsal.crusoe.call.Rows;
import io.pilothouse.rehearsal.crusoe.call.Table;
import io.pilothouse.rehearsal.crusoe.call.Words;
import io.pilothouse.rehearsal.crusoe.place.Catalogue;

import java.time.Duration;
import java.util.function.Predicate;

/// The operations on subnets. They are made at once and changed in their time.
///
/// @param used whether something is in a subnet
public record Subnets(
        Operations operations,
        Catalogue catalogue,
        Rows<Subnet> rows,
        Rows<Network> networks,
        Predicate<Subnet> used,
        Duration lasts) {
    private static final String PATH = "/projects/{project_id}/networking/vpc-subnets";

    public void routes(Table table) {
        table.json("GET", PATH, this::list).json("POST", PATH, this::create);
        operations.routes(table, Family.VPC_SUBNET, PATH);
        var one = PATH + "/{vpc_subnet_id}";
        table.json(
                        "GET",
                        one,
                        call ->
                                rows.need(
                                                call.project(),
                                                call.value("vpc_subnet_id"),
                                                "subnet",
                                                CrusoeError::unauthorized)
                                        .json())
                .json("PATCH", one, this::rename)
                .json("DELETE", one, this::delete);
    }

    private Json list(Call call) {
        return Json.obj("items", rows.of(call.project()).stream().map(Subnet::json).toList());
    }

    /// Inside its network, and beside the subnets that are there already.
    private Json create(Call call) {
        var body = call.body();
        var name = Words.name(body, "name");
        var cidr = Cidr.ofNetwork("cidr", body.text("cidr"));
        var location = catalogue.location(body.text("location"));
        var network =
                networks.need(
                        call.project(),
                        body.text("vpc_network_id"),
                        "VPC network",
                        CrusoeError::badRequest);
        if (!network.cidr().holds(cidr)) {
            throw CrusoeError.badRequest(
                    "%s is not within %s, the block of the VPC network."
                            .formatted(cidr, network.cidr()));
        }
        for (var other : rows.of(call.project())) {
            if (other.network().equals(network.id()) && other.cidr().overlaps(cidr)) {
                throw CrusoeError.badRequest(
                        "%s overlaps %s of the subnet %s."
                                .formatted(cidr, other.cidr(), other.name()));
            }
        }
        var made = new Subnet(Words.newId(), call.project(), name, network.id(), cidr, location);
        rows.put(made);
        return Json.obj("subnet", made.json());
    }

    private Subnet known(Call call) {
        return rows.need(
                call.project(), call.value("vpc_subnet_id"), "subnet", CrusoeError::notFound);
    }

    private Json rename(Call call) {
        var subnet = known(call);
        var name = Words.name(call.body(), "name");
        operations.needIdle(subnet.id());
        var renamed = subnet.named(name);
        return operations.keep(Family.VPC_SUBNET, "UPDATE", lasts, rows, renamed, Subnet::json);
    }

    /// One in use is refused: the stricter reading.
    private Json delete(Call call) {
        var subnet = known(call);
        if (used.test(subnet)) {
            throw CrusoeError.badRequest("The subnet is in use.");
        }
        return operations.remove(Family.VPC_SUBNET, lasts, rows, subnet, Subnet::json);
    }
}
