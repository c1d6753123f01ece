package io.pilothouse.rehearsal.crusoe.storage;

import io.pilothouse.domain.Json;
import io.pilothouse.rehearsal.crusoe.call.Agenda;
import io.pilothouse.rehearsal.crusoe.call.Call;
import io.pilothouse.rehearsal.crusoe.call.CrusoeError;
import io.pilothouse.rehearsal.crusoe.call.Operations;
import io.pilothouse.rehearsal.crusoe.call.Operations.Family;
import io.pilothouse.rehearsal.crusoe.call.Rows;
import io.pilothouse.rehearsal.crusoe.call.Table;
import io.pilothouse.rehearsal.crusoe.call.Words;

import java.time.Duration;

/// The operations on snapshots.
public record Snapshots(
        Agenda agenda,
        Operations operations,
        Rows<Snapshot> rows,
        Rows<Disk> disks,
        Duration lasts) {
    private static final String PATH = "/projects/{project_id}/storage/snapshots";

    public void routes(Table table) {
        table.json("GET", PATH, this::list).json("POST", PATH, this::create);
        operations.routes(table, Family.SNAPSHOT, PATH);
        table.json("GET", PATH + "/{snapshot_id}", call -> known(call).json())
                .json("DELETE", PATH + "/{snapshot_id}", this::delete);
    }

    private Json list(Call call) {
        return Json.obj("items", rows.of(call.project()).stream().map(Snapshot::json).toList());
    }

    private Snapshot known(Call call) {
        return rows.need(
                call.project(), call.value("snapshot_id"), "snapshot", CrusoeError::unauthorized);
    }

    private Json create(Call call) {
        var id = call.body().text("disk_id");
        var disk = disks.need(call.project(), id, "disk", CrusoeError::unauthorized);
        var made =
                new Snapshot(
                        Words.newId(),
                        disk.project(),
                        disk.id(),
                        disk.size(),
                        disk.location(),
                        disk.block(),
                        agenda.time());
        return operations.keep(Family.SNAPSHOT, "CREATE", lasts, rows, made, Snapshot::json);
    }

    private Json delete(Call call) {
        var snapshot = known(call);
        return operations.remove(Family.SNAPSHOT, lasts, rows, snapshot, Snapshot::json);
    }
}
