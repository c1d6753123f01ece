package io.pilothouse.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.desktop.Home;
import io.pilothouse.domain.Json;
import io.pilothouse.domain.Resource;
import io.pilothouse.rehearsal.RehearsalCloud;
import io.pilothouse.rehearsal.lambdacloud.Capacity;
import io.pilothouse.rehearsal.lambdacloud.LambdaSetup;
import io.pilothouse.rehearsal.loopback.Arrival;
import io.pilothouse.rehearsal.loopback.Arrivals.Limits;
import io.pilothouse.rehearsal.loopback.Fault;
import io.pilothouse.rehearsal.loopback.RehearsalClock;
import io.pilothouse.rehearsal.loopback.Speed;
import io.pilothouse.store.FeedKey;
import io.pilothouse.store.Snapshot;
import io.pilothouse.sync.Command;
import io.pilothouse.sync.Connection;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;

/// The whole program without its window over a rehearsal with one account, for a test to drive and to look into.
final class RunningRehearsal implements AutoCloseable {
    /// Where the pace is not the point.
    static final Limits FAST = new Limits(Duration.ofMillis(20), Duration.ofMillis(40));

    /// Long enough for a busy machine, short enough for tests of what never answers.
    static final Backstage.Patience SHORT =
            new Backstage.Patience(
                    Duration.ofMillis(300),
                    http ->
                            http.waiting(
                                    Duration.ofSeconds(2),
                                    Duration.ofMillis(1500),
                                    Duration.ofSeconds(5)));

    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final List<Throwable> crashes = new CopyOnWriteArrayList<>();
    private final List<Fault> first = new CopyOnWriteArrayList<>();
    private final Stalls stalls = Stalls.watch();
    private final Backstage backstage;

    RunningRehearsal(Path home, Backstage.Rehearsing rehearsing, Backstage.Patience patience)
            throws IOException {
        Backstage.Rehearsing withFaults =
                threads -> {
                    var cloud = rehearsing.start(threads);
                    first.forEach(cloud.faults()::add);
                    return cloud;
                };
        backstage = new Backstage(Home.at(home), Optional.of(withFaults), crashes::add, patience);
    }

    /// Lambda Cloud with fast limits, room for every launch and lifecycles twenty times as fast.
    static Backstage.Rehearsing lambda(UnaryOperator<LambdaSetup> change) {
        return threads -> {
            var clock = RehearsalClock.system();
            var setup =
                    LambdaSetup.demo(clock, Speed.demo().times(20))
                            .withCapacity(Capacity.plenty())
                            .withLimits(FAST);
            return RehearsalCloud.start(threads, clock, change.apply(setup));
        };
    }

    /// @param faults in force before anything is read
    void start(Fault... faults) throws IOException {
        first.addAll(List.of(faults));
        backstage.start();
    }

    Backstage backstage() {
        return backstage;
    }

    RehearsalCloud cloud() {
        return backstage.rehearsal().orElseThrow();
    }

    Connection connection() {
        return backstage.connections().all().getFirst();
    }

    List<Resource> rows(String type) {
        return connection().inventory().of(type);
    }

    Optional<Resource> find(String type, String name) {
        return rows(type).stream().filter(r -> r.name().equals(name)).findFirst();
    }

    /// The feed of a type that is listed once for the account.
    Snapshot feed(String type) {
        return backstage.store().get(new FeedKey(connection().account().id(), type, ""));
    }

    Command ask(String action, List<Resource> targets, Json answers) {
        return backstage
                .commands()
                .ask(
                        connection(),
                        connection().cloud().action(action).orElseThrow(),
                        Optional.empty(),
                        targets,
                        Json.obj(),
                        answers,
                        action);
    }

    /// The newest picture of a command of one call.
    Command.Item item(Command command) {
        return backstage.commands().get(command.id()).orElseThrow().items().getFirst();
    }

    void awaitState(Command command, Command.ItemState state) {
        await("its call is " + state, () -> item(command).state() == state);
    }

    /// No arrival came early by the service's clock; a machine that stood still so often excuses as many.
    void assertNoneEarly(Limits limits) {
        var arrivals = cloud().arrivals();
        assertThat(arrivals.closerThan(limits.all(), _ -> true))
                .as("smallest gap %s", arrivals.smallestGap(_ -> true))
                .isLessThanOrEqualTo(stalls.count());
        assertThat(arrivals.closerThan(limits.launch(), Arrival::launch))
                .as("smallest gap of launches %s", arrivals.smallestGap(Arrival::launch))
                .isLessThanOrEqualTo(stalls.count());
    }

    void awaitRows(String... types) {
        await(
                "the lists are read",
                () -> List.of(types).stream().noneMatch(t -> rows(t).isEmpty()));
    }

    void await(String what, BooleanSupplier condition) {
        await(what, LIMIT, condition);
    }

    void await(String what, Duration limit, BooleanSupplier condition) {
        long end = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("never happened: " + what + "\n" + picture());
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
        }
    }

    private String picture() {
        var text = new StringBuilder();
        text.append(connection().health()).append('\n');
        backstage.commands().all().forEach(c -> text.append(c.items()).append('\n'));
        for (var e : backstage.requests().newest(20)) {
            text.append(e.at()).append(' ').append(e.method()).append(' ').append(e.path());
            text.append(' ').append(e.status()).append(' ').append(e.problem()).append('\n');
        }
        return text.append(crashes).toString();
    }

    @Override
    public void close() {
        backstage.close();
        stalls.close();
        assertThat(crashes).isEmpty();
    }
}
