package io.pilothouse.sync;

import io.pilothouse.domain.Listeners;
import io.pilothouse.domain.Pin;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The open accounts, in their order. Safe to use from any thread.
public final class Connections implements AutoCloseable {
    private record Open(Connection connection, Pin cloud) {
        String id() {
            return connection.account().id();
        }
    }

    private final Listeners<Connections> listeners = new Listeners<>();
    private volatile List<Open> open = List.of();

    public List<Connection> all() {
        return open.stream().map(Open::connection).toList();
    }

    public Optional<Connection> of(String accountId) {
        return all().stream().filter(c -> c.account().id().equals(accountId)).findFirst();
    }

    /// Told when an account was opened or closed, and when what one offers has changed.
    public Pin observe(Runnable changed) {
        return listeners.add(_ -> changed.run());
    }

    /// Starts it and puts it last; one with the same id is closed first and leaves its place.
    public void open(Connection connection) {
        var entry = new Open(connection, connection.onCloud(_ -> listeners.tell(this)));
        synchronized (this) {
            var next = new ArrayList<>(open);
            var old = next.stream().filter(o -> o.id().equals(entry.id())).findFirst();
            old.ifPresentOrElse(o -> next.set(next.indexOf(o), entry), () -> next.add(entry));
            open = List.copyOf(next);
            old.ifPresent(o -> o.cloud().close());
            old.map(Open::connection)
                    .ifPresentOrElse(o -> o.closeThen(connection::start), connection::start);
        }
        listeners.tell(this);
    }

    /// Does nothing when no such account is open.
    public void close(String accountId) {
        synchronized (this) {
            var going = open.stream().filter(o -> o.id().equals(accountId)).toList();
            open = open.stream().filter(o -> !going.contains(o)).toList();
            for (var o : going) {
                o.cloud().close();
                o.connection().close();
            }
        }
        listeners.tell(this);
    }

    /// Sorts the open accounts as they stand in this list; those that do not keep their order behind them.
    public void order(List<String> accountIds) {
        synchronized (this) {
            open =
                    open.stream()
                            .sorted(
                                    Comparator.comparingInt(
                                            o ->
                                                    accountIds.contains(o.id())
                                                            ? accountIds.indexOf(o.id())
                                                            : Integer.MAX_VALUE))
                            .toList();
        }
        listeners.tell(this);
    }

    @Override
    public void close() {
        all().forEach(c -> close(c.account().id()));
    }
}
