package io.pilothouse.rehearsal.crusoe.network;

import io.pilothouse.domain.Json;
import io.pilothouse.rehearsal.crusoe.call.Rows;

/// A part of a VPC network, in one location.
public record Subnet(
        String id, String project, String name, String network, Cidr cidr, String location)
        implements Rows.Row {
    Subnet named(String newName) {
        return new Subnet(id, project, newName, network, cidr, location);
    }

    /// The address of the machine with that number, counted from 0.
    public String address(int number) {
        return cidr.host(Math.min(4L + number, Math.max(0, cidr.hosts() - 2)));
    }

    Json json() {
        return Json.obj(
                "id",
                id,
                "name",
                name,
                "cidr",
                cidr.toString(),
                "location",
                location,
                "vpc_network_id",
                network);
    }
}
