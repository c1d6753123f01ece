package io.pilothouse.provider.crusoe.template;

import io.pilothouse.cloud.form.Choices;
import io.pilothouse.cloud.form.Choices.Choice;
import io.pilothouse.cloud.form.Form;
import io.pilothouse.cloud.form.Form.Field;
import io.pilothouse.cloud.form.Form.Problem;
import io.pilothouse.cloud.form.Input;
import io.pilothouse.domain.Facts;
import io.pilothouse.domain.Inventory;
import io.pilothouse.domain.Json;
import io.pilothouse.domain.Link;
import io.pilothouse.domain.Resource;
import io.pilothouse.provider.crusoe.api.Choose;
import io.pilothouse.provider.crusoe.api.CrusoeFacts;
import io.pilothouse.provider.crusoe.api.Types;
import io.pilothouse.provider.crusoe.catalog.Room;
import io.pilothouse.provider.crusoe.compute.Reserving;
import io.pilothouse.provider.crusoe.compute.VmForm;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What is asked before many VMs are created after a template.
final class BulkForm {
    /// More than this many at once is a slip of the finger; the API names no limit.
    static final int MOST = 256;

    private static final int LOCATIONS_MOST = 16;

    private BulkForm() {}

    static Form of(Resource template) {
        var type = template.get(Facts.TYPE).orElse("");
        var place =
                Form.of(
                        Field.of(
                                "location",
                                Input.Choose.one(
                                        new Choices(
                                                Room.SOURCES,
                                                (_, known) -> Room.locations(type, known)))),
                        VmForm.subnet("subnet_id", "location"),
                        VmForm.partition("ib_partition_id", "location"));
        return Form.of(
                        Choose.name("name_prefix"),
                        Field.of("count", new Input.Whole(1, MOST)),
                        Field.of("locations", new Input.Records(LOCATIONS_MOST, place)).optional(),
                        group(template),
                        Reserving.field("reservation_specification"))
                .check((answers, known) -> problems(template, answers, known));
    }

    /// The groups that use this template.
    private static Field group(Resource template) {
        return Field.of(
                        "instance_group_id",
                        Input.Choose.one(
                                new Choices(
                                        Set.of(Types.GROUP),
                                        (_, known) ->
                                                known.of(Types.GROUP).stream()
                                                        .filter(g -> uses(g, template))
                                                        .map(g -> Choice.of(g.id(), g.name()))
                                                        .toList())))
                .optional();
    }

    private static boolean uses(Resource group, Resource template) {
        return group.get(CrusoeFacts.TEMPLATE)
                .map(Link::key)
                .filter(template.id()::equals)
                .isPresent();
    }

    private static List<Problem> problems(Resource template, Json answers, Inventory known) {
        var found = new ArrayList<Problem>();
        var prefix = answers.word("name_prefix");
        if (!prefix.isEmpty() && BulkCreation.named(prefix, "", known) > 0) {
            found.add(Problem.of("name_prefix", "problem.crusoe.prefix-taken", prefix));
        }
        var places = answers.list("locations");
        var own = template.get(Facts.REGION);
        if (places.isEmpty() && own.isEmpty()) {
            found.add(Problem.of("locations", "problem.crusoe.template-nowhere"));
        }
        var type = template.get(Facts.TYPE).orElse("");
        long count = answers.whole("count").orElse(0L);
        if (places.isEmpty()) {
            own.ifPresent(l -> room(type, l, count, "count", known, found));
        }
        var seen = new HashSet<String>();
        for (int i = 0; i < places.size(); i++) {
            var at = "locations/" + i + "/location";
            var location = places.get(i).word("location");
            if (!location.isEmpty() && !seen.add(location)) {
                found.add(Problem.of(at, "problem.crusoe.same-location", location));
            }
            room(type, location, count, at, known, found);
        }
        return found;
    }

    private static void room(
            String type,
            String location,
            long count,
            String field,
            Inventory known,
            List<Problem> found) {
        Room.of(type, location, known).stream()
                .filter(there -> !location.isEmpty() && there < count)
                .forEach(
                        there ->
                                found.add(
                                        Problem.of(
                                                        field,
                                                        "problem.crusoe.too-little-room",
                                                        there,
                                                        location)
                                                .asWarning()));
    }
}
