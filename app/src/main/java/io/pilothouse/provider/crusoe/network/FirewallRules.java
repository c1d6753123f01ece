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
import io.pilothouse.domain.Facts;
import io.pilothouse.domain.Json;
import io.pilothouse.domain.Kind;
import io.pilothouse.domain.Link;
import io.pilothouse.domain.Resource;
import io.pilothouse.domain.Rule;
import io.pilothouse.domain.Status;
import io.pilothouse.domain.Status.Phase;
import io.pilothouse.provider.crusoe.api.Collection;
import io.pilothouse.provider.crusoe.api.CrusoeApi;
import io.pilothouse.provider.crusoe.api.CrusoeFacts;
import io.pilothouse.provider.crusoe.api.Operations;
import io.pilothouse.provider.crusoe.api.Types;
import io.pilothouse.provider.reading.Row;

import java.util.List;
import java.util.Optional;

/// Firewall rules of VPC networks, a row each. Direction, action and network of a rule stay as they were made.
public final class FirewallRules {
    private FirewallRules() {}

    public static ResourceType type() {
        return ResourceType.of(
                        Types.FIREWALL_RULE,
                        Kind.FIREWALL,
                        CrusoeApi.list(
                                Types.FIREWALL_RULE,
                                Collection.FIREWALL_RULES.path(),
                                FirewallRules::decode),
                        Action.on(
                                        SCOPE,
                                        "crusoe.firewall-rule.create",
                                        CHANGE,
                                        FirewallRules::create,
                                        Types.FIREWALL_RULE)
                                .asks(RuleForm.CREATE),
                        Action.on(
                                        ROW,
                                        "crusoe.firewall-rule.edit",
                                        CHANGE,
                                        FirewallRules::edit,
                                        Types.FIREWALL_RULE)
                                .off(CrusoeApi::offWithoutId)
                                .asks((rows, _) -> RuleForm.editing(rows.getFirst())),
                        Action.on(
                                        ROW,
                                        "crusoe.firewall-rule.edit-all",
                                        REPLACE,
                                        RuleChanges::plan,
                                        Types.FIREWALL_RULE)
                                .off(FirewallRules::offWithoutNetwork)
                                .asks((rows, now) -> RuleList.form(network(rows.getFirst()), now)),
                        Action.on(
                                        ROWS,
                                        "crusoe.firewall-rule.delete",
                                        DESTROY,
                                        ask ->
                                                Operations.deletions(
                                                        Collection.FIREWALL_RULES, ask.targets()),
                                        Types.FIREWALL_RULE)
                                .off(CrusoeApi::offWithoutId))
                .within(Types.PROJECT)
                .read(CrusoeApi.one(Collection.FIREWALL_RULES.one(), FirewallRules::decode))
                .columns(Facts.NETWORK);
    }

    private static List<Step> create(Ask ask) {
        var body = RuleForm.created(ask.answers());
        return List.of(
                Operations.creation(
                        Request.of("POST", Collection.FIREWALL_RULES.path(), ask.scopeId())
                                .json(body),
                        List.of(),
                        Collection.FIREWALL_RULES,
                        ask.scopeId(),
                        Types.FIREWALL_RULE,
                        body.word("name")));
    }

    private static List<Step> edit(Ask ask) {
        var body = RuleForm.changed(ask.answers());
        return List.of(
                Operations.change(
                        Collection.FIREWALL_RULES,
                        ask.target(),
                        body,
                        now -> RuleForm.isSame(now, body)));
    }

    /// Id of the network that a rule is for, or `""`.
    static String network(Resource rule) {
        return rule.get(Facts.NETWORK).map(Link::key).orElse("");
    }

    private static Optional<String> offWithoutNetwork(Resource rule) {
        return network(rule).isEmpty()
                ? Optional.of("off.crusoe.no-network")
                : CrusoeApi.offWithoutId(rule);
    }

    static Resource decode(Json json) {
        var row = new Row(json);
        var id = row.need("id");
        var name = row.text("name").orElse(id);
        return row.marked(
                Resource.of(Types.FIREWALL_RULE, id, name, status(row), json)
                        .with(Facts.NETWORK, row.link(Types.NETWORK, "vpc_network_id"))
                        .with(CrusoeFacts.SOURCES, Row.some(Endpoints.linked(row, "sources")))
                        .with(
                                CrusoeFacts.DESTINATIONS,
                                Row.some(Endpoints.linked(row, "destinations")))
                        .with(CrusoeFacts.SOURCE_PORTS, Row.some(row.listed("source_ports")))
                        .with(Facts.RULES, List.of(rule(row, name))));
    }

    private static Rule rule(Row row, String name) {
        return new Rule(
                row.text("action").filter("allow"::equals).isPresent(),
                row.text("direction").filter("ingress"::equals).isPresent(),
                String.join(", ", row.listed("protocols")),
                row.listed("destination_ports"),
                Endpoints.shown(row, "sources"),
                Endpoints.shown(row, "destinations"),
                name);
    }

    private static Status status(Row row) {
        return row.text("state")
                .map(
                        word ->
                                switch (word) {
                                    case "active" -> new Status(word, Phase.RUNNING);
                                    case "inactive" -> new Status(word, Phase.STOPPED);
                                    default -> new Status(word, Phase.UNKNOWN);
                                })
                .orElse(Status.NONE);
    }
}
