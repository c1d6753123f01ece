package io.pilothouse.http;

import okhttp3.Authenticator;
import okhttp3.ConnectionPool;
import okhttp3.CookieJar;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;

/// The one OkHttp client from which those of all transports are made. It never sends a request twice: no retry, no
/// redirect, no cache, no cookies, and nobody inside it learns an answer's status.
public final class HttpClients implements AutoCloseable {
    /// Less than the minute after which many servers close a connection that is not used.
    private static final int KEPT_SECONDS = 50;

    /// As many as a polite budget has in flight, and some for those that a click opened.
    private static final int KEPT = 6;

    private final OkHttpClient base;
    private final String agent;

    /// @param executor given to OkHttp so that it makes none; requests run on the thread that sends them
    /// @param version of the program, for `User-Agent`
    public HttpClients(ExecutorService executor, String version) {
        agent = "Pilothouse/" + version;
        base =
                new OkHttpClient.Builder()
                        .dispatcher(new Dispatcher(executor))
                        .protocols(List.of(Protocol.HTTP_1_1))
                        .retryOnConnectionFailure(false)
                        .followRedirects(false)
                        .followSslRedirects(false)
                        .authenticator(Authenticator.NONE)
                        .proxyAuthenticator(Authenticator.NONE)
                        .cookieJar(CookieJar.NO_COOKIES)
                        .eventListenerFactory(
                                call -> Objects.requireNonNull(call.request().tag(Wire.class)))
                        .addNetworkInterceptor(HttpClients::hideStatus)
                        .build();
    }

    String agent() {
        return agent;
    }

    /// Keeps connections for the next request.
    OkHttpClient pooling(HttpSettings settings) {
        var trust = settings.trust();
        return base.newBuilder()
                .connectionPool(new ConnectionPool(KEPT, KEPT_SECONDS, TimeUnit.SECONDS))
                .connectTimeout(settings.connect())
                .readTimeout(settings.read())
                .writeTimeout(settings.read())
                .callTimeout(settings.call())
                .sslSocketFactory(trust.sockets(), trust.manager())
                .hostnameVerifier(trust.verifier(base.hostnameVerifier()))
                .proxySelector(settings.proxies())
                .proxyAuthenticator(settings.proxies().login())
                .build();
    }

    /// A new connection for each request, closed after it.
    OkHttpClient single(OkHttpClient pooling) {
        return pooling.newBuilder()
                .connectionPool(new ConnectionPool(0, 1, TimeUnit.NANOSECONDS))
                .build();
    }

    /// Gives up what is on the way, whichever transport sent it.
    @Override
    public void close() {
        base.dispatcher().cancelAll();
    }

    /// OkHttp acts on some statuses by itself, whatever it is told: it re-sends after a 503 with `Retry-After: 0`, and
    /// throws on a 407 that comes without a proxy. So the layer above sees 200 always, and [Wire] keeps the true one.
    private static okhttp3.Response hideStatus(okhttp3.Interceptor.Chain chain)
            throws java.io.IOException {
        return chain.proceed(chain.request()).newBuilder().code(200).build();
    }
}
