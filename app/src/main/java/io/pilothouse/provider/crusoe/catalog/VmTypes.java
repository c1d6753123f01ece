package io.pilothouse.provider.crusoe.catalog;

import io.pilothouse.cloud.ResourceType;
import io.pilothouse.domain.Bytes;
import io.pilothouse.domain.Facts;
import io.pilothouse.domain.Json;
import io.pilothouse.domain.Kind;
import io.pilothouse.domain.Resource;
import io.pilothouse.domain.Status;
import io.pilothouse.provider.crusoe.api.Collection;
import io.pilothouse.provider.crusoe.api.CrusoeApi;
import io.pilothouse.provider.crusoe.api.CrusoeFacts;
import io.pilothouse.provider.crusoe.api.Types;
import io.pilothouse.provider.reading.Row;

import java.util.Optional;

/// What a VM of a project can be. The API states no price.
public final class VmTypes {
    private static final long GB = 1_000_000_000;

    private VmTypes() {}

    public static ResourceType type() {
        return ResourceType.of(
                        Types.VM_TYPE,
                        Kind.INSTANCE_TYPE,
                        CrusoeApi.list(
                                Types.VM_TYPE,
                                Collection.PROJECT + "/compute/vms/types",
                                VmTypes::decode))
                .within(Types.PROJECT)
                .columns(Facts.GPUS, CrusoeFacts.GPU);
    }

    static Resource decode(Json json) {
        var row = new Row(json);
        var name = row.need("product_name");
        row.text("memory_type");
        row.text("disk_type");
        return row.marked(
                Resource.of(Types.VM_TYPE, name, name, Status.NONE, json)
                        .with(Facts.DESCRIPTION, row.counted("description"))
                        .with(Facts.GPUS, row.whole(CrusoeApi.MOST, "num_gpu"))
                        .with(CrusoeFacts.GPU, row.text("gpu_type"))
                        .with(Facts.VCPUS, row.whole(CrusoeApi.MOST, "cpu_cores"))
                        .with(CrusoeFacts.CPU, row.text("cpu_type"))
                        .with(Facts.MEMORY, gigabytes(row, "memory_gb"))
                        .with(Facts.DISK, gigabytes(row, "disk_gb")));
    }

    /// As the field's name says: 1000 MB each.
    private static Optional<Bytes> gigabytes(Row row, String field) {
        return row.whole(CrusoeApi.MOST, field).filter(n -> n > 0).map(n -> new Bytes(n * GB));
    }
}
