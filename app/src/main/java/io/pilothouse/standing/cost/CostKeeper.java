package io.pilothouse.standing.cost;

import io.pilothouse.domain.Kind;
import io.pilothouse.domain.Listeners;
import io.pilothouse.domain.Pin;
import io.pilothouse.history.HistoryException;
import io.pilothouse.history.cost.Costs;
import io.pilothouse.history.cost.Costs.Step;
import io.pilothouse.store.Delta;
import io.pilothouse.store.Store;
import io.pilothouse.sync.Connections;
import io.pilothouse.work.Timeline;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;

/// Watches what each account costs an hour and writes it down in steps, sparing the disk. While an account can't be read,
/// the computer sleeps or the program is not running, nothing is written: that time is a gap. Safe to use from any thread.
public final class CostKeeper implements AutoCloseable {
    /// Two looks that are further apart leave a gap: what was in between was not seen.
    public static final Duration BRIDGED = Duration.ofMinutes(5);

    private static final Duration KEPT_EVERY = Duration.ofMinutes(1);
    private static final Logger LOG = LoggerFactory.getLogger(CostKeeper.class);

    /// The step that goes on.
    private record Current(long number, Step step, Instant keptUntil) {}

    private final Connections connections;
    private final Store store;
    private final Costs costs;
    private final Timeline timeline;
    private final Listeners<CostKeeper> listeners = new Listeners<>();
    private final Set<String> due = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean asked = new AtomicBoolean();
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, Current> current = new HashMap<>(); // guarded by `lock`
    private final Pin pin;
    private boolean refused; // guarded by `lock`

    public CostKeeper(Connections connections, Store store, Costs costs, Timeline timeline) {
        this.connections = connections;
        this.store = store;
        this.costs = costs;
        this.timeline = timeline;
        pin = store.observe(this::hear);
    }

    /// Told on any thread when a step has begun or ended.
    public Pin observe(Runnable changed) {
        return listeners.add(_ -> changed.run());
    }

    /// The steps that ended after that time, oldest first; those that go on reach until now. Reads the disk.
    ///
    /// @throws HistoryException when the disk can't be read
    public List<Step> since(Instant time) {
        lock.lock();
        try {
            var now = timeline.now();
            return costs.since(time).stream().map(s -> upTo(now, s)).toList();
        } finally {
            lock.unlock();
        }
    }

    private Step upTo(Instant now, Step kept) {
        return Optional.ofNullable(current.get(kept.account()))
                .map(Current::step)
                .filter(s -> s.from().equals(kept.from()))
                .map(s -> isBridged(s.until(), now) ? s.until(now) : s)
                .orElse(kept);
    }

    /// Told inside the store's turn: the disk is written elsewhere.
    private void hear(Delta delta) {
        var key = delta.now().key();
        boolean counts =
                connections
                        .of(key.account())
                        .map(
                                c ->
                                        c.cloud()
                                                .type(key.type())
                                                .filter(t -> t.kind() == Kind.INSTANCE)
                                                .isPresent())
                        .orElse(true);
        if (counts) {
            due.add(key.account());
            if (asked.compareAndSet(false, true)) {
                timeline.start("costs", this::look);
            }
        }
    }

    private void look() {
        asked.set(false);
        boolean changed = false;
        lock.lock();
        try {
            for (var account : List.copyOf(due)) {
                due.remove(account);
                changed |= look(account);
            }
            refused = false;
        } catch (HistoryException e) {
            if (!refused) {
                LOG.warn("what the accounts cost could not be kept", e);
            }
            refused = true;
        } finally {
            lock.unlock();
        }
        if (changed) {
            listeners.tell(this);
        }
    }

    /// Has a step begun or ended?
    private boolean look(String account) {
        var rate = connections.of(account).flatMap(c -> Rate.of(c, store)).filter(Rate::fresh);
        var going = Optional.ofNullable(current.get(account));
        var now = timeline.now();
        if (rate.isEmpty()) {
            current.remove(account);
            going.ifPresent(c -> costs.extend(c.number(), c.step()));
            return going.isPresent();
        }
        var bridged = going.filter(c -> isBridged(c.step().until(), now));
        if (bridged.filter(c -> isSame(c.step(), rate.get())).isPresent()
                && goOn(account, bridged.get(), now)) {
            return false;
        }
        current.remove(account);
        // up to the moment in which it was seen to be another
        bridged.ifPresent(c -> costs.extend(c.number(), c.step().until(now)));
        var step =
                new Step(
                        account,
                        now,
                        now,
                        rate.get().sum().centsAnHour(),
                        rate.get().priced(),
                        rate.get().unpriced());
        current.put(account, new Current(costs.begin(step), step, now));
        return true;
    }

    /// @return false where a person has cleared what was kept, so that it has to be begun anew
    private boolean goOn(String account, Current before, Instant now) {
        var kept = before.keptUntil();
        var step = before.step().until(now);
        if (Duration.between(kept, now).compareTo(KEPT_EVERY) >= 0) {
            if (!costs.extend(before.number(), step)) {
                return false;
            }
            kept = now;
        }
        current.put(account, new Current(before.number(), step, kept));
        return true;
    }

    private static boolean isSame(Step step, Rate rate) {
        return step.cents() == rate.sum().centsAnHour()
                && step.priced() == rate.priced()
                && step.unpriced() == rate.unpriced();
    }

    /// A wall clock that was set back bridges nothing.
    private static boolean isBridged(Instant until, Instant now) {
        return !now.isBefore(until) && Duration.between(until, now).compareTo(BRIDGED) <= 0;
    }

    /// Writes down until when each step was seen.
    @Override
    public void close() {
        pin.close();
        lock.lock();
        try {
            current.values().forEach(c -> costs.extend(c.number(), c.step()));
            current.clear();
        } catch (HistoryException e) {
            LOG.warn("until when the accounts cost what they did could not be kept", e);
        } finally {
            lock.unlock();
        }
    }
}
