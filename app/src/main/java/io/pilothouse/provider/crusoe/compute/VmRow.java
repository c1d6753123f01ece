package io.pilothouse.provider.crusoe.compute;

import io.pilothouse.domain.Facts;
import io.pilothouse.domain.Json;
import io.pilothouse.domain.Link;
import io.pilothouse.domain.Resource;
import io.pilothouse.domain.Status;
import io.pilothouse.domain.Status.Phase;
import io.pilothouse.provider.crusoe.api.CrusoeFacts;
import io.pilothouse.provider.crusoe.api.Types;
import io.pilothouse.provider.reading.Row;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads one VM.
final class VmRow {
    private static final String PREFIX = "STATE_";

    private VmRow() {}

    static Resource decode(Json json) {
        var row = new Row(json);
        var id = row.need("id");
        var status = status(row.need("state"));
        var resource =
                Resource.of(Types.VM, id, row.text("name").orElse(id), status, json)
                        .with(Facts.TYPE, row.text("type"))
                        .with(Facts.REGION, row.text("location"));
        resource =
                interfaces(resource, row)
                        .with(Facts.VOLUMES, disks(row))
                        .with(CrusoeFacts.PARTITIONS, partitions(row))
                        .with(
                                CrusoeFacts.RESERVATION,
                                row.link(Types.RESERVATION, "reservation_id"))
                        .with(CrusoeFacts.GROUP, row.link(Types.GROUP, "instance_group_id"))
                        .with(
                                CrusoeFacts.TEMPLATE,
                                row.link(Types.TEMPLATE, "instance_template_id"))
                        .with(
                                CrusoeFacts.NESTED,
                                row.flag("virtualization_features", "nested_virtualization"))
                        .with(Facts.CREATED, row.time("created_at"))
                        .with(CrusoeFacts.UPDATED, row.time("updated_at"));
        return row.marked(resource);
    }

    /// The service's own word for a state, as a filter of its list takes it.
    static String state(String word) {
        return PREFIX + word;
    }

    /// A full list of the words is not published. Those below were seen; of the others, one ending in -ING is taken for
    /// a state on the way to another, which only means that the VM is looked at more often.
    static Status status(String state) {
        var word = state.startsWith(PREFIX) ? state.substring(PREFIX.length()) : state;
        var phase =
                switch (word) {
                    case "RUNNING" -> Phase.RUNNING;
                    case "STOPPED", "SHUTOFF", "SHUTDOWN" -> Phase.STOPPED;
                    case "DELETING" -> Phase.ENDING;
                    case "DELETED" -> Phase.GONE;
                    case "FAILED", "ERROR" -> Phase.FAILED;
                    default -> word.endsWith("ING") ? Phase.CHANGING : Phase.UNKNOWN;
                };
        return new Status(word, phase);
    }

    private static Resource interfaces(Resource resource, Row row) {
        var interfaces = row.rows("network_interfaces");
        var ips = new ArrayList<String>();
        var privateIps = new ArrayList<String>();
        var subnets = new ArrayList<Link>();
        for (var each : interfaces) {
            var addresses = each.rows("ips");
            for (var address : addresses) {
                address.text("public_ipv4", "address").ifPresent(ips::add);
                address.text("private_ipv4", "address").ifPresent(privateIps::add);
                address.text("public_ipv4", "id");
                address.text("public_ipv4", "type");
            }
            each.takeWrong("ips", addresses);
            each.link(Types.SUBNET, "subnet").ifPresent(subnets::add);
            each.text("id");
            each.text("interface_type");
            each.text("name");
            each.text("network");
        }
        var mac = interfaces.stream().flatMap(i -> i.text("mac_address").stream()).toList();
        row.takeWrong("network_interfaces", interfaces);
        return resource.with(Facts.IP, ips.stream().findFirst())
                .with(Facts.PRIVATE_IP, privateIps.stream().findFirst())
                .with(CrusoeFacts.SUBNETS, Row.some(subnets))
                .with(CrusoeFacts.MAC, mac.stream().findFirst());
    }

    private static Optional<List<Link>> disks(Row row) {
        var disks = row.rows("disks");
        var links = disks.stream().flatMap(d -> d.link(Types.DISK, "id").stream()).toList();
        disks.forEach(d -> d.text("attachment_type"));
        disks.forEach(d -> d.text("mode"));
        row.takeWrong("disks", disks);
        return Row.some(links);
    }

    private static Optional<List<Link>> partitions(Row row) {
        var adapters = row.rows("host_channel_adapters");
        var links =
                adapters.stream()
                        .flatMap(a -> a.link(Types.IB_PARTITION, "ib_partition_id").stream())
                        .distinct()
                        .toList();
        row.takeWrong("host_channel_adapters", adapters);
        return Row.some(links);
    }
}
