package io.pilothouse.sync;

import io.pilothouse.cloud.Action;
import io.pilothouse.cloud.ApiCall;
import io.pilothouse.cloud.Request;
import io.pilothouse.domain.Account;
import io.pilothouse.domain.Json;
import io.pilothouse.domain.Pin;
import io.pilothouse.domain.Resource;
import io.pilothouse.store.FeedKey;
import io.pilothouse.store.Snapshot;
import io.pilothouse.store.Store;
import io.pilothouse.sync.feed.Poller;
import io.pilothouse.testkit.VirtualTimeline;
import io.pilothouse.work.Requests;
import io.pilothouse.work.Timeline;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/// One account at a [FakeCloud], open, in virtual time. A second one on the same cloud and history is the next run of
/// the program.
final class Harbour {
    static final Duration GRACE = Duration.ofSeconds(5);

    final VirtualTimeline time;
    final FakeCloud cloud;
    final MemoryHistory history;
    final FakeRoad road;
    final Store store = new Store();
    final Connections connections = new Connections();
    final Commands commands;
    int wakeUps;
    Connection.Keys keys = Connection.Keys.FIXED;

    Harbour() {
        this(new VirtualTimeline(), new FakeCloud(), new MemoryHistory());
    }

    Harbour(VirtualTimeline time, FakeCloud cloud, MemoryHistory history) {
        this.time = time;
        this.cloud = cloud;
        this.history = history;
        cloud.discover.putIfAbsent("me", ApiCall.read(Request.get("/me")));
        road = new FakeRoad(time, cloud);
        commands =
                new Commands(connections, history, history, time, new SplittableRandom(7), GRACE);
    }

    /// The next run of the program, after this one has died.
    Harbour restarted() {
        return new Harbour(new VirtualTimeline(time.now()), cloud, history);
    }

    Harbour open() {
        return open(road);
    }

    Harbour open(Requests requests) {
        connections.open(
                new Connection(
                        account(), cloud, requests, store, history, history, counting(), keys));
        return this;
    }

    /// Counts the tasks that wake a thread.
    private Timeline counting() {
        return new Timeline() {
            @Override
            public Instant now() {
                return time.now();
            }

            @Override
            public long nanos() {
                return time.nanos();
            }

            @Override
            public Pin after(Duration delay, Runnable task) {
                return time.after(delay, task);
            }

            @Override
            public void start(String name, Runnable blocking) {
                wakeUps++;
                time.start(name, blocking);
            }
        };
    }

    Harbour run(Duration span) {
        time.advance(span);
        return this;
    }

    Connection connection() {
        return connections.of("a").orElseThrow();
    }

    Poller poller() {
        return connection().poller();
    }

    Snapshot feed(String type) {
        return store.get(new FeedKey("a", type, ""));
    }

    Resource machine(String id) {
        return connection().inventory().find(FakeCloud.MACHINE, id).orElseThrow();
    }

    Command ask(String action, List<Resource> targets, Json answers) {
        Action known = connection().cloud().action(action).orElseThrow();
        return commands.ask(
                connection(), known, Optional.empty(), targets, Json.obj(), answers, "title");
    }

    Command launch(int count) {
        return ask("t.machine.launch", List.of(), Json.obj("n", count));
    }

    /// The command as it stands now.
    Command now(Command command) {
        return commands.get(command.id()).orElseThrow();
    }

    Command.Item item(Command command, int step) {
        return now(command).items().get(step);
    }

    private static Account account() {
        return new Account(
                "a",
                "A",
                "t",
                Optional.empty(),
                Account.Stage.DEVELOPMENT,
                false,
                "violet",
                Map.of(),
                Map.of(),
                Json.obj());
    }
}
