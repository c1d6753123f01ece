package io.pilothouse.ui.shell.panes;

import io.pilothouse.domain.Pin;
import io.pilothouse.sync.Command;
import io.pilothouse.sync.Command.ItemState;
import io.pilothouse.ui.kit.Formats;
import io.pilothouse.ui.kit.Problems;
import io.pilothouse.ui.kit.Words;
import io.pilothouse.ui.kit.Workbench;

import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import java.time.Duration;
import java.time.Instant;

/// What this home's user asked for, newest first, each as it stands.
public final class ActivityViewModel implements AutoCloseable {
    private final Workbench bench;
    private final ObservableList<Command> commands = FXCollections.observableArrayList();
    private final ReadOnlyIntegerWrapper beat = new ReadOnlyIntegerWrapper();
    private final Pin pin;

    public ActivityViewModel(Workbench bench) {
        this.bench = bench;
        this.pin = bench.commands().observe(c -> bench.fx().execute(() -> put(c)));
        commands.setAll(bench.commands().all());
    }

    private void put(Command newest) {
        for (int i = 0; i < commands.size(); i++) {
            if (commands.get(i).id().equals(newest.id())) {
                commands.set(i, newest);
                return;
            }
        }
        commands.addFirst(newest);
    }

    public ObservableList<Command> commands() {
        return commands;
    }

    public Workbench bench() {
        return bench;
    }

    /// How it stands, in a few words.
    public String state(Command command) {
        long all = command.items().size();
        long done = command.count(ItemState.DONE);
        long refused = command.count(ItemState.REFUSED);
        return switch (command.state()) {
            case GRACE -> Words.of("activity.grace");
            case PAUSED -> Words.of("activity.paused", done, all);
            case INTERRUPTED ->
                    Words.of(
                            "activity.interrupted",
                            command.count(ItemState.NOT_SENT) + command.count(ItemState.WAITING));
            case RUNNING -> running(command, all, done);
            case ENDED ->
                    all == 1
                            ? Words.of("item." + word(command.items().getFirst().state()))
                            : refused == 0 && done == all
                                    ? Words.of("activity.all-done", all)
                                    : Words.of("activity.partly", done, all);
        };
    }

    private String running(Command command, long all, long done) {
        var unknown = command.count(ItemState.UNKNOWN);
        if (unknown > 0) {
            return Words.of("activity.unknown", unknown);
        }
        if (all > 1) {
            return Words.of("activity.progress", done, all);
        }
        return Words.of("item." + word(command.items().getFirst().state()));
    }

    /// Why it did not go well, or the service's note; empty when there is nothing to add.
    public String more(Command command) {
        return command.items().stream()
                .map(Problems::words)
                .filter(words -> !words.isEmpty())
                .distinct()
                .limit(3)
                .reduce((a, b) -> a + " · " + b)
                .orElse("");
    }

    /// `1 min 12 s · usually 2 min` while a step goes on at the service; empty while none does.
    public String goingOn(Command command) {
        return GoingOn.of(command).map(g -> g.words(bench.now())).orElse("");
    }

    /// Moves on with the time, so that what goes on is counted.
    ReadOnlyIntegerProperty beatProperty() {
        return beat.getReadOnlyProperty();
    }

    /// Some seconds have passed.
    void tick() {
        beat.set(beat.get() + 1);
    }

    /// `4 s` between asking and the end, or until now.
    public String took(Command command) {
        var end = command.ended().orElseGet(bench::now);
        return Formats.duration(
                Duration.ofSeconds(
                        Math.max(0, Duration.between(command.asked().at(), end).toSeconds())));
    }

    public Instant now() {
        return bench.now();
    }

    static String word(ItemState state) {
        return switch (state) {
            case WAITING -> "waiting";
            case SENDING -> "sending";
            case FOLLOWING -> "following";
            case UNKNOWN -> "unknown";
            case DONE -> "done";
            case REFUSED -> "refused";
            case WITHDRAWN -> "withdrawn";
            case NOT_SEEN -> "not-seen";
            case NOT_SENT -> "not-sent";
        };
    }

    @Override
    public void close() {
        pin.close();
    }
}
