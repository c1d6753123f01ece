package io.pilothouse.provider.crusoe.network;

import static io.pilothouse.cloud.Action.Effect.CHANGE;
import static io.pilothouse.cloud.Action.Effect.DESTROY;
import static io.pilothouse.cloud.Action.Target.ROW;
import static io.pilothouse.cloud.Action.Target.ROWS;
import static io.pilothouse.cloud.Action.Target.SCOPE;

import io.pilothouse.cloud.Action;
import io.pilothouse.cloud.Action.Ask;
import io.pilothouse.cloud.Request;
import io.pilothouse.cloud.ResourceType;
import io.pilothouse.cloud.Step;
import io.pilothouse.cloud.form.Form;
import io.pilothouse.cloud.form.Form.Field;
import io.pilothouse.cloud.form.Form.Problem;
import io.pilothouse.cloud.form.Input;
import io.pilothouse.domain.Facts;
import io.pilothouse.domain.Inventory;
import io.pilothouse.domain.Json;
import io.pilothouse.domain.Kind;
import io.pilothouse.domain.Link;
import io.pilothouse.domain.Resource;
import io.pilothouse.domain.Status;
import io.pilothouse.provider.crusoe.api.Choose;
import io.pilothouse.provider.crusoe.api.Collection;
import io.pilothouse.provider.crusoe.api.CrusoeApi;
import io.pilothouse.provider.crusoe.api.Operations;
import io.pilothouse.provider.crusoe.api.Types;
import io.pilothouse.provider.reading.Row;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Parts of a VPC network, each in one location: within the network, and over no other part of it.
public final class Subnets {
    private static final Form CREATE =
            Form.of(
                            Choose.name("name"),
                            Choose.row("vpc_network_id", Types.NETWORK, _ -> ""),
                            Choose.location("location"),
                            Field.of("cidr", new Input.Network()))
                    .check(Subnets::check);

    private Subnets() {}

    public static ResourceType type() {
        return ResourceType.of(
                        Types.SUBNET,
                        Kind.SUBNET,
                        CrusoeApi.list(Types.SUBNET, Collection.SUBNETS.path(), Subnets::decode),
                        Action.on(
                                        SCOPE,
                                        "crusoe.vpc-subnet.create",
                                        CHANGE,
                                        Subnets::create,
                                        Types.SUBNET,
                                        Types.NETWORK)
                                .asks(CREATE),
                        Action.on(
                                        ROW,
                                        "crusoe.vpc-subnet.rename",
                                        CHANGE,
                                        ask -> Networks.rename(Collection.SUBNETS, ask),
                                        Types.SUBNET)
                                .off(CrusoeApi::offWithoutId)
                                .asks((rows, _) -> Networks.renameForm(rows.getFirst())),
                        Action.on(
                                        ROWS,
                                        "crusoe.vpc-subnet.delete",
                                        DESTROY,
                                        ask ->
                                                Operations.deletions(
                                                        Collection.SUBNETS, ask.targets()),
                                        Types.SUBNET,
                                        Types.NETWORK)
                                .off(CrusoeApi::offWithoutId))
                .within(Types.PROJECT)
                .read(CrusoeApi.one(Collection.SUBNETS.one(), Subnets::decode));
    }

    private static List<Step> create(Ask ask) {
        var body = ask.answers().only("name", "vpc_network_id", "location", "cidr");
        var request = Request.of("POST", Collection.SUBNETS.path(), ask.scopeId()).json(body);
        return List.of(
                CrusoeApi.creation(
                        request, "subnet", Types.SUBNET, ask.scopeId(), body.word("name")));
    }

    private static List<Problem> check(Json answers, Inventory known) {
        var found = new ArrayList<Problem>();
        found.addAll(CrusoeApi.nameTaken(Types.SUBNET, "name", answers, known));
        Networks.written(answers).ifPresent(found::add);
        var wanted = Cidr.of(answers.word("cidr"));
        if (wanted.isEmpty()) {
            return found;
        }
        var network = answers.word("vpc_network_id");
        known.find(Types.NETWORK, network)
                .flatMap(n -> cidr(n).filter(c -> !c.contains(wanted.get())))
                .ifPresent(c -> found.add(Problem.of("cidr", "problem.crusoe.outside", c)));
        known.of(Types.SUBNET).stream()
                .filter(
                        s ->
                                s.get(Facts.NETWORK)
                                        .map(Link::key)
                                        .filter(network::equals)
                                        .isPresent())
                .filter(s -> cidr(s).filter(c -> c.overlaps(wanted.get())).isPresent())
                .forEach(
                        s ->
                                found.add(
                                        Problem.of(
                                                "cidr",
                                                "problem.crusoe.overlaps",
                                                s.name(),
                                                s.get(Facts.CIDR).orElse(""))));
        return found;
    }

    private static Optional<Cidr> cidr(Resource row) {
        return row.get(Facts.CIDR).flatMap(Cidr::of);
    }

    static Resource decode(Json json) {
        var row = new Row(json);
        var id = row.need("id");
        return row.marked(
                Resource.of(Types.SUBNET, id, row.text("name").orElse(id), Status.NONE, json)
                        .with(Facts.REGION, row.text("location"))
                        .with(Facts.CIDR, row.text("cidr"))
                        .with(Facts.NETWORK, row.link(Types.NETWORK, "vpc_network_id")));
    }
}
