package io.pilothouse.ui.reports;

import io.pilothouse.domain.Fact;
import io.pilothouse.domain.Json;
import io.pilothouse.domain.JsonText;
import io.pilothouse.domain.Link;
import io.pilothouse.domain.Resource;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The rows of a report as the text of a file.
final class ReportText {
    private ReportText() {}

    /// Comma-separated, the ids of the facts in the first line (RFC 4180). What a row is related to stands there by its id,
    /// which stays when names change.
    static String csv(List<Resource> rows, List<Fact<?>> columns) {
        var lines =
                Stream.concat(
                        Stream.of(columns.stream().map(Fact::id).toList()),
                        rows.stream().map(r -> columns.stream().map(f -> plain(r, f)).toList()));
        return lines.map(l -> l.stream().map(ReportText::quoted).collect(Collectors.joining(",")))
                .collect(Collectors.joining("\r\n", "", "\r\n"));
    }

    /// The rows as the service sent them, secrets masked.
    static String json(List<Resource> rows) {
        return JsonText.pretty(Json.of(rows.stream().map(Resource::raw).toList())) + "\n";
    }

    private static String plain(Resource row, Fact<?> fact) {
        return row.get(fact)
                .map(
                        v ->
                                switch (v) {
                                    case BigDecimal n -> n.toPlainString();
                                    case Link link -> link.key();
                                    default -> v.toString();
                                })
                .orElse("");
    }

    /// A spreadsheet takes a text that begins like a formula for one: a quote in front says that it is text.
    private static String quoted(String value) {
        var text =
                value.matches("(?s)[=+\\-@\\t\\r].*") && !value.matches("[+-]?[0-9.,eE]+")
                        ? "'" + value
                        : value;
        return text.matches("(?s).*[\",\\r\\n].*") ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}
