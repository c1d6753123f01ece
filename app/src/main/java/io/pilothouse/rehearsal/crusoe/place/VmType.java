package io.pilothouse.rehearsal.crusoe.place;

import io.pilothouse.domain.Json;

/// A type of VM.
///
/// @param name such as `a100.2x`
/// @param memory in GB
/// @param infiniband whether its VMs can be in an Infiniband partition
public record VmType(
        String name,
        String description,
        String gpu,
        int gpus,
        int cores,
        int memory,
        int disk,
        boolean infiniband) {
    /// What stands before the number of GPUs: also the product line of a reservation.
    public String line() {
        return name.substring(0, name.lastIndexOf('.'));
    }

    Json json() {
        return Json.obj(
                "product_name",
                name,
                "description",
                description,
                "gpu_type",
                gpu,
                "num_gpu",
                gpus,
                "cpu_type",
                "AMD EPYC",
                "cpu_cores",
                cores,
                "memory_type",
                "DDR4",
                "memory_gb",
                memory,
                "disk_type",
                disk == 0 ? "none" : "NVMe",
                "disk_gb",
                disk);
    }
}
