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
import io.pilothouse.cloud.form.Form;
import io.pilothouse.domain.Facts;
import io.pilothouse.domain.Json;
import io.pilothouse.domain.Kind;
import io.pilothouse.domain.Resource;
import io.pilothouse.domain.Status;
import io.pilothouse.provider.crusoe.api.Choose;
import io.pilothouse.provider.crusoe.api.Collection;
import io.pilothouse.provider.crusoe.api.CrusoeApi;
import io.pilothouse.provider.crusoe.api.CrusoeFacts;
import io.pilothouse.provider.crusoe.api.Operations;
import io.pilothouse.provider.crusoe.api.Operations.Ends;
import io.pilothouse.provider.crusoe.api.Size;
import io.pilothouse.provider.crusoe.api.Types;
import io.pilothouse.provider.reading.Row;

import java.util.List;

/// What a disk was at one time. A snapshot has no name of its own.
public final class Snapshots {
    private Snapshots() {}

    public static ResourceType type() {
        return ResourceType.of(
                        Types.SNAPSHOT,
                        Kind.SNAPSHOT,
                        CrusoeApi.list(
                                Types.SNAPSHOT, Collection.SNAPSHOTS.path(), Snapshots::decode),
                        Action.on(
                                        SCOPE,
                                        "crusoe.snapshot.create",
                                        COST,
                                        Snapshots::create,
                                        Types.SNAPSHOT)
                                .asks(Form.of(Choose.row("disk_id", Types.DISK, _ -> ""))),
                        Action.on(
                                        ROW,
                                        "crusoe.snapshot.new-disk",
                                        COST,
                                        Snapshots::newDisk,
                                        Types.DISK)
                                .off(CrusoeApi::offWithoutId)
                                .asks(DiskForms.FROM_SNAPSHOT),
                        Action.on(
                                        ROWS,
                                        "crusoe.snapshot.delete",
                                        DESTROY,
                                        Snapshots::delete,
                                        Types.SNAPSHOT)
                                .off(CrusoeApi::offWithoutId))
                .within(Types.PROJECT)
                .read(CrusoeApi.one(Collection.SNAPSHOTS.one(), Snapshots::decode))
                .columns(CrusoeFacts.CREATED_FROM);
    }

    private static List<Step> create(Ask ask) {
        var disk = ask.answers().word("disk_id");
        return List.of(creation(ask.scopeId(), disk, List.of()).label(disk));
    }

    static List<Step> ofDisks(Ask ask) {
        return ask.targets().stream()
                .map(disk -> creation(disk.scope(), disk.id(), List.of(disk)))
                .toList();
    }

    /// No sign: without an answer, one snapshot of a disk looks like an earlier one.
    private static Step creation(String project, String disk, List<Resource> targets) {
        return Operations.step(
                Request.of("POST", Collection.SNAPSHOTS.path(), project)
                        .json(Json.obj("disk_id", disk)),
                targets,
                Collection.SNAPSHOTS,
                project,
                Ends.WHEN_THERE);
    }

    private static List<Step> newDisk(Ask ask) {
        var snapshot = ask.target();
        var body = ask.answers().only("name").with("snapshot_id", snapshot.id());
        return List.of(Disks.creation(snapshot.scope(), ask.targets(), body));
    }

    private static List<Step> delete(Ask ask) {
        return Operations.deletions(Collection.SNAPSHOTS, ask.targets());
    }

    static Resource decode(Json json) {
        var row = new Row(json);
        var id = row.need("id");
        return row.marked(
                Resource.of(Types.SNAPSHOT, id, row.text("name").orElse(id), Status.NONE, json)
                        .with(Facts.SIZE, row.read(Size::snapshot, "size"))
                        .with(CrusoeFacts.CREATED_FROM, row.link(Types.DISK, "created_from"))
                        .with(CrusoeFacts.BLOCK, Disks.block(row))
                        .with(Facts.CREATED, row.time("created_at"))
                        .with(CrusoeFacts.UPDATED, row.time("updated_at")));
    }
}
