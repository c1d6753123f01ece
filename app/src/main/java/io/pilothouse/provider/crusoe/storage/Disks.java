package io.pilothouse.provider.crusoe.storage;

import static io.pilothouse.cloud.Action.Effect.COST;
import static io.pilothouse.cloud.Action.Effect.DESTROY;
import static io.pilothouse.cloud.Action.Target.ROW;
import static io.pilothouse.cloud.Action.Target.ROWS;
import static io.pilothouse.cloud.Action.Target.SCOPE;

import io.pilothouse.cloud.Action;
import io.pilothouse.cloud.Action.Ask;
import io.pilothouse.cloud.Request;
import io.pilothouse.cloud.ResourceType;
import io.pilothouse.cloud.Step;
import io.pilothouse.domain.Bytes;
import io.pilothouse.domain.Facts;
import io.pilothouse.domain.Json;
import io.pilothouse.domain.Kind;
import io.pilothouse.domain.Link;
import io.pilothouse.domain.Resource;
import io.pilothouse.domain.Status;
import io.pilothouse.provider.crusoe.api.Collection;
import io.pilothouse.provider.crusoe.api.CrusoeApi;
import io.pilothouse.provider.crusoe.api.CrusoeFacts;
import io.pilothouse.provider.crusoe.api.Operations;
import io.pilothouse.provider.crusoe.api.Size;
import io.pilothouse.provider.crusoe.api.Types;
import io.pilothouse.provider.reading.Row;

import java.util.List;
import java.util.Optional;

/// Disks of a location, attached to VMs of it.
public final class Disks {
    private Disks() {}

    public static ResourceType type() {
        return ResourceType.of(
                        Types.DISK,
                        Kind.VOLUME,
                        CrusoeApi.list(Types.DISK, Collection.DISKS.path(), Disks::decode),
                        Action.on(SCOPE, "crusoe.disk.create", COST, Disks::create, Types.DISK)
                                .asks(DiskForms.CREATE),
                        Action.on(ROW, "crusoe.disk.resize", COST, Disks::resize, Types.DISK)
                                .off(CrusoeApi::offWithoutId)
                                .asks((rows, _) -> DiskForms.resize(rows.getFirst())),
                        Action.on(
                                        ROWS,
                                        "crusoe.disk.snapshot",
                                        COST,
                                        Snapshots::ofDisks,
                                        Types.SNAPSHOT)
                                .off(CrusoeApi::offWithoutId),
                        Action.on(ROWS, "crusoe.disk.delete", DESTROY, Disks::delete, Types.DISK)
                                .off(Disks::offDelete))
                .within(Types.PROJECT)
                .read(CrusoeApi.one(Collection.DISKS.one(), Disks::decode))
                .columns(CrusoeFacts.DISK_TYPE, Facts.USED_BY);
    }

    private static List<Step> create(Ask ask) {
        var body =
                ask.answers()
                        .only("name", "type", "location", "size")
                        .with("block_size", ask.answers().whole("block_size"));
        return List.of(creation(ask.scopeId(), List.of(), body));
    }

    /// Made of a size and a location, or of a snapshot.
    static Step creation(String project, List<Resource> targets, Json body) {
        return Operations.creation(
                Request.of("POST", Collection.DISKS.path(), project).json(body),
                targets,
                Collection.DISKS,
                project,
                Types.DISK,
                body.word("name"));
    }

    /// The size goes out as it was typed; what comes back may say it in another unit.
    private static List<Step> resize(Ask ask) {
        var size = ask.answers().word("size");
        return List.of(
                Operations.change(
                        Collection.DISKS,
                        ask.target(),
                        Json.obj("size", size),
                        disk -> size(disk).isPresent() && size(disk).equals(Size.disk(size))));
    }

    private static Optional<Bytes> size(Json disk) {
        return Size.disk(disk.word("size"));
    }

    private static List<Step> delete(Ask ask) {
        return Operations.deletions(Collection.DISKS, ask.targets());
    }

    private static Optional<String> offDelete(Resource row) {
        return row.get(Facts.USED_BY).isPresent()
                ? Optional.of("off.crusoe.disk-attached")
                : CrusoeApi.offWithoutId(row);
    }

    static Resource decode(Json json) {
        var row = new Row(json);
        var id = row.need("id");
        return row.marked(
                Resource.of(Types.DISK, id, row.text("name").orElse(id), Status.NONE, json)
                        .with(Facts.REGION, row.text("location"))
                        .with(Facts.SIZE, row.read(Size::disk, "size"))
                        .with(CrusoeFacts.DISK_TYPE, row.text("type"))
                        .with(Facts.USED_BY, attachedTo(row))
                        .with(CrusoeFacts.BLOCK, block(row))
                        .with(CrusoeFacts.SERIAL, row.text("serial_number"))
                        .with(Facts.CREATED, row.time("created_at"))
                        .with(CrusoeFacts.UPDATED, row.time("updated_at")));
    }

    static Optional<Bytes> block(Row row) {
        return row.whole(CrusoeApi.MOST, "block_size").filter(n -> n > 0).map(Bytes::new);
    }

    private static Optional<List<Link>> attachedTo(Row row) {
        var places = row.rows("attached_to");
        places.forEach(p -> p.text("attachment_type"));
        places.forEach(p -> p.text("mode"));
        var links = places.stream().flatMap(p -> p.link(Types.VM, "vm_id").stream()).toList();
        row.takeWrong("attached_to", places);
        return Row.some(links);
    }
}
