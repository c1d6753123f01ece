package io.pilothouse.rehearsal.crusoe;

import io.pilothouse.domain.Account;
import io.pilothouse.domain.Account.Credential;
import io.pilothouse.domain.Json;
import io.pilothouse.domain.Secret;
import io.pilothouse.rehearsal.crusoe.call.Table;
import io.pilothouse.rehearsal.front.Station;
import io.pilothouse.rehearsal.loopback.RehearsalClock;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;

/// Crusoe Cloud as it runs: its port and desk, its state, and the account it serves.
public final class CrusoeRehearsal implements AutoCloseable {
    private final CrusoeService service;
    private final Station station;
    private final Account account;

    private CrusoeRehearsal(Executor threads, RehearsalClock clock, CrusoeSetup setup)
            throws IOException {
        service = new CrusoeService(clock, setup);
        station = Station.open(threads, clock, setup.limits(), new CrusoeEndpoint(clock, service));
        account =
                new Account(
                        "rehearsal-crusoe",
                        "Rehearsal Crusoe",
                        "crusoe",
                        Optional.of(station.url() + Table.BASE),
                        Account.Stage.DEVELOPMENT,
                        false,
                        "orange",
                        Map.of(
                                "access-key",
                                new Credential.Held(Secret.of(setup.accessKey())),
                                "secret-key",
                                new Credential.Held(Secret.of(setup.secretKey()))),
                        Map.of(),
                        Json.obj());
    }

    /// @param threads starts a thread a task, for tasks that block: virtual threads
    /// @throws IOException if no port of the loopback can be had
    public static CrusoeRehearsal start(Executor threads, RehearsalClock clock, CrusoeSetup setup)
            throws IOException {
        return new CrusoeRehearsal(threads, clock, setup);
    }

    /// The account to be shown: development, in memory only.
    public Account account() {
        return account;
    }

    /// The state behind the account, to look at or to change behind the client's back.
    public CrusoeService service() {
        return service;
    }

    /// The port, its faults and its arrivals.
    public Station station() {
        return station;
    }

    @Override
    public void close() throws IOException {
        station.close();
    }
}
