package io.pilothouse.rehearsal.crusoe.compute;

import io.pilothouse.rehearsal.crusoe.call.Call;
import io.pilothouse.rehearsal.crusoe.call.CrusoeError;
import io.pilothouse.rehearsal.crusoe.call.Words;
import io.pilothouse.rehearsal.crusoe.machine.VmOrder;
import io.pilothouse.rehearsal.crusoe.network.Partition;
import io.pilothouse.rehearsal.crusoe.network.Subnet;
import io.pilothouse.rehearsal.crusoe.place.VmType;
import io.pilothouse.rehearsal.crusoe.storage.Disk.Attachment;
import io.pilothouse.rehearsal.front.Body;
import io.pilothouse.rehearsal.front.OpenSsh;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads what VM is asked for, or says why there can be none: first what the schema says, then what is named and not
/// there, then what does not go together.
record VmOrders(World world) {
    static final Set<String> PUBLIC = Set.of("static", "dynamic");

    VmOrder read(Call call) {
        var body = call.body();
        var project = call.project();
        var name = Words.name(body, "name");
        var type = world.catalogue().type(body.text("type"));
        sshKey(body);
        body.maybe("commitment_period", f -> body.numberFrom(f, 0));
        body.maybe("startup_script", body::text);
        body.maybe("shutdown_script", body::text);
        Words.maybe(body, "image").ifPresent(world.catalogue()::image);
        var interfaces = interfaces(body, project);
        var location = location(body, interfaces.subnet, type);
        var subnet = interfaces.subnet.orElseGet(() -> usualSubnet(project, location));
        needIn(location, subnet);
        var partitions = partitions(body, project, type, location);
        var id = Words.newId();
        var disks =
                body.has("disks")
                        ? new DiskWishes(world.disks(), world.operations())
                                .read(body, "disks", project, id, location)
                        : Map.<String, Attachment>of();
        return new VmOrder(
                id,
                project,
                name,
                type,
                location,
                subnet,
                interfaces.publicType,
                disks,
                List.of(),
                partitions,
                reservation(body, project, type, location),
                Optional.empty(),
                Optional.empty(),
                nested(body));
    }

    Optional<String> reservation(Body body, String project, VmType type, String location) {
        return body.has("reservation_specification")
                ? world.reservations()
                        .chosen(body.object("reservation_specification"), project, type, location)
                : world.reservations().cheapest(project, type, location);
    }

    static boolean nested(Body body) {
        return body.has("virtualization_features")
                && body.object("virtualization_features")
                        .maybe(
                                "nested_virtualization",
                                body.object("virtualization_features")::truth)
                        .orElse(false);
    }

    static String sshKey(Body body) {
        return OpenSsh.publicKey(body.text("ssh_public_key"))
                .orElseThrow(
                        () ->
                                CrusoeError.badRequest(
                                        body.path("ssh_public_key")
                                                + " is not an OpenSSH public key."));
    }

    /// What the interfaces asked for say.
    record Interfaces(Optional<Subnet> subnet, String publicType) {}

    /// The schema wants every field of an interface, also those only the service can know; who makes a VM can say no
    /// more than the subnet and the kind of the public address, so that is what is looked at.
    Interfaces interfaces(Body body, String project) {
        if (!body.has("network_interfaces")) {
            return new Interfaces(Optional.empty(), "dynamic");
        }
        var all = body.objects("network_interfaces", b -> one(b, project));
        if (all.size() > 1) {
            throw CrusoeError.badRequest("A VM has one network interface.");
        }
        return all.isEmpty() ? new Interfaces(Optional.empty(), "dynamic") : all.getFirst();
    }

    private Interfaces one(Body body, String project) {
        var subnet =
                Words.maybe(body, "subnet")
                        .map(
                                id ->
                                        world.subnets()
                                                .need(
                                                        project,
                                                        id,
                                                        "subnet",
                                                        CrusoeError::badRequest));
        var types =
                body.has("ips")
                        ? body.objects("ips", VmOrders::publicType)
                        : List.<Optional<String>>of();
        return new Interfaces(
                subnet, types.stream().flatMap(Optional::stream).findFirst().orElse("dynamic"));
    }

    private static Optional<String> publicType(Body ip) {
        if (!ip.has("public_ipv4")) {
            return Optional.empty();
        }
        var address = ip.object("public_ipv4");
        return Words.maybe(address, "type").map(_ -> Words.oneOf(address, "type", PUBLIC));
    }

    /// The location is optional in this version of the API: without one the subnet's counts, then that with most room.
    private String location(Body body, Optional<Subnet> subnet, VmType type) {
        return Words.maybe(body, "location")
                .map(world.catalogue()::location)
                .or(() -> subnet.map(Subnet::location))
                .or(() -> world.catalogue().roomiest(type.name()))
                .orElseGet(() -> world.catalogue().locations().getFirst());
    }

    Subnet usualSubnet(String project, String location) {
        return world.subnets().of(project).stream()
                .filter(s -> s.location().equals(location))
                .findFirst()
                .orElseThrow(
                        () ->
                                CrusoeError.badRequest(
                                        "The project has no subnet in " + location + "."));
    }

    static void needIn(String location, Subnet subnet) {
        if (!subnet.location().equals(location)) {
            throw CrusoeError.badRequest(
                    "The subnet %s is in %s, not in %s."
                            .formatted(subnet.name(), subnet.location(), location));
        }
    }

    List<Partition> partitions(Body body, String project, VmType type, String location) {
        if (!body.has("host_channel_adapters")) {
            return List.of();
        }
        return body
                .objects("host_channel_adapters", b -> Words.maybe(b, "ib_partition_id"))
                .stream()
                .flatMap(Optional::stream)
                .map(id -> partition(id, project, type, location))
                .toList();
    }

    Partition partition(String id, String project, VmType type, String location) {
        var partition =
                world.infiniband()
                        .rows()
                        .need(project, id, "Infiniband partition", CrusoeError::badRequest);
        if (!type.infiniband()) {
            throw CrusoeError.badRequest("VMs of type " + type.name() + " have no Infiniband.");
        }
        if (world.infiniband()
                .network(partition.network())
                .filter(n -> n.location().equals(location))
                .isEmpty()) {
            throw CrusoeError.badRequest(
                    "The Infiniband partition "
                            + partition.name()
                            + " is not in "
                            + location
                            + ".");
        }
        return partition;
    }
}
