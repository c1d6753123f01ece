package io.pilothouse.provider.crusoe.network;

import static io.pilothouse.cloud.Action.Effect.CHANGE;
import static io.pilothouse.cloud.Action.Effect.DESTROY;
import static io.pilothouse.cloud.Action.Effect.REPLACE;
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
import io.pilothouse.domain.Resource;
import io.pilothouse.domain.Status;
import io.pilothouse.provider.crusoe.api.Choose;
import io.pilothouse.provider.crusoe.api.Collection;
import io.pilothouse.provider.crusoe.api.CrusoeApi;
import io.pilothouse.provider.crusoe.api.CrusoeFacts;
import io.pilothouse.provider.crusoe.api.Operations;
import io.pilothouse.provider.crusoe.api.Types;
import io.pilothouse.provider.reading.Row;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// VPC networks, the ranges of addresses that subnets are parts of.
public final class Networks {
    private static final Form CREATE =
            Form.of(Choose.name("name"), Field.of("cidr", new Input.Network()))
                    .check(Networks::check);

    private Networks() {}

    public static ResourceType type() {
        return ResourceType.of(
                        Types.NETWORK,
                        Kind.NETWORK,
                        CrusoeApi.list(Types.NETWORK, Collection.NETWORKS.path(), Networks::decode),
                        Action.on(
                                        SCOPE,
                                        "crusoe.vpc-network.create",
                                        CHANGE,
                                        Networks::create,
                                        Types.NETWORK)
                                .asks(CREATE),
                        Action.on(
                                        ROW,
                                        "crusoe.vpc-network.rename",
                                        CHANGE,
                                        ask -> rename(Collection.NETWORKS, ask),
                                        Types.NETWORK)
                                .off(CrusoeApi::offWithoutId)
                                .asks((rows, _) -> renameForm(rows.getFirst())),
                        Action.on(
                                        ROW,
                                        "crusoe.vpc-network.rules",
                                        REPLACE,
                                        RuleChanges::plan,
                                        Types.FIREWALL_RULE)
                                .off(CrusoeApi::offWithoutId)
                                .asks((rows, now) -> RuleList.form(rows.getFirst().id(), now)),
                        Action.on(
                                        ROWS,
                                        "crusoe.vpc-network.delete",
                                        DESTROY,
                                        ask ->
                                                Operations.deletions(
                                                        Collection.NETWORKS, ask.targets()),
                                        Types.NETWORK)
                                .off(Networks::offDelete))
                .within(Types.PROJECT)
                .read(CrusoeApi.one(Collection.NETWORKS.one(), Networks::decode))
                .columns(CrusoeFacts.SUBNETS);
    }

    /// Answered at once, with the network.
    private static List<Step> create(Ask ask) {
        var body = ask.answers().only("name", "cidr");
        var request = Request.of("POST", Collection.NETWORKS.path(), ask.scopeId()).json(body);
        return List.of(
                CrusoeApi.creation(
                        request, "network", Types.NETWORK, ask.scopeId(), body.word("name")));
    }

    static List<Step> rename(Collection collection, Ask ask) {
        var name = ask.answers().word("name");
        return List.of(
                Operations.change(
                        collection,
                        ask.target(),
                        Json.obj("name", name),
                        now -> now.word("name").equals(name)));
    }

    static Form renameForm(Resource row) {
        return Form.of(Choose.name("name")).from(Json.obj("name", row.name()));
    }

    private static List<Problem> check(Json answers, Inventory known) {
        var found = new ArrayList<Problem>();
        found.addAll(CrusoeApi.nameTaken(Types.NETWORK, "name", answers, known));
        written(answers).ifPresent(found::add);
        return found;
    }

    /// An address within a network stands for no network; the network itself is suggested.
    static Optional<Problem> written(Json answers) {
        var text = answers.word("cidr");
        return Cidr.of(text)
                .filter(c -> !c.isWritten(text))
                .map(
                        c ->
                                Problem.of("cidr", "problem.crusoe.bits-behind", c)
                                        .suggest(c.toString()));
    }

    private static Optional<String> offDelete(Resource row) {
        return row.get(CrusoeFacts.SUBNETS).isPresent()
                ? Optional.of("off.crusoe.has-subnets")
                : CrusoeApi.offWithoutId(row);
    }

    static Resource decode(Json json) {
        var row = new Row(json);
        var id = row.need("id");
        return row.marked(
                Resource.of(Types.NETWORK, id, row.text("name").orElse(id), Status.NONE, json)
                        .with(Facts.CIDR, row.text("cidr"))
                        .with(CrusoeFacts.GATEWAY, row.text("gateway"))
                        .with(CrusoeFacts.SUBNETS, row.listedLinks(Types.SUBNET, "subnets")));
    }
}
