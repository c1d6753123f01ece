package io.pilothouse.rehearsal.crusoe.machine;

import io.pilothouse.rehearsal.crusoe.call.Rows;

import java.time.Instant;

/// VMs that belong together.
///
/// @param template id of the template it is made after
public record Group(
        String id, String project, String name, String template, Instant created, Instant updated)
        implements Rows.Row {}
