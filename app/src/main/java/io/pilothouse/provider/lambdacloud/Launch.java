package io.pilothouse.provider.lambdacloud;

import io.pilothouse.cloud.Action.Ask;
import io.pilothouse.cloud.Step;
import io.pilothouse.cloud.form.NameRange;
import io.pilothouse.domain.Inventory;
import io.pilothouse.domain.Json;
import io.pilothouse.domain.Secret;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// The plan of a launch. The service takes one instance a call, so several are several calls, each under a budget of
/// its own. A launch is never sent twice; each carries a tag by which one of unknown outcome is found in the list.
final class Launch {
    static final String BUDGET = "launch";

    /// Key of the tag; its value is `<command>-<n>`, with n from 1.
    static final String TAG = "pilothouse-command";

    private Launch() {}

    static List<Step> plan(Ask ask) {
        int count = count(ask.answers());
        return IntStream.rangeClosed(1, count).mapToObj(n -> step(ask, n, count)).toList();
    }

    /// How many: a range in the name or the hostname says it, else the count, else one. Wrong answers are told by
    /// [LaunchCheck]; here they never make more than [NameRange#MOST].
    static int count(Json answers) {
        for (var field : List.of("name", "hostname")) {
            if (NameRange.isRange(answers.word(field))) {
                return NameRange.names(answers.word(field)).size();
            }
        }
        long count = answers.whole("count").orElse(1L);
        return Math.clamp(count, 1, NameRange.MOST);
    }

    private static Step step(Ask ask, int n, int count) {
        var mark = ask.command() + "-" + n;
        var body = body(ask.answers(), n, mark);
        var request = LambdaApi.of("POST", "/instance-operations/launch").json(body);
        var step =
                Step.of(LambdaApi.write(request).under(BUDGET), List.of())
                        .label(label(ask.answers(), n, count))
                        .reached(data -> data.texts("instance_ids"));
        // an answer without an id proves nothing
        return isTagged(ask.answers())
                ? step.sign(
                        (data, now) -> !data.texts("instance_ids").isEmpty() || isSeen(mark, now))
                : step;
    }

    private static Json body(Json answers, int n, String mark) {
        return Json.obj(
                "region_name", answers.text("region_name"),
                "instance_type_name", answers.text("instance_type_name"),
                "ssh_key_names", answers.texts("ssh_key_names"),
                "name", nth(answers, "name", n),
                "hostname", nth(answers, "hostname", n),
                "image", image(answers.at("image")),
                "file_system_names", some(answers.texts("file_system_names")),
                "file_system_mounts",
                        some(
                                answers.list("file_system_mounts").stream()
                                        .map(m -> m.only("mount_point", "file_system_id"))
                                        .toList()),
                "firewall_rulesets",
                        some(
                                answers.texts("firewall_rulesets").stream()
                                        .map(id -> Json.obj("id", id))
                                        .toList()),
                "user_data", userData(answers),
                "tags", some(tags(answers, mark)));
    }

    private static Optional<String> nth(Json answers, String field, int n) {
        return answers.text(field)
                .map(NameRange::names)
                .filter(names -> !names.isEmpty())
                .map(names -> names.get(Math.min(n, names.size()) - 1));
    }

    private static Json image(Json image) {
        if (image.text("id").isPresent()) {
            return image.only("id");
        }
        return image.text("family").isPresent() ? image.only("family") : Json.absent();
    }

    /// It often holds tokens, so it is a secret from here on.
    private static Json userData(Json answers) {
        return answers.text("user_data")
                .map(text -> Json.of(Secret.of(text)))
                .orElse(answers.at("user_data"));
    }

    private static List<Json> tags(Json answers, String mark) {
        var tags = new ArrayList<Json>();
        for (var tag : answers.list("tags")) {
            tags.add(Json.obj("key", tag.word("key"), "value", tag.word("value")));
        }
        if (isTagged(answers)) {
            tags.add(Json.obj("key", TAG, "value", mark));
        }
        return tags;
    }

    /// Unless it is switched off.
    private static boolean isTagged(Json answers) {
        return !(answers.at("tag_command") instanceof Json.Bool(var on) && !on);
    }

    private static boolean isSeen(String mark, Inventory now) {
        return now.of(Instances.TYPE).stream()
                .flatMap(r -> r.raw().list("tags").stream())
                .anyMatch(t -> t.word("key").equals(TAG) && t.word("value").equals(mark));
    }

    private static String label(Json answers, int n, int count) {
        var ranged =
                NameRange.isRange(answers.word("name"))
                        || NameRange.isRange(answers.word("hostname"));
        var name =
                nth(answers, "name", n)
                        .or(() -> nth(answers, "hostname", n))
                        .orElse(answers.word("instance_type_name"));
        return ranged || count == 1 ? name : name + " " + n + "/" + count;
    }

    /// An empty list is left out: the service takes it for nothing too.
    private static <T> Optional<Collection<T>> some(Collection<T> items) {
        return items.isEmpty() ? Optional.empty() : Optional.of(items);
    }
}
