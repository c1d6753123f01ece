package io.pilothouse.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.desktop.Home;
import io.pilothouse.domain.Facts;
import io.pilothouse.domain.Json;
import io.pilothouse.domain.Resource;
import io.pilothouse.rehearsal.RehearsalCloud;
import io.pilothouse.rehearsal.lambdacloud.Capacity;
import io.pilothouse.rehearsal.lambdacloud.LambdaSetup;
import io.pilothouse.rehearsal.loopback.Arrival;
import io.pilothouse.rehearsal.loopback.Fault;
import io.pilothouse.rehearsal.loopback.RehearsalClock;
import io.pilothouse.rehearsal.loopback.Speed;
import io.pilothouse.sync.Command;
import io.pilothouse.sync.Command.ItemState;
import io.pilothouse.sync.Connection;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// The whole program without a window, against the rehearsal cloud over real sockets: its clock is the judge.
class RehearsalRunTest {
    private static final String ACCOUNT = "rehearsal-lambda";
    private static final Duration LIMIT = Duration.ofSeconds(25);

    @TempDir Path folder;

    private final List<Throwable> crashes = new CopyOnWriteArrayList<>();
    private Backstage backstage;

    @BeforeEach
    void start() throws Exception {
        backstage = open();
    }

    private Backstage open() throws Exception {
        var made =
                new Backstage(
                        Home.at(folder.resolve("home")),
                        Optional.of(RehearsalRunTest::quick),
                        crashes::add);
        made.start();
        return made;
    }

    /// The service's own limits, but lifecycles twenty times as fast.
    private static RehearsalCloud quick(java.util.concurrent.ExecutorService threads)
            throws java.io.IOException {
        var clock = RehearsalClock.system();
        return RehearsalCloud.start(
                threads,
                clock,
                LambdaSetup.demo(clock, Speed.demo().times(20)).withCapacity(Capacity.plenty()));
    }

    @AfterEach
    void stop() {
        backstage.close();
        assertThat(crashes).isEmpty();
    }

    @Test
    void anInstanceIsLaunchedBecomesActiveAndIsTerminated() {
        var cloud = backstage.rehearsal().orElseThrow();
        await(
                "the lists are read",
                () ->
                        !rows("lambda.instance").isEmpty()
                                && !rows("lambda.instance-type").isEmpty()
                                && !rows("lambda.ssh-key").isEmpty());

        var launch = launch("from-test");
        await("the launch is done", () -> state(launch) == ItemState.DONE);
        await(
                "it is active",
                () ->
                        find("from-test")
                                .filter(r -> r.status().word().equals("active"))
                                .isPresent());

        var terminate =
                backstage
                        .commands()
                        .ask(
                                connection(),
                                connection()
                                        .cloud()
                                        .action("lambda.instance.terminate")
                                        .orElseThrow(),
                                Optional.empty(),
                                List.of(find("from-test").orElseThrow()),
                                Json.obj(),
                                Json.obj(),
                                "Terminate from-test");
        assertThat(terminate.state()).isEqualTo(Command.State.GRACE);
        await("it is gone", () -> find("from-test").isEmpty());

        assertThat(cloud.arrivals().deliveries())
                .containsEntry("POST /api/v1/instance-operations/launch", 1L)
                .containsEntry("POST /api/v1/instance-operations/terminate", 1L);
        assertThat(cloud.arrivals().closerThan(Duration.ofSeconds(1), _ -> true)).isZero();
    }

    @Test
    void aLaunchWhoseAnswerIsLostIsFoundByItsTagAndNotSentAgain() {
        var cloud = backstage.rehearsal().orElseThrow();
        await(
                "the lists are read",
                () -> !rows("lambda.instance-type").isEmpty() && !rows("lambda.ssh-key").isEmpty());
        cloud.faults()
                .add(
                        new Fault(
                                Fault.Kind.CLOSED,
                                "POST",
                                "/api/v1/instance-operations/launch",
                                1,
                                "",
                                true));

        var launch = launch("lost-answer");
        await(
                "its outcome is not known",
                () -> state(launch) == ItemState.UNKNOWN || state(launch) == ItemState.DONE);
        await("it is seen in the list", () -> state(launch) == ItemState.DONE);

        assertThat(find("lost-answer")).isPresent();
        assertThat(cloud.arrivals().deliveries())
                .containsEntry("POST /api/v1/instance-operations/launch", 1L);
    }

    @Test
    void whatIsUndoneInItsGraceIsNeverSent() {
        var cloud = backstage.rehearsal().orElseThrow();
        await("the list is read", () -> !rows("lambda.instance").isEmpty());
        var target =
                rows("lambda.instance").stream()
                        .filter(r -> r.status().word().equals("active"))
                        .findFirst()
                        .orElseThrow();
        var command =
                backstage
                        .commands()
                        .ask(
                                connection(),
                                connection()
                                        .cloud()
                                        .action("lambda.instance.terminate")
                                        .orElseThrow(),
                                Optional.empty(),
                                List.of(target),
                                Json.obj(),
                                Json.obj(),
                                "Terminate");
        backstage.commands().undo(command.id());
        await("it is withdrawn", () -> state(command) == ItemState.WITHDRAWN);
        assertThat(cloud.arrivals().kept()).noneMatch(Arrival::mutating);
    }

    private Command launch(String name) {
        var type =
                rows("lambda.instance-type").stream()
                        .filter(r -> !r.get(Facts.AVAILABLE_IN).orElse(List.of()).isEmpty())
                        .findFirst()
                        .orElseThrow();
        var answers =
                Json.obj(
                        "name",
                        name,
                        "instance_type_name",
                        type.name(),
                        "region_name",
                        type.get(Facts.AVAILABLE_IN).orElseThrow().getFirst(),
                        "ssh_key_names",
                        rows("lambda.ssh-key").getFirst().name(),
                        "tag_command",
                        true);
        return backstage
                .commands()
                .ask(
                        connection(),
                        connection().cloud().action("lambda.instance.launch").orElseThrow(),
                        Optional.empty(),
                        List.of(),
                        Json.obj(),
                        answers,
                        "Launch " + name);
    }

    private Connection connection() {
        return backstage.connections().of(ACCOUNT).orElseThrow();
    }

    private List<Resource> rows(String type) {
        return connection().inventory().of(type);
    }

    private Optional<Resource> find(String name) {
        return rows("lambda.instance").stream().filter(r -> r.name().equals(name)).findFirst();
    }

    private ItemState state(Command command) {
        return backstage.commands().get(command.id()).orElseThrow().items().getFirst().state();
    }

    private void await(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError(
                        "never happened: "
                                + what
                                + "\n"
                                + backstage.commands().all()
                                + "\n"
                                + backstage.connections().all().stream()
                                        .map(c -> c.health())
                                        .toList()
                                + "\n"
                                + backstage.requests().newest(8).stream()
                                        .map(
                                                e ->
                                                        e.method()
                                                                + " "
                                                                + e.path()
                                                                + " "
                                                                + e.status()
                                                                + " "
                                                                + e.problem())
                                        .toList());
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }
}
