package io.pilothouse.account;

import io.pilothouse.cloud.CloudException.MissingKey.Looked;
import io.pilothouse.domain.Notice;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/// The environment of the user's login shell, for a program that was started from a menu or the Dock and so got none of
/// what a terminal would have given it. Read once, in the background; while it is awaited only who asks for a variable
/// waits. A shell that says nothing within the limit is told, and the process's own environment is used.
public final class LoginEnvironment implements Environment {
    private static final Duration LIMIT = Duration.ofSeconds(5);

    /// Stands before the variables, so that what start-up scripts print is told from them.
    private static final String MARK = "\0pilothouse-environment\0";

    /// Stands behind them: something that a start-up script left running may hold the output open.
    private static final String END = "\0pilothouse-end\0";

    /// NUL ends each variable: a value may hold a line feed.
    private static final String SCRIPT =
            "printf '\\0pilothouse-environment\\0'; env -0; printf 'pilothouse-end\\0'";

    private static final int MOST_BYTES = 4 << 20;

    private record Answer(Map<String, String> variables, Optional<Notice> failure) {}

    private final CompletableFuture<Answer> answer;

    private LoginEnvironment(CompletableFuture<Answer> answer) {
        this.answer = answer;
    }

    /// The process's own environment when it came from a terminal (`TERM` or `SHLVL` is set) or the system has no login
    /// shells; else that of `$SHELL`, whose reading begins now.
    ///
    /// @param process the process's own variables
    /// @param executor runs two tasks at a time, which may block
    /// @param system as `os.name` names it
    public static Environment of(Map<String, String> process, Executor executor, String system) {
        return of(process, executor, system, LIMIT);
    }

    static Environment of(
            Map<String, String> process, Executor executor, String system, Duration limit) {
        boolean terminal = process.containsKey("TERM") || process.containsKey("SHLVL");
        if (terminal || system.startsWith("Windows")) {
            return Environment.of(process);
        }
        return new LoginEnvironment(
                CompletableFuture.supplyAsync(() -> ask(process, executor, limit), executor));
    }

    private static Answer ask(Map<String, String> process, Executor executor, Duration limit) {
        var shell = process.getOrDefault("SHELL", "");
        if (!shell.startsWith("/")) {
            return silent(process, "login-shell.none");
        }
        try {
            var found = variables(printed(shell, process, executor, limit));
            return found.isEmpty()
                    ? silent(process, "login-shell.failed", shell)
                    : new Answer(found, Optional.empty());
        } catch (TimeoutException e) {
            return silent(process, "login-shell.slow", shell, limit.toSeconds());
        } catch (IOException | ExecutionException e) {
            return silent(process, "login-shell.failed", shell);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return silent(process, "login-shell.failed", shell);
        }
    }

    private static Answer silent(Map<String, String> process, String key, Object... args) {
        return new Answer(process, Optional.of(Notice.of(key, args)));
    }

    private static String printed(
            String shell, Map<String, String> process, Executor executor, Duration limit)
            throws IOException, InterruptedException, ExecutionException, TimeoutException {
        var builder =
                new ProcessBuilder(List.of(shell, "-l", "-c", SCRIPT))
                        .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().clear();
        builder.environment().putAll(process);
        var running = builder.start();
        running.getOutputStream().close();
        var output = new CompletableFuture<byte[]>();
        executor.execute(
                () -> {
                    try (var in = running.getInputStream()) {
                        output.complete(read(in));
                    } catch (IOException e) {
                        output.completeExceptionally(e);
                    }
                });
        try {
            return new String(output.get(limit.toNanos(), TimeUnit.NANOSECONDS), charset());
        } catch (TimeoutException e) {
            running.descendants().forEach(ProcessHandle::destroyForcibly);
            throw e;
        } finally {
            running.destroyForcibly(); // not what it started: that may be meant to stay
        }
    }

    private static byte[] read(InputStream in) throws IOException {
        var end = END.getBytes(StandardCharsets.US_ASCII);
        var found = new ByteArrayOutputStream();
        var last = new byte[end.length];
        for (int b = in.read(); b >= 0 && found.size() < MOST_BYTES; b = in.read()) {
            found.write(b);
            System.arraycopy(last, 1, last, 0, last.length - 1);
            last[last.length - 1] = (byte) b;
            if (Arrays.equals(last, end)) {
                break;
            }
        }
        return found.toByteArray();
    }

    /// As `System.getenv` reads them.
    private static Charset charset() {
        return Charset.forName(
                System.getProperty("sun.jnu.encoding", Charset.defaultCharset().name()));
    }

    /// None when one of the marks is missing.
    private static Map<String, String> variables(String printed) {
        var found = new HashMap<String, String>();
        int mark = printed.indexOf(MARK);
        if (mark >= 0 && printed.endsWith(END)) {
            for (var line : printed.substring(mark + MARK.length()).split("\0", -1)) {
                int equals = line.indexOf('=');
                if (equals > 0) {
                    found.put(line.substring(0, equals), line.substring(equals + 1));
                }
            }
        }
        return Map.copyOf(found);
    }

    @Override
    public Optional<String> get(String name) {
        return Optional.ofNullable(all().get(name));
    }

    @Override
    public Map<String, String> all() {
        return answer.join().variables();
    }

    @Override
    public Looked looked() {
        return answer.join().failure().isPresent() ? Looked.LOGIN_SHELL_SILENT : Looked.LOGIN_SHELL;
    }

    /// Tells why the shell's environment could not be read, once that is known; never when it could.
    public void onFailure(Consumer<Notice> listener) {
        var _ = answer.thenAccept(a -> a.failure().ifPresent(listener));
    }
}
