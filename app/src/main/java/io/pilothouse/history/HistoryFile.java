package io.pilothouse.history;

import io.pilothouse.domain.JsonText;
import io.pilothouse.domain.Notice;

import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/// Brings the file into a state in which it can be opened, without ever destroying what is in it: a broken one is set
/// aside, a newer one left alone, an older one copied before it is changed.
final class HistoryFile {
    private static final String NAME = "history.db";

    /// File systems on which processes of several machines may meet; SQLite's shared memory does not work there.
    private static final Set<String> NETWORK =
            Set.of(
                    "nfs",
                    "nfs4",
                    "cifs",
                    "smb",
                    "smb2",
                    "smb3",
                    "smbfs",
                    "afs",
                    "9p",
                    "fuse.sshfs");

    /// Up to here a file is checked at every start, in bytes; 400 MB take 2 s.
    private static final long ALWAYS_CHECKED = 64L << 20;

    /// Beside the file after it gave cause for doubt.
    private static final String SUSPECT = "-suspect";

    private sealed interface State {
        /// No file, or one without tables.
        record Empty() implements State {}

        record Ours(int version) implements State {}

        /// Damaged, or none of ours.
        record Broken() implements State {}
    }

    private final Path folder;
    private final Schema schema;
    private final List<Notice> notices;

    /// @param notices where it is said what was found and done
    HistoryFile(Path folder, Schema schema, List<Notice> notices) {
        this.folder = folder;
        this.schema = schema;
        this.notices = notices;
    }

    Database open(Instant now) throws SQLException, IOException {
        Files.createDirectories(folder, alone(folder, "rwx------"));
        unpackDriverInto(folder.resolve("native"));
        boolean network = isNetwork(folder);
        if (network) {
            notices.add(Notice.of("history.network", folder));
        }
        return open(folder.resolve(NAME), now, network);
    }

    private Database open(Path file, Instant now, boolean network)
            throws SQLException, IOException {
        switch (examine(file)) {
            case State.Ours(var version) when version > schema.version() -> {
                var own = folder.resolve("history-" + schema.version() + ".db");
                if (file.equals(own)) {
                    throw new SQLException(own + " has version " + version);
                }
                notices.add(
                        Notice.of("history.newer", file.getFileName(), version, own.getFileName()));
                return open(own, now, network);
            }
            case State.Ours(var version) -> {
                if (version < schema.version()) {
                    copy(file, version);
                }
                return raised(Database.open(file, network), version);
            }
            case State.Broken _ -> {
                setAside(file, now);
                return open(file, now, network);
            }
            case State.Empty _ -> {
                if (!Files.exists(file)) {
                    // SQLite gives the files beside it the same rights
                    Files.createFile(file, alone(folder, "rw-------"));
                }
                return raised(Database.open(file, network), 0);
            }
        }
    }

    private Database raised(Database database, int version) {
        try {
            if (version < schema.version()) {
                database.writeSynced(s -> schema.raise(s, version));
            }
            return database;
        } catch (HistoryException e) {
            database.close();
            throw e;
        }
    }

    /// Reads only, so that a newer version's file stays as it is.
    private static State examine(Path file) throws SQLException, IOException {
        if (!Files.exists(file) || Files.size(file) == 0) {
            return new State.Empty();
        }
        try (var session = Session.open(file, true)) {
            if (isDoubtful(file)) {
                var verdict = session.query(r -> r.getString(1), "PRAGMA quick_check(1)");
                if (!verdict.equals(List.of("ok"))) {
                    return new State.Broken();
                }
                Files.deleteIfExists(beside(file, SUSPECT));
            }
            if (session.number("SELECT count(*) FROM sqlite_schema") == 0) {
                return new State.Empty();
            }
            boolean ours =
                    session.number("SELECT count(*) FROM sqlite_schema WHERE name = 'schema'") > 0;
            var version = ours ? session.number("SELECT version FROM schema") : 0;
            return version > 0 ? new State.Ours((int) version) : new State.Broken();
        } catch (SQLiteException e) {
            if (isDamage(e.getResultCode(), file)) {
                return new State.Broken();
            }
            throw e;
        } catch (JsonText.Malformed e) {
            throw new AssertionError(e); // no JSON was read
        }
    }

    /// A log that is still there tells of an end that was not in order.
    private static boolean isDoubtful(Path file) throws IOException {
        return Files.size(file) <= ALWAYS_CHECKED
                || Files.exists(beside(file, "-wal"))
                || Files.exists(beside(file, "-journal"))
                || Files.exists(beside(file, SUSPECT));
    }

    /// Damage that shows while the file is in use: the next start looks closer.
    static void suspect(Path file, Exception why) {
        if (why instanceof SQLiteException e && isDamage(e.getResultCode(), file)) {
            try {
                Files.write(beside(file, SUSPECT), new byte[0]);
            } catch (IOException unmarked) {
                why.addSuppressed(unmarked);
            }
        }
    }

    private static Path beside(Path file, String suffix) {
        return file.resolveSibling(file.getFileName() + suffix);
    }

    /// What tells of the file itself and not of the disk, its space, or too many open files.
    private static boolean isDamage(SQLiteErrorCode code, Path file) {
        return switch (SQLiteErrorCode.getErrorCode(code.code & 0xff)) {
            case SQLITE_CORRUPT, SQLITE_NOTADB, SQLITE_ERROR -> true;
            case SQLITE_CANTOPEN -> !Files.isRegularFile(file) || !Files.isReadable(file);
            default -> false;
        };
    }

    /// The log beside it goes along under the fitting name, so that it can still be repaired.
    private void setAside(Path file, Instant now) throws IOException {
        var time = now.truncatedTo(ChronoUnit.SECONDS).toString().replace(":", "");
        var name = file.getFileName() + ".unreadable-" + time;
        for (int n = 2; Files.exists(folder.resolve(name)); n++) {
            name = file.getFileName() + ".unreadable-" + time + "-" + n;
        }
        for (var suffix : List.of("-wal", "-shm", "-journal", SUSPECT, "")) {
            var part = beside(file, suffix);
            if (Files.exists(part)) {
                Files.move(part, folder.resolve(name + suffix), StandardCopyOption.ATOMIC_MOVE);
            }
        }
        notices.add(Notice.of("history.set-aside", file.getFileName(), name));
    }

    private void copy(Path file, int version) throws SQLException, IOException {
        var copy = beside(file, ".v" + version);
        Files.deleteIfExists(copy); // of a migration that did not get to its end
        Files.createFile(copy, alone(folder, "rw-------"));
        try (var session = Session.open(file, false)) {
            session.update("VACUUM INTO ?", copy.toString());
        }
    }

    /// The driver unpacks its native library once in a process; a process that was killed leaves it behind.
    private static void unpackDriverInto(Path into) throws IOException {
        if (System.getProperty("org.sqlite.tmpdir") != null) {
            return; // loaded, or set by a person
        }
        Files.createDirectories(into, alone(into, "rwx------"));
        try (Stream<Path> left = Files.list(into)) {
            for (var file : left.toList()) {
                Files.deleteIfExists(file);
            }
        }
        System.setProperty("org.sqlite.tmpdir", into.toString());
    }

    private static boolean isNetwork(Path folder) throws IOException {
        return NETWORK.contains(Files.getFileStore(folder).type().toLowerCase(Locale.ROOT));
    }

    /// On Windows the folder of the program is its owner's alone, and what is made in it inherits that.
    private static FileAttribute<?>[] alone(Path near, String rights) {
        return near.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights))
                }
                : new FileAttribute<?>[0];
    }
}
