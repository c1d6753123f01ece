package io.pilothouse.ui.shell.panes;

import io.pilothouse.domain.Pin;
import io.pilothouse.log.RequestEntry;
import io.pilothouse.ui.kit.Workbench;

import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import java.time.Duration;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/// The requests of this run, newest first. Polls are gathered for a quarter of a minute, so that an idle window draws
/// seldom; what a person asked for is shown at once.
public final class RequestsViewModel implements AutoCloseable {
    static final int SHOWN = 500;
    private static final Duration GATHER = Duration.ofSeconds(15);

    private final Workbench bench;
    private final ObservableList<RequestEntry> entries = FXCollections.observableArrayList();
    private final ConcurrentLinkedQueue<RequestEntry> news = new ConcurrentLinkedQueue<>();
    private final AtomicInteger waiting = new AtomicInteger();
    private final AtomicBoolean asked = new AtomicBoolean();
    private final AtomicBoolean gathering = new AtomicBoolean();
    private final Runnable end;
    private final Pin cleared;

    public RequestsViewModel(Workbench bench) {
        this.bench = bench;
        this.end = bench.requests().observe(this::hear);
        cleared = bench.requests().onClear(() -> bench.fx().execute(this::empty));
        entries.setAll(bench.requests().newest(SHOWN).reversed());
    }

    public ObservableList<RequestEntry> entries() {
        return entries;
    }

    public Workbench bench() {
        return bench;
    }

    private void hear(RequestEntry entry) {
        news.add(entry);
        if (waiting.incrementAndGet() > SHOWN && news.poll() != null) {
            waiting.decrementAndGet(); // nobody has looked for long
        }
        if (entry.urgency().equals("person")
                || entry.status() < 200
                || entry.status() > 299
                || entries.size() < 10) {
            drainWhenSeen();
        } else if (gathering.compareAndSet(false, true)) {
            bench.timeline()
                    .after(
                            bench.untilNext(GATHER),
                            () -> {
                                gathering.set(false);
                                drainWhenSeen();
                            });
        }
    }

    private void drainWhenSeen() {
        if (asked.compareAndSet(false, true)) {
            bench.fx()
                    .whenSeen(
                            () -> {
                                asked.set(false);
                                drain();
                            });
        }
    }

    private void empty() {
        while (news.poll() != null) {
            waiting.decrementAndGet();
        }
        entries.clear();
    }

    private void drain() {
        var more = new java.util.ArrayList<RequestEntry>();
        for (var entry = news.poll(); entry != null; entry = news.poll()) {
            waiting.decrementAndGet();
            more.addFirst(entry);
        }
        if (!more.isEmpty()) {
            entries.addAll(0, more);
            if (entries.size() > SHOWN) {
                entries.remove(SHOWN, entries.size());
            }
        }
    }

    @Override
    public void close() {
        end.run();
        cleared.close();
    }
}
