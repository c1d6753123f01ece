package io.pilothouse.desktop;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Set;

/// What a durable save asks of the disk, step by step, so that a test can let each step fail.
interface Disk {
    /// Creates the file with these rights, writes all bytes and syncs them.
    void write(Path file, byte[] bytes, Rights rights) throws IOException;

    /// Replaces `to` in one step.
    void move(Path from, Path to) throws IOException;

    /// Makes the names in a folder survive a loss of power.
    void syncFolder(Path folder) throws IOException;

    Disk REAL =
            new Disk() {
                @Override
                public void write(Path file, byte[] bytes, Rights rights) throws IOException {
                    var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                    try (var out = FileChannel.open(file, options, rights.atCreation())) {
                        // again after the creation, because the umask may have taken some away
                        rights.applyTo(file);
                        for (var left = ByteBuffer.wrap(bytes); left.hasRemaining(); ) {
                            out.write(left);
                        }
                        out.force(true);
                    }
                }

                @Override
                public void move(Path from, Path to) throws IOException {
                    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
                }

                @Override
                public void syncFolder(Path folder) throws IOException {
                    if (Rights.posix(folder)) { // Windows opens no folder, and journals its names
                        try (var names = FileChannel.open(folder, StandardOpenOption.READ)) {
                            names.force(true);
                        }
                    }
                }
            };
}
