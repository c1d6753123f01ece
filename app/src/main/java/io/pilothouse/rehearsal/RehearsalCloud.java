package io.pilothouse.rehearsal;

import io.pilothouse.domain.Account;
import io.pilothouse.domain.Account.Credential;
import io.pilothouse.domain.Json;
import io.pilothouse.domain.Secret;
import io.pilothouse.rehearsal.crusoe.CrusoeRehearsal;
import io.pilothouse.rehearsal.crusoe.CrusoeSetup;
import io.pilothouse.rehearsal.front.Station;
import io.pilothouse.rehearsal.lambdacloud.LambdaEndpoint;
import io.pilothouse.rehearsal.lambdacloud.LambdaService;
import io.pilothouse.rehearsal.lambdacloud.LambdaSetup;
import io.pilothouse.rehearsal.loopback.Arrivals;
import io.pilothouse.rehearsal.loopback.Arrivals.Limits;
import io.pilothouse.rehearsal.loopback.FaultDesk;
import io.pilothouse.rehearsal.loopback.Faults;
import io.pilothouse.rehearsal.loopback.RehearsalClock;
import io.pilothouse.rehearsal.loopback.Speed;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.stream.Stream;

/// The running rehearsal: its servers, the accounts they serve, and what a test asks or orders of them.
public final class RehearsalCloud implements AutoCloseable {
    private final LambdaService lambda;
    private final Station station;
    private final Account account;
    private final Optional<CrusoeRehearsal> crusoe;

    private RehearsalCloud(
            Executor threads,
            RehearsalClock clock,
            LambdaSetup setup,
            Optional<CrusoeSetup> crusoeSetup)
            throws IOException {
        lambda = new LambdaService(clock, setup);
        var endpoint = new LambdaEndpoint(setup.key(), lambda);
        station = Station.open(threads, clock, setup.limits(), endpoint);
        account =
                new Account(
                        "rehearsal-lambda",
                        "Rehearsal",
                        "lambda-cloud",
                        Optional.of(station.url()),
                        Account.Stage.DEVELOPMENT,
                        false,
                        "violet",
                        Map.of("api-key", new Credential.Held(Secret.of(setup.key()))),
                        budgets(setup.limits()),
                        Json.obj());
        crusoe =
                crusoeSetup.isPresent()
                        ? Optional.of(startedAfter(station, threads, clock, crusoeSetup.get()))
                        : Optional.empty();
    }

    private static CrusoeRehearsal startedAfter(
            Station first, Executor threads, RehearsalClock clock, CrusoeSetup setup)
            throws IOException {
        try {
            return CrusoeRehearsal.start(threads, clock, setup);
        } catch (IOException e) {
            first.close();
            throw e;
        }
    }

    /// What the account is told of limits that are not the service's own.
    private static Map<String, String> budgets(Limits limits) {
        return limits.equals(Limits.strict())
                ? Map.of()
                : Map.of("all", budget(limits.all()), "launch", budget(limits.launch()));
    }

    private static String budget(Duration slot) {
        return "1/" + Math.max(1, slot.toMillis()) + "ms";
    }

    /// Starts as it is shown: both clouds with the demonstration's data, the services' own limits.
    ///
    /// @param threads starts a thread a task, for tasks that block: virtual threads
    /// @throws IOException if no port of the loopback can be had
    public static RehearsalCloud start(Executor threads, RehearsalClock clock, Speed speed)
            throws IOException {
        return start(
                threads,
                clock,
                LambdaSetup.demo(clock, speed),
                Optional.of(CrusoeSetup.demo(clock, speed)));
    }

    /// Starts Lambda Cloud alone, with a key, limits and data of one's own.
    ///
    /// @throws IOException if no port of the loopback can be had
    public static RehearsalCloud start(Executor threads, RehearsalClock clock, LambdaSetup setup)
            throws IOException {
        return start(threads, clock, setup, Optional.empty());
    }

    /// Starts Lambda Cloud and, where there is a setup for it, Crusoe Cloud.
    ///
    /// @throws IOException if no port of the loopback can be had
    public static RehearsalCloud start(
            Executor threads, RehearsalClock clock, LambdaSetup setup, Optional<CrusoeSetup> crusoe)
            throws IOException {
        return new RehearsalCloud(threads, clock, setup, crusoe);
    }

    /// The accounts to be shown: development, in memory only.
    public List<Account> accounts() {
        return Stream.concat(Stream.of(account), crusoe.map(CrusoeRehearsal::account).stream())
                .toList();
    }

    /// Crusoe Cloud, with a port, faults and arrivals of its own; empty where it was not started.
    public Optional<CrusoeRehearsal> crusoe() {
        return crusoe;
    }

    /// The state behind the Lambda Cloud account, to look at or to change behind the client's back.
    public LambdaService lambda() {
        return lambda;
    }

    /// Every request that came, and what the judge of the rate limit said.
    public Arrivals arrivals() {
        return station.arrivals();
    }

    /// What goes wrong.
    public Faults faults() {
        return station.faults();
    }

    /// From now on ends a connection that is not used for so long, as a service does when it likes.
    public void closeIdleAfter(Duration time) {
        station.closeIdleAfter(time);
    }

    /// Where faults are ordered over HTTP; see [FaultDesk].
    public String faultDesk() {
        return station.faultDesk();
    }

    /// What the fault desk wants in its header [FaultDesk#TOKEN].
    public String faultToken() {
        return station.faultToken();
    }

    /// Stops listening and ends every connection.
    @Override
    public void close() throws IOException {
        try (station) {
            if (crusoe.isPresent()) {
                crusoe.get().close();
            }
        }
    }
}
