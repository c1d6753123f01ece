package io.pilothouse.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.cloud.CloudException;
import io.pilothouse.cloud.Request;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.random.RandomGenerator;

/// Mutated answers give an answer or a [CloudException], nothing else. More tries: `-Dfuzz.tries=100000`; a failing run
/// is repeated with the seed it prints: `-Dproperty.seed=`.
class FuzzTest {
    private static final int TRIES = Integer.getInteger("fuzz.tries", 2_000);
    private static final long SEED = Long.getLong("property.seed", System.nanoTime());

    private static final List<String> SEEDS =
            List.of(
                    "{\"data\": [{\"id\": \"i-1\", \"price\": 1.25e3, \"jupyter_token\": \"t\"}]}",
                    "{\"error\": {\"code\": \"global/x\", \"message\": \"a\\u0000b\\ud83d\"}}",
                    "[[[[[]]]], null, true, -0.0, \"\\\"\", {\"a\": {\"b\": []}}]",
                    "<html><body>502 Bad Gateway</body></html>");

    private static final List<String> HEADS =
            List.of(
                    "HTTP/1.1 200 OK\r\nContent-Type: application/json; charset=utf-8\r\n",
                    "HTTP/1.1 400 Bad\r\nContent-Encoding: gzip\r\n",
                    "HTTP/1.1 503 Busy\r\nRetry-After: 0\r\nTransfer-Encoding: chunked\r\n",
                    "HTTP/1.1 302 Found\r\nLocation: http://elsewhere/\r\nSet-Cookie: a=b\r\n",
                    "HTTP/1.1 429 Slow\r\nRetry-After: Sun, 01 Mar 2026 12:00:30 GMT\r\n");

    @Test
    void mutatedBodies() throws Exception {
        run(
                random -> {
                    var body = mutated(random, SEEDS.get(random.nextInt(SEEDS.size())));
                    var status = random.nextInt(3) == 0 ? "500 Bad" : "200 OK";
                    var head =
                            "HTTP/1.1 "
                                    + status
                                    + "\r\nContent-Length: "
                                    + body.length
                                    + "\r\n\r\n";
                    return joined(head.getBytes(StandardCharsets.UTF_8), body);
                },
                TRIES);
    }

    @Test
    void mutatedHeads() throws Exception {
        run(
                random -> {
                    var head = HEADS.get(random.nextInt(HEADS.size())) + "\r\n{\"a\": 1}";
                    return mutated(random, head);
                },
                TRIES / 4);
    }

    private interface Generator {
        byte[] next(RandomGenerator random);
    }

    private static void run(Generator generator, int tries) throws Exception {
        var random = new java.util.Random(SEED);
        var next = new AtomicReference<byte[]>();
        try (var server =
                        new WireServer(
                                (_, out, socket) -> {
                                    out.write(next.get());
                                    out.flush();
                                    socket.close();
                                });
                var bench = new Bench(server.url())) {
            for (int i = 0; i < tries; i++) {
                next.set(generator.next(random));
                var notes = new Bench.Notes();
                var text = "seed " + SEED + ", try " + i;
                try {
                    bench.transport.send(Request.get("/a"), false, notes);
                } catch (CloudException e) {
                    assertThat(e.getMessage()).as(text).isNotNull();
                } catch (RuntimeException | Error e) {
                    throw new AssertionError(text, e);
                }
                assertThat(notes.exchanges).as(text).hasSize(1);
                assertThat(notes.exchanges.getFirst().responseBody())
                        .as(text)
                        .doesNotContain("\u0000")
                        .hasSizeLessThanOrEqualTo(Masking.SHOWN);
            }
            assertThat(server.requests()).hasSize(tries);
        }
    }

    /// A few bytes changed, removed, doubled or put in.
    private static byte[] mutated(RandomGenerator random, String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        for (int n = random.nextInt(1, 6); n > 0 && bytes.length > 0; n--) {
            int at = random.nextInt(bytes.length);
            var left = java.util.Arrays.copyOfRange(bytes, 0, at);
            var right = java.util.Arrays.copyOfRange(bytes, at, bytes.length);
            bytes =
                    switch (random.nextInt(5)) {
                        case 0 -> joined(left, joined(new byte[] {(byte) random.nextInt()}, right));
                        case 1 ->
                                joined(left, java.util.Arrays.copyOfRange(right, 1, right.length));
                        case 2 -> joined(bytes, right);
                        case 3 -> left;
                        default ->
                                joined(
                                        left,
                                        joined(
                                                "[".repeat(300).getBytes(StandardCharsets.UTF_8),
                                                right));
                    };
        }
        return bytes;
    }

    private static byte[] joined(byte[] a, byte[] b) {
        var all = java.util.Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, all, a.length, b.length);
        return all;
    }
}
