package io.pilothouse.ui.shell.status;

import io.pilothouse.domain.Account;
import io.pilothouse.domain.Pin;
import io.pilothouse.sync.Connection;
import io.pilothouse.ui.kit.Road;
import io.pilothouse.ui.kit.Workbench;
import io.pilothouse.work.Urgency;

import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/// Every account's budget, queue and health. Changes are gathered for a quarter of a second, those by polls alone for a
/// quarter of a minute, so that an idle window draws seldom; a line whose words stay the same is left alone.
public final class StatusViewModel implements AutoCloseable {
    private static final Duration GATHER = Duration.ofMillis(250);
    private static final Duration GATHER_POLLS = Duration.ofSeconds(15);
    private static final Duration WHILE_QUEUED = Duration.ofSeconds(1);

    private final Workbench bench;
    private final ObservableList<AccountLine> lines = FXCollections.observableArrayList();
    private final AtomicBoolean asked = new AtomicBoolean();
    private final AtomicBoolean askedByPolls = new AtomicBoolean();
    private final Map<String, Pin> accountPins = new HashMap<>();
    private final Pin connectionsPin;
    private volatile boolean closed;

    public StatusViewModel(Workbench bench) {
        this.bench = bench;
        connectionsPin = bench.connections().observe(() -> bench.fx().execute(this::follow));
        follow();
    }

    public ObservableList<AccountLine> lines() {
        return lines;
    }

    private void follow() {
        var open = bench.connections().all();
        var gone = new ArrayList<>(accountPins.keySet());
        for (var connection : open) {
            var id = connection.account().id();
            gone.remove(id);
            accountPins.computeIfAbsent(id, _ -> pin(connection));
        }
        for (var id : gone) {
            var pin = accountPins.remove(id);
            if (pin != null) {
                pin.close();
            }
        }
        tell();
    }

    private Pin pin(Connection connection) {
        var health = connection.onHealth(_ -> soon());
        var traffic =
                bench.roads()
                        .apply(connection.account().id())
                        .map(r -> r.onTraffic(() -> moved(r)))
                        .orElse(() -> {});
        return Pin.all(health, traffic);
    }

    private void soon() {
        ask(GATHER, asked);
    }

    /// More than one call waiting is more than polls alone make.
    private void moved(Road road) {
        var traffic = road.traffic();
        if (traffic.queued().getOrDefault(Urgency.PERSON, 0) > 0
                || traffic.waiting() > 1
                || AccountLine.isHeldUp(traffic)) {
            soon();
        } else {
            ask(bench.untilNext(GATHER_POLLS), askedByPolls);
        }
    }

    private void ask(Duration delay, AtomicBoolean once) {
        if (!closed && once.compareAndSet(false, true)) {
            bench.timeline()
                    .after(
                            delay,
                            () ->
                                    bench.fx()
                                            .whenSeen(
                                                    () -> {
                                                        once.set(false);
                                                        tell();
                                                    }));
        }
    }

    /// Ages move on, what was queued may have gone, and what is on the wire may have got no answer for too long: of that
    /// no road tells by itself.
    public void tick() {
        if (lines.stream().anyMatch(l -> !(l.trouble() + l.queue() + l.quiet()).isEmpty())
                || isHeldUp()) {
            tell();
        }
    }

    private void tell() {
        if (closed) {
            return;
        }
        var now = new ArrayList<AccountLine>();
        boolean queued = false;
        for (var connection : bench.connections().all()) {
            var road = bench.roads().apply(connection.account().id());
            if (road.isPresent()) {
                var traffic = road.get().traffic();
                queued |= traffic.waiting() > 1;
                now.add(
                        AccountLine.of(
                                connection.account(),
                                peers(connection, road.get()),
                                traffic,
                                connection.health(),
                                bench.now()));
            }
        }
        if (!now.equals(List.copyOf(lines))) {
            lines.setAll(now);
        }
        if (queued) {
            ask(WHILE_QUEUED, asked);
        }
    }

    private boolean isHeldUp() {
        return bench.connections().all().stream()
                .flatMap(c -> bench.roads().apply(c.account().id()).stream())
                .anyMatch(road -> AccountLine.isHeldUp(road.traffic()));
    }

    private List<String> peers(Connection mine, Road road) {
        return bench.connections().all().stream()
                .filter(c -> !c.equals(mine))
                .map(Connection::account)
                .filter(a -> bench.roads().apply(a.id()).filter(road::equals).isPresent())
                .map(Account::name)
                .toList();
    }

    @Override
    public void close() {
        closed = true;
        connectionsPin.close();
        accountPins.values().forEach(Pin::close);
    }
}
