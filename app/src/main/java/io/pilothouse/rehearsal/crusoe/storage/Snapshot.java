package io.pilothouse.rehearsal.crusoe.storage;

import io.pilothouse.domain.Json;
import io.pilothouse.rehearsal.crusoe.call.Rows;

import java.time.Instant;

/// What a disk held at a moment.
///
/// @param disk id of the disk it was made from
/// @param gib size of that disk
/// @param location of that disk; the service does not show it
public record Snapshot(
        String id,
        String project,
        String disk,
        long gib,
        String location,
        long block,
        Instant created)
        implements Rows.Row {
    Json json() {
        return Json.obj(
                "id",
                id,
                "size",
                gib * (1L << 30) + " bytes",
                "block_size",
                block,
                "created_at",
                created,
                "created_from",
                disk,
                "updated_at",
                created);
    }
}
