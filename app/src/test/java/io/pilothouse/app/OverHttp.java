package io.pilothouse.app;

import io.pilothouse.cloud.CloudException;
import io.pilothouse.cloud.Provider;
import io.pilothouse.cloud.Transport;
import io.pilothouse.domain.Account;
import io.pilothouse.domain.Account.Credential;
import io.pilothouse.domain.Secret;
import io.pilothouse.http.HttpClients;
import io.pilothouse.http.HttpSettings;
import io.pilothouse.http.HttpTransport;
import io.pilothouse.http.Proxies;
import io.pilothouse.http.Service;
import io.pilothouse.http.Trust;
import io.pilothouse.testkit.VirtualTimeline;
import io.pilothouse.work.Order;
import io.pilothouse.work.Outcome;
import io.pilothouse.work.Requests;
import io.pilothouse.work.Ticket;

import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;

/// The road of one account over real HTTP in virtual time: a call goes out 50 ms after it was handed in, and while it is
/// on the wire time stands still.
final class OverHttp implements Requests, AutoCloseable {
    private static final Duration TRIP = Duration.ofMillis(50);

    private final VirtualTimeline time;
    private final List<String> said = new ArrayList<>();
    private final HttpClients clients;
    private final HttpTransport transport;

    OverHttp(VirtualTimeline time, Account account, Provider provider, ExecutorService threads)
            throws GeneralSecurityException {
        this.time = time;
        Map<String, Secret> keys =
                account.credentials().entrySet().stream()
                        .collect(
                                Collectors.toMap(
                                        Map.Entry::getKey,
                                        e -> ((Credential.Held) e.getValue()).secret()));
        var service = Service.of(provider, account.endpoint().orElseThrow(), () -> keys);
        var settings =
                HttpSettings.usual(
                        Proxies.of(_ -> Optional.empty(), _ -> List.of()), Trust.usual());
        clients = new HttpClients(threads, "test");
        transport = new HttpTransport(clients, service, settings, time::now);
    }

    /// The newest calls, with what became of each.
    List<String> newest() {
        return List.copyOf(said.subList(Math.max(0, said.size() - 12), said.size()));
    }

    @Override
    public <T> Ticket submit(Order<T> order) {
        var sent = new AtomicBoolean();
        var pin =
                time.after(
                        TRIP,
                        () -> {
                            sent.set(true);
                            order.then().accept(outcome(order));
                        });
        return () -> {
            pin.close();
            return !sent.get();
        };
    }

    private <T> Outcome<T> outcome(Order<T> order) {
        var call = order.call();
        try {
            if (!order.gate().open()) {
                return new Outcome.Withdrawn<>();
            }
            var answer = transport.send(call.request(), call.repeatable(), Transport.Watch.NONE);
            said.add(line(order, String.valueOf(answer.status())));
            return new Outcome.Value<>(call.decode().apply(answer), answer);
        } catch (CloudException e) {
            said.add(line(order, e.toString()));
            return new Outcome.Failed<>(e);
        } catch (Exception e) {
            throw new AssertionError(call.request().toString(), e);
        }
    }

    private String line(Order<?> order, String end) {
        var request = order.call().request();
        return time.now() + " " + request.method() + " " + request.path(v -> v) + " " + end;
    }

    @Override
    public void close() {
        transport.close();
        clients.close();
    }
}
