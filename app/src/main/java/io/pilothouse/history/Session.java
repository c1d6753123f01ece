package io.pilothouse.history;

import io.pilothouse.domain.JsonText;

import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// One connection with its prepared statements; used by one thread at a time.
final class Session implements AutoCloseable {
    /// How long another connection may hold the file, as a reader that closes does for a moment.
    private static final int BUSY_MILLIS = 10_000;

    @FunctionalInterface
    interface Row<T> {
        T read(ResultSet row) throws SQLException, JsonText.Malformed;
    }

    private final Connection connection;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();

    private Session(Connection connection) {
        this.connection = connection;
    }

    static Session open(Path file, boolean readOnly) throws SQLException {
        var config = new SQLiteConfig();
        config.setReadOnly(readOnly);
        config.setBusyTimeout(BUSY_MILLIS);
        config.enforceForeignKeys(true);
        var source = new SQLiteDataSource(config);
        // as a URI, because the driver would take what follows a question mark in a path for
        // settings
        source.setUrl(
                "jdbc:sqlite:" + file.toUri().toString().replaceFirst("^file:/+", "file:///"));
        return new Session(source.getConnection());
    }

    /// @param values text, whole numbers and times
    /// @return how many rows were changed
    int update(String sql, Object... values) throws SQLException {
        return bound(sql, values).executeUpdate();
    }

    <T> List<T> query(Row<T> row, String sql, Object... values)
            throws SQLException, JsonText.Malformed {
        var found = new ArrayList<T>();
        try (var rows = bound(sql, values).executeQuery()) {
            while (rows.next()) {
                found.add(row.read(rows));
            }
        }
        return found;
    }

    /// The first column of the first row; 0 where there is none.
    long number(String sql, Object... values) throws SQLException {
        try (var rows = bound(sql, values).executeQuery()) {
            return rows.next() ? rows.getLong(1) : 0;
        }
    }

    /// Statements that are run as they stand: transactions, settings, the schema.
    void run(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private PreparedStatement bound(String sql, Object... values) throws SQLException {
        var statement = prepared.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            prepared.put(sql, statement);
        }
        for (int i = 0; i < values.length; i++) {
            switch (values[i]) {
                case String text -> statement.setString(i + 1, text);
                case Integer number -> statement.setInt(i + 1, number);
                case Long number -> statement.setLong(i + 1, number);
                case Instant at -> statement.setLong(i + 1, nanos(at));
                case Object other -> throw new IllegalArgumentException(other.getClass().getName());
            }
        }
        return statement;
    }

    /// Times are kept as nanoseconds since 1970, which lasts until 2262 and loses nothing.
    static long nanos(Instant at) {
        return Math.addExact(Math.multiplyExact(at.getEpochSecond(), 1_000_000_000L), at.getNano());
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return Instant.ofEpochSecond(0, row.getLong(column));
    }

    /// The last of all sessions also empties the write-ahead log into the file.
    @Override
    public void close() throws SQLException {
        connection.close(); // and its statements with it
    }
}
