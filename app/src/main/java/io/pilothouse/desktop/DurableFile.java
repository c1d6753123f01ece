package io.pilothouse.desktop;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Optional;

/// A small file that is replaced as a whole: whatever fails while it is saved, the old or the new content can be read,
/// and what was saved survives a loss of power. The generation before stays beside it under the name with a `~`. Not
/// for use by several threads at once.
public final class DurableFile {
    /// No file of ours is near this; something else was put in its place.
    private static final long MOST_BYTES = 32L << 20;

    private static final int MOST_LINKS = 40;

    private final Path path;
    private final Disk disk;
    private final boolean secret;

    public DurableFile(Path path) {
        this(path, Disk.REAL);
    }

    DurableFile(Path path, Disk disk) {
        this(path, disk, false);
    }

    private DurableFile(Path path, Disk disk, boolean secret) {
        this.path = path.toAbsolutePath();
        this.disk = disk;
        this.secret = secret;
    }

    /// A file that is its owner's alone after each save, whatever rights it had.
    public static DurableFile ofOwner(Path path) {
        return new DurableFile(path, Disk.REAL, true);
    }

    public Path path() {
        return path;
    }

    /// The content; empty when there is no such file.
    ///
    /// @throws IOException also for more than 32 MiB
    public Optional<byte[]> read() throws IOException {
        try {
            if (Files.size(path) > MOST_BYTES) {
                throw new IOException(path + " has more than " + MOST_BYTES + " bytes");
            }
            return Optional.of(Files.readAllBytes(path));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    public void save(String text) throws IOException {
        save(text.getBytes(StandardCharsets.UTF_8));
    }

    /// Writes beside the file (or, for a symbolic link, beside what it leads to), syncs, then renames. A new file is
    /// its owner's alone, an existing one keeps its rights. Equal content is not written again, so that the previous
    /// generation stays one that differs.
    ///
    /// @throws NoSuchFileException also when the file's folder is gone: a new one in its place would be open to others
    public void save(byte[] content) throws IOException {
        var target = target();
        var folder = parent(target);
        there(folder);
        var old = read();
        if (old.isPresent() && Arrays.equals(old.get(), content)) {
            return;
        }
        var rights = old.isPresent() && !secret ? Rights.of(target) : Rights.ownFile(target);
        if (old.isPresent()) {
            replace(beside(target, "~"), old.get(), rights);
        }
        replace(target, content, rights);
        disk.syncFolder(folder);
    }

    /// What a link leads to may be in a folder still to be made, for its owner alone; the file's own folder was made
    /// before, and is gone for a reason.
    private void there(Path targets) throws IOException {
        var folder = parent(path);
        if (!Files.isDirectory(folder)) {
            throw new NoSuchFileException(folder.toString(), null, "the folder is gone");
        }
        if (!Files.isDirectory(targets)) {
            Files.createDirectories(targets, Rights.ownFolder(targets).atCreation());
        }
    }

    private void replace(Path target, byte[] content, Rights rights) throws IOException {
        var fresh = beside(target, ".new");
        Files.deleteIfExists(fresh); // of a save that was killed
        try {
            disk.write(fresh, content, rights);
            disk.move(fresh, target);
        } catch (IOException e) {
            try {
                Files.deleteIfExists(fresh);
            } catch (IOException left) {
                e.addSuppressed(left);
            }
            throw e;
        }
    }

    /// Gives the file another name, made of its own and a time, so that a new one can be begun without harming it. Of
    /// a symbolic link the link is renamed, and what it leads to stays as it is.
    ///
    /// @return its new name
    public Path setAside(Instant when) throws IOException {
        var time = when.truncatedTo(ChronoUnit.SECONDS).toString().replace(":", "");
        var name = beside(path, ".unreadable-" + time);
        for (int n = 2; Files.exists(name, LinkOption.NOFOLLOW_LINKS); n++) {
            name = beside(path, ".unreadable-" + time + "-" + n);
        }
        disk.move(path, name);
        disk.syncFolder(parent(path));
        return name;
    }

    /// Where the path leads; a link may lead to a file that is not there yet.
    private Path target() throws IOException {
        var here = path;
        for (int i = 0; Files.isSymbolicLink(here); i++) {
            if (i == MOST_LINKS) {
                throw new FileSystemLoopException(path.toString());
            }
            here = here.resolveSibling(Files.readSymbolicLink(here));
        }
        return here;
    }

    private static Path parent(Path file) throws IOException {
        var parent = file.getParent();
        if (parent == null) {
            throw new IOException(file + " is no file in a folder");
        }
        return parent;
    }

    private static Path beside(Path file, String suffix) {
        return file.resolveSibling(file.getFileName() + suffix);
    }
}
