package io.pilothouse.provider.crusoe.organisation;

import io.pilothouse.cloud.ApiCall;
import io.pilothouse.cloud.Report;
import io.pilothouse.cloud.Request;
import io.pilothouse.domain.Facts;
import io.pilothouse.domain.Json;
import io.pilothouse.domain.Link;
import io.pilothouse.domain.Resource;
import io.pilothouse.provider.crusoe.api.CrusoeApi;
import io.pilothouse.provider.crusoe.api.CrusoeFacts;
import io.pilothouse.provider.crusoe.api.Types;
import io.pilothouse.provider.reading.Row;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// What an organisation has used, by day: quantities, no money. All filters are required, so what there is to choose is
/// read first.
public final class Usage {
    private static final String ID = "crusoe.usage";
    private static final String PATH = "/organizations/{organization_id}/usage";

    private Usage() {}

    public static Report report() {
        return Report.of(
                        ID,
                        List.of(
                                CrusoeFacts.DAY,
                                CrusoeFacts.PROJECT,
                                Facts.TYPE,
                                Facts.REGION,
                                CrusoeFacts.AMOUNT,
                                CrusoeFacts.METRIC,
                                CrusoeFacts.RESERVATION),
                        UsageForm::of,
                        (scope, answers) ->
                                ApiCall.read(filtered(PATH, scope, answers)).as(Usage::rows))
                .within(Types.ORGANIZATION)
                .before(scope -> ApiCall.read(Request.get(PATH + "/options", id(scope))))
                .drawn(
                        new Report.Series(
                                CrusoeFacts.DAY,
                                CrusoeFacts.AMOUNT,
                                List.of(Facts.TYPE, CrusoeFacts.PROJECT, Facts.REGION),
                                Optional.of(CrusoeFacts.METRIC)))
                .exports("csv", Usage::export);
    }

    private static String id(Optional<Resource> scope) {
        return scope.orElseThrow().id();
    }

    /// Lists go as one value with commas, as the vendor's own client sends them.
    private static Request filtered(String path, Optional<Resource> scope, Json answers) {
        return Request.get(path, id(scope))
                .query("projects", list(answers, "projects"))
                .query("resource_types", list(answers, "resource_types"))
                .query("regions", list(answers, "regions"))
                .query("start_date", answers.text("start_date"))
                .query("end_date", answers.text("end_date"));
    }

    private static Optional<String> list(Json answers, String field) {
        return Optional.of(String.join(",", answers.texts(field)));
    }

    /// By resource, which is a filter too.
    private static ApiCall<String> export(Optional<Resource> scope, Json answers) {
        var request =
                filtered(PATH + "/export", scope, answers)
                        .query("resources", list(answers, "resources"));
        return ApiCall.text(request, "text/csv");
    }

    private static List<Resource> rows(Json answer) {
        return Report.rows(ID, CrusoeApi.items(answer), Usage::facts);
    }

    private static Resource facts(Resource to, Json json) {
        var row = new Row(json);
        return row.marked(
                to.with(CrusoeFacts.DAY, row.read(Usage::day, "date"))
                        .with(CrusoeFacts.PROJECT, link(row, Types.PROJECT, "project_id"))
                        .with(Facts.TYPE, row.text("resource_type").map(Usage::bare))
                        .with(Facts.REGION, row.text("region").map(Usage::bare))
                        .with(CrusoeFacts.AMOUNT, row.number("quantity"))
                        .with(CrusoeFacts.METRIC, row.text("billable_metric").map(Usage::bare))
                        .with(
                                CrusoeFacts.RESERVATION,
                                link(row, Types.RESERVATION, "reservation_id")));
    }

    private static Optional<Link> link(Row row, String type, String field) {
        return row.text(field).map(Usage::bare).map(id -> new Link(type, id));
    }

    /// Empty for what is no day.
    static Optional<LocalDate> day(String text) {
        try {
            var day = bare(text);
            return Optional.of(LocalDate.parse(day.substring(0, Math.min(10, day.length()))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /// The document's own samples stand in quotes; a text that really does is the same text.
    static String bare(String text) {
        return text.length() > 1 && text.startsWith("\"") && text.endsWith("\"")
                ? text.substring(1, text.length() - 1)
                : text;
    }
}
