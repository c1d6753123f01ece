package io.pilothouse.http;

import io.pilothouse.cloud.Transport.Watch;

import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.Headers;
import okhttp3.Protocol;

import org.jspecify.annotations.Nullable;

import java.net.InetSocketAddress;
import java.net.Proxy;

/// How far one request came. HTTP/1.1 only, so one exchange is one connection and these events are exact; the last
/// bytes leave OkHttp's buffer some microseconds after the event.
final class Wire extends EventListener {
    private final Watch watch;

    // volatile: while it looks for an address that answers, OkHttp connects on threads of its own
    private volatile boolean connected;
    private volatile boolean started;
    private volatile int status;
    private volatile @Nullable Headers sent;
    private volatile Headers received = Headers.EMPTY;

    Wire(Watch watch) {
        this.watch = watch;
    }

    /// Perhaps a byte of the request has left.
    boolean started() {
        return started;
    }

    /// The service's own status; 0 while there is none. The response object that OkHttp returns does not tell it.
    int status() {
        return status;
    }

    /// As they went out, with those that OkHttp adds.
    @Nullable Headers sent() {
        return sent;
    }

    Headers received() {
        return received;
    }

    @Override
    public void connectEnd(
            Call call, InetSocketAddress address, Proxy proxy, @Nullable Protocol protocol) {
        connected = true;
    }

    @Override
    public void requestHeadersStart(Call call) {
        started = true;
    }

    @Override
    public void requestHeadersEnd(Call call, okhttp3.Request request) {
        sent = request.headers();
        if (request.body() == null) {
            watch.written(!connected);
        }
    }

    @Override
    public void requestBodyEnd(Call call, long bytes) {
        watch.written(!connected);
    }

    @Override
    public void responseHeadersEnd(Call call, okhttp3.Response response) {
        status = response.code();
        received = response.headers();
        watch.answered(status);
    }
}
