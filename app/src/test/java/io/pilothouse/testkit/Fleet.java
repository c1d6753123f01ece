package io.pilothouse.testkit;

import io.pilothouse.cloud.Answer;
import io.pilothouse.cloud.CloudException;
import io.pilothouse.cloud.Refusal;
import io.pilothouse.domain.Account;
import io.pilothouse.domain.Facts;
import io.pilothouse.domain.Json;
import io.pilothouse.domain.Money;
import io.pilothouse.domain.Resource;
import io.pilothouse.domain.Secret;
import io.pilothouse.domain.Status;
import io.pilothouse.domain.Status.Phase;
import io.pilothouse.history.History;
import io.pilothouse.log.RequestJournal;
import io.pilothouse.store.Store;
import io.pilothouse.sync.Commands;
import io.pilothouse.sync.Connection;
import io.pilothouse.sync.Connections;
import io.pilothouse.ui.kit.Clips;
import io.pilothouse.ui.kit.Workbench;
import io.pilothouse.work.Order;
import io.pilothouse.work.Outcome;
import io.pilothouse.work.Requests;
import io.pilothouse.work.Ticket;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicBoolean;

/// Accounts at a made-up provider of machines, disks and tokens, with poller, commands and history, in virtual time.
/// What an account has, and how it fails, is as the test says.
public final class Fleet implements AutoCloseable {
    /// 15:32 in Berlin, 14:32 in UTC.
    public static final Instant NOW = Instant.parse("2026-11-24T14:32:00Z");

    private static final Duration TRIP = Duration.ofMillis(80);

    public final VirtualTimeline time;
    public final Store store = new Store();
    public final Connections connections = new Connections();
    public final History history;
    public final Commands commands;

    /// What was sent, as `GET /machine`.
    public final List<String> sent = new ArrayList<>();

    /// The bodies of what was sent, where it had one.
    public final List<Json> bodies = new ArrayList<>();

    private final Map<String, Map<String, List<Resource>>> rows = new HashMap<>();
    private final Map<String, CloudException> faults = new HashMap<>();
    private final Workbench bench;

    public Fleet(Path folder) {
        this(folder, NOW);
    }

    /// @param folder for the history; another fleet on the same one is the next run
    public Fleet(Path folder, Instant start) {
        time = new VirtualTimeline(start);
        history = History.open(folder).history();
        commands =
                new Commands(
                        connections,
                        history.commands(),
                        history.usualTimes(),
                        time,
                        new SplittableRandom(7),
                        Duration.ofSeconds(5));
        bench =
                new Workbench(
                        store,
                        connections,
                        _ -> Optional.empty(),
                        commands,
                        new RequestJournal(),
                        history.transitions(),
                        time,
                        Runnable::run,
                        new Silent(),
                        false);
    }

    public Workbench bench() {
        return bench;
    }

    public Fleet open(String id, String name) {
        var mine = rows.computeIfAbsent(id, _ -> new HashMap<>());
        connections.open(
                new Connection(
                        account(id, name),
                        new MachineProvider(type -> mine.getOrDefault(type, List.of())),
                        new Road(id),
                        store,
                        history.pages(),
                        history.transitions(),
                        time,
                        Connection.Keys.FIXED));
        return this;
    }

    /// In place of what it had of this type.
    public Fleet has(String account, String type, Resource... all) {
        rows.computeIfAbsent(account, _ -> new HashMap<>()).put(type, List.of(all));
        return this;
    }

    /// Every read of the account ends so from now on.
    public Fleet fails(String account, CloudException why) {
        faults.put(account, why);
        return this;
    }

    public Fleet recovers(String account) {
        faults.remove(account);
        return this;
    }

    public Fleet pass(Duration span) {
        time.advance(span);
        return this;
    }

    /// The lists of machines are read now.
    public Fleet read() {
        connections.all().forEach(c -> c.poller().refresh(MachineProvider.TYPES));
        return pass(Duration.ofSeconds(1));
    }

    public static Resource machine(String name, String word, long cents) {
        return machine(name, word).with(Facts.PRICE, new Money(cents));
    }

    /// One whose price nobody tells.
    public static Resource machine(String name, String word) {
        return Resource.of(
                MachineProvider.MACHINE,
                "id-" + name,
                name,
                new Status(word, phase(word)),
                Json.obj("id", "id-" + name));
    }

    public static Resource disk(String name) {
        return row(MachineProvider.DISK, name);
    }

    public static Resource token(String name, Instant end) {
        return row(MachineProvider.TOKEN, name).with(Facts.EXPIRES, end);
    }

    private static Resource row(String type, String name) {
        return Resource.of(type, "id-" + name, name, Status.NONE, Json.obj("id", "id-" + name));
    }

    private static Phase phase(String word) {
        return switch (word) {
            case "active" -> Phase.RUNNING;
            case "booting" -> Phase.CHANGING;
            case "terminating" -> Phase.ENDING;
            case "stopped" -> Phase.STOPPED;
            case "unhealthy" -> Phase.FAILED;
            case "terminated" -> Phase.GONE;
            default -> Phase.UNKNOWN;
        };
    }

    public static CloudException unreachable() {
        return new CloudException.Unreachable(
                CloudException.Unreachable.Cause.TIMEOUT, "timed out");
    }

    public static CloudException refusedKey() {
        return new CloudException.Unauthorized(Refusal.NONE);
    }

    private static Account account(String id, String name) {
        return new Account(
                id,
                name,
                "machines",
                Optional.empty(),
                Account.Stage.DEVELOPMENT,
                false,
                "violet",
                Map.of(),
                Map.of(),
                Json.obj());
    }

    private final class Road implements Requests {
        private final String account;

        Road(String account) {
            this.account = account;
        }

        @Override
        public <T> Ticket submit(Order<T> order) {
            var waits = new AtomicBoolean(true);
            time.after(
                    TRIP,
                    () -> {
                        if (waits.getAndSet(false)) {
                            order.then().accept(outcome(order));
                        }
                    });
            return () -> {
                boolean taken = waits.getAndSet(false);
                if (taken) {
                    time.after(Duration.ZERO, () -> order.then().accept(new Outcome.Withdrawn<>()));
                }
                return taken;
            };
        }

        private <T> Outcome<T> outcome(Order<T> order) {
            try {
                if (!order.gate().open()) {
                    return new Outcome.Withdrawn<>();
                }
                var request = order.call().request();
                sent.add(request.method() + " " + request.path(v -> v));
                if (!request.body().isAbsent()) {
                    bodies.add(request.body());
                }
                var fault = faults.get(account);
                if (fault != null) {
                    return new Outcome.Failed<>(fault);
                }
                var answer = new Answer(200, Map.of(), Json.obj(), 0);
                return new Outcome.Value<>(order.call().decode().apply(answer), answer);
            } catch (CloudException e) {
                return new Outcome.Failed<>(e);
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        }
    }

    private static final class Silent implements Clips {
        @Override
        public void copy(String text) {}

        @Override
        public void copy(Secret secret) {}
    }

    /// As the program ends; what the history holds is there for the next run.
    @Override
    public void close() {
        commands.close();
        connections.close();
        time.runDue();
        history.close();
    }
}
