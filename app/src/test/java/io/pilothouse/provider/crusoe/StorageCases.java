package io.pilothouse.provider.crusoe;

import static io.pilothouse.provider.crusoe.CrusoeContractTest.on;
import static io.pilothouse.provider.crusoe.CrusoeContractTest.rows;

import io.pilothouse.domain.Json;
import io.pilothouse.provider.ProviderContract.Case;

import java.util.List;

/// Disks and snapshots as they may be asked for.
final class StorageCases {
    static final Json DISK =
            Json.obj(
                    "name", "more",
                    "location", "us-east1-a",
                    "size", "200GiB",
                    "type", "persistent-ssd");

    static final List<Case> GOOD =
            List.of(
                    new Case("crusoe.disk.create", DISK),
                    new Case("crusoe.disk.create", DISK.with("block_size", 4096)),
                    on("crusoe.disk.resize", "crusoe.disk", "d-free", Json.obj("size", "1TiB")),
                    new Case(
                            "crusoe.disk.snapshot",
                            rows("crusoe.disk", "d-free", "d-data"),
                            Json.obj()),
                    on("crusoe.disk.delete", "crusoe.disk", "d-free", Json.obj()),
                    new Case("crusoe.snapshot.create", Json.obj("disk_id", "d-data")),
                    on(
                            "crusoe.snapshot.new-disk",
                            "crusoe.snapshot",
                            "s-1",
                            Json.obj("name", "copy")),
                    new Case(
                            "crusoe.snapshot.delete",
                            rows("crusoe.snapshot", "s-1", "s-2"),
                            Json.obj()));

    static final List<Case> FAULTY =
            List.of(
                    new Case("crusoe.disk.create", DISK.with("name", "scratch")),
                    on("crusoe.disk.resize", "crusoe.disk", "d-free", Json.obj("size", "200GiB")),
                    on("crusoe.disk.resize", "crusoe.disk", "d-free", Json.obj("size", "20GiB")));

    private StorageCases() {}
}
