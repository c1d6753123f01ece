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

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// What is asked before a load balancer is made or changed, and how it goes out.
final class LoadBalancerForm {
    private static final List<String> CHECKS =
            List.of("port", "interval", "timeout", "success_count", "failure_count");

    private static final Field NAME = Choose.name("name");
    private static final Field TARGETS = Endpoints.field("destinations", Types.VM, Types.SUBNET);
    private static final Field CHECKED = Field.of("check_health", new Input.Toggle()).optional();
    private static final Field HEALTH =
            Field.of(
                            "health_check",
                            new Input.Nested(
                                    Form.of(
                                            Field.of("port", new Input.Whole(1, 65_535)),
                                            number("interval"),
                                            number("timeout"),
                                            number("success_count"),
                                            number("failure_count"))))
                    .when(answers -> answers.isTrue("check_health"));

    static final Form CREATE =
            Form.of(
                            NAME,
                            Choose.location("location"),
                            Choose.row("subnet_id", Types.SUBNET, a -> a.word("location")),
                            Choose.name("algorithm"),
                            Field.of("protocols", new Input.Choose(1, 2, Choices.of("tcp", "udp"))),
                            Choose.name("type").optional(),
                            TARGETS,
                            CHECKED,
                            HEALTH)
                    .from(Json.obj("algorithm", "random", "protocols", List.of("tcp")))
                    .check(LoadBalancerForm::check);

    private LoadBalancerForm() {}

    private static Field number(String name) {
        return Field.of(name, new Input.Whole(1, CrusoeApi.MOST)).optional();
    }

    static Form editing(Resource row) {
        var health = row.raw().at("health_check");
        boolean checked = health.text("port").filter(p -> !p.equals("0")).isPresent();
        return Form.of(NAME, TARGETS, CHECKED, HEALTH)
                .from(
                        Json.obj(
                                "name",
                                row.name(),
                                "destinations",
                                Endpoints.asked(row.raw(), "destinations"),
                                "check_health",
                                checked,
                                "health_check",
                                checked ? health : Json.absent()));
    }

    private static List<Problem> check(Json answers, Inventory known) {
        return CrusoeApi.nameTaken(Types.LOAD_BALANCER, "name", answers, known);
    }

    /// It stands in one subnet; the network follows from it.
    static Json created(Json answers) {
        var health = answers.isTrue("check_health") ? health(answers) : Json.absent();
        var in = Json.obj("subnet", answers.word("subnet_id"));
        return answers.only("name", "location", "algorithm", "type")
                .with("protocols", answers.texts("protocols"))
                .with("destinations", Endpoints.sent(answers, "destinations"))
                .with("network_interfaces", List.of(in))
                .with("health_check", health);
    }

    /// A port of 0 switches the checking off.
    static Json changed(Json answers) {
        var health = answers.isTrue("check_health") ? health(answers) : Json.obj("port", "0");
        return answers.only("name")
                .with("destinations", Endpoints.sent(answers, "destinations"))
                .with("health_check", health);
    }

    /// The numbers go out as texts: so they are declared.
    private static Json health(Json answers) {
        var sent = Json.obj();
        for (var field : CHECKS) {
            sent = sent.with(field, answers.text("health_check", field));
        }
        return sent;
    }

    static boolean isSame(Json now, Json wanted) {
        return now.word("name").equals(wanted.word("name"))
                && targets(now).equals(targets(wanted))
                && port(now).equals(port(wanted));
    }

    private static String port(Json json) {
        return json.text("health_check", "port").orElse("0");
    }

    private static Set<String> targets(Json json) {
        return Endpoints.asked(json, "destinations").stream()
                .map(e -> e.text("cidr").or(() -> e.text("resource_id")).orElse(""))
                .collect(Collectors.toSet());
    }
}
