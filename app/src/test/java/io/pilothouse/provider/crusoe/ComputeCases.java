package io.pilothouse.provider.crusoe;

import static io.pilothouse.provider.crusoe.CrusoeContractTest.on;
import static io.pilothouse.provider.crusoe.CrusoeContractTest.rows;

import io.pilothouse.domain.Json;
import io.pilothouse.provider.ProviderContract.Case;

import java.util.List;

/// VMs as they may be asked for.
final class ComputeCases {
    static final Json FREE_DISK = disk("d-free", "data", "read-write");

    static final Json FULL =
            CrusoeSamples.VM
                    .with("image_name", "ubuntu:22.04")
                    .with("disks", List.of(FREE_DISK))
                    .with("startup_script", "#!/bin/sh\necho canary-in-script")
                    .with("shutdown_script", "#!/bin/sh\necho bye")
                    .with("reservation_specification", "on_demand")
                    .with("nested_virtualization", true);

    static final List<Case> GOOD =
            List.of(
                    new Case("crusoe.vm.create", CrusoeSamples.VM),
                    new Case("crusoe.vm.create", FULL),
                    new Case(
                            "crusoe.vm.create",
                            CrusoeSamples.VM
                                    .with("name", "node-{1..3}")
                                    .with("reservation_specification", "res-1")),
                    on("crusoe.vm.start", "crusoe.vm", "vm-2", Json.obj()),
                    new Case("crusoe.vm.stop", rows("crusoe.vm", "vm-1", "vm-4"), Json.obj()),
                    on("crusoe.vm.reset", "crusoe.vm", "vm-1", Json.obj()),
                    on("crusoe.vm.change-type", "crusoe.vm", "vm-1", Json.obj("type", "c1a.4x")),
                    on("crusoe.vm.change-type", "crusoe.vm", "vm-4", Json.obj("type", "a100.2x")),
                    on(
                            "crusoe.vm.change-partition",
                            "crusoe.vm",
                            "vm-4",
                            Json.obj("ib_partition_id", "ibp-1")),
                    on(
                            "crusoe.vm.change-address",
                            "crusoe.vm",
                            "vm-1",
                            Json.obj("public_ip_address_type", "dynamic")),
                    on(
                            "crusoe.vm.attach",
                            "crusoe.vm",
                            "vm-1",
                            Json.obj("attach_disks", List.of(FREE_DISK))),
                    on(
                            "crusoe.vm.detach",
                            "crusoe.vm",
                            "vm-1",
                            Json.obj("detach_disks", List.of("d-data"))),
                    new Case(
                            "crusoe.vm.reserve",
                            rows("crusoe.vm", "vm-2", "vm-4"),
                            Json.obj("reservation_id", "res-1")),
                    on("crusoe.vm.unreserve", "crusoe.vm", "vm-1", Json.obj()),
                    new Case("crusoe.vm.delete", rows("crusoe.vm", "vm-1", "vm-2"), Json.obj()));

    static final List<Case> FAULTY =
            List.of(
                    new Case("crusoe.vm.create", Json.obj()),
                    new Case("crusoe.vm.create", CrusoeSamples.VM.with("name", "train-1")),
                    new Case("crusoe.vm.create", CrusoeSamples.VM.with("type", "h100.8x")),
                    new Case(
                            "crusoe.vm.create",
                            CrusoeSamples.VM.with("location", "us-northcentral1-a")),
                    new Case("crusoe.vm.create", FULL.with("image_name", "rocky:9")),
                    new Case("crusoe.vm.create", FULL.with("name", "node-{1..3}")),
                    new Case(
                            "crusoe.vm.create",
                            FULL.with("disks", List.of(disk("d-free", "os", "read-write")))),
                    new Case(
                            "crusoe.vm.create",
                            FULL.with(
                                    "disks",
                                    List.of(
                                            disk("d-os", "os", "read-write"),
                                            disk("d-os", "os", "read-write"),
                                            disk("d-west", "data", "read-only")))),
                    on("crusoe.vm.detach", "crusoe.vm", "vm-1", Json.obj("detach_disks", "d-os")));

    private ComputeCases() {}

    static Json disk(String id, String attachment, String mode) {
        return Json.obj("disk_id", id, "attachment_type", attachment, "mode", mode);
    }
}
