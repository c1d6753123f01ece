package io.pilothouse.ui.shell.panes;

import io.pilothouse.sync.Command;
import io.pilothouse.sync.Command.Item;
import io.pilothouse.sync.Command.ItemState;
import io.pilothouse.ui.kit.Formats;
import io.pilothouse.ui.kit.Words;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/// The step of a command that goes on at the service: for how long, beside how long it usually does. Nothing is late by
/// that: a service may take its time.
///
/// @param step which of several it is, in words; empty where it is the only one
/// @param since when the service took it
/// @param usual empty where none was seen to its end
public record GoingOn(String step, Instant since, Optional<Duration> usual) {
    /// Of several steps at a time the one that has gone on for longest; empty when none does.
    public static Optional<GoingOn> of(Command command) {
        return command.items().stream()
                .filter(i -> i.state() == ItemState.FOLLOWING)
                .min(Comparator.comparing(Item::since))
                .map(i -> new GoingOn(step(i, command.items().size()), i.since(), i.usual()));
    }

    /// `2 of 3: change train-1`. A label of a chain ends with the API's own word for what its step does.
    private static String step(Item item, int all) {
        if (all == 1) {
            return "";
        }
        var label = item.label();
        int colon = label.lastIndexOf(": ");
        var verb = colon < 0 ? "" : "step." + label.substring(colon + 2);
        var what =
                !verb.isEmpty() && Words.has(verb)
                        ? Words.of(verb) + " " + label.substring(0, colon)
                        : label;
        return Words.of("activity.step", item.step() + 1, all, Formats.oneLine(what));
    }

    /// `2 of 3: change train-1 · 1 min 12 s · usually 2 min`, or as much of it as is known.
    public String words(Instant now) {
        var elapsed = Formats.elapsed(Duration.between(since, now));
        var time =
                usual.map(u -> Words.of("activity.usual", elapsed, Formats.roughly(u)))
                        .orElse(elapsed);
        return step.isEmpty() ? time : step + " · " + time;
    }
}
