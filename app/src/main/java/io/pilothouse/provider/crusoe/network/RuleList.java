package io.pilothouse.provider.crusoe.network;

import io.pilothouse.cloud.form.Choices;
import io.pilothouse.cloud.form.Form;
import io.pilothouse.cloud.form.Form.Field;
import io.pilothouse.cloud.form.Form.Problem;
import io.pilothouse.cloud.form.Input;
import io.pilothouse.domain.Inventory;
import io.pilothouse.domain.Json;
import io.pilothouse.provider.crusoe.api.CrusoeApi;
import io.pilothouse.provider.crusoe.api.Types;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Stream;

/// All rules of one network as one list to be edited. Each keeps whatever else the service says of it, its id among that,
/// by which it is found again. Rules that stay as they are may be as odd as they like: only new and changed ones are
/// checked.
final class RuleList {
    static final String RULES = "rules";

    /// A member of what stands in the form at first: ends of traffic by their texts.
    static final String ENDS = "ends";

    static final List<String> WITH_ENDS = List.of("sources", "destinations");

    /// More than anyone can read; the API names no limit.
    private static final int MOST = 500;

    private static final int TEXT_MOST = 255;
    private static final int TOP_PORT = 65_535;
    private static final int SSH = 22;

    private RuleList() {}

    /// @param network its id
    static Form form(String network, Inventory known) {
        var ends = RuleEnds.of(known);
        var rules =
                known.of(Types.FIREWALL_RULE).stream()
                        .filter(r -> FirewallRules.network(r).equals(network))
                        .filter(r -> CrusoeApi.offWithoutId(r).isEmpty())
                        .map(r -> r.raw())
                        .toList();
        var now = rules.stream().map(r -> asked(r, ends)).toList();
        return Form.of(Field.of(RULES, new Input.Records(MOST, each(now), "id")).optional())
                .from(Json.obj(RULES, now, ENDS, ends.sent(rules)))
                .check((answers, _) -> problems(now, ends.sent(rules), answers));
    }

    /// What stands in `rules` already can stay, also where it is not known here.
    private static Form each(List<Json> rules) {
        return Form.of(
                        RuleForm.NAME,
                        choose("direction", rules, "ingress", "egress"),
                        choose("action", rules, "allow", "deny"),
                        Field.of(
                                "protocols",
                                new Input.Choose(
                                        1, 3, offered("protocols", rules, "tcp", "udp", "icmp"))),
                        texts("sources"),
                        texts("source_ports"),
                        texts("destinations"),
                        texts("destination_ports"))
                .from(
                        Json.obj(
                                "direction", "ingress",
                                "action", "allow",
                                "protocols", List.of("tcp")));
    }

    private static Field choose(String name, List<Json> rules, String... usual) {
        return Field.of(name, Input.Choose.one(offered(name, rules, usual)));
    }

    private static Choices offered(String name, List<Json> rules, String... usual) {
        var all = new LinkedHashSet<>(List.of(usual));
        rules.forEach(r -> all.addAll(r.texts(name)));
        return Choices.of(all.toArray(String[]::new));
    }

    private static Field texts(String name) {
        return Field.of(name, new Input.Texts("", TEXT_MOST, Endpoints.MOST)).optional();
    }

    private static Json asked(Json rule, RuleEnds ends) {
        var asked = rule;
        for (var list : RuleForm.LISTS) {
            asked = asked.with(list, RuleForm.listed(rule, list));
        }
        for (var field : WITH_ENDS) {
            asked = asked.with(field, ends.written(rule, field));
        }
        return asked;
    }

    private static List<Problem> problems(List<Json> before, Json ends, Json answers) {
        var found = new ArrayList<Problem>();
        var rules = answers.list(RULES);
        for (int i = 0; i < rules.size(); i++) {
            var rule = rules.get(i);
            var at = RULES + "/" + i;
            var was = RuleChanges.same(rule, before);
            if (was.filter(w -> RuleChanges.changed(w, rule).fields().isEmpty()).isEmpty()) {
                one(rule, ends).forEach(p -> found.add(p.under(at)));
                if (rules.stream().filter(r -> r.word("name").equals(rule.word("name"))).count()
                        > 1) {
                    found.add(
                            Problem.of(
                                    at + "/name", "problem.crusoe.name-taken", rule.word("name")));
                }
            }
            was.ifPresent(w -> fixed(w, rule, at, found));
        }
        if (before.stream().anyMatch(RuleList::letsSshIn)
                && rules.stream().noneMatch(RuleList::letsSshIn)) {
            found.add(Problem.of(RULES, "problem.crusoe.no-ssh").asWarning());
        }
        return found;
    }

    /// What a rule can't be changed in.
    private static void fixed(Json was, Json now, String at, List<Problem> found) {
        for (var name : List.of("direction", "action")) {
            if (!was.word(name).equals(now.word(name))) {
                found.add(
                        Problem.of(at + "/" + name, "problem.crusoe.rule-fixed")
                                .suggest(was.word(name)));
            }
        }
    }

    private static List<Problem> one(Json rule, Json ends) {
        var found = new ArrayList<Problem>();
        for (var field : WITH_ENDS) {
            if (rule.texts(field).isEmpty()) {
                found.add(Problem.of(field, "problem.required"));
            }
            rule.texts(field).stream()
                    .filter(t -> Cidr.of(t).isEmpty() && ends.at(t).isAbsent())
                    .findFirst()
                    .ifPresent(t -> found.add(Problem.of(field, "problem.crusoe.no-such-end", t)));
        }
        for (var field : List.of("source_ports", "destination_ports")) {
            if (!rule.texts(field).stream().allMatch(RuleForm::isPorts)) {
                found.add(Problem.of(field, "problem.crusoe.ports", TOP_PORT));
            }
        }
        found.addAll(RuleForm.problems(asObjects(rule)));
        return found;
    }

    private static Json asObjects(Json rule) {
        var sources = rule.texts("sources").stream().map(t -> Json.obj("cidr", t)).toList();
        return rule.with("sources", sources);
    }

    /// A rule without ports is for all of them.
    private static boolean letsSshIn(Json rule) {
        var ports = rule.texts("destination_ports");
        return rule.word("direction").equals("ingress")
                && rule.word("action").equals("allow")
                && rule.texts("protocols").contains("tcp")
                && (ports.isEmpty() || ports.stream().anyMatch(p -> holds(p, SSH)));
    }

    private static boolean holds(String range, int port) {
        return Stream.of(range)
                .filter(RuleForm::isPorts)
                .map(r -> r.split("-", 2))
                .anyMatch(
                        e ->
                                Integer.parseInt(e[0]) <= port
                                        && Integer.parseInt(e[e.length - 1]) >= port);
    }
}
