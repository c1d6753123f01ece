package io.pilothouse.rehearsal.front;

import io.pilothouse.rehearsal.loopback.Arrivals;
import io.pilothouse.rehearsal.loopback.Arrivals.Limits;
import io.pilothouse.rehearsal.loopback.FaultDesk;
import io.pilothouse.rehearsal.loopback.Faults;
import io.pilothouse.rehearsal.loopback.RehearsalClock;
import io.pilothouse.rehearsal.loopback.WireServer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.Executor;

/// One service as it runs: its port, what arrived there, what goes wrong there, and the desk where that is ordered.
public final class Station implements AutoCloseable {
    private final Arrivals arrivals;
    private final Faults faults = new Faults();
    private final WireServer server;
    private final FaultDesk desk;
    private final WireServer deskServer;

    private Station(Executor threads, RehearsalClock clock, Limits limits, Front.Service service)
            throws IOException {
        arrivals = new Arrivals(limits);
        server = WireServer.start(threads, clock.nanos(), new Front(service, arrivals, faults));
        desk = new FaultDesk(faults, arrivals);
        try {
            deskServer = WireServer.start(threads, clock.nanos(), desk);
        } catch (IOException e) {
            server.close();
            throw e;
        }
        faults.onRefused(this::refuse);
    }

    /// Opens on a free port of the loopback.
    ///
    /// @param threads starts a thread a task, for tasks that block: virtual threads
    /// @throws IOException if no port can be had
    public static Station open(
            Executor threads, RehearsalClock clock, Limits limits, Front.Service service)
            throws IOException {
        return new Station(threads, clock, limits, service);
    }

    /// `http://127.0.0.1:PORT`.
    public String url() {
        return server.url();
    }

    /// Every request that came, and what the judge of the rate limit said.
    public Arrivals arrivals() {
        return arrivals;
    }

    /// What goes wrong.
    public Faults faults() {
        return faults;
    }

    /// From now on ends a connection that is not used for so long, as a service does when it likes.
    public void closeIdleAfter(Duration time) {
        server.closeIdleAfter(time);
    }

    /// Where faults are ordered over HTTP; see [FaultDesk].
    public String faultDesk() {
        return deskServer.url();
    }

    /// What the fault desk wants in its header [FaultDesk#TOKEN].
    public String faultToken() {
        return desk.token();
    }

    /// Stops listening and ends every connection.
    @Override
    public void close() throws IOException {
        try (deskServer) {
            server.close();
        }
    }

    private void refuse(boolean refused) {
        try {
            if (refused) {
                server.refuse();
            } else {
                server.resume();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The rehearsal's port cannot be changed", e);
        }
    }
}
