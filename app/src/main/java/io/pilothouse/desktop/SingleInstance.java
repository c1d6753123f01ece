package io.pilothouse.desktop;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/// The door through which a second start brings the first to the front: a Unix socket in the home, so that only its
/// owner can knock. A knock carries nothing and can do nothing else; it is answered with one byte when the first is in
/// front.
public final class SingleInstance implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SingleInstance.class);

    /// The system takes a knock also for a program that hangs.
    private static final Duration ANSWER = Duration.ofSeconds(5);

    /// Between two knocks that could not be taken: what is short (open files) comes back by itself.
    private static final Duration PAUSE = Duration.ofSeconds(1);

    /// Takes one knock, and waits for it.
    @FunctionalInterface
    interface Accepting {
        SocketChannel next(ServerSocketChannel door) throws IOException;
    }

    private final Path socket;
    private final ServerSocketChannel door;
    private final Executor threads;
    private final Supplier<CompletionStage<Void>> toFront;

    private SingleInstance(
            Path socket,
            ServerSocketChannel door,
            Executor threads,
            Supplier<CompletionStage<Void>> toFront) {
        this.socket = socket;
        this.door = door;
        this.threads = threads;
        this.toFront = toFront;
    }

    /// Opens the door; called by who holds the lock of the home, so a socket file that is there is a dead one.
    ///
    /// @param toFront called at each knock, on a thread of the executor; ends when it is done
    /// @throws IOException when the path is too long for a socket, or the disk refuses: a second start is then only
    ///     turned away
    public static SingleInstance open(
            Home home, Executor threads, Supplier<CompletionStage<Void>> toFront)
            throws IOException {
        return open(home, threads, toFront, ServerSocketChannel::accept, PAUSE);
    }

    static SingleInstance open(
            Home home,
            Executor threads,
            Supplier<CompletionStage<Void>> toFront,
            Accepting accepting,
            Duration pause)
            throws IOException {
        var socket = path(home);
        Files.deleteIfExists(socket);
        var door = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            door.bind(UnixDomainSocketAddress.of(socket));
        } catch (IOException | IllegalArgumentException e) {
            door.close();
            throw new IOException("no door at " + socket, e);
        }
        var instance = new SingleInstance(socket, door, threads, toFront);
        threads.execute(() -> instance.listen(accepting, pause));
        return instance;
    }

    /// Knocks at the door of the instance that holds the home; false when nobody opens, or says within five seconds that
    /// its window is in front.
    public static boolean knock(Home home) {
        return knock(home, ANSWER);
    }

    static boolean knock(Home home, Duration patience) {
        try (var channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.connect(UnixDomainSocketAddress.of(path(home)));
            channel.configureBlocking(false);
            try (var selector = Selector.open()) {
                channel.register(selector, SelectionKey.OP_READ);
                selector.select(patience.toMillis());
                return channel.read(ByteBuffer.allocate(1)) == 1;
            }
        } catch (IOException | IllegalArgumentException e) {
            return false;
        }
    }

    private static Path path(Home home) {
        return home.folder().resolve("door");
    }

    private void listen(Accepting accepting, Duration pause) {
        boolean said = false;
        while (door.isOpen()) {
            try {
                heard(accepting.next(door));
                said = false;
            } catch (IOException e) {
                if (door.isOpen()) {
                    if (!said) {
                        LOG.warn("a second start could not be heard", e);
                        said = true;
                    }
                    LockSupport.parkNanos(pause.toNanos());
                }
            }
        }
    }

    private void heard(SocketChannel knock) {
        var _ = toFront.get().whenCompleteAsync((_, failure) -> answer(knock, failure), threads);
    }

    private static void answer(SocketChannel knock, @Nullable Throwable failure) {
        try (knock) {
            if (failure == null) {
                knock.write(ByteBuffer.wrap(new byte[] {1}));
            } else {
                LOG.error("a second start could not bring this one to the front", failure);
            }
        } catch (IOException e) {
            LOG.info("a second start did not wait for its answer", e);
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        Files.deleteIfExists(socket);
    }
}
