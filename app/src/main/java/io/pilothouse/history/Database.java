package io.pilothouse.history;

import io.pilothouse.domain.JsonText;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.SQLException;
import java.util.Deque;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.locks.ReentrantLock;

/// One connection that writes, guarded by a lock, and as many that read as there are readers at a time; with the
/// write-ahead log neither waits for the other. Each piece of work is one transaction.
final class Database implements AutoCloseable {
    @FunctionalInterface
    interface Work<T> {
        T with(Session session) throws SQLException, JsonText.Malformed;
    }

    @FunctionalInterface
    interface Change {
        void with(Session session) throws SQLException;
    }

    private final Path file;

    /// Fair, so that a sending waits for one lot of a pruning and not for all.
    private final ReentrantLock writing = new ReentrantLock(true);

    private final Session writer;
    private final Deque<Session> idle = new ConcurrentLinkedDeque<>();
    private boolean synced; // guarded by `writing`
    private volatile boolean closed;
    private volatile Optional<HistoryException> refusal = Optional.empty();

    /// Tells this file from another one under its name; null where the system has no such thing.
    private final @Nullable Object identity;

    /// @param network on a network's disk, where the write-ahead log's shared memory can't work
    static Database open(Path file, boolean network) throws SQLException, IOException {
        var writer = Session.open(file, false);
        try {
            if (writer.number("SELECT count(*) FROM sqlite_schema") == 0) {
                writer.run("PRAGMA auto_vacuum = INCREMENTAL"); // only before the first table
            }
            writer.run("PRAGMA journal_mode = " + (network ? "DELETE" : "WAL"));
            writer.run("PRAGMA fullfsync = ON"); // macOS: through the drive's own cache too
            return new Database(file, writer, identity(file));
        } catch (SQLException | IOException e) {
            writer.close();
            throw e;
        }
    }

    private Database(Path file, Session writer, @Nullable Object identity) {
        this.file = file;
        this.writer = writer;
        this.identity = identity;
    }

    private static @Nullable Object identity(Path file) throws IOException {
        return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
    }

    /// Why nothing can be written, since the last time that something could be.
    Optional<HistoryException> refusal() {
        return refusal;
    }

    /// On the disk for good when this returns.
    void writeSynced(Change change) {
        write(change, true);
    }

    /// Survives the end of the process; a loss of power may take back the newest of them, never half of one.
    void write(Change change) {
        write(change, false);
    }

    private void write(Change change, boolean sync) {
        writing.lock();
        try {
            if (closed) {
                throw new HistoryException("the history is closed");
            }
            here();
            if (sync != synced) {
                writer.run("PRAGMA synchronous = " + (sync ? "FULL" : "NORMAL"));
                synced = sync;
            }
            writer.run("BEGIN IMMEDIATE");
            try {
                change.with(writer);
                writer.run("COMMIT");
            } catch (SQLException | RuntimeException e) {
                undo(writer, e);
                throw e;
            }
            refusal = Optional.empty();
        } catch (SQLException e) {
            HistoryFile.suspect(file, e);
            throw refused(e);
        } catch (IOException e) {
            throw refused(e);
        } finally {
            writing.unlock();
        }
    }

    /// SQLite writes on to a file that is no longer in its folder, and nobody will find it there.
    private void here() throws IOException {
        try {
            if (!Objects.equals(identity, identity(file))) {
                throw new IOException("another file is in the place of " + file);
            }
        } catch (NoSuchFileException e) {
            throw new IOException(file + " is gone", e);
        }
    }

    private HistoryException refused(Exception why) {
        var refused =
                new HistoryException(
                        "the history can't be written: " + HistoryException.reason(why), why);
        refusal = Optional.of(refused);
        return refused;
    }

    <T> T read(Work<T> work) {
        if (closed) {
            throw new HistoryException("the history is closed");
        }
        try {
            var session = idle.pollFirst();
            if (session == null) {
                session = Session.open(file, false);
                session.run("PRAGMA query_only = ON");
            }
            try {
                session.run("BEGIN"); // several queries see one state
                try {
                    var found = work.with(session);
                    session.run("COMMIT");
                    return found;
                } catch (SQLException | JsonText.Malformed | RuntimeException e) {
                    undo(session, e);
                    throw e;
                }
            } finally {
                idle.addFirst(session);
                if (closed) {
                    closeIdle();
                }
            }
        } catch (SQLException | JsonText.Malformed e) {
            HistoryFile.suspect(file, e);
            throw new HistoryException("the history can't be read", e);
        }
    }

    private static void undo(Session session, Exception why) {
        try {
            session.run("ROLLBACK");
        } catch (SQLException e) {
            why.addSuppressed(e); // a full disk has rolled back by itself
        }
    }

    private void closeIdle() throws SQLException {
        for (var session = idle.pollFirst(); session != null; session = idle.pollFirst()) {
            session.close();
        }
    }

    @Override
    public void close() {
        writing.lock();
        try {
            if (!closed) {
                closed = true;
                closeIdle();
                writer.close();
            }
        } catch (SQLException e) {
            throw new HistoryException("the history can't be closed", e);
        } finally {
            writing.unlock();
        }
    }
}
