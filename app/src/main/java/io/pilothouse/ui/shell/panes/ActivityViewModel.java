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
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What this home's user asked for, newest first, each as it stands.
public final class ActivityViewModel implements AutoCloseable {
    /// Commands in the list; older ones are in the history.
    private static final int MOST = 500;

    private final Workbench bench;
    private final ObservableList<ActivityLine> lines = FXCollections.observableArrayList();
    private final Set<String> open = new HashSet<>();
    private final ReadOnlyIntegerWrapper beat = new ReadOnlyIntegerWrapper();
    private final Runnable began;
    private final Pin pin;

    /// @param began called when something of several steps was begun, which are shown from then on
    public ActivityViewModel(Workbench bench, Runnable began) {
        this.bench = bench;
        this.began = began;
        this.pin = bench.commands().observe(c -> bench.fx().execute(() -> put(c)));
        bench.commands().all().forEach(c -> lines.addAll(ActivityLine.of(c, false)));
    }

    private void put(Command newest) {
        int at = place(newest.id());
        if (at < 0) {
            boolean steps = ActivityLine.hasSteps(newest);
            if (steps) {
                open.add(newest.id());
            }
            lines.addAll(0, lines(newest));
            forgetOldest();
            if (steps) {
                began.run();
            }
        } else {
            replace(at, lines(newest));
        }
    }

    private void forgetOldest() {
        if (lines.stream().filter(ActivityLine::isCommand).count() > MOST) {
            var oldest = lines.getLast().command().id();
            open.remove(oldest);
            lines.removeIf(l -> l.command().id().equals(oldest));
        }
    }

    private List<ActivityLine> lines(Command command) {
        return ActivityLine.of(command, open.contains(command.id()));
    }

    private int place(String id) {
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).command().id().equals(id)) {
                return i;
            }
        }
        return -1;
    }

    /// Line by line, so that what is chosen stays chosen.
    private void replace(int at, List<ActivityLine> newest) {
        var id = newest.getFirst().command().id();
        for (int i = 0; i < newest.size(); i++) {
            if (isOf(at + i, id)) {
                lines.set(at + i, newest.get(i));
            } else {
                lines.add(at + i, newest.get(i));
            }
        }
        while (isOf(at + newest.size(), id)) {
            lines.remove(at + newest.size());
        }
    }

    private boolean isOf(int line, String id) {
        return line < lines.size() && lines.get(line).command().id().equals(id);
    }

    /// Commands, each with its steps below it where they are to be seen.
    ObservableList<ActivityLine> lines() {
        return lines;
    }

    /// Shows a command's steps, or folds them.
    void fold(Command command, boolean folded) {
        boolean changed = folded ? open.remove(command.id()) : open.add(command.id());
        int at = place(command.id());
        if (changed && at >= 0) {
            replace(at, lines(lines.get(at).command()));
        }
    }

    /// The line as it is copied: columns with tabs between them.
    String text(ActivityLine line) {
        var c = line.command();
        return line.item()
                .map(i -> String.join("\t", i.label(), state(i), more(i)))
                .orElseGet(
                        () ->
                                String.join(
                                        "\t",
                                        Formats.time(c.asked().at()),
                                        Formats.oneLine(c.asked().title()),
                                        state(c),
                                        more(c)));
    }

    /// How a step stands, in a word.
    String state(Command.Item item) {
        return Words.of("item." + word(item.state()));
    }

    /// Why a step did not go well, or what the service says of it; empty when there is nothing to add.
    String more(Command.Item item) {
        return Problems.words(item);
    }

    /// How long a step goes on, or went on for; empty while it has not begun.
    String took(Command.Item item) {
        return switch (item.state()) {
            case SENDING, FOLLOWING, UNKNOWN ->
                    new GoingOn("", item.since(), item.usual()).words(now());
            default -> "";
        };
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
                    command.unsent()
                            .map(count -> Words.of("activity.interrupted", count))
                            .orElseGet(() -> Words.of("activity.interrupted.unknown"));
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
        return Formats.elapsed(Duration.between(command.asked().at(), end));
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
