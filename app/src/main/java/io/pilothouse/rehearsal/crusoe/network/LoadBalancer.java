package io.pilothouse.rehearsal.crusoe.network;

import io.pilothouse.domain.Json;
import io.pilothouse.rehearsal.crusoe.call.Rows;
import io.pilothouse.rehearsal.crusoe.call.Words;

import java.util.List;
import java.util.Optional;

/// A load balancer.
///
/// @param health how its destinations are checked; empty for not at all
/// @param odd its protocols are shown as a text
public record LoadBalancer(
        String id,
        String project,
        String name,
        String location,
        String algorithm,
        String type,
        List<String> protocols,
        List<Place> places,
        List<Target> destinations,
        Optional<Health> health,
        boolean odd)
        implements Rows.Row {
    /// Where it stands.
    ///
    /// @param address its own, in the subnet
    public record Place(String network, String subnet, String address) {}

    /// Whole numbers as texts, empty where they were not given.
    ///
    /// @param interval in seconds
    /// @param timeout in seconds
    public record Health(
            String port, String interval, String timeout, String success, String failure) {
        Json json() {
            return Json.obj(
                    "port",
                    port,
                    "interval",
                    interval,
                    "timeout",
                    timeout,
                    "success_count",
                    success,
                    "failure_count",
                    failure);
        }
    }

    LoadBalancer changed(String newName, List<Target> newDestinations, Optional<Health> newHealth) {
        return new LoadBalancer(
                id,
                project,
                newName,
                location,
                algorithm,
                type,
                protocols,
                places,
                newDestinations,
                newHealth,
                odd);
    }

    Json json() {
        return Json.obj(
                "id",
                id,
                "name",
                name,
                "location",
                location,
                "algorithm",
                algorithm,
                "type",
                type,
                "protocols",
                Words.texts(protocols, odd),
                "network_interfaces",
                places.stream()
                        .map(p -> Json.obj("network", p.network, "subnet", p.subnet))
                        .toList(),
                "destinations",
                destinations.stream().map(Target::json).toList(),
                "health_check",
                health.map(Health::json),
                "ips",
                places.stream().map(LoadBalancer::addresses).toList());
    }

    /// An internal one has no public address; the document has no way to leave that out.
    private static Json addresses(Place place) {
        return Json.obj(
                "private_ipv4",
                Json.obj("address", place.address),
                "public_ipv4",
                Json.obj("address", "", "id", "", "type", ""));
    }
}
