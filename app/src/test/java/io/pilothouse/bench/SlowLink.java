package io.pilothouse.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.LockSupport;

/// A TCP link that keeps what passes for a while in each direction, in order: a base delay, jitter on top, and now and
/// then a spike.
final class SlowLink implements AutoCloseable {
    private static final long MS = 1_000_000;
    private static final double SPIKES = 0.02;

    /// Bytes and when they may go on; the end is a piece with nothing in it.
    private static final class Piece {
        private final byte[] bytes;
        private final long due;

        Piece(byte[] bytes, long due) {
            this.bytes = bytes;
            this.due = due;
        }
    }

    private final ServerSocket door;
    private final URI server;
    private final ExecutorService threads;
    private final long base;
    private final long jitter;
    private final Random random;

    /// @param server where the link leads, by its address
    /// @param baseMs what every piece waits at least, a direction
    /// @param jitterMs spread of what comes on top, a direction; a spike is ten times that
    SlowLink(URI server, ExecutorService threads, int baseMs, int jitterMs, long seed)
            throws IOException {
        this.server = server;
        this.threads = threads;
        base = baseMs * MS;
        jitter = jitterMs * MS;
        random = new Random(seed);
        door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        threads.execute(this::accept);
    }

    String url() {
        return "http://127.0.0.1:" + door.getLocalPort();
    }

    private void accept() {
        try {
            while (true) {
                var near = door.accept();
                var far = new Socket(InetAddress.getLoopbackAddress(), server.getPort());
                near.setTcpNoDelay(true);
                far.setTcpNoDelay(true);
                pass(near, far);
                pass(far, near);
            }
        } catch (IOException e) {
            if (!door.isClosed()) {
                throw new IllegalStateException(e);
            }
        }
    }

    private void pass(Socket from, Socket to) throws IOException {
        var way = new LinkedBlockingQueue<Piece>();
        var in = from.getInputStream();
        var out = to.getOutputStream();
        threads.execute(() -> take(in, way));
        threads.execute(() -> give(way, out, to));
    }

    private void take(InputStream in, LinkedBlockingQueue<Piece> way) {
        var buffer = new byte[65_536];
        try {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                way.add(new Piece(Arrays.copyOf(buffer, n), System.nanoTime() + delay()));
            }
        } catch (IOException _) {
            // the other side has gone: what was taken is still handed on
        }
        way.add(new Piece(new byte[0], 0));
    }

    private static void give(LinkedBlockingQueue<Piece> way, OutputStream out, Socket to) {
        try (to) {
            for (var piece = way.take(); piece.bytes.length > 0; piece = way.take()) {
                for (long left = piece.due - System.nanoTime();
                        left > 0;
                        left = piece.due - System.nanoTime()) {
                    LockSupport.parkNanos(left);
                }
                out.write(piece.bytes);
            }
        } catch (IOException _) {
            // nobody is there to receive it any more
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized long delay() {
        var more = (long) (Math.abs(random.nextGaussian()) * jitter);
        return base + more + (random.nextDouble() < SPIKES ? 10 * jitter : 0);
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
