package io.pilothouse.account;

import io.pilothouse.domain.Secret;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// A program whose first line of output is a key, such as `pass show gpu`. Started without a shell, with this
/// process's environment and nothing to read.
final class Program {
    /// What is read of a line; longer than any key.
    private static final int MOST_BYTES = 64 << 10;

    /// It gave no key.
    static final class Failed extends Exception {
        private static final long serialVersionUID = 1;
        private final String why;

        Failed(String why) {
            super(why);
            this.why = why;
        }

        String why() {
            return why;
        }
    }

    private final Executor readers;
    private final Duration limit;

    /// @param readers run two readers at a time, which may block
    Program(Executor readers, Duration limit) {
        this.readers = readers;
        this.limit = limit;
    }

    /// Blocks until the program has ended, at most for the limit; then it is killed, with all it started.
    ///
    /// @throws InterruptedException after killing it
    Secret firstLine(List<String> command) throws Failed, InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        Process process;
        try {
            process = new ProcessBuilder(command).start();
        } catch (IOException e) {
            throw new Failed(command.getFirst() + " can't be started");
        }
        try {
            process.getOutputStream().close();
            var output = readLine(process.getInputStream());
            var complaint = readLine(process.getErrorStream());
            if (!process.waitFor(end - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                throw new Failed(
                        command.getFirst() + " did not end within " + limit.toSeconds() + " s");
            }
            if (process.exitValue() != 0) {
                throw new Failed(
                        command.getFirst()
                                + " ended with "
                                + process.exitValue()
                                + said(within(complaint, end)));
            }
            var line = within(output, end);
            if (line.isEmpty()) {
                throw new Failed(
                        command.getFirst() + " printed nothing" + said(within(complaint, end)));
            }
            return Secret.of(line);
        } catch (IOException | ExecutionException | TimeoutException e) {
            throw new Failed(command.getFirst() + " could not be read");
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private static String said(String complaint) {
        return complaint.isEmpty() ? "" : ": " + complaint;
    }

    /// A line may never end when the program has left something running that holds its output.
    private static String within(CompletableFuture<String> line, long end)
            throws InterruptedException, ExecutionException, TimeoutException {
        return line.get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
    }

    /// The rest is read too, so that the program is not held up by a full pipe.
    private CompletableFuture<String> readLine(InputStream in) {
        var line = new CompletableFuture<String>();
        readers.execute(
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
                });
        return line;
    }
}
