package io.pilothouse.desktop;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executor;

/// The door through which a second start brings the first to the front: a Unix socket in the home, so that only its
/// owner can knock. A knock carries nothing and can do nothing else.
public final class SingleInstance implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SingleInstance.class);

    private final Path socket;
    private final ServerSocketChannel door;

    private SingleInstance(Path socket, ServerSocketChannel door) {
        this.socket = socket;
        this.door = door;
    }

    /// Opens the door; called by who holds the lock of the home, so a socket file that is there is a dead one.
    ///
    /// @param toFront called at each knock, on a thread of the executor
    /// @throws IOException when the path is too long for a socket, or the disk refuses: a second start is then only
    ///     turned away
    public static SingleInstance open(Home home, Executor threads, Runnable toFront)
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
        var instance = new SingleInstance(socket, door);
        threads.execute(() -> instance.listen(toFront));
        return instance;
    }

    /// Knocks at the door of the instance that holds the home; false when nobody opens.
    public static boolean knock(Home home) {
        try (var channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            return channel.connect(UnixDomainSocketAddress.of(path(home)));
        } catch (IOException | IllegalArgumentException e) {
            return false;
        }
    }

    private static Path path(Home home) {
        return home.folder().resolve("door");
    }

    private void listen(Runnable toFront) {
        while (door.isOpen()) {
            try (var _ = door.accept()) {
                toFront.run();
            } catch (IOException e) {
                if (door.isOpen()) {
                    LOG.warn("a second start could not be heard", e);
                    return;
                }
            }
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        Files.deleteIfExists(socket);
    }
}
