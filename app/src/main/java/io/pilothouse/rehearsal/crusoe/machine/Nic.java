package io.pilothouse.rehearsal.crusoe.machine;

import io.pilothouse.domain.Json;
import io.pilothouse.rehearsal.crusoe.call.Words;
import io.pilothouse.rehearsal.crusoe.network.Subnet;

import java.util.List;

/// The network interface of a VM.
///
/// @param publicType `static` or `dynamic`
public record Nic(
        String id, String network, String subnet, String address, int number, String publicType) {
    /// @param number of the VM, counted from 0: the addresses come from it
    public static Nic in(Subnet subnet, int number, String publicType) {
        return new Nic(
                Words.id("nic " + subnet.id() + number),
                subnet.network(),
                subnet.id(),
                subnet.address(number),
                number,
                publicType);
    }

    public Nic withPublic(String type) {
        return new Nic(id, network, subnet, address, number, type);
    }

    public Json json() {
        return Json.obj(
                "id",
                id,
                "name",
                "network-interface-1",
                "interface_type",
                "ethernet",
                "network",
                network,
                "subnet",
                subnet,
                "mac_address",
                // the range for documentation (RFC 7042)
                "00:00:5e:00:53:%02x".formatted(number % 256),
                "ips",
                List.of(
                        Json.obj(
                                "private_ipv4",
                                Json.obj("address", address),
                                "public_ipv4",
                                Json.obj(
                                        "address",
                                        publicAddress(),
                                        "id",
                                        Words.id("public " + id),
                                        "type",
                                        publicType))));
    }

    /// Out of 198.18.0.0/15, the range for benchmarks (RFC 2544): who connects must not reach a stranger.
    private String publicAddress() {
        return "198.19.%d.%d".formatted(number / 250 % 250, number % 250 + 1);
    }
}
