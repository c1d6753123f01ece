package io.pilothouse.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.cloud.Action;
import io.pilothouse.cloud.ApiCall;
import io.pilothouse.cloud.form.FormCheck;
import io.pilothouse.domain.Inventory;
import io.pilothouse.domain.Json;
import io.pilothouse.domain.Resource;
import io.pilothouse.history.History;
import io.pilothouse.provider.crusoe.CrusoeProvider;
import io.pilothouse.rehearsal.crusoe.CrusoeRehearsal;
import io.pilothouse.rehearsal.crusoe.CrusoeSetup;
import io.pilothouse.rehearsal.crusoe.place.Capacity;
import io.pilothouse.rehearsal.loopback.RehearsalClock;
import io.pilothouse.rehearsal.loopback.Speed;
import io.pilothouse.store.Store;
import io.pilothouse.sync.Command;
import io.pilothouse.sync.Command.ItemState;
import io.pilothouse.sync.Commands;
import io.pilothouse.sync.Connection;
import io.pilothouse.sync.Connections;
import io.pilothouse.testkit.VirtualTimeline;
import io.pilothouse.work.Order;
import io.pilothouse.work.Outcome;
import io.pilothouse.work.Urgency;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;

/// An account at the re-enacted Crusoe Cloud, over real HTTP and in virtual time: asks through the forms, as the window
/// does, and waits until what was asked for has ended.
final class CrusoeRun implements AutoCloseable {
    private static final Instant NOW = Instant.parse("2026-11-24T14:32:08Z");
    private static final Duration LIMIT = Duration.ofMinutes(20);
    private static final CrusoeProvider PROVIDER = new CrusoeProvider();

    private final VirtualTimeline time = new VirtualTimeline(NOW);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Connections connections = new Connections();
    private final History history;
    private final CrusoeRehearsal cloud;
    private final OverHttp road;
    private final Connection connection;
    private final Commands commands;

    /// @param change of the demonstration's account, with room for everything
    CrusoeRun(Path home, UnaryOperator<CrusoeSetup> change)
            throws IOException, GeneralSecurityException {
        history = History.open(home).history();
        var clock = new RehearsalClock(time::now, time::nanos);
        var setup = CrusoeSetup.demo(clock, Speed.demo()).withCapacity(Capacity.plenty());
        cloud = CrusoeRehearsal.start(threads, clock, change.apply(setup));
        var account = cloud.account();
        road = new OverHttp(time, account, PROVIDER, threads);
        connection =
                new Connection(
                        account,
                        PROVIDER,
                        road,
                        new Store(),
                        history.pages(),
                        history.transitions(),
                        time,
                        Connection.Keys.FIXED);
        commands =
                new Commands(
                        connections,
                        history.commands(),
                        history.usualTimes(),
                        time,
                        new SplittableRandom(7),
                        Duration.ofSeconds(5));
        connections.open(connection);
    }

    Connection connection() {
        return connection;
    }

    List<Resource> rows(String type) {
        return connection.inventory().of(type);
    }

    /// The answer to a call outside of the lists' turn.
    <T> T value(ApiCall<T> call) {
        var come = new AtomicReference<Optional<Outcome<T>>>(Optional.empty());
        road.submit(Order.of(call, Urgency.PERSON, "test", o -> come.set(Optional.of(o))));
        await("an answer", () -> come.get().isPresent());
        return switch (come.get().orElseThrow()) {
            case Outcome.Value<T>(var value, _) -> value;
            case Outcome.Failed<T>(var why) -> throw new AssertionError(why);
            case Outcome.Withdrawn<T> _ -> throw new AssertionError("taken back");
        };
    }

    /// Lets time pass until it happens.
    void await(String what, BooleanSupplier condition) {
        var end = time.now().plus(LIMIT);
        while (!condition.getAsBoolean()) {
            assertThat(time.now())
                    .as("never happened: %s\n%s", what, String.join("\n", road.newest()))
                    .isBefore(end);
            time.advance(Duration.ofMillis(200));
        }
    }

    /// The first row there is, as soon as there is one.
    Resource first(String type) {
        await("rows of " + type, () -> !rows(type).isEmpty());
        return rows(type).getFirst();
    }

    /// The row as it is now.
    Resource row(String type, String name) {
        read(type);
        await(type + " " + name, () -> find(type, name).isPresent());
        return find(type, name).orElseThrow();
    }

    /// Reads a list anew.
    void read(String type) {
        connection.poller().refresh(Set.of(type));
        time.advance(Duration.ofSeconds(1));
    }

    Optional<Resource> find(String type, String name) {
        return rows(type).stream().filter(r -> r.name().equals(name)).findFirst();
    }

    /// In a scope (for what makes something new) or on rows; what the form finds wrong fails the test.
    Command ask(String id, Optional<Resource> scope, Json answers, Resource... rows) {
        var targets = List.of(rows);
        var action = connection.cloud().action(id).orElseThrow();
        var in =
                scope.map(Resource::ref)
                        .or(() -> targets.stream().findFirst().flatMap(Resource::parent));
        Inventory known = in.map(connection.inventory()::within).orElse(connection.inventory());
        var subject =
                action.target() == Action.Target.SCOPE
                        ? scope.map(List::of).orElse(List.of())
                        : targets;
        var form = action.form().apply(subject, known);
        assertThat(FormCheck.problems(form, answers, known)).as(id).isEmpty();
        for (var target : targets) {
            assertThat(action.off().apply(target)).as(id).isEmpty();
        }
        return commands.ask(connection, action, scope, targets, form.initial(), answers, id);
    }

    /// Asks without the form, as when what it knew has changed meanwhile, and waits until it is refused.
    Command.Item refused(String id, Optional<Resource> scope, Json answers) {
        var action = connection.cloud().action(id).orElseThrow();
        var command = commands.ask(connection, action, scope, List.of(), Json.obj(), answers, id);
        await(id + " has ended", () -> items(command).stream().allMatch(i -> i.state().ended()));
        assertThat(items(command)).allMatch(i -> i.state() == ItemState.REFUSED);
        return items(command).getFirst();
    }

    /// Asks, and waits until all of it has ended.
    List<Command.Item> ended(String id, Optional<Resource> scope, Json answers, Resource... rows) {
        var command = ask(id, scope, answers, rows);
        await(id + " has ended", () -> items(command).stream().allMatch(i -> i.state().ended()));
        return items(command);
    }

    /// Asks, and waits until all of it is done.
    void done(String id, Optional<Resource> scope, Json answers, Resource... rows) {
        assertThat(ended(id, scope, answers, rows))
                .as(id)
                .allMatch(i -> i.state() == ItemState.DONE);
    }

    private List<Command.Item> items(Command command) {
        return commands.get(command.id()).orElseThrow().items();
    }

    /// What a call is answered.
    <T> T read(ApiCall<T> call) {
        var answer = new AtomicReference<Connection.Read<T>>();
        connection.read(call, "test", answer::set);
        await("an answer", () -> answer.get() != null);
        assertThat(answer.get()).isInstanceOf(Connection.Read.Value.class);
        return ((Connection.Read.Value<T>) answer.get()).value();
    }

    CrusoeRehearsal cloud() {
        return cloud;
    }

    @Override
    public void close() throws IOException {
        commands.close();
        connections.close();
        time.advance(Duration.ofSeconds(1));
        history.close();
        road.close();
        cloud.close();
        threads.close();
    }
}
