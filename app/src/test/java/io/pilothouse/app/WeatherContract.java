package io.pilothouse.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.pilothouse.domain.Json;
import io.pilothouse.domain.Resource;
import io.pilothouse.domain.Status;
import io.pilothouse.rehearsal.loopback.Arrival;
import io.pilothouse.rehearsal.loopback.Arrivals;
import io.pilothouse.rehearsal.loopback.Fault;
import io.pilothouse.rehearsal.loopback.WireAnswer;
import io.pilothouse.rehearsal.loopback.WireServer;
import io.pilothouse.store.Snapshot;
import io.pilothouse.sync.Command.ItemState;
import io.pilothouse.sync.feed.Health;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What holds for the whole program over every provider in bad weather: each [Weather] on the first load, on a poll and on
/// a click. A provider joins with its rehearsal, its feeds and its clicks.
interface WeatherContract {
    /// So many programs at once; each mostly waits.
    int AT_ONCE = 16;

    /// What the rehearsal says under [Weather#UNKNOWN_STATUS].
    String UNHEARD = "hibernating";

    Backstage.Rehearsing rehearsing();

    /// Type to the path under which the service lists it.
    Map<String, String> feeds();

    /// The type of the machines, whose status may be a word that nobody has heard of.
    String machines();

    List<Click> clicks();

    /// One of everything that changes something.
    List<Change> changes();

    /// @param targets the rows it is asked for
    /// @param answers by the lists as they are known
    record Change(
            String action,
            String method,
            Function<RunningRehearsal, List<Resource>> targets,
            Function<RunningRehearsal, Json> answers) {}

    /// Something that a person asks for and that changes something.
    ///
    /// @param field of the answer that has another type under [Weather#WRONG_TYPE]
    /// @param targets the rows it is asked for
    /// @param answers by the lists as they are known
    /// @param done whether the service has done it, as its own state says
    record Click(
            String action,
            String method,
            String path,
            String field,
            Function<RunningRehearsal, List<Resource>> targets,
            Function<RunningRehearsal, Json> answers,
            Function<RunningRehearsal, Boolean> done) {}

    @TestFactory
    @Timeout(300)
    default Stream<DynamicTest> everyWeatherIsNamedAndPassesOver() {
        var cases = new ArrayList<Map.Entry<String, Callable<Void>>>();
        for (var weather : Weather.values()) {
            cases.add(of(weather, "first load", this::firstLoad));
            cases.add(of(weather, "poll", this::poll));
            for (var click : clicks()) {
                cases.add(of(weather, click.action(), (w, p, s) -> click(click, true, w, p, s)));
                if (weather.click() == ItemState.UNKNOWN) {
                    cases.add(
                            of(
                                    weather,
                                    click.action() + ", not done",
                                    (w, p, s) -> click(click, false, w, p, s)));
                }
            }
        }
        return together(cases);
    }

    /// Under `-Dweather=full`: every weather on everything that changes something.
    @TestFactory
    @Timeout(900)
    default Stream<DynamicTest> nothingIsSentTwiceInAnyWeather() {
        assumeTrue(System.getProperty("weather", "").equals("full"), "-Dweather=full");
        var cases = new ArrayList<Map.Entry<String, Callable<Void>>>();
        for (var weather : Weather.values()) {
            for (var change : changes()) {
                cases.add(of(weather, change.action(), (w, p, s) -> change(change, w, p, s)));
            }
        }
        return together(cases);
    }

    private void change(Change change, Weather weather, RunningRehearsal program, String elsewhere)
            throws Exception {
        program.start();
        awaitGood(program);
        var fault = fault(weather, elsewhere).on(change.method(), "");
        boolean lost = weather.click() != ItemState.REFUSED;
        program.cloud().faults().add(lost ? fault.afterTheWork() : fault);
        var command =
                program.ask(
                        change.action(),
                        change.targets().apply(program),
                        change.answers().apply(program));
        program.await(
                "its answer has been taken",
                () ->
                        switch (program.item(command).state()) {
                            case WAITING, SENDING -> false;
                            default -> true;
                        });
        if (weather != Weather.KEY_EXPIRED && weather != Weather.CONNECTION_REFUSED) {
            readTwice(program);
        }
        var allowed =
                weather.click() == ItemState.UNKNOWN
                        ? Set.of(ItemState.UNKNOWN, ItemState.DONE)
                        : weather.click() == ItemState.DONE
                                ? Set.of(ItemState.FOLLOWING, ItemState.DONE)
                                : Set.of(weather.click());
        assertThat(allowed).contains(program.item(command).state());
        recover(weather, program);
        long delivered = weather == Weather.CONNECTION_REFUSED ? 0 : 1;
        assertThat(program.cloud().arrivals().kept().stream().filter(Arrival::mutating))
                .hasSize((int) delivered);
    }

    /// One case: a weather, the running program, and where a redirect points to.
    interface Scene {
        void play(Weather weather, RunningRehearsal program, String elsewhere) throws Exception;
    }

    private Map.Entry<String, Callable<Void>> of(Weather weather, String when, Scene scene) {
        return Map.entry(
                weather + ": " + when,
                () -> {
                    inProgram(weather, scene);
                    return null;
                });
    }

    /// All begin now, and each test waits for its own.
    private static Stream<DynamicTest> together(List<Map.Entry<String, Callable<Void>>> cases) {
        var threads = Executors.newFixedThreadPool(AT_ONCE, Thread.ofPlatform().daemon().factory());
        var begun = new ArrayList<DynamicTest>();
        for (var one : cases) {
            Future<Void> result = threads.submit(one.getValue());
            begun.add(dynamicTest(one.getKey(), result::get));
        }
        threads.shutdown();
        return begun.stream();
    }

    private void inProgram(Weather weather, Scene scene) throws Exception {
        var home = Files.createTempDirectory("weather");
        var strangers = new AtomicInteger();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor();
                var elsewhere =
                        WireServer.start(
                                threads,
                                System::nanoTime,
                                _ -> {
                                    strangers.incrementAndGet();
                                    return WireAnswer.json(200, Json.obj());
                                });
                var program = new RunningRehearsal(home, rehearsing(), RunningRehearsal.SHORT)) {
            scene.play(weather, program, "http://localhost:" + elsewhere.port() + "/");
            assertThat(program.connection().account().budgets())
                    .containsEntry("all", "1/" + RunningRehearsal.FAST.all().toMillis() + "ms");
            program.assertNoneEarly(RunningRehearsal.FAST);
            assertThat(strangers).hasValue(0);
        } finally {
            delete(home);
        }
    }

    private static void delete(Path folder) throws Exception {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static Fault fault(Weather weather, String elsewhere) {
        return weather == Weather.SENT_ELSEWHERE
                ? weather.fault().value(elsewhere)
                : weather.fault();
    }

    private void firstLoad(Weather weather, RunningRehearsal program, String elsewhere)
            throws Exception {
        program.start(fault(weather, elsewhere));
        awaitHealth(weather, program);
        assertThat(program.connection().health().state()).isEqualTo(weather.health());
        if (weather.health() == Health.State.FAILING) {
            if (!weather.asksForTime()) {
                awaitFailure(weather, program);
            }
            assertThat(feeds().keySet()).allMatch(t -> program.feed(t).readAt().isEmpty());
        }
        if (weather.isReadWell()) {
            awaitBent(weather, program);
        }
        recover(weather, program);
    }

    private void poll(Weather weather, RunningRehearsal program, String elsewhere)
            throws Exception {
        program.start();
        awaitGood(program);
        var before = snapshots(program);
        program.cloud().faults().add(fault(weather, elsewhere));
        program.connection().poller().touched(Set.of(machines()));
        awaitHealth(weather, program);
        if (!weather.isReadWell()) {
            awaitFailure(weather, program);
        }
        if (weather.isReadWell()) {
            awaitBent(weather, program);
        } else {
            // a read that was under way in the good weather may still have come in
            before.forEach(
                    (type, old) -> {
                        var now = program.feed(type);
                        assertThat(now.rows()).as(type).hasSameSizeAs(old.rows());
                        assertThat(now.readAt()).as(type).isNotEmpty();
                        if (now.failure().isPresent()) {
                            assertThat(now.readAt().get())
                                    .isBeforeOrEqualTo(now.failure().get().since());
                            assertThat(now.stale()).isTrue();
                        }
                    });
        }
        recover(weather, program);
    }

    private void click(
            Click click, boolean done, Weather weather, RunningRehearsal program, String elsewhere)
            throws Exception {
        program.start();
        awaitGood(program);
        var fault = fault(weather, elsewhere);
        if (weather == Weather.WRONG_TYPE) {
            fault = fault.value(click.field());
        }
        boolean lost = weather.click() != ItemState.REFUSED;
        fault = fault.on(click.method(), click.path());
        program.cloud().faults().add(done && lost ? fault.afterTheWork() : fault);
        boolean happens = lost && (done || fault.done());

        var command =
                program.ask(
                        click.action(),
                        click.targets().apply(program),
                        click.answers().apply(program));
        if (weather.click() == ItemState.UNKNOWN && !happens) {
            program.awaitState(command, ItemState.UNKNOWN);
            assertThat(weather.names(program.item(command).why().orElseThrow())).isTrue();
            readTwice(program);
            assertThat(program.item(command).state()).isEqualTo(ItemState.UNKNOWN);
        } else if (weather.click() == ItemState.REFUSED) {
            program.awaitState(command, ItemState.REFUSED);
            assertThat(weather.names(program.item(command).why().orElseThrow())).isTrue();
        } else {
            program.awaitState(command, ItemState.DONE);
        }
        assertThat(click.done().apply(program)).isEqualTo(happens);
        if (weather == Weather.KEY_EXPIRED) {
            assertThat(program.connection().health().state()).isEqualTo(Health.State.SIGNED_OUT);
        }
        recover(weather, program);
        long delivered = weather == Weather.CONNECTION_REFUSED ? 0 : 1;
        assertThat(program.cloud().arrivals().kept().stream().filter(Arrival::mutating))
                .hasSize((int) delivered);
    }

    private void readTwice(RunningRehearsal program) {
        for (int i = 0; i < 2; i++) {
            var before = program.feed(machines()).readAt().orElseThrow();
            program.connection().poller().refresh(Set.of(machines()));
            program.await(
                    "it is read again",
                    () -> program.feed(machines()).readAt().orElseThrow().isAfter(before));
        }
    }

    private void awaitGood(RunningRehearsal program) {
        program.await(
                "every list is read",
                () ->
                        program.connection().health().state() == Health.State.GOOD
                                && snapshots(program).values().stream().noneMatch(Snapshot::stale)
                                && snapshots(program).values().stream()
                                        .allMatch(s -> s.readAt().isPresent()));
    }

    /// Of lists that were read a moment ago some may not have been tried again: then it is partly so.
    private void awaitHealth(Weather weather, RunningRehearsal program) {
        program.await(
                "the account is " + weather.health() + ", and why",
                () -> {
                    var health = program.connection().health();
                    boolean partly =
                            health.state() == Health.State.PARTLY
                                    && weather.health() == Health.State.FAILING;
                    return (partly || health.state() == weather.health())
                            && (weather.isReadWell()
                                    || health.why().filter(weather::names).isPresent());
                });
    }

    private void awaitFailure(Weather weather, RunningRehearsal program) {
        program.await(
                "the list says why it is not read",
                () ->
                        program.feed(machines())
                                .failure()
                                .filter(f -> weather.names(f.why()))
                                .isPresent());
    }

    /// What was read of answers that are odd but can be read.
    private void awaitBent(Weather weather, RunningRehearsal program) {
        switch (weather) {
            case WRONG_TYPE ->
                    program.await(
                            "each row that can't be read is marked",
                            () ->
                                    !program.rows(machines()).isEmpty()
                                            && program.rows(machines()).stream()
                                                    .allMatch(r -> r.problem().isPresent()));
            case UNKNOWN_STATUS ->
                    program.await(
                            "the new word is shown",
                            () ->
                                    program.rows(machines()).stream()
                                            .anyMatch(
                                                    r ->
                                                            r.status().word().equals(UNHEARD)
                                                                    && r.status().phase()
                                                                            == Status.Phase
                                                                                    .UNKNOWN));
            default -> awaitGood(program);
        }
    }

    /// The sky clears: everything is read again, each list by its second poll at the latest.
    private void recover(Weather weather, RunningRehearsal program) {
        var arrivals = program.cloud().arrivals();
        program.cloud().faults().clear();
        long cleared = System.nanoTime();
        if (program.connection().health().state() == Health.State.SIGNED_OUT) {
            program.connection().signIn();
        }
        if (weather.isReadWell()) {
            program.connection().poller().touched(feeds().keySet());
        }
        awaitGood(program);
        program.await(
                "what is under way is answered",
                () ->
                        readsAfter(arrivals, cleared).values().stream()
                                .noneMatch(r -> r.size() == 1 && r.getFirst().status() == 0));
        var reads = readsAfter(arrivals, cleared);
        feeds().forEach(
                        (type, path) ->
                                assertThat(
                                                reads.getOrDefault(path, List.of()).stream()
                                                        .limit(2)
                                                        .toList())
                                        .as(type)
                                        .satisfiesAnyOf(
                                                two -> assertThat(two).isEmpty(),
                                                two ->
                                                        assertThat(two)
                                                                .anyMatch(a -> a.status() == 200)));
        program.await(
                "nothing is marked any more",
                () ->
                        program.rows(machines()).stream()
                                .allMatch(
                                        r ->
                                                r.problem().isEmpty()
                                                        && !r.status().word().equals(UNHEARD)));
    }

    private static Map<String, List<Arrival>> readsAfter(Arrivals arrivals, long nanos) {
        return arrivals.kept().stream()
                .filter(a -> a.nanos() > nanos && !a.mutating())
                .collect(Collectors.groupingBy(Arrival::path));
    }

    private Map<String, Snapshot> snapshots(RunningRehearsal program) {
        var all = new HashMap<String, Snapshot>();
        feeds().keySet().forEach(t -> all.put(t, program.feed(t)));
        return all;
    }
}
