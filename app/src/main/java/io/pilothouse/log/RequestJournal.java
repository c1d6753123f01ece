package io.pilothouse.log;

import io.pilothouse.domain.Listeners;
import io.pilothouse.domain.Pin;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// The requests of this run, newest last: at most 5,000 entries and 32 MB. Safe to use from any thread.
public final class RequestJournal {
    public static final int MOST = 5_000;
    public static final long MOST_BYTES = 32L << 20;

    private final ArrayDeque<RequestEntry> entries = new ArrayDeque<>();
    private final List<Consumer<RequestEntry>> observers = new ArrayList<>();
    private final Listeners<String> cleared = new Listeners<>();
    private long weight;
    private long numbers;

    /// The number of the next entry: counts up through the run, over all accounts.
    public synchronized long number() {
        return ++numbers;
    }

    public synchronized void add(RequestEntry entry) {
        entries.addLast(entry);
        weight += entry.weight();
        while (entries.size() > MOST || (weight > MOST_BYTES && entries.size() > 1)) {
            weight -= entries.removeFirst().weight();
        }
        observers.forEach(o -> o.accept(entry));
    }

    /// The newest entries, oldest first.
    public synchronized List<RequestEntry> newest(int most) {
        var all = List.copyOf(entries);
        return all.subList(Math.max(0, all.size() - most), all.size());
    }

    public synchronized int count() {
        return entries.size();
    }

    /// About what all entries take in memory.
    public synchronized long bytes() {
        return weight;
    }

    public void clear() {
        synchronized (this) {
            entries.clear();
            weight = 0;
        }
        cleared.tell("cleared");
    }

    /// Tells that all entries have gone.
    public Pin onClear(Runnable observer) {
        return cleared.add(_ -> observer.run());
    }

    /// Tells of each new entry, on the thread that brought it; run what is returned to end it.
    public synchronized Runnable observe(Consumer<RequestEntry> observer) {
        observers.add(observer);
        return () -> {
            synchronized (this) {
                observers.remove(observer);
            }
        };
    }
}
