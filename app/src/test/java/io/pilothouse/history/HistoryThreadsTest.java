package io.pilothouse.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.domain.Json;
import io.pilothouse.domain.Resource.Ref;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

@Timeout(120)
final class HistoryThreadsTest {
    private static final Instant AT = Instant.parse("2026-03-01T10:20:30Z");
    private static final Ref REF = new Ref("t", "i-1");

    @TempDir Path folder;

    @Test
    void readersSeeWholePagesWhileWritersReplaceThem() throws Exception {
        try (var history = History.open(folder).history();
                var threads = Executors.newCachedThreadPool()) {
            var writing = new AtomicBoolean(true);
            history.pages().keep("team", pages(0));
            var readers = new ArrayList<Future<Integer>>();
            for (int r = 0; r < 6; r++) {
                readers.add(threads.submit(reader(history, writing)));
            }
            var writers = new ArrayList<Future<?>>();
            for (int w = 0; w < 3; w++) {
                writers.add(
                        threads.submit(
                                () -> {
                                    for (int i = 1; i <= 50; i++) {
                                        history.pages().keep("team", pages(i));
                                        history.transitions()
                                                .seen(
                                                        new Transitions.Seen(
                                                                "team", REF, "", "", "s", AT));
                                    }
                                }));
            }
            try {
                for (var writer : writers) {
                    writer.get();
                }
            } finally {
                writing.set(false);
            }
            for (var reader : readers) {
                assertThat(reader.get()).isPositive();
            }
            assertThat(history.transitions().of("team", REF, 1000)).hasSize(150);
        }
    }

    /// Every page that is read has the same number in all its parts.
    private static Callable<Integer> reader(History history, AtomicBoolean writing) {
        return () -> {
            int reads = 0;
            do {
                var answers = history.pages().pages("team").getFirst().answers();
                assertThat(answers).hasSize(20);
                assertThat(answers.stream().map(a -> a.word("n")).distinct()).hasSize(1);
                reads++;
            } while (writing.get());
            return reads;
        };
    }

    private static Pages.Kept pages(int n) {
        var answers = new ArrayList<Json>();
        for (int i = 0; i < 20; i++) {
            answers.add(Json.obj("n", n, "filling", "x".repeat(500)));
        }
        return new Pages.Kept("t", "", AT, List.copyOf(answers));
    }

    @Test
    void tenThousandTransitionsAreWrittenAndReadBackInOrder() {
        try (var history = History.open(folder).history()) {
            var transitions = history.transitions();
            long before = System.nanoTime();
            for (int i = 0; i < 10_000; i++) {
                var ref = new Ref("t", "i-" + i % 50);
                transitions.seen(
                        new Transitions.Seen("team", ref, "name", "", "s" + i, AT.plusMillis(i)));
            }
            long written = System.nanoTime();
            var found = transitions.of("team", REF, 1000);
            long read = System.nanoTime();
            System.out.printf(
                    "10,000 transitions written in %d ms, 200 of one row read in %d ms%n",
                    (written - before) / 1_000_000, (read - written) / 1_000_000);
            assertThat(found).hasSize(200);
            assertThat(found.getFirst().to()).isEqualTo("s9951");
            assertThat(transitions.firstSeen("team", REF)).contains(AT.plusMillis(1));
        }
    }
}
