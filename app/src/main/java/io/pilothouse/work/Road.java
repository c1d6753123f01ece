package io.pilothouse.work;

import io.pilothouse.cloud.ApiCall;
import io.pilothouse.cloud.CloudException;
import io.pilothouse.work.Fetch.State;
import io.pilothouse.work.Fetch.Waiter;
import io.pilothouse.work.pace.Answers;
import io.pilothouse.work.pace.Backoff;
import io.pilothouse.work.pace.Lane;
import io.pilothouse.work.pace.Lanes;
import io.pilothouse.work.pace.Passage;
import io.pilothouse.work.pace.SentTimes;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The books of a [RequestScheduler]: who waits, who is under way, and what follows from each thing that happens. Its
/// monitor is the scheduler's one lock; it calls nobody. Times are in nanoseconds of the scheduler's clock.
final class Road {
    /// What follows from a failure.
    ///
    /// @param told those for whom it was the end; empty when it is sent again
    /// @param shared how many more than one had asked
    /// @param logsIn a login is to be sent now
    record Verdict(List<Waiter<?>> told, int shared, boolean logsIn) {}

    /// What is known of one send when it goes.
    record Sent(Passage passage, long left, Entries.Departure departure) {}

    private final Lanes lanes;
    private final Backoff backoff;
    private final Answers answers;
    private final boolean hasLogin;
    private final Waiting waiting = new Waiting();
    private final Map<Fetch.Key, Fetch> reads = new HashMap<>();

    /// Those on the wire of which no status has come yet, and when they left.
    private final Map<Passage, Long> unanswered = new HashMap<>();

    private long orders;
    private int underWay;

    /// Counts each time that a write leaves or ends.
    private long writes;

    private long logins;
    private boolean loggingIn;
    private boolean closed;

    Road(Terms terms, long seed) {
        lanes = new Lanes(terms.budgets());
        hasLogin = terms.login().isPresent();
        backoff = new Backoff(seed);
        answers = new Answers(backoff);
    }

    synchronized void resume(SentTimes sent, Instant wall, long now) {
        lanes.resume(sent.load(), wall, now);
    }

    /// @throws IllegalArgumentException for a budget that the account does not have
    List<Lane> lanes(Set<String> names) {
        return lanes.of(withAll(names));
    }

    synchronized <T> Waiter<T> waiter(Order<T> order) {
        return new Waiter<>(order, ++orders);
    }

    /// Queues it, or joins it to an equal read; empty when closed.
    synchronized Optional<Fetch> queue(Waiter<?> waiter, long now) {
        if (closed) {
            return Optional.empty();
        }
        var order = waiter.order();
        var key = key(order.call());
        // a gate decides for its own call alone
        boolean shares = order.call().repeatable() && order.gate().equals(Order.Gate.OPEN);
        var there = shares ? reads.get(key) : null;
        // what left before a write may not show it
        if (there != null && (there.state == State.QUEUED || there.writes == writes)) {
            there.join(waiter);
            return Optional.of(there);
        }
        var fetch = new Fetch(waiter, key, lanes(key.budgets()), false, now);
        waiting.add(fetch);
        if (shares) {
            reads.put(key, fetch);
        }
        return Optional.of(fetch);
    }

    /// Queues a login before everything else; false when closed.
    synchronized boolean queueLogin(Waiter<?> waiter, long now) {
        if (!closed) {
            var key = key(waiter.order().call());
            waiting.add(new Fetch(waiter, key, lanes(key.budgets()), true, now));
        }
        return !closed;
    }

    /// True when it is certain that this was not sent for that one, and never will be.
    synchronized boolean withdraw(Fetch fetch, Waiter<?> waiter) {
        if (!fetch.isNeverSent() || !fetch.drop(waiter)) {
            return false;
        }
        if (fetch.waiters().isEmpty()) {
            forget(fetch);
        }
        return true;
    }

    /// Takes out all that may go now, each with its slot.
    synchronized List<Fetch> leaving(long now) {
        var all = new ArrayList<Fetch>();
        for (var next = next(now); next.isPresent(); next = next(now)) {
            var fetch = next.get();
            fetch.passage = Lanes.enter(fetch.lanes, now);
            fetch.state = State.LEAVING;
            fetch.writes = writes;
            fetch.logins = logins;
            underWay++;
            all.add(fetch);
        }
        return all;
    }

    /// When the next may go, as far as that is known; the largest `long` where it is not.
    synchronized long nextAt() {
        return closed
                ? Long.MAX_VALUE
                : waiting.all().stream().mapToLong(this::mayGoAt).min().orElse(Long.MAX_VALUE);
    }

    /// It goes on the wire now; empty when it must not any more.
    synchronized Optional<Sent> leave(Fetch fetch, Instant wall, long now) {
        var passage = fetch.passage;
        if (closed || passage == null) {
            return Optional.empty();
        }
        fetch.leaves();
        Lanes.left(passage, now);
        unanswered.put(passage, now);
        countWrite(fetch);
        var departure =
                new Entries.Departure(
                        fetch.request(),
                        fetch.why(),
                        fetch.urgency(),
                        wall,
                        Duration.ofNanos(now - fetch.wantedSince));
        return Optional.of(new Sent(passage, now, departure));
    }

    /// It did not go: its slot is free again.
    synchronized Fetch giveBack(Fetch fetch) {
        if (fetch.passage != null) {
            Lanes.giveBack(fetch.passage);
        }
        underWay--;
        forget(fetch);
        return fetch;
    }

    synchronized void written(Passage passage, boolean warm, long now) {
        Lanes.written(passage, warm, now);
    }

    synchronized void answered(Passage passage, long now) {
        unanswered.remove(passage);
        Lanes.answered(passage, now);
    }

    /// A good answer is in; those who waited for it.
    synchronized List<Waiter<?>> done(Fetch fetch, Sent sent, long now) {
        arrive(fetch, sent.passage(), now);
        Lanes.ease(sent.passage());
        answers.good(now - sent.left());
        forget(fetch);
        return fetch.waiters();
    }

    /// @param status 0 where none came
    synchronized Verdict failed(Fetch fetch, Sent sent, int status, CloudException why, long now) {
        var passage = sent.passage();
        arrive(fetch, passage, now);
        if (why instanceof CloudException.Throttled throttled) {
            var wait = answers.throttled(throttled.after(), now);
            Lanes.throttled(passage, now + wait.toNanos());
        } else if (status != 0) {
            Lanes.ease(passage);
            answers.other();
        }
        boolean wasLoggingIn = loggingIn;
        int shared = fetch.waiters().size() - 1;
        if (goesAgain(fetch, status, why, now)) {
            fetch.queueAgain(why, now);
            waiting.add(fetch);
            return new Verdict(List.of(), shared, loggingIn && !wasLoggingIn);
        }
        forget(fetch);
        return new Verdict(fetch.waiters(), shared, false);
    }

    /// @return those who end with it when it failed: each would only be refused, and a login tried again and again
    ///     gets locked
    synchronized List<Fetch> loggedIn(boolean failed) {
        loggingIn = false;
        logins++;
        return failed ? forgetAll() : List.of();
    }

    /// @return those who waited; nothing is queued from now on
    synchronized List<Fetch> close() {
        closed = true;
        return forgetAll();
    }

    synchronized Map<String, Duration> sinceLast(long now) {
        return lanes.sinceLast(now);
    }

    synchronized Traffic traffic(long now) {
        var queued = new EnumMap<Urgency, Integer>(Urgency.class);
        for (var urgency : Urgency.values()) {
            queued.put(urgency, 0);
        }
        waiting.all().forEach(f -> queued.merge(f.urgency(), 1, Integer::sum));
        var uses = lanes.all().stream().map(lane -> use(lane, now)).toList();
        long oldest = unanswered.values().stream().mapToLong(Long::longValue).min().orElse(now);
        return new Traffic(
                Map.copyOf(queued),
                underWay,
                uses,
                answers.throttles(now),
                answers.held(now),
                Duration.ofNanos(now - oldest));
    }

    synchronized Duration estimate(List<Set<String>> calls, long now) {
        if (calls.isEmpty()) {
            return Duration.ZERO;
        }
        var needed = calls.stream().map(this::lanes).toList();
        var ahead = waiting.clicks().stream().map(f -> f.lanes).toList();
        long last = Lanes.lastLeaves(ahead, needed, now, answers.usual());
        return Duration.ofNanos(last + answers.usual());
    }

    private static Traffic.Use use(Lane lane, long now) {
        return new Traffic.Use(
                lane.name(),
                lane.budget(),
                lane.lastMinute(now),
                Duration.ofNanos(lane.next(now)),
                Duration.ofNanos(lane.widened()));
    }

    private static Fetch.Key key(ApiCall<?> call) {
        return new Fetch.Key(call.request(), withAll(call.budgets()));
    }

    private static Set<String> withAll(Set<String> names) {
        var all = new HashSet<>(names);
        all.add(ApiCall.ALL);
        return Set.copyOf(all);
    }

    private Optional<Fetch> next(long now) {
        return closed ? Optional.empty() : waiting.next(f -> mayGoAt(f) <= now);
    }

    private long mayGoAt(Fetch fetch) {
        return loggingIn && !fetch.login
                ? Long.MAX_VALUE
                : Math.max(fetch.notBefore, Lanes.earliest(fetch.lanes));
    }

    private void countWrite(Fetch fetch) {
        if (!fetch.repeatable) {
            writes++;
        }
    }

    private void arrive(Fetch fetch, Passage passage, long now) {
        underWay--;
        unanswered.remove(passage);
        Lanes.ended(passage, now);
        countWrite(fetch);
    }

    private boolean goesAgain(Fetch fetch, int status, CloudException why, long now) {
        if (closed) {
            return false;
        }
        if (why instanceof CloudException.Unauthorized && goesAfterLogin(fetch)) {
            return true;
        }
        if (fetch.takesInstead(status)) {
            return true;
        }
        if (!fetch.mayRetry(why)) {
            return false;
        }
        // a 429 holds the budgets themselves
        if (!(why instanceof CloudException.Throttled)) {
            fetch.notBefore = now + backoff.after(fetch.failures()).toNanos();
        }
        return true;
    }

    private boolean goesAfterLogin(Fetch fetch) {
        if (!hasLogin || fetch.login || fetch.loggedIn) {
            return false;
        }
        fetch.loggedIn = true;
        // one that left before the newest login needs no other
        loggingIn |= fetch.logins == logins;
        return true;
    }

    private void forget(Fetch fetch) {
        fetch.state = State.ENDED;
        waiting.remove(fetch);
        reads.remove(fetch.key, fetch);
    }

    private List<Fetch> forgetAll() {
        var all = waiting.all();
        all.forEach(this::forget);
        return all;
    }
}
