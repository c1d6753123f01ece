package io.pilothouse.rehearsal.crusoe.network;

import io.pilothouse.domain.Json;
import io.pilothouse.rehearsal.crusoe.call.Rows;
import io.pilothouse.rehearsal.crusoe.call.Words;

import java.util.List;

/// A VPC network.
///
/// @param odd the list of its subnets is shown as a text
public record Network(String id, String project, String name, Cidr cidr, boolean odd)
        implements Rows.Row {
    Network named(String newName) {
        return new Network(id, project, newName, cidr, odd);
    }

    Json json(List<String> subnets) {
        return Json.obj(
                "id",
                id,
                "name",
                name,
                "cidr",
                cidr.toString(),
                "gateway",
                Words.id("gateway of " + id),
                "subnets",
                Words.texts(subnets, odd));
    }
}
