package io.pilothouse.provider.lambdacloud;

import static io.pilothouse.cloud.Action.Effect.CHANGE;
import static io.pilothouse.cloud.Action.Effect.DESTROY;
import static io.pilothouse.cloud.Action.Effect.REPLACE;
import static io.pilothouse.cloud.Action.Target.ROW;
import static io.pilothouse.cloud.Action.Target.ROWS;
import static io.pilothouse.cloud.Action.Target.SCOPE;

import io.pilothouse.cloud.Action;
import io.pilothouse.cloud.Action.Ask;
import io.pilothouse.cloud.ApiCall;
import io.pilothouse.cloud.Request;
import io.pilothouse.cloud.ResourceType;
import io.pilothouse.cloud.ResourceType.Page;
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
import io.pilothouse.provider.reading.Row;

import java.util.List;
import java.util.Optional;

/// Firewall rules, which this API keeps in three places: rulesets of a region, one global ruleset, and one list of
/// inbound rules. They are rows of one table; the last two are always there.
final class Rulesets {
    static final String TYPE = "lambda.ruleset";
    static final String GLOBAL = "global";

    /// Our own id and name for the list of inbound rules, which has neither; the global ruleset has a name like it.
    static final String INBOUND = "inbound";

    private static final String INBOUND_NAME = "Inbound Firewall Rules";

    private static final String ONE = "/firewall-rulesets/{id}";
    private static final Request ALL = LambdaApi.get("/firewall-rulesets");
    private static final Request THE_GLOBAL = LambdaApi.get("/firewall-rulesets/global");
    private static final Request THE_INBOUND = LambdaApi.get("/firewall-rules");
    private static final Form CREATE =
            Form.of(
                            Field.of("name", Input.Line.upTo(64)),
                            Field.of("region", Input.Choose.one(Regions.ALL)),
                            RuleForm.field(List.of()))
                    .check(Rulesets::check);

    private Rulesets() {}

    static ResourceType type() {
        return ResourceType.of(
                        TYPE,
                        Kind.FIREWALL,
                        _ -> ApiCall.read(ALL).as(Rulesets::firstPage),
                        Action.on(SCOPE, "lambda.ruleset.create", CHANGE, Rulesets::create, TYPE)
                                .asks(CREATE),
                        Action.on(ROW, "lambda.ruleset.edit", REPLACE, Rulesets::edit, TYPE)
                                .off(LambdaApi::offWithoutId)
                                .asks((rows, _) -> RuleForm.editing(rows.getFirst())),
                        Action.on(ROW, "lambda.ruleset.rename", CHANGE, Rulesets::rename, TYPE)
                                .off(Rulesets::offWhenFixed)
                                .asks((rows, _) -> renameForm(rows.getFirst())),
                        Action.on(ROWS, "lambda.ruleset.delete", DESTROY, Rulesets::delete, TYPE)
                                .off(Rulesets::offDelete))
                .read(Rulesets::read);
    }

    private static Page firstPage(Json answer) {
        return Page.of(TYPE, LambdaApi.items(answer), Rulesets::decode)
                .then(ApiCall.read(THE_GLOBAL).as(Rulesets::secondPage));
    }

    private static Page secondPage(Json answer) {
        var global = LambdaApi.object(answer);
        return Page.of(TYPE, List.of(global), Rulesets::decode)
                .then(
                        ApiCall.read(THE_INBOUND)
                                .as(a -> Page.of(TYPE, List.of(inbound(a)), Rulesets::decode)));
    }

    private static ApiCall<Resource> read(Resource row) {
        return switch (row.id()) {
            case INBOUND -> ApiCall.read(THE_INBOUND).as(a -> decode(inbound(a)));
            case GLOBAL -> ApiCall.read(THE_GLOBAL).as(a -> decode(LambdaApi.object(a)));
            default ->
                    ApiCall.read(LambdaApi.get(ONE, row.id())).as(a -> decode(LambdaApi.object(a)));
        };
    }

    private static Json inbound(Json answer) {
        return Json.obj("id", INBOUND, "name", INBOUND_NAME, "rules", LambdaApi.items(answer));
    }

    private static List<Step> create(Ask ask) {
        var answers = ask.answers();
        var body = answers.only("name", "region").with("rules", RuleForm.rules(answers));
        return List.of(
                Step.of(
                                LambdaApi.write(
                                        LambdaApi.of("POST", "/firewall-rulesets").json(body)),
                                List.of())
                        .label(body.word("name"))
                        .reached(data -> data.texts("id"))
                        .sign(LambdaApi.answeredOr(now -> LambdaApi.isThere(TYPE, body, now))));
    }

    private static List<Problem> check(Json answers, Inventory known) {
        var found = RuleForm.problems(List.of(), answers);
        if (LambdaApi.isThere(TYPE, answers, known)) {
            found.add(Problem.of("name", "problem.lambda.name-taken", answers.word("name")));
        }
        if (answers.word("region").equals(Regions.WITHOUT_FIREWALL)) {
            found.add(Problem.of("region", "problem.lambda.no-firewall").asWarning());
        }
        return found;
    }

    /// Each of the three places takes its rules as a whole, by a call of its own.
    private static List<Step> edit(Ask ask) {
        var row = ask.target();
        var rules = RuleForm.rules(ask.answers());
        var request =
                switch (row.id()) {
                    case INBOUND ->
                            LambdaApi.of("PUT", "/firewall-rules").json(Json.obj("data", rules));
                    case GLOBAL ->
                            LambdaApi.of("PATCH", "/firewall-rulesets/global")
                                    .json(Json.obj("rules", rules));
                    default -> LambdaApi.of("PATCH", ONE, row.id()).json(Json.obj("rules", rules));
                };
        return List.of(
                Step.of(LambdaApi.write(request), ask.targets())
                        .sign(LambdaApi.answeredOr(now -> hasRules(row, rules, now))));
    }

    private static boolean hasRules(Resource row, List<Json> rules, Inventory now) {
        return now.of(TYPE).stream()
                .filter(r -> r.id().equals(row.id()))
                .anyMatch(r -> RuleForm.isSame(r.raw().list("rules"), rules));
    }

    private static List<Step> rename(Ask ask) {
        var row = ask.target();
        var name = ask.answers().word("name");
        var request = LambdaApi.of("PATCH", ONE, row.id()).json(Json.obj("name", name));
        return List.of(
                Step.of(LambdaApi.write(request), ask.targets())
                        .sign(
                                LambdaApi.answeredOr(
                                        now ->
                                                now.of(TYPE).stream()
                                                        .filter(r -> r.id().equals(row.id()))
                                                        .anyMatch(r -> r.name().equals(name)))));
    }

    private static Form renameForm(Resource row) {
        return Form.of(Field.of("name", Input.Line.upTo(64))).from(row.raw().only("name"));
    }

    private static List<Step> delete(Ask ask) {
        return LambdaApi.deletions("/firewall-rulesets", ask.targets());
    }

    private static Optional<String> offWhenFixed(Resource row) {
        return row.id().equals(GLOBAL) || row.id().equals(INBOUND)
                ? Optional.of("off.lambda.fixed-ruleset")
                : LambdaApi.offWithoutId(row);
    }

    private static Optional<String> offDelete(Resource row) {
        return offWhenFixed(row)
                .or(
                        () ->
                                row.raw().texts("instance_ids").isEmpty()
                                        ? Optional.empty()
                                        : Optional.of("off.lambda.ruleset-in-use"));
    }

    static Resource decode(Json json) {
        var row = new Row(json);
        var id = row.need("id");
        var rules = row.rows("rules");
        var resource =
                Resource.of(TYPE, id, row.text("name").orElse(id), Status.NONE, json)
                        .with(Facts.REGION, row.text("region", "name"))
                        .with(LambdaFacts.REGION_TEXT, row.text("region", "description"))
                        .with(Facts.CREATED, row.time("created"))
                        .with(Facts.USED_BY, row.links(Instances.TYPE, "instance_ids"))
                        .with(Facts.RULES, rules.stream().map(RuleForm::decode).toList());
        row.takeWrong("rules", rules);
        return row.marked(resource);
    }
}
