package io.pilothouse.sync;

import io.pilothouse.cloud.CloudException;
import io.pilothouse.cloud.Step;
import io.pilothouse.domain.Json;
import io.pilothouse.domain.Resource;
import io.pilothouse.history.CommandJournal.Kept;
import io.pilothouse.history.CommandJournal.Result;
import io.pilothouse.history.CommandJournal.Sent;
import io.pilothouse.sync.Command.Item;
import io.pilothouse.sync.Command.ItemState;
import io.pilothouse.sync.Command.Note;
import io.pilothouse.work.Timeline;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/// The steps of one command, and how each of them stands.
final class Items {
    private final List<Step> steps;
    private final Timeline timeline;
    private final List<Item> items = new ArrayList<>();

    Items(List<Step> steps, Timeline timeline) {
        this.steps = steps;
        this.timeline = timeline;
        for (int i = 0; i < steps.size(); i++) {
            items.add(
                    item(
                            i,
                            steps.get(i).label(),
                            ItemState.WAITING,
                            timeline.now(),
                            Note.Said.NONE));
        }
    }

    List<Item> all() {
        return List.copyOf(items);
    }

    Item get(int i) {
        return items.get(i);
    }

    boolean any(ItemState state) {
        return items.stream().anyMatch(i -> i.state() == state);
    }

    /// Is there one whose end is not known?
    boolean open() {
        return any(ItemState.SENDING) || any(ItemState.FOLLOWING) || any(ItemState.UNKNOWN);
    }

    /// Has one reached the service, or may it have?
    boolean wentOut() {
        return open() || any(ItemState.DONE) || any(ItemState.NOT_SEEN);
    }

    void set(int i, ItemState state) {
        set(i, state, Note.Said.NONE);
    }

    void set(int i, ItemState state, Note note) {
        put(i, state, Optional.empty(), note);
    }

    void set(int i, ItemState state, CloudException why) {
        put(i, state, Optional.of(why), Note.Said.of(why));
    }

    void each(ItemState from, ItemState to, Note note) {
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i).state() == from) {
                set(i, to, note);
            }
        }
    }

    void answered(int i, List<String> reached, Json shown) {
        items.set(i, items.get(i).answered(reached, shown));
    }

    void usual(int i, Optional<Duration> usual) {
        items.set(i, items.get(i).usual(usual));
    }

    /// How many steps it builds on.
    int part(int i) {
        return (int) IntStream.range(0, i).filter(before -> builds(i, before)).count();
    }

    /// Names of the targets that an answer did not reach; none where no answer said which.
    List<String> missing(int i, List<Resource> targets) {
        var reached = items.get(i).reached();
        return reached.isEmpty()
                ? List.of()
                : targets.stream()
                        .filter(t -> !reached.contains(t.id()))
                        .map(Resource::name)
                        .toList();
    }

    /// The first that may go out. One that builds on another waits while that one is followed or looked for, and is not sent once
    /// that one has ended in another way than done.
    ///
    /// @param followed those whose end is awaited
    /// @param looked those whose sign is being looked for
    Optional<Integer> next(Set<Integer> followed, Set<Integer> looked) {
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i).state() == ItemState.WAITING) {
                boolean waits = false;
                for (int before = 0; before < i; before++) {
                    if (builds(i, before)) {
                        waits |= followed.contains(before) || waitsFor(before, looked);
                        if (fell(before, looked)) {
                            set(i, ItemState.NOT_SENT);
                        }
                    }
                }
                if (!waits && items.get(i).state() == ItemState.WAITING) {
                    return Optional.of(i);
                }
            }
        }
        return Optional.empty();
    }

    boolean canRetry(int i) {
        return i >= 0 && i < items.size() && items.get(i).state() == ItemState.REFUSED;
    }

    void again(int step) {
        set(step, ItemState.WAITING);
        for (int i = step + 1; i < items.size(); i++) {
            if (items.get(i).state() == ItemState.NOT_SENT && builds(i, step)) {
                set(i, ItemState.WAITING);
            }
        }
    }

    /// As the journal names the end of the whole.
    String outcome() {
        var states = new HashSet<>(items.stream().map(Item::state).toList());
        if (states.isEmpty()) {
            return "done";
        }
        if (states.contains(ItemState.UNKNOWN)) {
            return "unknown";
        }
        if (states.size() > 1) {
            return "partly";
        }
        return switch (states.iterator().next()) {
            case DONE -> "done";
            case REFUSED -> "refused";
            case NOT_SEEN -> "not-seen";
            default -> "withdrawn";
        };
    }

    /// As an earlier run left them: what has no *sending* never went out, what has no answer is unknown.
    void restore(List<Sent> sent) {
        for (int i = 0; i < items.size(); i++) {
            newest(sent, i).ifPresent(s -> items.set(s.step(), restored(s, get(s.step()).label())));
            if (get(i).state() == ItemState.DONE || get(i).state() == ItemState.FOLLOWING) {
                var answer = newest(sent, i).flatMap(Sent::result).map(Result::answer);
                var reached = answer.map(steps.get(i).reached()).orElse(List.of());
                answered(i, reached, Json.absent());
            }
        }
    }

    /// The answer that was written down for a step; absent when none was.
    static Json answer(Kept kept, int step) {
        return newest(kept.sent(), step)
                .flatMap(Sent::result)
                .map(Result::answer)
                .orElse(Json.absent());
    }

    /// What never went out, for the journal, which else keeps only what did.
    String unsent() {
        return Unsent.written(items);
    }

    /// What can be said of a command without its plan.
    static List<Item> kept(Kept kept) {
        var last = kept.sent().stream().mapToInt(Sent::step).max();
        var sent =
                IntStream.rangeClosed(0, last.orElse(-1))
                        .mapToObj(i -> newest(kept.sent(), i))
                        .flatMap(Optional::stream)
                        .map(s -> restored(s, s.request()))
                        .toList();
        return kept.ended().map(end -> Unsent.beside(sent, end)).orElse(sent);
    }

    private static Optional<Sent> newest(List<Sent> sent, int step) {
        return sent.stream().filter(s -> s.step() == step).reduce((_, newer) -> newer);
    }

    private static Item restored(Sent sent, String label) {
        var result = sent.result();
        var state =
                switch (result.map(Result::result).orElse("unknown")) {
                    case "done" -> ItemState.DONE;
                    case "refused" -> ItemState.REFUSED;
                    case "withdrawn" -> ItemState.NOT_SENT;
                    case "following" -> ItemState.FOLLOWING;
                    case "not-seen" -> ItemState.NOT_SEEN;
                    default -> ItemState.UNKNOWN;
                };
        return item(
                sent.step(),
                label,
                state,
                result.map(Result::at).orElse(sent.at()),
                result.map(Result::note).map(Note::read).orElse(Note.Said.NONE));
    }

    /// Does the later step build on the earlier? Steps say no such thing: those for the same row do, and so do
    /// different calls that are for no row at all. Equal calls for different rows, or for none (launches), do not.
    private boolean builds(int later, int earlier) {
        var a = steps.get(earlier);
        var b = steps.get(later);
        if (a.targets().isEmpty() && b.targets().isEmpty()) {
            return !a.call().request().template().equals(b.call().request().template())
                    || !a.call().request().method().equals(b.call().request().method());
        }
        return a.targets().stream()
                .anyMatch(t -> b.targets().stream().anyMatch(o -> o.ref().equals(t.ref())));
    }

    private boolean waitsFor(int i, Set<Integer> looked) {
        return switch (items.get(i).state()) {
            case WAITING -> true;
            case UNKNOWN -> looked.contains(i);
            default -> false;
        };
    }

    private boolean fell(int i, Set<Integer> looked) {
        return switch (items.get(i).state()) {
            case REFUSED, WITHDRAWN, NOT_SEEN, NOT_SENT -> true;
            case UNKNOWN -> !looked.contains(i);
            case WAITING, SENDING, FOLLOWING, DONE -> false;
        };
    }

    private void put(int i, ItemState state, Optional<CloudException> why, Note note) {
        items.set(i, items.get(i).in(state, timeline.now(), why, note));
    }

    static Item item(int step, String label, ItemState state, Instant since, Note note) {
        return new Item(
                step,
                label,
                state,
                since,
                Optional.empty(),
                note,
                Json.absent(),
                List.of(),
                Optional.empty());
    }

    /// Would the next call be refused for the same reason?
    static boolean repeats(CloudException why) {
        return why instanceof CloudException.Unauthorized
                || why instanceof CloudException.NoCredential
                || why instanceof CloudException.ReadOnly
                || why instanceof CloudException.Untrusted;
    }
}
