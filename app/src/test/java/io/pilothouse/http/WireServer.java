package io.pilothouse.http;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/// An HTTP/1.1 server on loopback that counts what is delivered and answers byte by byte as the test says.
final class WireServer implements AutoCloseable {
    /// @param connection counts from 1
    record Seen(
            String method,
            String target,
            Map<String, String> headers,
            String body,
            int connection) {}

    @FunctionalInterface
    interface Reply {
        void to(Seen request, OutputStream out, Socket socket) throws IOException;
    }

    private final ServerSocket server;
    private final String scheme;
    private final Reply reply;
    private final List<Seen> requests = new CopyOnWriteArrayList<>();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger connections = new AtomicInteger();

    WireServer(Reply reply) {
        this(socket(), "http", reply);
    }

    WireServer(ServerSocket server, String scheme, Reply reply) {
        this.server = server;
        this.scheme = scheme;
        this.reply = reply;
        Thread.ofVirtual().start(this::accept);
    }

    static Reply answer(int status, String body, String... headers) {
        return (_, out, _) -> out.write(bytes(status, body, headers));
    }

    static byte[] bytes(int status, String body, String... headers) {
        var head = new StringBuilder("HTTP/1.1 " + status + " Word\r\n");
        for (var header : headers) {
            head.append(header).append("\r\n");
        }
        head.append("Content-Length: ").append(body.getBytes(StandardCharsets.UTF_8).length);
        return (head + "\r\n\r\n" + body).getBytes(StandardCharsets.UTF_8);
    }

    static ServerSocket socket() {
        try {
            return new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String url() {
        return scheme + "://127.0.0.1:" + server.getLocalPort();
    }

    int port() {
        return server.getLocalPort();
    }

    List<Seen> requests() {
        return List.copyOf(requests);
    }

    Seen last() {
        return requests.getLast();
    }

    int connections() {
        return connections.get();
    }

    private void accept() {
        try {
            while (true) {
                var socket = server.accept();
                open.add(socket);
                int number = connections.incrementAndGet();
                Thread.ofVirtual().start(() -> serve(socket, number));
            }
        } catch (IOException e) {
            // closed: the test has ended
        }
    }

    private void serve(Socket socket, int number) {
        try (socket) {
            var in = new BufferedInputStream(socket.getInputStream());
            var out = socket.getOutputStream();
            for (var line = line(in); !line.isEmpty(); line = line(in)) {
                var headers = new TreeMap<String, String>();
                for (var field = line(in); !field.isEmpty(); field = line(in)) {
                    int colon = field.indexOf(':');
                    headers.put(
                            field.substring(0, colon).toLowerCase(Locale.ROOT),
                            field.substring(colon + 1).strip());
                }
                int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
                var body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
                var words = line.split(" ", 3);
                var seen = new Seen(words[0], words[1], headers, body, number);
                requests.add(seen);
                reply.to(seen, out, socket);
                out.flush();
            }
        } catch (IOException e) {
            // the client has gone, or the reply closed the socket: both are what is tested
        }
    }

    private static String line(InputStream in) throws IOException {
        var line = new StringBuilder();
        for (int b = in.read(); b >= 0 && b != '\n'; b = in.read()) {
            if (b != '\r') {
                line.append((char) b);
            }
        }
        return line.toString();
    }

    @Override
    public void close() {
        try {
            server.close();
            for (var socket : open) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
