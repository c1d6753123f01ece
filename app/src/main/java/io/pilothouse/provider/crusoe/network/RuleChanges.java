package io.pilothouse.provider.crusoe.network;

import io.pilothouse.cloud.Action.Ask;
import io.pilothouse.cloud.Request;
import io.pilothouse.cloud.Step;
import io.pilothouse.domain.Inventory;
import io.pilothouse.domain.Json;
import io.pilothouse.domain.Resource;
import io.pilothouse.domain.Status;
import io.pilothouse.domain.Status.Phase;
import io.pilothouse.provider.crusoe.api.Collection;
import io.pilothouse.provider.crusoe.api.CrusoeApi;
import io.pilothouse.provider.crusoe.api.Operations;
import io.pilothouse.provider.crusoe.api.Operations.Ends;
import io.pilothouse.provider.crusoe.api.Types;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// The calls that make one list of rules of another: what is new first, what is gone last, and among these what lets in
/// before what keeps out and out the other way round, so that nobody is locked out on the way. All are steps for the row
/// that was edited, so each waits for the one before, and where one is refused nothing behind it is sent.
final class RuleChanges {
    private RuleChanges() {}

    static List<Step> plan(Ask ask) {
        var before = ask.before().list(RuleList.RULES);
        var after = ask.answers().list(RuleList.RULES);
        var steps = new ArrayList<Step>();
        after.stream()
                .filter(r -> same(r, before).isEmpty())
                .sorted(Comparator.comparing(RuleChanges::keepsOut))
                .forEach(r -> steps.add(create(ask, r, before)));
        for (var rule : after) {
            same(rule, before)
                    .filter(was -> !changed(was, rule).fields().isEmpty())
                    .ifPresent(was -> steps.add(change(ask, was, rule)));
        }
        before.stream()
                .filter(r -> same(r, after).isEmpty())
                .sorted(Comparator.comparing(RuleChanges::keepsOut).reversed())
                .forEach(r -> steps.add(delete(ask, r)));
        return List.copyOf(steps);
    }

    private static boolean keepsOut(Json rule) {
        return rule.word("action").equals("deny");
    }

    /// The same rule in another list.
    static Optional<Json> same(Json rule, List<Json> others) {
        return rule.text("id")
                .flatMap(id -> others.stream().filter(o -> o.word("id").equals(id)).findFirst());
    }

    /// Only what is another: so what is not known here stays as it is.
    static Json changed(Json was, Json now) {
        var changed = Json.obj();
        if (!was.word("name").equals(now.word("name"))) {
            changed = changed.with("name", now.word("name"));
        }
        for (var list : lists()) {
            if (!set(was, list).equals(set(now, list))) {
                changed = changed.with(list, now.texts(list));
            }
        }
        return changed;
    }

    private static List<String> lists() {
        var all = new ArrayList<>(RuleForm.LISTS);
        all.addAll(RuleList.WITH_ENDS);
        return all;
    }

    private static Set<String> set(Json rule, String list) {
        return new TreeSet<>(rule.texts(list));
    }

    private static Json sent(Json rule, Json ends) {
        var sent = rule;
        for (var field : RuleList.WITH_ENDS) {
            if (!rule.at(field).isAbsent()) {
                sent = sent.with(field, RuleEnds.of(rule.texts(field), ends));
            }
        }
        return sent;
    }

    private static Step create(Ask ask, Json rule, List<Json> before) {
        var network = network(ask.target());
        var asked = rule.only("name", "direction", "action").with("vpc_network_id", network);
        for (var list : lists()) {
            asked = asked.with(list, rule.texts(list));
        }
        var body = sent(asked, ask.before().at(RuleList.ENDS));
        var ids = before.stream().map(r -> r.word("id")).collect(Collectors.toSet());
        var project = ask.target().scope();
        return Operations.step(
                        Request.of("POST", Collection.FIREWALL_RULES.path(), project).json(body),
                        ask.targets(),
                        Collection.FIREWALL_RULES,
                        project,
                        Ends.WHEN_THERE)
                .label(body.word("name") + ": CREATE")
                .sign(
                        (answer, now) ->
                                rules(network, now).stream()
                                        .anyMatch(r -> isMade(r, answer, body, ids)));
    }

    /// By the id that the operation says; without an answer by its name, of those that were not there before.
    private static boolean isMade(Resource rule, Json answer, Json body, Set<String> before) {
        return Operations.resource(answer)
                .map(rule.id()::equals)
                .orElseGet(
                        () -> !before.contains(rule.id()) && rule.name().equals(body.word("name")));
    }

    private static List<Resource> rules(String network, Inventory now) {
        return now.of(Types.FIREWALL_RULE).stream()
                .filter(r -> FirewallRules.network(r).equals(network))
                .filter(r -> r.status().phase() != Phase.GONE)
                .toList();
    }

    private static Step change(Ask ask, Json was, Json rule) {
        var body = sent(changed(was, rule), ask.before().at(RuleList.ENDS));
        var row = row(ask, was);
        return Operations.step(
                        Operations.on("PATCH", Collection.FIREWALL_RULES, row).json(body),
                        ask.targets(),
                        Collection.FIREWALL_RULES,
                        row.scope(),
                        Ends.when(now -> isAs(now, body)))
                .label(row.name() + ": UPDATE")
                .sign(
                        (_, now) ->
                                CrusoeApi.now(row, now)
                                        .filter(r -> isAs(r.raw(), body))
                                        .isPresent());
    }

    private static Step delete(Ask ask, Json rule) {
        var row = row(ask, rule);
        return Operations.step(
                        Operations.on("DELETE", Collection.FIREWALL_RULES, row),
                        ask.targets(),
                        Collection.FIREWALL_RULES,
                        row.scope(),
                        Ends.WHEN_GONE)
                .label(row.name() + ": DELETE")
                .sign((_, now) -> CrusoeApi.isGone(row, now));
    }

    /// Has the rule what was sent, in whatever order?
    private static boolean isAs(Json now, Json body) {
        return body.text("name").map(now.word("name")::equals).orElse(true)
                && RuleForm.LISTS.stream()
                        .filter(l -> !body.at(l).isAbsent())
                        .allMatch(l -> RuleForm.isSameList(now, body, l))
                && RuleList.WITH_ENDS.stream()
                        .filter(l -> !body.at(l).isAbsent())
                        .allMatch(l -> RuleForm.ends(now, l).equals(RuleForm.ends(body, l)));
    }

    /// The network itself, or that of a rule of it.
    private static String network(Resource edited) {
        return edited.type().equals(Types.NETWORK) ? edited.id() : FirewallRules.network(edited);
    }

    private static Resource row(Ask ask, Json rule) {
        var id = rule.word("id");
        var name = rule.text("name").orElse(id);
        var row = Resource.of(Types.FIREWALL_RULE, id, name, Status.NONE, rule);
        var project = Resource.of(Types.PROJECT, ask.target().scope(), "", Status.NONE, Json.obj());
        return row.within(project);
    }
}
