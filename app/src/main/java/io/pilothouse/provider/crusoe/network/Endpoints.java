package io.pilothouse.provider.crusoe.network;

import io.pilothouse.cloud.form.Choices;
import io.pilothouse.cloud.form.Choices.Choice;
import io.pilothouse.cloud.form.Form;
import io.pilothouse.cloud.form.Form.Field;
import io.pilothouse.cloud.form.Form.Problem;
import io.pilothouse.cloud.form.Input;
import io.pilothouse.domain.Json;
import io.pilothouse.domain.Link;
import io.pilothouse.provider.crusoe.api.Types;
import io.pilothouse.provider.reading.Row;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// The ends of traffic, of a rule or of a load balancer: each a network of addresses, or a resource by its id.
final class Endpoints {
    static final int MOST = 64;
    private static final String CIDR = "cidr";
    private static final String RESOURCE = "resource_id";

    private Endpoints() {}

    /// @param types whose rows can stand for an end
    static Field field(String name, String... types) {
        var choices =
                new Choices(
                        new TreeSet<>(Set.of(types)),
                        (_, known) ->
                                new TreeSet<>(Set.of(types))
                                        .stream()
                                                .flatMap(type -> known.of(type).stream())
                                                .map(
                                                        r ->
                                                                Choice.of(r.id(), r.name())
                                                                        .note(noteOf(r.type())))
                                                .toList());
        return Field.of(
                name,
                new Input.Records(
                        MOST,
                        Form.of(
                                        Field.of(CIDR, new Input.Network()).optional(),
                                        Field.of(RESOURCE, Input.Choose.one(choices)).optional())
                                .check((answers, _) -> one(answers))));
    }

    /// The last part of a type's id: `vpc-subnet`.
    private static String noteOf(String type) {
        return type.substring(type.lastIndexOf('.') + 1);
    }

    private static List<Problem> one(Json answers) {
        boolean network = answers.text(CIDR).isPresent();
        return network == answers.text(RESOURCE).isPresent()
                ? List.of(Problem.of(CIDR, "problem.crusoe.one-of-two"))
                : List.of();
    }

    static List<Json> sent(Json answers, String name) {
        return answers.list(name).stream().map(e -> e.only(CIDR, RESOURCE)).toList();
    }

    /// As text: networks, and ids of resources.
    static List<String> shown(Row row, String name) {
        var ends = row.rows(name);
        var shown = new ArrayList<String>();
        for (var end : ends) {
            var resource = end.text(RESOURCE);
            end.text(CIDR).or(() -> resource).ifPresent(shown::add);
        }
        row.takeWrong(name, ends);
        return List.copyOf(shown);
    }

    /// As relations: what has such an id, or such an address.
    static List<Link> linked(Row row, String name) {
        return shown(row, name).stream().map(Endpoints::link).toList();
    }

    private static Link link(String end) {
        return new Link(Types.VM, end, List.of(Types.SUBNET, Types.NETWORK));
    }

    /// For a form that changes them: an empty text is none.
    static List<Json> asked(Json raw, String name) {
        return raw.list(name).stream()
                .map(
                        e ->
                                Json.obj(
                                        CIDR,
                                        e.text(CIDR),
                                        RESOURCE,
                                        e.text(CIDR).isPresent() ? Json.absent() : e.at(RESOURCE)))
                .toList();
    }
}
