package io.pilothouse.ui.kit.act;

import io.pilothouse.cloud.Step;
import io.pilothouse.domain.Resource;
import io.pilothouse.ui.kit.Formats;
import io.pilothouse.ui.kit.Words;

import java.util.List;
import java.util.stream.Collectors;

/// What a command is called from then on: what is done, and to which rows; or how many are made, and their names.
final class CommandTitle {
    private static final int NAMED = 3;

    private CommandTitle() {}

    /// @param action id; what makes something of a row, and not to it, has words of its own: `action.<id>.title`
    /// @param steps its plan
    static String of(String action, List<Resource> targets, List<Step> steps) {
        var key = "action." + action;
        if (Words.has(key + ".title")) {
            return Words.of(key + ".title", made(steps));
        }
        if (targets.isEmpty()) {
            var verb = Words.has(key + ".verb") ? Words.count(key + ".verb", steps.size()) : "";
            return ((verb.isEmpty() ? Words.of(key) : verb) + " " + made(steps)).strip();
        }
        var names =
                targets.stream()
                        .map(r -> Formats.oneLine(r.name()))
                        .limit(NAMED)
                        .collect(Collectors.joining(", "));
        int more = targets.size() - NAMED;
        return Words.of(key) + " " + names + (more > 0 ? Words.of("confirm.more", more) : "");
    }

    /// `web-1 … web-8`.
    private static String made(List<Step> steps) {
        if (steps.isEmpty()) {
            return "";
        }
        var first = Formats.oneLine(steps.getFirst().label());
        return steps.size() == 1 ? first : first + " … " + Formats.oneLine(steps.getLast().label());
    }
}
