package io.pilothouse.provider.crusoe.network;

import io.pilothouse.cloud.form.Choices;
import io.pilothouse.cloud.form.Form;
import io.pilothouse.cloud.form.Form.Field;
import io.pilothouse.cloud.form.Form.Problem;
import io.pilothouse.cloud.form.Input;
import io.pilothouse.domain.Inventory;
import io.pilothouse.domain.Json;
import io.pilothouse.domain.Resource;
import io.pilothouse.provider.crusoe.api.Choose;
import io.pilothouse.provider.crusoe.api.CrusoeApi;
import io.pilothouse.provider.crusoe.api.Types;
import io.pilothouse.provider.reading.Row;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// What is asked before a firewall rule is made or changed, and how it goes out.
final class RuleForm {
    private static final int TOP_PORT = 65_535;
    private static final int PORTS_MOST = 64;
    private static final String PORT = "\\d{1,5}(-\\d{1,5})?";
    private static final Set<String> WITH_PORTS = Set.of("tcp", "udp");
    static final List<String> LISTS = List.of("protocols", "source_ports", "destination_ports");

    static final Field NAME = Choose.name("name");
    private static final Field PROTOCOLS =
            Field.of("protocols", new Input.Choose(1, 3, Choices.of("tcp", "udp", "icmp")));
    private static final Field SOURCES = Endpoints.field("sources", Types.NETWORK, Types.SUBNET);
    private static final Field SOURCE_PORTS = ports("source_ports");
    private static final Field DESTINATIONS =
            Endpoints.field("destinations", Types.NETWORK, Types.SUBNET);
    private static final Field DESTINATION_PORTS = ports("destination_ports");

    static final Form CREATE =
            Form.of(
                            NAME,
                            Choose.row("vpc_network_id", Types.NETWORK, _ -> ""),
                            Field.of(
                                    "direction", Input.Choose.one(Choices.of("ingress", "egress"))),
                            Field.of("action", Input.Choose.one(Choices.of("allow", "deny"))),
                            PROTOCOLS,
                            SOURCES,
                            SOURCE_PORTS,
                            DESTINATIONS,
                            DESTINATION_PORTS)
                    .from(Json.obj("direction", "ingress", "action", "allow"))
                    .check(RuleForm::creating);

    private RuleForm() {}

    private static Field ports(String name) {
        return Field.of(name, new Input.Texts(PORT, 11, PORTS_MOST)).optional();
    }

    static Form editing(Resource rule) {
        var raw = rule.raw();
        var now =
                Json.obj(
                        "name", rule.name(),
                        "protocols", listed(raw, "protocols"),
                        "sources", Endpoints.asked(raw, "sources"),
                        "source_ports", listed(raw, "source_ports"),
                        "destinations", Endpoints.asked(raw, "destinations"),
                        "destination_ports", listed(raw, "destination_ports"));
        return Form.of(NAME, PROTOCOLS, SOURCES, SOURCE_PORTS, DESTINATIONS, DESTINATION_PORTS)
                .from(now)
                .check(
                        (answers, _) ->
                                problems(
                                        answers.with("direction", raw.at("direction"))
                                                .with("action", raw.at("action"))));
    }

    static List<String> listed(Json raw, String name) {
        return new Row(raw).listed(name);
    }

    private static List<Problem> creating(Json answers, Inventory known) {
        var found = problems(answers);
        found.addAll(CrusoeApi.nameTaken(Types.FIREWALL_RULE, "name", answers, known));
        return found;
    }

    static List<Problem> problems(Json answers) {
        var found = new ArrayList<Problem>();
        boolean withPorts =
                answers.texts("protocols").isEmpty()
                        || answers.texts("protocols").stream().anyMatch(WITH_PORTS::contains);
        for (var field : List.of("source_ports", "destination_ports")) {
            var ports = answers.texts(field);
            if (!withPorts && !ports.isEmpty()) {
                found.add(Problem.of(field, "problem.crusoe.no-ports"));
            } else if (ports.stream().anyMatch(RuleForm::isWrong)) {
                found.add(Problem.of(field, "problem.crusoe.ports", TOP_PORT));
            }
        }
        if (answers.word("direction").equals("ingress")
                && answers.word("action").equals("allow")
                && withPorts
                && answers.list("sources").stream().anyMatch(s -> isAnywhere(s.word("cidr")))) {
            var ports = String.join(", ", answers.texts("destination_ports"));
            found.add(
                    Problem.of(
                                    "sources",
                                    "problem.crusoe.open-to-all",
                                    ports.isEmpty() ? "1-" + TOP_PORT : ports)
                            .asWarning());
        }
        return found;
    }

    private static boolean isAnywhere(String cidr) {
        return Cidr.of(cidr).filter(c -> c.bits() == 0).isPresent();
    }

    /// `22` or `8000-8080`.
    static boolean isPorts(String range) {
        return range.matches(PORT) && !isWrong(range);
    }

    /// A range that has the right form and counts down, or goes beyond the last port.
    private static boolean isWrong(String range) {
        if (!range.matches(PORT)) {
            return false;
        }
        var ends = range.split("-", 2);
        int first = Integer.parseInt(ends[0]);
        int last = Integer.parseInt(ends[ends.length - 1]);
        return first < 1 || last > TOP_PORT || last < first;
    }

    static Json created(Json answers) {
        return bare(answers.only("name", "vpc_network_id", "direction", "action"), answers);
    }

    static Json changed(Json answers) {
        return bare(answers.only("name"), answers);
    }

    private static Json bare(Json named, Json answers) {
        return named.with("protocols", answers.texts("protocols"))
                .with("sources", Endpoints.sent(answers, "sources"))
                .with("source_ports", answers.texts("source_ports"))
                .with("destinations", Endpoints.sent(answers, "destinations"))
                .with("destination_ports", answers.texts("destination_ports"));
    }

    /// The same rule, in whatever order and with whatever is empty.
    static boolean isSame(Json some, Json other) {
        return some.word("name").equals(other.word("name"))
                && LISTS.stream().allMatch(l -> isSameList(some, other, l))
                && ends(some, "sources").equals(ends(other, "sources"))
                && ends(some, "destinations").equals(ends(other, "destinations"));
    }

    static boolean isSameList(Json some, Json other, String name) {
        return new TreeSet<>(listed(some, name)).equals(new TreeSet<>(listed(other, name)));
    }

    static Set<String> ends(Json json, String name) {
        return Endpoints.asked(json, name).stream()
                .map(e -> e.text("cidr").or(() -> e.text("resource_id")).orElse(""))
                .collect(Collectors.toSet());
    }
}
