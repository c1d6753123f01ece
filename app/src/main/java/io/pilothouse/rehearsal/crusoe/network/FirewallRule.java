package io.pilothouse.rehearsal.crusoe.network;

import io.pilothouse.domain.Json;
import io.pilothouse.rehearsal.crusoe.call.Rows;
import io.pilothouse.rehearsal.crusoe.call.Words;

import java.util.List;

/// What a VPC network lets through, or does not.
///
/// @param state `active` or `inactive`
/// @param odd its lists of words are shown as texts
public record FirewallRule(
        String id,
        String project,
        String name,
        String network,
        String action,
        String direction,
        List<String> protocols,
        List<Target> sources,
        List<String> sourcePorts,
        List<Target> destinations,
        List<String> destinationPorts,
        String state,
        boolean odd)
        implements Rows.Row {
    Json json() {
        return Json.obj(
                "id",
                id,
                "name",
                name,
                "vpc_network_id",
                network,
                "action",
                action,
                "direction",
                direction,
                "protocols",
                Words.texts(protocols, odd),
                "sources",
                sources.stream().map(Target::json).toList(),
                "source_ports",
                Words.texts(sourcePorts, odd),
                "destinations",
                destinations.stream().map(Target::json).toList(),
                "destination_ports",
                Words.texts(destinationPorts, odd),
                "state",
                state);
    }
}
