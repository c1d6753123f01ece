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
/// @param since when the service took it
/// @param usual empty where none was seen to its end
public record GoingOn(Instant since, Optional<Duration> usual) {
    /// Of several steps at a time the one that has gone on for longest; empty when none does.
    public static Optional<GoingOn> of(Command command) {
        return command.items().stream()
                .filter(i -> i.state() == ItemState.FOLLOWING)
                .min(Comparator.comparing(Item::since))
                .map(i -> new GoingOn(i.since(), i.usual()));
    }

    /// `1 min 12 s · usually 2 min`, or the first of both alone.
    public String words(Instant now) {
        var elapsed = Formats.elapsed(Duration.between(since, now));
        return usual.map(u -> Words.of("activity.usual", elapsed, Formats.roughly(u)))
                .orElse(elapsed);
    }
}
