package io.pilothouse.provider.lambdacloud;

import io.pilothouse.cloud.form.Choices;
import io.pilothouse.cloud.form.Form;
import io.pilothouse.cloud.form.Form.Field;
import io.pilothouse.cloud.form.Form.Problem;
import io.pilothouse.cloud.form.Input;
import io.pilothouse.domain.Json;
import io.pilothouse.domain.Resource;
import io.pilothouse.domain.Rule;
import io.pilothouse.provider.reading.Row;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Rules as they are asked for (a port as `22` or `8000-8080`) and as the API has them (`[22, 22]`).
final class RuleForm {
    private static final String PORTS = "\\d{1,5}(-\\d{1,5})?";
    private static final Pattern ANYWHERE = Pattern.compile("[\\d.]+/0");
    private static final int TOP_PORT = 65_535;
    private static final int SSH = 22;

    /// More than anyone can read; the API names no limit.
    private static final int MOST = 500;

    private RuleForm() {}

    /// The field for a list of rules; it may be empty. A protocol that stands in `rules` already can stay.
    static Field field(List<Json> rules) {
        var protocols = new LinkedHashSet<>(List.of("tcp", "udp", "icmp", "all"));
        rules.forEach(r -> r.text("protocol").ifPresent(protocols::add));
        var each =
                Form.of(
                                Field.of(
                                        "protocol",
                                        Input.Choose.one(
                                                Choices.of(protocols.toArray(String[]::new)))),
                                Field.of("port_range", new Input.Line(PORTS, 11))
                                        .when(rule -> !isIcmp(rule)),
                                Field.of("source_network", new Input.Network()),
                                Field.of("description", Input.Line.upTo(128)).optional())
                        .from(Json.obj("protocol", "tcp"));
        return Field.of("rules", new Input.Records(MOST, each)).optional();
    }

    /// Begins with the rules as they are; fields of a rule that are not known here go with it.
    static Form editing(Resource row) {
        var now = row.raw().list("rules").stream().map(RuleForm::asked).toList();
        return Form.of(field(now))
                .from(Json.obj("rules", now))
                .check((answers, _) -> problems(now, answers));
    }

    private static Json asked(Json rule) {
        return rule.at("port_range") instanceof Json.Arr
                ? rule.with("port_range", ports(rule))
                : rule;
    }

    /// What is wrong with a list of rules, and what is daring in it that was not there before.
    static List<Problem> problems(List<Json> before, Json answers) {
        var found = new ArrayList<Problem>();
        var rules = answers.list("rules");
        for (int i = 0; i < rules.size(); i++) {
            var rule = rules.get(i);
            if (isWrongRange(rule)) {
                found.add(
                        Problem.of("rules/" + i + "/port_range", "problem.lambda.ports", TOP_PORT));
            }
            if (!before.contains(rule)
                    && ANYWHERE.matcher(rule.word("source_network")).matches()
                    && !isIcmp(rule)) {
                found.add(
                        Problem.of(
                                        "rules/" + i + "/source_network",
                                        "problem.lambda.open-to-all",
                                        ports(rule).orElse("1-" + TOP_PORT))
                                .asWarning());
            }
        }
        if (before.stream().anyMatch(RuleForm::letsSshIn)
                && rules.stream().noneMatch(RuleForm::letsSshIn)) {
            found.add(Problem.of("rules", "problem.lambda.no-ssh").asWarning());
        }
        return found;
    }

    private static boolean isIcmp(Json rule) {
        return rule.word("protocol").equals("icmp");
    }

    /// A range that has the right form and counts down, or goes beyond the last port. An array stands as the API's own.
    private static boolean isWrongRange(Json rule) {
        var text = ports(rule).orElse("");
        if (isIcmp(rule) || !text.matches(PORTS)) {
            return false;
        }
        int first = port(text, true);
        int last = port(text, false);
        return first < 1 || last > TOP_PORT || last < first;
    }

    private static boolean letsSshIn(Json rule) {
        var text = ports(rule).orElse("");
        var protocol = rule.word("protocol");
        return (protocol.equals("tcp") || protocol.equals("all"))
                && text.matches(PORTS)
                && port(text, true) <= SSH
                && port(text, false) >= SSH;
    }

    private static int port(String range, boolean first) {
        var ends = range.split("-", 2);
        return Integer.parseInt(first ? ends[0] : ends[ends.length - 1]);
    }

    /// As the API takes them: ports as two numbers, none for icmp, a description in any case.
    static List<Json> rules(Json answers) {
        return answers.list("rules").stream().map(RuleForm::sent).toList();
    }

    private static Json sent(Json rule) {
        var text = rule.at("port_range") instanceof Json.Arr ? "" : rule.word("port_range");
        Json ports = text.matches(PORTS) ? range(text) : rule.at("port_range");
        return rule.with("port_range", isIcmp(rule) ? Json.absent() : ports)
                .with("description", rule.word("description"));
    }

    private static Json range(String text) {
        return Json.of(List.of(port(text, true), port(text, false)));
    }

    /// The same rules, in whatever order, and with or without the mask of a single address.
    static boolean isSame(List<Json> some, List<Json> others) {
        return some.stream()
                .map(RuleForm::essence)
                .collect(Collectors.toSet())
                .equals(others.stream().map(RuleForm::essence).collect(Collectors.toSet()));
    }

    private static List<String> essence(Json rule) {
        var network = rule.word("source_network");
        return List.of(
                rule.word("protocol"),
                ports(rule).orElse(""),
                network.contains("/") ? network : network + "/32",
                rule.word("description"));
    }

    /// `22` or `8000-8080`, from the API's two numbers or from what was typed.
    private static Optional<String> ports(Json rule) {
        var ends = rule.texts("port_range");
        return switch (ends.size()) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(ends.getFirst());
            default ->
                    Optional.of(
                            ends.getFirst().equals(ends.getLast())
                                    ? ends.getFirst()
                                    : ends.getFirst() + "-" + ends.getLast());
        };
    }

    /// Every rule of this API lets something in.
    static Rule decode(Row rule) {
        var ends = rule.wholes(TOP_PORT, "port_range");
        var ports = ports(Json.obj("port_range", ends));
        return new Rule(
                true,
                true,
                rule.text("protocol").orElse(""),
                ports.map(List::of).orElse(List.of()),
                rule.text("source_network").map(List::of).orElse(List.of()),
                List.of(),
                rule.text("description").orElse(""));
    }
}
