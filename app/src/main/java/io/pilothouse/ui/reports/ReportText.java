package io.pilothouse.ui.reports;

import io.pilothouse.domain.Fact;
import io.pilothouse.domain.Json;
import io.pilothouse.domain.JsonText;
import io.pilothouse.domain.Link;
import io.pilothouse.domain.Resource;
import io.pilothouse.ui.kit.rows.export.Sheet;
import io.pilothouse.ui.kit.rows.export.Values;

import java.time.ZoneOffset;
import java.util.List;

/// The rows of a report as they are written to a file.
final class ReportText {
    private ReportText() {}

    /// Under the ids of the facts, as scripts know them. What a row is related to stands there by its id, which stays when
    /// names change; times are in UTC, as the service's days are.
    static Sheet sheet(List<Resource> rows, List<Fact<?>> columns) {
        var values = new Values(ZoneOffset.UTC, Link::key);
        return new Sheet(
                columns.stream().map(f -> Sheet.Column.of(f, f.id())).toList(),
                rows.stream()
                        .map(r -> columns.stream().map(f -> values.of(r.facts().get(f))).toList())
                        .toList());
    }

    /// The rows as the service sent them, secrets masked.
    static String json(List<Resource> rows) {
        return JsonText.pretty(Json.of(rows.stream().map(Resource::raw).toList())) + "\n";
    }
}
