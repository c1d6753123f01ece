package io.pilothouse.rehearsal.loopback;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/// Speaks bytes, not HTTP: one connection, everything it says, everything it hears.
final class RawClient implements AutoCloseable {
    private final Socket socket;

    RawClient(int port) throws IOException {
        socket = new Socket(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port);
        socket.setSoTimeout(10_000);
    }

    RawClient say(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
        return this;
    }

    /// All until the server ends the connection.
    String hearAll() throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    }

    /// All until this has been heard, or the connection ends.
    String hear(String end) throws IOException {
        var text = new StringBuilder();
        for (int b = socket.getInputStream().read(); b >= 0; b = socket.getInputStream().read()) {
            text.append((char) b);
            if (text.toString().endsWith(end)) {
                return text.toString();
            }
        }
        return text.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
