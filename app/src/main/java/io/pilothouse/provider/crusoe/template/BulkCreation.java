package io.pilothouse.provider.crusoe.template;

import io.pilothouse.cloud.Action.Ask;
import io.pilothouse.cloud.Request;
import io.pilothouse.cloud.Step;
import io.pilothouse.domain.Inventory;
import io.pilothouse.domain.Json;
import io.pilothouse.domain.Status.Phase;
import io.pilothouse.provider.crusoe.api.Collection;
import io.pilothouse.provider.crusoe.api.Operations;
import io.pilothouse.provider.crusoe.api.Operations.Ends;
import io.pilothouse.provider.crusoe.api.Types;
import io.pilothouse.provider.crusoe.compute.Reserving;
import io.pilothouse.provider.reading.Row;

import java.util.List;
import java.util.regex.Pattern;

/// Many VMs by one call and one operation. The service numbers them behind the prefix of their names, and by these names
/// they are recognised.
final class BulkCreation {
    private static final String PATH = Collection.PROJECT + "/compute/vms/bulk-instances";

    private BulkCreation() {}

    static List<Step> plan(Ask ask) {
        var answers = ask.answers();
        var prefix = answers.word("name_prefix");
        long count = answers.whole("count").orElse(1L);
        long all = count * Math.max(1, answers.list("locations").size());
        var project = ask.scopeId();
        var request =
                Request.of("POST", PATH, project).json(body(ask.target().id(), answers, count));
        return List.of(
                Operations.step(request, ask.targets(), Collection.VMS, project, Ends.NOWHERE)
                        .label(prefix + "-1 … " + prefix + "-" + all)
                        .sign((_, now) -> named(prefix, project, now) >= all));
    }

    private static Json body(String template, Json answers, long count) {
        var places =
                answers.list("locations").stream()
                        .map(p -> p.only("location", "subnet_id", "ib_partition_id"))
                        .toList();
        return Json.obj(
                "instance_template_id", template,
                "name_prefix", answers.text("name_prefix"),
                "count", count,
                "locations", Row.some(places),
                "instance_group_id", answers.text("instance_group_id"),
                "reservation_specification",
                        Reserving.specification(answers.text("reservation_specification")));
    }

    /// How many VMs of a project have names that such a prefix makes.
    static long named(String prefix, String project, Inventory known) {
        var name = Pattern.compile(Pattern.quote(prefix) + "-\\d+");
        return known.of(Types.VM).stream()
                .filter(r -> project.isEmpty() || r.scope().equals(project))
                .filter(r -> r.status().phase() != Phase.GONE)
                .filter(r -> name.matcher(r.name()).matches())
                .count();
    }
}
