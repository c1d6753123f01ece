package io.pilothouse.desktop;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;

/// One running instance a home. The lock is the operating system's and ends with the process that holds it, however
/// that ends; the file that stays behind means nothing.
public final class HomeLock implements AutoCloseable {
    private final FileChannel channel;

    private HomeLock(FileChannel channel) {
        this.channel = channel;
    }

    /// Empty when another instance holds it. Is asked once in a process: POSIX gives up a process's lock on a file as
    /// soon as any of its handles on that file is closed.
    public static Optional<HomeLock> take(Home home) throws IOException {
        var file = home.folder().resolve("lock");
        var channel =
                FileChannel.open(
                        file,
                        Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                        Rights.ownFile(file).atCreation());
        try {
            if (channel.tryLock() != null) {
                return Optional.of(new HomeLock(channel));
            }
        } catch (OverlappingFileLockException e) {
            channel.close();
            return Optional.empty(); // held by this very process
        } catch (IOException e) {
            channel.close();
            throw e;
        }
        channel.close();
        return Optional.empty();
    }

    /// Lets the next instance in.
    @Override
    public void close() throws IOException {
        channel.close();
    }
}
