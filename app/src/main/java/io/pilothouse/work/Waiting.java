package io.pilothouse.work;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// Those who wait, and whose turn it is: the most urgent, in each class who came first. A turn in ten goes to whoever
/// has waited longest: among polls when clicks have taken the nine before, so that clicks can't blind the panel, and
/// among the less urgent polls likewise. A click's first nine never pay for that. Guarded by the scheduler's lock.
final class Waiting {
    private static final int TURN = 10;

    private final List<Fetch> all = new ArrayList<>();

    /// Clicks served since a poll was, while one could have gone.
    private int clicks;

    /// Polls served by urgency since the oldest was, while an older one could have gone.
    private int hurried;

    void add(Fetch fetch) {
        all.add(fetch);
    }

    void remove(Fetch fetch) {
        all.remove(fetch);
    }

    List<Fetch> all() {
        return List.copyOf(all);
    }

    /// By place in their class.
    List<Fetch> clicks() {
        return all.stream()
                .filter(Waiting::isClick)
                .sorted(Comparator.comparingLong(Fetch::place))
                .toList();
    }

    /// Takes out whose turn it is among those that are ready.
    Optional<Fetch> next(Predicate<Fetch> ready) {
        var able = all.stream().filter(ready).toList();
        var polls = able.stream().filter(f -> !isClick(f)).toList();
        var click =
                able.stream().filter(Waiting::isClick).min(Comparator.comparingLong(Fetch::place));
        boolean pollsTurn = click.isEmpty() || (clicks >= TURN - 1 && !polls.isEmpty());
        var chosen = pollsTurn ? poll(polls, click.isPresent()) : click;
        if (!pollsTurn && !polls.isEmpty()) {
            clicks++;
        }
        chosen.ifPresent(all::remove);
        return chosen;
    }

    private Optional<Fetch> poll(List<Fetch> polls, boolean overdue) {
        if (polls.isEmpty()) {
            return Optional.empty();
        }
        clicks = 0;
        var oldest = polls.stream().min(Comparator.comparingLong(Fetch::age)).orElseThrow();
        if (overdue || hurried >= TURN - 1) {
            hurried = 0;
            return Optional.of(oldest);
        }
        var urgent =
                polls.stream()
                        .min(Comparator.comparing(Fetch::urgency).thenComparingLong(Fetch::place))
                        .orElseThrow();
        hurried = urgent == oldest ? 0 : hurried + 1;
        return Optional.of(urgent);
    }

    private static boolean isClick(Fetch fetch) {
        return fetch.urgency() == Urgency.PERSON;
    }
}
