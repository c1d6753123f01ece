package io.pilothouse.sync;

import io.pilothouse.history.CommandJournal.Ended;
import io.pilothouse.sync.Command.Item;
import io.pilothouse.sync.Command.ItemState;
import io.pilothouse.sync.Command.Note;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The steps of an ended command that never went out. The journal has no sending of them, so they stand beside its end:
/// else what was withdrawn would read as done after a restart. `0 1=withdrawn 4=not-sent`, the first number that of the
/// steps in the order of the plan.
final class Unsent {
    private static final String WITHDRAWN = "withdrawn";
    private static final String NOT_SENT = "not-sent";
    private static final String REFUSED = "refused";

    private Unsent() {}

    static String written(List<Item> items) {
        return items.stream()
                .filter(Unsent::neverWent)
                .map(i -> i.step() + "=" + word(i.state()))
                .collect(Collectors.joining(" "));
    }

    private static boolean neverWent(Item item) {
        return switch (item.state()) {
            case WITHDRAWN, NOT_SENT -> true;
            case REFUSED -> item.note() instanceof Note.NotWritten;
            case WAITING, SENDING, FOLLOWING, UNKNOWN, DONE, NOT_SEEN -> false;
        };
    }

    private static String word(ItemState state) {
        return switch (state) {
            case WITHDRAWN -> WITHDRAWN;
            case REFUSED -> REFUSED;
            default -> NOT_SENT;
        };
    }

    /// What was sent, and with it what was not. A journal of an earlier version tells only that there was something.
    static List<Item> beside(List<Item> sent, Ended end) {
        var known = sent.stream().map(Item::step).collect(Collectors.toSet());
        var unsent =
                Stream.of(end.note().split(" "))
                        .filter(part -> part.matches("[0-9]{1,6}=[a-z-]+"))
                        .map(part -> part.split("="))
                        .map(p -> item(Integer.parseInt(p[0]), p[1], end))
                        .filter(i -> !known.contains(i.step()))
                        .toList();
        var all = new ArrayList<>(sent);
        all.addAll(unsent);
        if (unsent.isEmpty() && isMissed(sent, end)) {
            all.add(item(sent.size(), end.outcome(), end));
        }
        all.sort(Comparator.comparingInt(Item::step));
        return List.copyOf(all);
    }

    private static boolean isMissed(List<Item> sent, Ended end) {
        return Set.of(WITHDRAWN, REFUSED, "partly").contains(end.outcome())
                && sent.stream().allMatch(i -> i.state() == ItemState.DONE);
    }

    private static Item item(int step, String word, Ended end) {
        var state =
                switch (word) {
                    case WITHDRAWN -> ItemState.WITHDRAWN;
                    case REFUSED -> ItemState.REFUSED;
                    default -> ItemState.NOT_SENT;
                };
        return Items.item(step, "", state, end.at(), Note.Said.NONE);
    }
}
