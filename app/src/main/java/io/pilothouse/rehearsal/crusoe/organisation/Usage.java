package io.pilothouse.rehearsal.crusoe.organisation;

import io.pilothouse.domain.Json;
import io.pilothouse.rehearsal.crusoe.call.Agenda;
import io.pilothouse.rehearsal.crusoe.call.Call;
import io.pilothouse.rehearsal.crusoe.call.CrusoeError;
import io.pilothouse.rehearsal.crusoe.call.Query;
import io.pilothouse.rehearsal.crusoe.call.Table;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/// What was used in the last 90 days.
public final class Usage {
    private static final String PATH = "/organizations/{organization_id}/usage";
    private static final int DAYS = 90;

    private final Organisation organisation;
    private final Projects projects;
    private final Agenda agenda;
    private final List<Metered> metered = new ArrayList<>();

    /// What rows are added up by.
    private record Line(
            LocalDate day,
            String project,
            String type,
            String region,
            String reservation,
            String metric) {}

    public Usage(Organisation organisation, Projects projects, Agenda agenda) {
        this.organisation = organisation;
        this.projects = projects;
        this.agenda = agenda;
    }

    public void add(Metered resource) {
        metered.add(resource);
    }

    public void routes(Table table) {
        table.json("GET", PATH, this::byProject)
                .csv("GET", PATH + "/export", this::byResource)
                .json("GET", PATH + "/options", this::options);
    }

    private Json options(Call call) {
        check(call);
        return Json.obj(
                "projects",
                projects.ids(),
                "resource_types",
                words(Metered::type),
                "regions",
                words(Metered::region),
                "start_date",
                today().minusDays(DAYS - 1).toString(),
                "end_date",
                today().toString());
    }

    private Json byProject(Call call) {
        check(call);
        var asked = asked(call.query());
        var sums = new LinkedHashMap<Line, Double>();
        days(call.query())
                .forEach(
                        day ->
                                metered.stream()
                                        .filter(asked)
                                        .forEach(
                                                m ->
                                                        sums.merge(
                                                                line(m, day),
                                                                m.on(day),
                                                                Double::sum)));
        return Json.obj(
                "items",
                sums.entrySet().stream().map(e -> json(e.getKey(), e.getValue())).toList());
    }

    /// The document shows the columns as headers of the answer; as its type is CSV they are taken for the first line.
    private String byResource(Call call) {
        check(call);
        var resources = call.query().needTexts("resources");
        var asked = asked(call.query()).and(m -> resources.contains(m.resource()));
        var text =
                new StringBuilder(
                        "metric,project_id,quantity,region,resource_id,resource_type,usage_date\n");
        for (var day : days(call.query())) {
            metered.stream()
                    .filter(asked)
                    .forEach(
                            m ->
                                    text.append(
                                            "%s,%s,%s,%s,%s,%s,%s\n"
                                                    .formatted(
                                                            m.metric(),
                                                            m.project(),
                                                            number(m.on(day)).toPlainString(),
                                                            m.region(),
                                                            m.resource(),
                                                            m.type(),
                                                            day)));
        }
        return text.toString();
    }

    /// No 401 and no 403 is documented here: an organisation that is not the user's is a bad request.
    private void check(Call call) {
        organisation.check(call.value("organization_id"), CrusoeError::badRequest);
    }

    private Predicate<Metered> asked(Query query) {
        var inProjects = known(query, "projects", projects.ids());
        var types = known(query, "resource_types", words(Metered::type));
        var regions = known(query, "regions", words(Metered::region));
        return m ->
                inProjects.contains(m.project())
                        && types.contains(m.type())
                        && regions.contains(m.region());
    }

    /// Words that are none of the options are refused: the stricter reading.
    private static List<String> known(Query query, String name, List<String> options) {
        var words = query.needTexts(name);
        if (!options.containsAll(words)) {
            throw CrusoeError.badRequest(name + " must be some of " + options + ".");
        }
        return words;
    }

    private List<String> words(Function<Metered, String> word) {
        return metered.stream().map(word).distinct().sorted().toList();
    }

    private List<LocalDate> days(Query query) {
        var first = day(query, "start_date");
        var last = day(query, "end_date");
        if (last.isBefore(first)) {
            throw CrusoeError.badRequest("end_date must not be before start_date.");
        }
        var begin = today().minusDays(DAYS - 1);
        return begin.datesUntil(today().plusDays(1))
                .filter(d -> !d.isBefore(first) && !d.isAfter(last))
                .toList();
    }

    /// The document's own example has the day in quotes.
    private static LocalDate day(Query query, String name) {
        var text = query.need(name).replaceFirst("^\"(.*)\"$", "$1");
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw CrusoeError.badRequest(name + " must be a day such as 2024-07-01.");
        }
    }

    private LocalDate today() {
        return agenda.time().atOffset(ZoneOffset.UTC).toLocalDate();
    }

    private static Line line(Metered m, LocalDate day) {
        return new Line(day, m.project(), m.type(), m.region(), m.reservation(), m.metric());
    }

    private static BigDecimal number(double quantity) {
        return BigDecimal.valueOf(Math.round(quantity * 1_000_000), 6).stripTrailingZeros();
    }

    private static Json json(Line line, double quantity) {
        return Json.obj(
                "resource_type",
                line.type,
                "project_id",
                line.project,
                "reservation_id",
                line.reservation,
                "region",
                line.region,
                "date",
                line.day.toString(),
                "quantity",
                number(quantity),
                "billable_metric",
                line.metric);
    }
}
