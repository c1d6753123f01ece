package io.pilothouse.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.pilothouse.cloud.CloudException.MissingKey.Looked;
import io.pilothouse.domain.Notice;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

@Timeout(60)
final class LoginEnvironmentTest {
    private static final Duration LONG = Duration.ofSeconds(50);

    @TempDir private Path folder;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    /// A login shell with this start-up script; it runs what comes behind `-l -c`.
    private String shell(String startUp) throws IOException {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")));
        var shell = folder.resolve("shell");
        Files.writeString(
                shell,
                "#!/bin/sh\n[ \"$1\" = -l ] && [ \"$2\" = -c ] || exit 9\n"
                        + startUp
                        + "\neval \"$3\"\n");
        assumeTrue(shell.toFile().setExecutable(true));
        return shell.toString();
    }

    private Environment fromMenu(String shell, Duration limit) {
        var process = Map.of("SHELL", shell, "PATH", "/bin:/usr/bin", "OWN", "own");
        return LoginEnvironment.of(process, threads, "Linux", limit);
    }

    private static Notice failure(Environment environment) {
        var told = new CompletableFuture<Notice>();
        ((LoginEnvironment) environment).onFailure(told::complete);
        return told.join();
    }

    @Test
    void fromATerminalTheProcessesOwnEnvironmentIsUsed() {
        for (var sign : new String[] {"TERM", "SHLVL"}) {
            var process = Map.of(sign, "1", "SHELL", "/no/such/shell", "KEY", "k");
            var environment = LoginEnvironment.of(process, threads, "Linux");
            assertThat(environment.get("KEY")).hasValue("k");
            assertThat(environment.looked()).isEqualTo(Looked.PROCESS);
        }
        assertThat(LoginEnvironment.of(Map.of("KEY", "k"), threads, "Windows 11").looked())
                .isEqualTo(Looked.PROCESS);
    }

    @Test
    void fromAMenuTheLoginShellIsAsked() throws IOException {
        var environment = fromMenu(shell("echo Welcome; export KEY='two\nlines = 2' EMPTY="), LONG);
        assertThat(environment.get("KEY")).hasValue("two\nlines = 2");
        assertThat(environment.get("EMPTY")).hasValue("");
        assertThat(environment.get("OWN")).hasValue("own");
        assertThat(environment.get("NONE")).isEmpty();
        assertThat(environment.all()).containsEntry("PATH", "/bin:/usr/bin");
        assertThat(environment.looked()).isEqualTo(Looked.LOGIN_SHELL);
    }

    @Test
    void aRealShellCanBeAsked() {
        assumeTrue(Files.isExecutable(Path.of("/bin/bash")));
        var environment = fromMenu("/bin/bash", LONG);
        assertThat(environment.looked()).isEqualTo(Looked.LOGIN_SHELL);
        assertThat(environment.get("OWN")).hasValue("own");
    }

    @Test
    void whatAStartUpScriptLeavesRunningIsNotWaitedForAndNotEnded() throws IOException {
        var started = folder.resolve("started");
        var environment = fromMenu(shell("sleep 600 & echo $! > '" + started + "'"), LONG);
        assertThat(environment.looked()).isEqualTo(Looked.LOGIN_SHELL);
        long left = Long.parseLong(Files.readString(started).strip());
        var running = ProcessHandle.of(left);
        assertThat(running).isPresent();
        running.get().destroyForcibly();
    }

    @Test
    void aShellThatIsTooSlowIsSaidAndTheOwnEnvironmentUsed() throws IOException {
        var shell = shell("sleep 600");
        var environment = fromMenu(shell, Duration.ofSeconds(1));
        assertThat(environment.get("OWN")).hasValue("own");
        assertThat(environment.looked()).isEqualTo(Looked.LOGIN_SHELL_SILENT);
        assertThat(failure(environment)).isEqualTo(Notice.of("login-shell.slow", shell, 1));
    }

    @Test
    void aShellThatFailsOrIsNotThereIsSaid() throws IOException {
        var failing = shell("exit 3");
        for (var shell : new String[] {failing, "/no/such/shell"}) {
            var environment = fromMenu(shell, LONG);
            assertThat(environment.get("OWN")).hasValue("own");
            assertThat(failure(environment)).isEqualTo(Notice.of("login-shell.failed", shell));
        }
        assertThat(failure(fromMenu("", LONG))).isEqualTo(Notice.of("login-shell.none"));
    }

    @Test
    void theStartIsNotHeldUp() throws Exception {
        var go = new CountDownLatch(1);
        var environment =
                LoginEnvironment.of(
                        Map.of("OWN", "own"),
                        task ->
                                threads.execute(
                                        () -> {
                                            try {
                                                go.await();
                                                task.run();
                                            } catch (InterruptedException e) {
                                                Thread.currentThread().interrupt();
                                            }
                                        }),
                        "Linux");
        var asked = threads.submit(() -> environment.get("OWN"));
        assertThat(asked.isDone()).isFalse();
        go.countDown();
        assertThat(asked.get()).hasValue("own");
    }
}
