package io.pilothouse.rehearsal.crusoe.storage;

import io.pilothouse.domain.Json;
import io.pilothouse.rehearsal.crusoe.call.Agenda;
import io.pilothouse.rehearsal.crusoe.call.Call;
import io.pilothouse.rehearsal.crusoe.call.CrusoeError;
import io.pilothouse.rehearsal.crusoe.call.Operations;
import io.pilothouse.rehearsal.crusoe.call.Operations.Family;
import io.pilothouse.rehearsal.crusoe.call.Operations.Outcome;
import io.pilothouse.rehearsal.crusoe.call.Rows;
import io.pilothouse.rehearsal.crusoe.call.Table;
import io.pilothouse.rehearsal.crusoe.call.Words;
import io.pilothouse.rehearsal.crusoe.place.Catalogue;
import io.pilothouse.rehearsal.front.Body;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/// The disks of all projects.
public final class Disks {
    private static final String PATH = "/projects/{project_id}/storage/disks";
    private static final Set<String> TYPES = Set.of(Disk.SSD, Disk.SHARED);

    private final Agenda agenda;
    private final Operations operations;
    private final Catalogue catalogue;
    private final Rows<Snapshot> snapshots;
    private final Duration lasts;
    private final Rows<Disk> rows = new Rows<>();

    /// @param lasts how long it takes to make, change or delete a disk
    public Disks(
            Agenda agenda,
            Operations operations,
            Catalogue catalogue,
            Rows<Snapshot> snapshots,
            Duration lasts) {
        this.agenda = agenda;
        this.operations = operations;
        this.catalogue = catalogue;
        this.snapshots = snapshots;
        this.lasts = lasts;
    }

    public Rows<Disk> rows() {
        return rows;
    }

    public void routes(Table table) {
        table.json("GET", PATH, call -> list(call.project())).json("POST", PATH, this::create);
        operations.routes(table, Family.DISK, PATH);
        table.json("GET", PATH + "/{disk_id}", call -> known(call).json())
                .json("PATCH", PATH + "/{disk_id}", this::resize)
                .json("DELETE", PATH + "/{disk_id}", this::delete);
    }

    private Json list(String project) {
        return Json.obj("items", rows.of(project).stream().map(Disk::json).toList());
    }

    private Disk known(Call call) {
        return rows.need(call.project(), call.value("disk_id"), "disk", CrusoeError::unauthorized);
    }

    private Json create(Call call) {
        var made = ordered(call.project(), call.body());
        return operations.keep(Family.DISK, "CREATE", lasts, rows, made, Disk::json);
    }

    private Disk ordered(String project, Body body) {
        var name = Words.name(body, "name");
        var type = body.has("type") ? Words.oneOf(body, "type", TYPES) : Disk.SSD;
        var block = body.maybe("block_size", f -> body.numberFrom(f, 1)).orElse(4096L);
        var snapshot = Words.maybe(body, "snapshot_id");
        if (snapshot.isEmpty()) {
            var size = DiskSize.gib(body.text("size"));
            return disk(project, name, type, size, body.text("location"), block);
        }
        // "Either": which of the two would count is not said, so both together are refused.
        if (Words.maybe(body, "size").isPresent()) {
            throw CrusoeError.badRequest("Give either snapshot_id, or size and location.");
        }
        var from = snapshots.need(project, snapshot.get(), "snapshot", CrusoeError::badRequest);
        return disk(project, name, type, from.gib(), from.location(), from.block());
    }

    private Disk disk(
            String project, String name, String type, long size, String location, long block) {
        return new Disk(
                Words.newId(),
                project,
                name,
                type,
                size,
                catalogue.location(location),
                block,
                agenda.time(),
                agenda.time(),
                List.of());
    }

    /// Only upwards; the document says no more than "resize", and nothing that holds data can be made smaller safely.
    private Json resize(Call call) {
        var disk = known(call);
        var size = DiskSize.gib(call.body().text("size"));
        if (size < disk.size()) {
            throw CrusoeError.badRequest(
                    "The disk has " + disk.size() + "GiB and can't be made smaller.");
        }
        operations.needIdle(disk.id());
        return operations.begin(
                Family.DISK,
                disk.project(),
                "UPDATE",
                disk.id(),
                lasts,
                () ->
                        rows.get(disk.project(), disk.id())
                                .map(
                                        d -> {
                                            var resized = d.resized(size, agenda.time());
                                            rows.put(resized);
                                            return Outcome.success(resized.json());
                                        })
                                .orElseGet(
                                        () -> Outcome.failure("not_found", "The disk has gone.")));
    }

    /// The document has no 400 here, and its other words fit a disk in use even less.
    private Json delete(Call call) {
        var disk = known(call);
        if (disk.attached()) {
            throw CrusoeError.badRequest("The disk is attached; detach it first.");
        }
        return operations.remove(Family.DISK, lasts, rows, disk, Disk::json);
    }
}
