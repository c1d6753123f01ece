package io.pilothouse.provider.lambdacloud;

import static io.pilothouse.cloud.Action.Effect.CHANGE;
import static io.pilothouse.cloud.Action.Effect.COST;
import static io.pilothouse.cloud.Action.Effect.DESTROY;
import static io.pilothouse.cloud.Action.Effect.INTERRUPT;
import static io.pilothouse.cloud.Action.Target.ROW;
import static io.pilothouse.cloud.Action.Target.ROWS;
import static io.pilothouse.cloud.Action.Target.SCOPE;

import io.pilothouse.cloud.Action;
import io.pilothouse.cloud.Action.Ask;
import io.pilothouse.cloud.ApiCall;
import io.pilothouse.cloud.ResourceType;
import io.pilothouse.cloud.Step;
import io.pilothouse.cloud.form.Form;
import io.pilothouse.cloud.form.Form.Field;
import io.pilothouse.cloud.form.Input;
import io.pilothouse.domain.Facts;
import io.pilothouse.domain.Inventory;
import io.pilothouse.domain.Json;
import io.pilothouse.domain.Kind;
import io.pilothouse.domain.Link;
import io.pilothouse.domain.Resource;
import io.pilothouse.domain.Status;
import io.pilothouse.domain.Status.Phase;
import io.pilothouse.provider.reading.Row;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Machines. They are launched, restarted, renamed and terminated; there is no stop.
final class Instances {
    static final String TYPE = "lambda.instance";
    private static final Set<String> LEAVING = Set.of("terminating", "terminated");

    private Instances() {}

    static ResourceType type() {
        return ResourceType.of(
                        TYPE,
                        Kind.INSTANCE,
                        LambdaApi.list(TYPE, LambdaApi.get("/instances"), Instances::decode),
                        Action.on(SCOPE, "lambda.instance.launch", COST, Launch::plan, TYPE)
                                .asks(LaunchForm.FORM),
                        Action.on(
                                        ROWS,
                                        "lambda.instance.restart",
                                        INTERRUPT,
                                        Instances::restart,
                                        TYPE)
                                .off(offBy("restart")),
                        Action.on(
                                        ROWS,
                                        "lambda.instance.terminate",
                                        DESTROY,
                                        Instances::terminate,
                                        TYPE,
                                        FileSystems.TYPE,
                                        Rulesets.TYPE)
                                .off(offBy("terminate")),
                        Action.on(ROW, "lambda.instance.rename", CHANGE, Instances::rename, TYPE)
                                .off(LambdaApi::offWithoutId)
                                .asks((rows, _) -> renameForm(rows.getFirst())))
                .read(
                        row ->
                                ApiCall.read(LambdaApi.get("/instances/{id}", row.id()))
                                        .as(answer -> decode(LambdaApi.object(answer))))
                .columns(Facts.GPUS, Facts.TAGS);
    }

    /// One call for all. No sign: an instance that was restarted looks like one that was not (neither a boot time nor
    /// an uptime is given), so an outcome that is unknown stays unknown.
    private static List<Step> restart(Ask ask) {
        return List.of(together(ask, "restart", "restarted_instances"));
    }

    /// One call for all; done when each is gone, or on its way.
    private static List<Step> terminate(Ask ask) {
        return List.of(
                together(ask, "terminate", "terminated_instances")
                        .sign((_, now) -> ask.targets().stream().allMatch(r -> isLeaving(r, now))));
    }

    /// The answer names those that were reached: a 200 alone does not mean all of them.
    private static Step together(Ask ask, String verb, String reached) {
        var ids = ask.targets().stream().map(Resource::id).toList();
        var request =
                LambdaApi.of("POST", "/instance-operations/" + verb)
                        .json(Json.obj("instance_ids", ids));
        return Step.of(LambdaApi.write(request), ask.targets())
                .reached(data -> data.list(reached).stream().map(i -> i.word("id")).toList());
    }

    private static boolean isLeaving(Resource target, Inventory now) {
        return now.of(TYPE).stream()
                .filter(r -> r.id().equals(target.id()))
                .findFirst()
                .map(r -> LEAVING.contains(r.status().word()))
                .orElseGet(() -> LambdaApi.isGone(target, now));
    }

    private static List<Step> rename(Ask ask) {
        var row = ask.target();
        var name = ask.answers().word("name");
        var request =
                LambdaApi.of("POST", "/instances/{id}", row.id()).json(Json.obj("name", name));
        return List.of(
                Step.of(LambdaApi.write(request), ask.targets())
                        .sign(LambdaApi.answeredOr(now -> isNamed(row, name, now))));
    }

    private static boolean isNamed(Resource row, String name, Inventory now) {
        return now.of(TYPE).stream()
                .anyMatch(r -> r.id().equals(row.id()) && r.raw().word("name").equals(name));
    }

    /// An empty name takes the name away.
    private static Form renameForm(Resource row) {
        return Form.of(Field.of("name", Input.Line.upTo(LaunchForm.NAME_MOST)).optional())
                .from(row.raw().only("name"));
    }

    /// The service says whether it would do it, and why not by a code, which is shown as it is.
    private static Function<Resource, Optional<String>> offBy(String action) {
        return row -> {
            var said = row.raw().at("actions", action);
            return said.at("available") instanceof Json.Bool(var can) && !can
                    ? Optional.of(said.text("reason_code").orElse("off.lambda.not-available"))
                    : LambdaApi.offWithoutId(row);
        };
    }

    static Resource decode(Json json) {
        var row = new Row(json);
        var id = row.need("id");
        var status = status(row.need("status"));
        row.flag("actions", "restart", "available");
        row.flag("actions", "terminate", "available");
        var resource =
                Resource.of(TYPE, id, row.text("name").orElse(id), status, json)
                        .with(Facts.REGION, row.text("region", "name"))
                        .with(LambdaFacts.REGION_TEXT, row.text("region", "description"))
                        .with(Facts.IP, row.text("ip"))
                        .with(Facts.PRIVATE_IP, row.text("private_ip"))
                        .with(Facts.HOSTNAME, row.text("hostname"))
                        .with(LambdaFacts.JUPYTER_URL, row.secret("jupyter_url"))
                        .with(LambdaFacts.JUPYTER_TOKEN, row.secret("jupyter_token"))
                        .with(Facts.SSH_KEYS, row.links(SshKeys.TYPE, "ssh_key_names"))
                        .with(Facts.VOLUMES, row.links(FileSystems.TYPE, "file_system_names"))
                        .with(LambdaFacts.MOUNTS, mounts(row))
                        .with(Facts.FIREWALLS, firewalls(row))
                        .with(Facts.TAGS, tags(row));
        return row.marked(InstanceTypes.specified(resource, row, "instance_type"));
    }

    /// Words that are not known yet are shown, and mean nothing to us.
    static Status status(String word) {
        var phase =
                switch (word) {
                    case "booting" -> Phase.CHANGING;
                    case "active" -> Phase.RUNNING;
                    case "unhealthy", "preempted" -> Phase.FAILED;
                    case "terminating" -> Phase.ENDING;
                    case "terminated" -> Phase.GONE;
                    default -> Phase.UNKNOWN;
                };
        return new Status(word, phase);
    }

    private static Optional<List<String>> mounts(Row row) {
        var mounts = row.rows("file_system_mounts");
        // the path says it; the id beside it must be readable all the same
        mounts.forEach(m -> m.text("file_system_id"));
        var shown = mounts.stream().flatMap(m -> m.text("mount_point").stream()).toList();
        row.takeWrong("file_system_mounts", mounts);
        return Row.some(shown);
    }

    private static Optional<List<Link>> firewalls(Row row) {
        var sets = row.rows("firewall_rulesets");
        var links =
                sets.stream()
                        .flatMap(s -> s.text("id").stream())
                        .map(id -> new Link(Rulesets.TYPE, id))
                        .toList();
        row.takeWrong("firewall_rulesets", sets);
        return Row.some(links);
    }

    private static Optional<List<String>> tags(Row row) {
        var tags = row.rows("tags");
        var shown =
                tags.stream()
                        .map(t -> t.text("key").orElse("") + "=" + t.text("value").orElse(""))
                        .toList();
        row.takeWrong("tags", tags);
        return Row.some(shown);
    }
}
