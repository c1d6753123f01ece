package io.pilothouse.http;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.pilothouse.cloud.Auth;
import io.pilothouse.cloud.CloudException;
import io.pilothouse.cloud.Exchange;
import io.pilothouse.cloud.Refusal;
import io.pilothouse.cloud.Request;
import io.pilothouse.cloud.Transport.Watch;
import io.pilothouse.domain.Json;
import io.pilothouse.domain.Secret;

import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/// A transport to a server on loopback, with short waits.
final class Bench implements AutoCloseable {
    static final String KEY = "canary-8b1f4e07-key";
    static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    static final HttpSettings SHORT =
            new HttpSettings(
                    Duration.ofSeconds(5),
                    Duration.ofMillis(300),
                    Duration.ofSeconds(5),
                    1 << 20,
                    Proxies.of(_ -> Optional.empty(), _ -> List.of()),
                    usualTrust());

    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClients clients = new HttpClients(executor, "1.2.3");
    final HttpTransport transport;

    Bench(String endpoint) {
        this(service(endpoint, bearer()), SHORT);
    }

    Bench(Service service, HttpSettings settings) {
        this(service, settings, InstantSource.fixed(NOW));
    }

    Bench(Service service, HttpSettings settings, InstantSource clock) {
        transport = new HttpTransport(clients, service, settings, clock);
    }

    static Service service(String endpoint, Auth auth) {
        return new Service(
                endpoint,
                auth,
                () -> Map.of("api-key", Secret.of(KEY)),
                Set.of("jupyter_token", "private_key"),
                (_, body) ->
                        new Refusal(
                                body.word("error", "code"),
                                body.word("error", "message"),
                                body.word("error", "suggestion")),
                Map.of("api-key", "LAMBDA_API_KEY"));
    }

    static Auth bearer() {
        Function<Map<String, Secret>, Map<String, Secret>> headers =
                secrets ->
                        Map.of(
                                "Authorization",
                                Secret.of("Bearer " + secrets.get("api-key").reveal()));
        return new Auth.Headers(headers);
    }

    /// A read of `/api/v1/things` that must fail in this way.
    <E extends CloudException> E failure(Class<E> kind) {
        return failure(kind, Request.get("/api/v1/things"), true);
    }

    <E extends CloudException> E failure(Class<E> kind, Request request, boolean repeatable) {
        return catchThrowableOfType(kind, () -> transport.send(request, repeatable, Watch.NONE));
    }

    static Request launch() {
        return Request.of("POST", "/api/v1/launch").json(Json.obj("name", "web-1"));
    }

    /// Notes down what it is told.
    static final class Notes implements Watch {
        final List<String> lines = new ArrayList<>();
        final List<Exchange> exchanges = new ArrayList<>();

        @Override
        public void written(boolean warm) {
            lines.add(warm ? "written warm" : "written cold");
        }

        @Override
        public void answered(int status) {
            lines.add("answered " + status);
        }

        @Override
        public void received(long bytes) {
            lines.add("received " + bytes);
        }

        @Override
        public void seen(Exchange exchange) {
            lines.add("seen");
            exchanges.add(exchange);
        }
    }

    private static Trust usualTrust() {
        try {
            return Trust.usual();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        transport.close();
        clients.close();
        executor.close();
    }
}
