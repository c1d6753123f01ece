package io.pilothouse.rehearsal.crusoe.compute;

import io.pilothouse.domain.Json;
import io.pilothouse.rehearsal.crusoe.call.Agenda;
import io.pilothouse.rehearsal.crusoe.call.Operations;
import io.pilothouse.rehearsal.crusoe.call.Rows;
import io.pilothouse.rehearsal.crusoe.machine.Vm;
import io.pilothouse.rehearsal.crusoe.network.Infiniband;
import io.pilothouse.rehearsal.crusoe.network.Subnet;
import io.pilothouse.rehearsal.crusoe.organisation.Reservations;
import io.pilothouse.rehearsal.crusoe.place.Catalogue;
import io.pilothouse.rehearsal.crusoe.storage.Disk;
import io.pilothouse.rehearsal.loopback.Speed;

import java.util.List;

/// What VMs are made of and stand among.
public record World(
        Agenda agenda,
        Operations operations,
        Speed speed,
        Catalogue catalogue,
        Rows<Disk> disks,
        Rows<Subnet> subnets,
        Infiniband infiniband,
        Reservations reservations) {
    /// A VM as the service shows it.
    Json json(Vm vm) {
        var disks =
                this.disks.of(vm.project()).stream()
                        .flatMap(
                                d ->
                                        d.attachments().stream()
                                                .filter(a -> a.vm().equals(vm.id()))
                                                .map(d::json))
                        .toList();
        var adapters =
                vm.partitions().stream()
                        .map(
                                p ->
                                        Json.obj(
                                                "type",
                                                "infiniband",
                                                "guid",
                                                guid(vm.id() + p.id()),
                                                "ib_network_id",
                                                p.network(),
                                                "ib_partition_id",
                                                p.id()))
                        .toList();
        return Json.obj(
                "id",
                vm.id(),
                "name",
                vm.name(),
                "type",
                vm.type().name(),
                "state",
                vm.state().word(),
                "location",
                vm.location(),
                "project_id",
                vm.project(),
                "disks",
                disks,
                "network_interfaces",
                List.of(vm.nic().json()),
                "host_channel_adapters",
                adapters,
                "reservation_id",
                vm.reservation().orElse(""),
                "instance_group_id",
                vm.group().orElse(""),
                "instance_template_id",
                vm.template().orElse(""),
                "virtualization_features",
                Json.obj("nested_virtualization", vm.nested()),
                "created_at",
                vm.created(),
                "updated_at",
                vm.updated());
    }

    private static String guid(String words) {
        var hash = words.hashCode() * 0x9E3779B97F4A7C15L;
        return "%04x:%04x:%04x:%04x"
                .formatted(hash >>> 48, hash >>> 32 & 0xffff, hash >>> 16 & 0xffff, hash & 0xffff);
    }
}
