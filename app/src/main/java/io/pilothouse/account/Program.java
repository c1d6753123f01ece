package io.pilothouse.account;

import io.pilothouse.cloud.CloudException.MissingKey;
import io.pilothouse.cloud.CloudException.MissingKey.Failure;
import io.pilothouse.domain.Secret;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// A program whose first line of output is a key, such as `pass show gpu`. Started without a shell, with the given
/// environment and nothing to read.
final class Program {
    /// What is read of a line; longer than any key.
    private static final int MOST_BYTES = 64 << 10;

    /// It gave no key.
    static final class Failed extends Exception {
        private static final long serialVersionUID = 1;
        private final transient MissingKey.Command why;

        /// @param words for the log
        Failed(MissingKey.Command why, String words) {
            super(words);
            this.why = why;
        }

        MissingKey.Command why() {
            return why;
        }
    }

    private final Environment environment;
    private final Executor readers;
    private final Duration limit;

    /// @param readers run two readers at a time, which may block
    Program(Environment environment, Executor readers, Duration limit) {
        this.environment = environment;
        this.readers = readers;
        this.limit = limit;
    }

    /// Blocks until the program has ended, at most for the limit; then it is killed, with all it started.
    ///
    /// @throws InterruptedException after killing it
    Secret firstLine(List<String> command) throws Failed, InterruptedException {
        var name = command.getFirst();
        var variables = environment.all();
        long end = System.nanoTime() + limit.toNanos();
        Process process;
        try {
            var words = new ArrayList<>(command);
            words.set(0, found(name, variables.getOrDefault("PATH", "")));
            var builder = new ProcessBuilder(words);
            builder.environment().clear();
            builder.environment().putAll(variables);
            process = builder.start();
        } catch (IOException e) {
            throw failed(name, Failure.NOT_STARTED, "", "", " can't be started");
        }
        try {
            process.getOutputStream().close();
            var output = readLine(process.getInputStream());
            var complaint = readLine(process.getErrorStream());
            if (!process.waitFor(end - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                var seconds = String.valueOf(limit.toSeconds());
                throw failed(
                        name,
                        Failure.NOT_ENDED,
                        seconds,
                        "",
                        " did not end within " + seconds + " s");
            }
            if (process.exitValue() != 0) {
                var code = String.valueOf(process.exitValue());
                throw failed(
                        name, Failure.EXITED, code, within(complaint, end), " ended with " + code);
            }
            var line = within(output, end);
            if (line.isEmpty()) {
                throw failed(
                        name,
                        Failure.PRINTED_NOTHING,
                        "",
                        within(complaint, end),
                        " printed nothing");
            }
            return Secret.of(line);
        } catch (IOException | ExecutionException | TimeoutException e) {
            throw failed(name, Failure.UNREADABLE, "", "", " could not be read");
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private static Failed failed(
            String program, Failure failure, String detail, String complaint, String words) {
        return new Failed(
                new MissingKey.Command(program, failure, detail, complaint),
                program + words + (complaint.isEmpty() ? "" : ": " + complaint));
    }

    /// Java looks for a program in its own `PATH`, not in the one that the program is given.
    private static String found(String program, String path) {
        if (program.contains(File.separator)) {
            return program;
        }
        for (var folder : path.split(File.pathSeparator, -1)) {
            var file = new File(folder, program);
            if (new File(folder).isAbsolute() && file.isFile() && file.canExecute()) {
                return file.getPath();
            }
        }
        return program;
    }

    /// A line may never end when the program has left something running that holds its output.
    private static String within(CompletableFuture<String> line, long end)
            throws InterruptedException, ExecutionException, TimeoutException {
        return line.get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
    }

    /// The rest is read too, so that the program is not held up by a full pipe.
    private CompletableFuture<String> readLine(InputStream in) {
        var line = new CompletableFuture<String>();
        Runnable reading =
                () -> {
                    try (in) {
                        var bytes = new byte[MOST_BYTES];
                        int length = 0;
                        for (int b = in.read(); b >= 0 && b != '\n'; b = in.read()) {
                            if (length < MOST_BYTES) {
                                bytes[length++] = (byte) b;
                            }
                        }
                        line.complete(
                                new String(bytes, 0, length, StandardCharsets.UTF_8)
                                        .stripTrailing());
                        in.transferTo(OutputStream.nullOutputStream());
                    } catch (IOException e) {
                        line.completeExceptionally(e);
                    }
                };
        try {
            readers.execute(reading);
        } catch (RejectedExecutionException closing) {
            line.completeExceptionally(closing);
        }
        return line;
    }
}
