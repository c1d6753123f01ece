package io.pilothouse.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.domain.Json;
import io.pilothouse.history.CommandJournal.Asked;
import io.pilothouse.history.CommandJournal.Result;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteDataSource;

import java.io.File;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Kills a process that writes the journal, at random moments, again and again on the same home: nothing it said to
/// have written may be missing. `-Dkill.rounds=` sets how often, `-Dkill.seed=` repeats a run's moments.
final class HistoryKillTest {
    private static final Instant AT = Instant.parse("2026-03-01T10:20:30Z");

    @TempDir Path folder;

    /// Writes until it is killed; each line it prints is a promise.
    static final class Writer {
        private Writer() {}

        public static void main(String[] args) {
            var round = args[1];
            var journal = History.open(Path.of(args[0])).history().commands();
            for (int i = 0; ; i++) {
                var id = round + "-" + i;
                journal.asked(
                        new Asked(
                                id,
                                "team",
                                "launch",
                                "",
                                Optional.empty(),
                                List.of(),
                                Json.obj(),
                                Json.obj("name", "x".repeat(i % 3000)),
                                AT));
                System.out.println("asked " + id);
                journal.sending(id, 0, AT, "POST /" + id);
                System.out.println("sending " + id);
                journal.answered(id, 0, new Result(AT, "done", "", Json.obj("ok", true)));
                System.out.println("answered " + id);
            }
        }
    }

    @Test
    @Timeout(600)
    void nothingThatWasAcknowledgedIsLost() throws Exception {
        int rounds = Integer.getInteger("kill.rounds", 5);
        long seed = Long.getLong("kill.seed", System.nanoTime());
        var random = new Random(seed);
        var promised = new HashSet<String>();
        for (int round = 0; round < rounds; round++) {
            var said = writeUntilKilled(round, random.nextInt(1, 400));
            assertThat(said).as("round %d of seed %d wrote", round, seed).isNotEmpty();
            promised.addAll(said);
            var opened = History.open(folder);
            try (var history = opened.history()) {
                assertThat(opened.notices()).as("seed %d", seed).isEmpty();
                var missing = new TreeSet<>(promised);
                missing.removeAll(kept(history));
                assertThat(missing).as("lost in round %d of seed %d", round, seed).isEmpty();
            }
        }
        System.out.printf("%d rounds, %d promises kept%n", rounds, promised.size());
    }

    /// Reads so many lines, then kills at once: the writer is somewhere in its next work.
    private List<String> writeUntilKilled(int round, int lines) throws Exception {
        var writer =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xshare:auto",
                                "-XX:TieredStopAtLevel=1",
                                "--enable-native-access=ALL-UNNAMED",
                                "-cp",
                                classPath(),
                                Writer.class.getName(),
                                folder.toString(),
                                String.valueOf(round))
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        var said = new ArrayList<String>();
        try (var out = writer.inputReader()) {
            for (int i = 0; i < lines; i++) {
                var line = out.readLine();
                assertThat(line).as("the writer ended by itself").isNotNull();
                said.add(line);
            }
            writer.toHandle().destroyForcibly(); // the process's own method would close the pipe
            out.lines().filter(HistoryKillTest::isWhole).forEach(said::add);
        } finally {
            writer.destroyForcibly();
        }
        return said;
    }

    /// The last line may have been cut, as `answered 3-1` of `answered 3-12`: that one was promised too, so any whole
    /// line will do.
    private static boolean isWhole(String line) {
        return line.matches("(asked|sending|answered) \\d+-\\d+");
    }

    private static Set<String> kept(History history) {
        var found = new HashSet<String>();
        for (var command : history.commands().recent(Integer.MAX_VALUE)) {
            var id = command.asked().id();
            found.add("asked " + id);
            for (var sent : command.sent()) {
                found.add("sending " + id);
                sent.result().ifPresent(_ -> found.add("answered " + id));
            }
        }
        return found;
    }

    private static String classPath() {
        var places = new ArrayList<String>();
        for (var type :
                List.of(
                        History.class,
                        Writer.class,
                        SQLiteDataSource.class,
                        org.slf4j.Logger.class,
                        tools.jackson.core.JsonParser.class)) {
            places.add(place(type));
        }
        return Stream.concat(places.stream(), Stream.of(System.getProperty("java.class.path", "")))
                .filter(p -> !p.isEmpty())
                .distinct()
                .collect(Collectors.joining(File.pathSeparator));
    }

    /// The folder or jar a class comes from; the code source of a patched module would not tell them apart.
    private static String place(Class<?> type) {
        var name = "/" + type.getName().replace('.', '/') + ".class";
        var url = type.getResource(name).toString();
        var root = url.substring(0, url.length() - name.length());
        var path = root.startsWith("jar:") ? root.substring(4, root.length() - 1) : root;
        return Path.of(URI.create(path)).toString();
    }
}
