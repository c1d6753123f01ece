package io.pilothouse.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.desktop.Home;
import io.pilothouse.domain.Json;
import io.pilothouse.history.CommandJournal.Kept;
import io.pilothouse.rehearsal.RehearsalCloud;
import io.pilothouse.rehearsal.lambdacloud.Capacity;
import io.pilothouse.rehearsal.lambdacloud.LambdaSetup;
import io.pilothouse.rehearsal.loopback.Arrival;
import io.pilothouse.rehearsal.loopback.RehearsalClock;
import io.pilothouse.rehearsal.loopback.Speed;
import io.pilothouse.sync.Command;
import io.pilothouse.sync.Command.ItemState;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;

/// Kills the program at random moments while it launches machines, again and again on the same home. The service counts:
/// no launch came twice, and the journal knows of each. `-Dkill.rounds=` sets how often, `-Dkill.seed=` repeats a run's
/// moments.
final class KillTest {
    private static final String ACCOUNT = "rehearsal-lambda";
    private static final String VARIABLE = "PILOTHOUSE_TEST_KEY";
    private static final String TAG = "pilothouse-command";

    @TempDir Path home;

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /// Launches until it is killed; prints a line for each change of a command.
    static final class Launcher {
        private static final int PENDING = 4;

        private Launcher() {}

        public static void main(String[] args) throws IOException {
            var backstage =
                    new Backstage(
                            Home.at(Path.of(args[0])),
                            Optional.empty(),
                            crash -> {
                                crash.printStackTrace();
                                System.exit(1);
                            },
                            RunningRehearsal.SHORT);
            backstage
                    .commands()
                    .observe(c -> System.out.println(c.id() + " " + c.items().getFirst().state()));
            backstage.start();
            if (!backstage.accounts().listing().problems().isEmpty()) {
                System.out.println(backstage.accounts().listing().problems());
                return;
            }
            var connection = backstage.connections().of(ACCOUNT).orElseThrow();
            var launch = connection.cloud().action("lambda.instance.launch").orElseThrow();
            for (int i = 0; ; i++) {
                while (connection.inventory().of("lambda.ssh-key").isEmpty()
                        || waiting(backstage) >= PENDING) {
                    LockSupport.parkNanos(2_000_000);
                }
                backstage
                        .commands()
                        .ask(
                                connection,
                                launch,
                                Optional.empty(),
                                List.of(),
                                Json.obj(),
                                answers("killed-" + i),
                                "Launch");
            }
        }

        private static long waiting(Backstage backstage) {
            return backstage.commands().pending().stream()
                    .filter(c -> c.count(ItemState.WAITING) + c.count(ItemState.SENDING) > 0)
                    .count();
        }

        private static Json answers(String name) {
            return Json.obj(
                    "name", name,
                    "instance_type_name", "gpu_1x_a10",
                    "region_name", "us-west-1",
                    "ssh_key_names", "anna-laptop");
        }
    }

    @Test
    @Timeout(900)
    void nothingIsSentTwiceAndNothingSentIsForgotten() throws Exception {
        int rounds = Integer.getInteger("kill.rounds", 4);
        long seed = Long.getLong("kill.seed", System.nanoTime());
        var random = new Random(seed);
        var clock = RehearsalClock.system();
        var setup =
                LambdaSetup.demo(clock, Speed.demo())
                        .withLimits(RunningRehearsal.FAST)
                        .withCapacity(Capacity.plenty())
                        .withQuotas(new LambdaSetup.Quotas(100_000, 10, 10));
        var cloud = RehearsalCloud.start(threads, clock, setup);
        var endpoint = cloud.accounts().getFirst().endpoint().orElseThrow();
        OtherProcess.writeAccount(home, ACCOUNT, endpoint, VARIABLE);
        for (int round = 0; round < rounds; round++) {
            launchUntilKilled(setup.key(), random.nextInt(20, 160));
        }
        try (var program = new RunningRehearsal(home, _ -> cloud, RunningRehearsal.SHORT)) {
            program.start();
            program.awaitRows("lambda.instance");
            takeUp(program);
            var tags = tags(cloud);
            var journal = program.backstage().history().commands().recent(Integer.MAX_VALUE);
            assertThat(tags.values()).as("seed %d", seed).containsOnly(1L);
            assertThat(journal.stream().map(KillTest::tag))
                    .as("seed %d", seed)
                    .containsAll(tags.keySet());
            var arrivals = cloud.arrivals();
            assertThat(arrivals.kept().stream().filter(Arrival::mutating)).hasSize(tags.size());
            program.assertNoneEarly(RunningRehearsal.FAST);
            for (var kept : journal) {
                assertThat(kept.ended().filter(e -> e.outcome().equals("done")).isPresent())
                        .as("%s of seed %d", kept, seed)
                        .isEqualTo(tags.containsKey(tag(kept)));
            }
            System.out.printf(
                    "%d kills, %d commands, %d launched, %d were written down and never went out%n",
                    rounds, journal.size(), tags.size(), journal.size() - tags.size());
        } finally {
            threads.shutdownNow();
        }
    }

    /// Everything that was launched is found, what never left is continued with, and what was about to leave is looked
    /// for but not sent.
    private static void takeUp(RunningRehearsal program) {
        var commands = program.backstage().commands();
        program.await(
                "what was left is taken up",
                () ->
                        !commands.all().isEmpty()
                                && commands.all().stream().noneMatch(KillTest::isUntouched));
        commands.all().stream()
                .filter(c -> c.state() == Command.State.INTERRUPTED)
                .forEach(c -> commands.resume(c.id()));
        program.await(
                "all is done that is known to have gone out",
                () -> {
                    var there = tags(program.cloud()).keySet();
                    return commands.all().stream()
                            .allMatch(c -> there.contains(tag(c)) ? isDone(c) : isOpenOrUnsent(c));
                });
    }

    private static boolean isDone(Command command) {
        return command.items().stream().allMatch(i -> i.state() == ItemState.DONE);
    }

    /// Looked for, or shown as one that never went out by a run before this.
    private static boolean isOpenOrUnsent(Command command) {
        return command.items().stream().allMatch(i -> i.state() == ItemState.UNKNOWN);
    }

    /// Is it as the disk has it, not yet as its account takes it?
    private static boolean isUntouched(Command command) {
        return command.state() == Command.State.INTERRUPTED && state(command) != ItemState.NOT_SENT;
    }

    private static ItemState state(Command command) {
        return command.items().isEmpty() ? ItemState.WAITING : command.items().getFirst().state();
    }

    private static String tag(Command command) {
        return command.id() + "-1";
    }

    private static String tag(Kept kept) {
        return kept.asked().id() + "-1";
    }

    private static Map<String, Long> tags(RehearsalCloud cloud) {
        var tags = new HashMap<String, Long>();
        for (var machine : cloud.lambda().instances(Optional.empty()).list()) {
            machine.list("tags").stream()
                    .filter(t -> t.word("key").equals(TAG))
                    .forEach(t -> tags.merge(t.word("value"), 1L, Long::sum));
        }
        return tags;
    }

    /// Reads so many lines, then kills at once: the program is somewhere in its next work.
    private void launchUntilKilled(String key, int lines) throws IOException, InterruptedException {
        var process =
                OtherProcess.of(Launcher.class, Map.of(VARIABLE, key), List.of(), home.toString())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        try (var out = process.inputReader()) {
            for (int i = 0; i < lines; i++) {
                assertThat(out.readLine()).as("the program ended by itself").isNotNull();
            }
        } finally {
            process.destroyForcibly().waitFor();
        }
    }
}
