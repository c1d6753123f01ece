package io.pilothouse.domain;

import java.util.List;

/// A firewall rule as every provider understands it; the editor, the diff and the warnings work on this.
///
/// @param ports single ports and ranges as `22` and `8000-8080`; empty means all, or none for icmp
/// @param from CIDR networks, or what the provider names instead
/// @param to CIDR networks; empty where rules have no destination (Lambda Cloud)
public record Rule(
        boolean allow,
        boolean inbound,
        String protocol,
        List<String> ports,
        List<String> from,
        List<String> to,
        String text) {}
