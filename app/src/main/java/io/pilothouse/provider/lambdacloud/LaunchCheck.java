package io.pilothouse.provider.lambdacloud;

import io.pilothouse.cloud.form.Form.Problem;
import io.pilothouse.cloud.form.NameRange;
import io.pilothouse.domain.Inventory;
import io.pilothouse.domain.Json;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// What no single field of a launch can say.
final class LaunchCheck {
    private LaunchCheck() {}

    static List<Problem> problems(Json answers, Inventory known) {
        var found = new ArrayList<Problem>();
        counts(answers, found);
        mounts(answers, found);
        tags(answers, found);
        if (!answers.texts("firewall_rulesets").isEmpty()
                && answers.word("region_name").equals(Regions.WITHOUT_FIREWALL)) {
            found.add(Problem.of("firewall_rulesets", "problem.lambda.no-firewall").asWarning());
        }
        return found;
    }

    /// Name, hostname and count say how many; those that say it have to agree.
    private static void counts(Json answers, List<Problem> found) {
        var counts = new LinkedHashSet<Long>();
        answers.whole("count").ifPresent(counts::add);
        for (var field : List.of("name", "hostname")) {
            var names = NameRange.names(answers.word(field));
            if (NameRange.isRange(answers.word(field)) && !names.isEmpty()) {
                counts.add((long) names.size());
            }
        }
        if (counts.size() > 1) {
            var said = String.join(", ", counts.stream().map(String::valueOf).toList());
            found.add(Problem.of("count", "problem.lambda.counts-differ", said));
            return;
        }
        int count = Launch.count(answers);
        for (var field : List.of("name", "hostname")) {
            var name = answers.word(field);
            if (count > 1 && !name.isEmpty() && !NameRange.isRange(name)) {
                found.add(
                        Problem.of(field, "problem.lambda.same-name", count, name)
                                .suggest(name + "-{1.." + count + "}")
                                .asWarning());
            }
        }
    }

    private static void mounts(Json answers, List<Problem> found) {
        var points = new HashSet<String>();
        var mounts = answers.list("file_system_mounts");
        for (int i = 0; i < mounts.size(); i++) {
            var at = "file_system_mounts/" + i;
            var point = mounts.get(i).word("mount_point");
            if (!point.isEmpty() && !points.add(point)) {
                found.add(Problem.of(at + "/mount_point", "problem.lambda.same-mount", point));
            }
        }
    }

    private static void tags(Json answers, List<Problem> found) {
        Set<String> keys = new HashSet<>();
        var tags = answers.list("tags");
        for (int i = 0; i < tags.size(); i++) {
            var key = tags.get(i).word("key");
            var field = "tags/" + i + "/key";
            if (key.equals(Launch.TAG)) {
                found.add(Problem.of(field, "problem.lambda.reserved-tag", key));
            } else if (!key.isEmpty() && !keys.add(key)) {
                found.add(Problem.of(field, "problem.lambda.same-tag", key));
            }
        }
    }
}
