package io.pilothouse.http;

import io.pilothouse.cloud.Answer;
import io.pilothouse.cloud.CloudException;
import io.pilothouse.cloud.Request;
import io.pilothouse.cloud.Transport;

import okhttp3.OkHttpClient;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.InstantSource;

/// Sends the requests of one account over HTTP/1.1, each once. A repeatable request may go on a connection that is
/// already there; any other opens its own, because a kept one may have been closed by the server a moment ago, and that
/// would be an unknown outcome without cause. Meant for virtual threads, where an interrupt ends a read at once.
public final class HttpTransport implements Transport, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HttpTransport.class);

    private final Service service;
    private final HttpSettings settings;
    private final InstantSource clock;
    private final Target target;
    private final Masking masking;
    private final String agent;
    private final OkHttpClient pooling;
    private final OkHttpClient single;

    /// @throws IllegalArgumentException when the endpoint is no http or https URL, or has user info, query or fragment
    public HttpTransport(
            HttpClients clients, Service service, HttpSettings settings, InstantSource clock) {
        this.service = service;
        this.settings = settings;
        this.clock = clock;
        target = new Target(service.endpoint());
        masking = new Masking(service.secretNames());
        agent = clients.agent();
        pooling = clients.pooling(settings);
        single = clients.single(pooling);
    }

    @Override
    public Answer send(Request request, boolean repeatable, Watch watch) throws CloudException {
        var sending =
                new Sending(
                        service, target, agent, clock, settings.bodyCap(), masking, request, watch);
        try {
            return sending.send(repeatable ? pooling : single);
        } finally {
            var seen = sending.seen();
            LOG.trace(
                    "{} {}: {}, {} bytes",
                    request.method(),
                    request.template(),
                    seen.status(),
                    seen.responseBytes());
            watch.seen(seen);
        }
    }

    @Override
    public String curl(Request request) {
        return new Curl(service, target, masking).line(request);
    }

    /// Closes the connections that wait for a next request; what is on the way goes on.
    @Override
    public void close() {
        pooling.connectionPool().evictAll();
    }
}
