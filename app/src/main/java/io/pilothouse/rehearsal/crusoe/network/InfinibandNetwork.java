package io.pilothouse.rehearsal.crusoe.network;

import io.pilothouse.domain.Json;
import io.pilothouse.rehearsal.crusoe.call.Words;

import java.util.List;

/// An Infiniband network: the service's own, in one location.
public record InfinibandNetwork(String id, String name, String location, List<Slice> slices) {
    /// How many VMs of a type have room in it.
    public record Slice(String type, int quantity) {
        Json json() {
            return Json.obj("slice_type", type, "quantity", quantity);
        }
    }

    /// One in each of two locations.
    public static List<InfinibandNetwork> demo() {
        var type = "h100-80gb-sxm-ib.8x";
        return List.of(
                new InfinibandNetwork(
                        Words.id("ib-network-north"),
                        "us-northcentral1-a-h100-1",
                        "us-northcentral1-a",
                        List.of(new Slice(type, 6))),
                new InfinibandNetwork(
                        Words.id("ib-network-east"),
                        "us-northcentraleast1-a-h100-1",
                        "us-northcentraleast1-a",
                        List.of(new Slice(type, 0))));
    }

    Json json() {
        return Json.obj(
                "id",
                id,
                "name",
                name,
                "location",
                location,
                "capacities",
                slices.stream().map(Slice::json).toList());
    }
}
