package io.pilothouse.rehearsal.loopback;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;

/// A small HTTP/1.1 server on 127.0.0.1, one thread a connection. The JDK's own server stamps no arrivals and cannot
/// break the protocol on purpose; this one does both and nothing else.
public final class WireServer implements AutoCloseable {
    /// What answers requests; called on the connection's own thread, by many at once.
    public interface Handler {
        WireAnswer answer(WireRequest request);
    }

    /// A listening socket.
    ///
    /// @param left when nobody waits at it any more: only then the system refuses connections
    private record Door(ServerSocket socket, CompletableFuture<Void> left) {}

    private static final Logger LOG = System.getLogger(WireServer.class.getName());

    private final Executor threads;
    private final LongSupplier nanos;
    private final Handler handler;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final int port;
    private volatile Duration idle = Duration.ZERO;
    private Door door;
    private boolean closed;

    private WireServer(Executor threads, LongSupplier nanos, Handler handler) throws IOException {
        this.threads = threads;
        this.nanos = nanos;
        this.handler = handler;
        this.door = bound(0);
        this.port = door.socket.getLocalPort();
    }

    /// Listens on a free port.
    ///
    /// @param threads one task for listening and one a connection, all blocking: virtual threads
    public static WireServer start(Executor threads, LongSupplier nanos, Handler handler)
            throws IOException {
        var server = new WireServer(threads, nanos, handler);
        server.accept(server.door);
        return server;
    }

    public int port() {
        return port;
    }

    /// `http://127.0.0.1:PORT`.
    public String url() {
        return "http://127.0.0.1:" + port;
    }

    /// Ends a connection on which nothing comes for so long; zero for never, which is how it begins.
    public void closeIdleAfter(Duration time) {
        idle = time;
    }

    /// Stops listening, so that connecting is refused, and ends what is connected.
    public synchronized void refuse() throws IOException {
        door.socket.close();
        door.left.join();
        for (var socket : open) {
            socket.close();
        }
    }

    /// Listens again, on the same port.
    public synchronized void resume() throws IOException {
        if (door.socket.isClosed() && !closed) {
            door = bound(port);
            accept(door);
        }
    }

    @Override
    public synchronized void close() throws IOException {
        closed = true;
        refuse();
    }

    private static Door bound(int port) throws IOException {
        var socket = new ServerSocket();
        socket.setReuseAddress(true);
        var loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
        socket.bind(new InetSocketAddress(loopback, port), 128);
        return new Door(socket, new CompletableFuture<>());
    }

    private void accept(Door at) {
        threads.execute(
                () -> {
                    try {
                        while (!at.socket.isClosed()) {
                            acceptOne(at.socket);
                        }
                    } finally {
                        at.left.complete(null);
                    }
                });
    }

    private void acceptOne(ServerSocket at) {
        try {
            var socket = at.accept();
            open.add(socket);
            threads.execute(() -> serve(socket, at));
        } catch (IOException e) {
            // Closing is how accept() ends; anything else is one lost connection.
            if (!at.isClosed()) {
                LOG.log(Level.WARNING, "A connection was not accepted", e);
            }
        }
    }

    private void serve(Socket socket, ServerSocket at) {
        try (socket) {
            socket.setTcpNoDelay(true);
            converse(socket, at);
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "A connection ended", e); // clients may leave at any time
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(socket);
        }
    }

    private void converse(Socket socket, ServerSocket at) throws IOException, InterruptedException {
        var in = new BufferedInputStream(socket.getInputStream(), 32 * 1024);
        var reader = new RequestReader(in, socket.getOutputStream(), nanos);
        var writer = new AnswerWriter(socket);
        try {
            // An accepted connection that a refusal overtook ends here.
            while (!at.isClosed()) {
                socket.setSoTimeout(Math.toIntExact(idle.toMillis()));
                var request = reader.next();
                if (request.isEmpty()
                        || !writer.write(
                                handler.answer(request.get()),
                                request.get().takesGzip(),
                                reader.keepsAlive(request.get()))) {
                    return;
                }
            }
        } catch (RequestReader.Unreadable e) {
            var text = String.valueOf(e.getMessage()).getBytes(StandardCharsets.UTF_8);
            writer.write(WireAnswer.of(e.status(), "text/plain", text), false, false);
        }
    }
}
