package io.pilothouse.provider.crusoe.organisation;

import io.pilothouse.cloud.form.Choices;
import io.pilothouse.cloud.form.Choices.Choice;
import io.pilothouse.cloud.form.Form;
import io.pilothouse.cloud.form.Form.Field;
import io.pilothouse.cloud.form.Form.Problem;
import io.pilothouse.cloud.form.Input;
import io.pilothouse.domain.Inventory;
import io.pilothouse.domain.Json;
import io.pilothouse.domain.Resource;
import io.pilothouse.provider.crusoe.api.Types;
import io.pilothouse.provider.reading.Row;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// What is asked before a report of usage. Everything that can be chosen is, and the period is the last days there are.
final class UsageForm {
    private static final int DAYS = 30;
    private static final int MOST = 10_000;
    private static final List<String> METERED =
            List.of(Types.VM, Types.DISK, Types.SNAPSHOT, Types.LOAD_BALANCER);

    private UsageForm() {}

    static Form of(Optional<Resource> scope, Json options, Inventory known, LocalDate today) {
        var row = new Row(options);
        var projects = row.listed("projects");
        var types = row.listed("resource_types");
        var regions = row.listed("regions");
        var last = day(options, "end_date").filter(d -> d.isBefore(today)).orElse(today);
        var monthBack = last.minusDays(DAYS - 1L);
        var first = day(options, "start_date").filter(d -> d.isAfter(monthBack)).orElse(monthBack);
        return Form.of(
                        choose("projects", projects.stream().map(id -> project(id, known))),
                        choose("resource_types", types.stream().map(t -> Choice.of(t, t))),
                        choose("regions", regions.stream().map(r -> Choice.of(r, r))),
                        resources(known).optional(),
                        Field.of("start_date", new Input.Day()),
                        Field.of("end_date", new Input.Day()))
                .from(
                        Json.obj(
                                "projects", projects,
                                "resource_types", types,
                                "regions", regions,
                                "resources", ids(known),
                                "start_date", first,
                                "end_date", last))
                .check((answers, _) -> period(answers));
    }

    private static Field choose(String name, Stream<Choice> choices) {
        var all = choices.distinct().toList();
        return Field.of(name, new Input.Choose(1, MOST, new Choices(Set.of(), (_, _) -> all)));
    }

    /// For the export, which is by resource and can't be asked for without naming them; nothing lists those of the past.
    private static Field resources(Inventory known) {
        return choose("resources", metered(known).map(r -> Choice.of(r.id(), r.name())));
    }

    private static List<String> ids(Inventory known) {
        return metered(known).map(Resource::id).distinct().toList();
    }

    private static Stream<Resource> metered(Inventory known) {
        return METERED.stream().flatMap(type -> known.of(type).stream());
    }

    private static Choice project(String id, Inventory known) {
        return Choice.of(id, known.find(Types.PROJECT, id).map(Resource::name).orElse(id));
    }

    private static Optional<LocalDate> day(Json json, String field) {
        return json.text(field).flatMap(Usage::day);
    }

    private static List<Problem> period(Json answers) {
        var first = day(answers, "start_date");
        var last = day(answers, "end_date");
        return first.isPresent() && last.isPresent() && last.get().isBefore(first.get())
                ? List.of(Problem.of("end_date", "problem.crusoe.ends-before"))
                : List.of();
    }
}
