package io.pilothouse.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.desktop.Home;
import io.pilothouse.domain.Json;
import io.pilothouse.domain.JsonText;
import io.pilothouse.domain.Secret;
import io.pilothouse.rehearsal.RehearsalCloud;
import io.pilothouse.rehearsal.lambdacloud.Capacity;
import io.pilothouse.rehearsal.lambdacloud.LambdaSetup;
import io.pilothouse.rehearsal.loopback.Fault;
import io.pilothouse.rehearsal.loopback.RehearsalClock;
import io.pilothouse.rehearsal.loopback.Speed;
import io.pilothouse.sync.Command;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// Secrets that are planted in every place where one can be, and looked for in everything that the program leaves or
/// shows, in every form in which they could stand there: not one is found.
@Timeout(120)
final class CanaryTest {
    private static final String ACCOUNT = "rehearsal-lambda";
    private static final String VARIABLE = "PILOTHOUSE_TEST_KEY";
    private static final String API_KEY = "secret_canary_5f1e/0a+b=.3c9d\"77";
    private static final String USER_DATA =
            """
            #cloud-config
            password: "canary-für-alle/9b2c+4d="
            runcmd: [echo canary-echo-6a17]
            """;

    @TempDir Path folder;

    /// Drives everything that has to do with secrets, and writes down what a person could see of it.
    static final class Driver {
        private final Backstage backstage;

        private Driver(Path home) throws IOException {
            backstage =
                    new Backstage(
                            Home.at(home),
                            Optional.empty(),
                            Throwable::printStackTrace,
                            RunningRehearsal.SHORT);
        }

        /// @param args the home, a file for what can be seen, a file for the private key
        public static void main(String[] args) throws IOException {
            var driver = new Driver(Path.of(args[0]));
            driver.backstage.start();
            var key = driver.drive();
            Files.writeString(Path.of(args[1]), driver.seen());
            Files.writeString(Path.of(args[2]), key);
            System.out.println("driven");
            System.in.read();
            driver.backstage.close();
        }

        /// Answers with the private key that was shown once.
        private String drive() {
            var inventory = backstage.connections().of(ACCOUNT).orElseThrow().inventory();
            await(
                    () ->
                            List.of("lambda.instance", "lambda.ssh-key", "lambda.instance-type")
                                    .stream()
                                    .noneMatch(t -> inventory.of(t).isEmpty()));
            var launch =
                    Json.obj(
                            "name", "canary",
                            "instance_type_name", "gpu_1x_a10",
                            "region_name", "us-west-1",
                            "ssh_key_names", "anna-laptop",
                            "user_data", USER_DATA);
            ended("lambda.instance.launch", launch);
            ended("lambda.instance.launch", launch.with("name", "canary-2"));
            ended("lambda.ssh-key.generate", Json.obj("name", "cut-off"));
            var shown = ended("lambda.ssh-key.generate", Json.obj("name", "shown-once"));
            return ((Json.Hidden) shown.items().getFirst().shown().at("private_key"))
                    .value()
                    .reveal();
        }

        private Command ended(String action, Json answers) {
            var connection = backstage.connections().of(ACCOUNT).orElseThrow();
            var asked =
                    backstage
                            .commands()
                            .ask(
                                    connection,
                                    connection.cloud().action(action).orElseThrow(),
                                    Optional.empty(),
                                    List.of(),
                                    Json.obj(),
                                    answers,
                                    action);
            await(() -> now(asked).ended().isPresent());
            return now(asked);
        }

        private Command now(Command command) {
            return backstage.commands().get(command.id()).orElseThrow();
        }

        private String seen() {
            var text = new StringBuilder();
            backstage.requests().newest(10_000).forEach(e -> text.append(e).append('\n'));
            for (var command : backstage.commands().all()) {
                text.append(command.items()).append('\n');
                command.items().forEach(i -> text.append(JsonText.masked(i.shown())));
            }
            backstage.history().commands().recent(100).forEach(text::append);
            for (var snapshot : backstage.store().all()) {
                for (var row : snapshot.rows()) {
                    text.append(row).append('\n').append(JsonText.pretty(row.raw()));
                }
            }
            for (var connection : backstage.connections().all()) {
                text.append(connection.account()).append(connection.health()).append('\n');
            }
            return text.toString();
        }

        private static void await(BooleanSupplier condition) {
            // ends a wait in vain; a machine that does much else takes its time
            long end = System.nanoTime() + 180_000_000_000L;
            while (!condition.getAsBoolean()) {
                if (System.nanoTime() > end) {
                    throw new IllegalStateException("never happened");
                }
                LockSupport.parkNanos(5_000_000);
            }
        }
    }

    @Test
    void noSecretIsFoundInAnythingThatTheProgramLeavesOrShows() throws Exception {
        var home = folder.resolve("home");
        var threads = Executors.newVirtualThreadPerTaskExecutor();
        var clock = RehearsalClock.system();
        var setup =
                LambdaSetup.demo(clock, Speed.demo().times(20))
                        .withLimits(RunningRehearsal.FAST)
                        .withCapacity(Capacity.plenty())
                        .withKey(API_KEY);
        try (var cloud = RehearsalCloud.start(threads, clock, setup)) {
            stormy(cloud);
            var endpoint = cloud.accounts().getFirst().endpoint().orElseThrow();
            OtherProcess.writeAccount(home, ACCOUNT, endpoint, VARIABLE);
            var out = folder.resolve("out.txt");
            var seen = folder.resolve("seen.txt");
            var key = folder.resolve("key.txt");
            var process = driver(home, seen, key).redirectError(folder.resolve("err.txt").toFile());
            drive(process.start(), out, home, () -> search(home, seen, out, key, cloud));
            search(home, seen, out, key, cloud);
        } finally {
            threads.shutdownNow();
        }
    }

    private interface Check {
        void run() throws IOException;
    }

    /// Looks while the program runs, with its files open, and lets it end.
    private void drive(Process process, Path out, Path home, Check check) throws Exception {
        try (var lines = process.inputReader()) {
            var said = new StringBuilder();
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                said.append(line).append('\n');
                if (line.equals("driven")) {
                    Files.writeString(out, said);
                    check.run();
                    process.getOutputStream().close();
                }
            }
            Files.writeString(out, said);
            assertThat(process.waitFor()).as(said.toString()).isZero();
            assertThat(said).contains("driven");
        } finally {
            process.destroyForcibly();
        }
        assertThat(home.resolve("history.db")).exists();
    }

    /// Everything is logged, more than a person could switch on, and not scrubbed.
    private ProcessBuilder driver(Path home, Path seen, Path key) throws IOException {
        var logging = folder.resolve("logback.xml");
        Files.writeString(
                logging,
                """
                <configuration>
                  <appender name="OUT" class="ch.qos.logback.core.ConsoleAppender">
                    <encoder><pattern>%logger %msg%n%ex</pattern></encoder>
                  </appender>
                  <root level="TRACE"><appender-ref ref="OUT"/></root>
                </configuration>
                """);
        return OtherProcess.of(
                Driver.class,
                Map.of(VARIABLE, API_KEY),
                List.of("-Dlogback.configurationFile=" + logging),
                home.toString(),
                seen.toString(),
                key.toString());
    }

    private static void stormy(RehearsalCloud cloud) {
        var faults = cloud.faults();
        faults.add(Fault.of(Fault.Kind.CUT_IN_BODY).on("GET", "/api/v1/instances").times(1));
        faults.add(Fault.of(Fault.Kind.BROKEN_JSON).on("GET", "/api/v1/images").times(1));
        faults.add(Fault.of(Fault.Kind.BAD_GATEWAY).on("GET", "/api/v1/file-systems").times(1));
        faults.add(Fault.of(Fault.Kind.GARBAGE).on("GET", "/api/v1/firewall-rules").times(1));
        faults.add(
                Fault.of(Fault.Kind.CUT_IN_BODY)
                        .on("POST", "/api/v1/instance-operations/launch")
                        .times(1));
        faults.add(Fault.of(Fault.Kind.CUT_IN_BODY).on("POST", "/api/v1/ssh-keys").times(1));
    }

    private void search(Path home, Path seen, Path out, Path key, RehearsalCloud cloud)
            throws IOException {
        var texts = new LinkedHashMap<String, String>();
        try (var files = Files.walk(home)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                texts.put(home.relativize(file).toString(), bytes(file));
            }
        }
        for (var file : List.of(seen, out, folder.resolve("err.txt"))) {
            texts.put(file.getFileName().toString(), bytes(file));
        }
        var privateKey = Files.readString(key);
        var canaries = new ArrayList<String>(List.of(API_KEY, USER_DATA, "canary-echo-6a17"));
        // of the key that was cut off only the beginning is known
        canaries.add("MIIEv");
        // its first lines hold what the public key holds too
        canaries.addAll(privateKey.lines().skip(8).filter(l -> l.length() > 40).toList());
        for (var machine : cloud.lambda().instances(Optional.empty()).list()) {
            machine.text("jupyter_token").ifPresent(canaries::add);
        }

        assertThat(Canaries.found(canaries, texts)).isEmpty();

        // the search can find, and there was something to be found
        texts.put("planted", "x" + privateKey + USER_DATA);
        assertThat(Canaries.found(canaries, texts)).isNotEmpty();
        assertThat(canaries).hasSizeGreaterThan(20);
        assertThat(texts.get("seen.txt"))
                .contains("/api/v1/instance-operations/launch", "user_data", "jupyter_token")
                .contains("private_key", Secret.MASK.substring(0, 4));
        assertThat(cloud.arrivals().deliveries())
                .containsEntry("POST /api/v1/instance-operations/launch", 2L)
                .containsEntry("POST /api/v1/ssh-keys", 2L);
    }

    private static String bytes(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }
}
