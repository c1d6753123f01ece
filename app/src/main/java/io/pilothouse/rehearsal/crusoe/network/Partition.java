package io.pilothouse.rehearsal.crusoe.network;

import io.pilothouse.domain.Json;
import io.pilothouse.rehearsal.crusoe.call.Rows;

/// A part of an Infiniband network that belongs to a project.
public record Partition(String id, String project, String name, String network)
        implements Rows.Row {
    Json json() {
        return Json.obj("id", id, "name", name, "ib_network_id", network);
    }
}
