package io.pilothouse.bench;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.pilothouse.testkit.Screens;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Time from the start of the process to the first frame of the packaged program (`mvn -Pdist package` first, and a
/// display), against itself without its start-up cache and against an empty JavaFX window that has one, in turns.
class StartupBench {
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 9);
    private static final Pattern SAID = Pattern.compile("first frame after (\\d+) ms");
    private static final String EMPTY =
            """
            package empty;

            public final class Main extends javafx.application.Application {
                public static void main(String[] args) {
                    launch(args);
                }

                @Override
                public void start(javafx.stage.Stage stage) {
                    stage.setScene(new javafx.scene.Scene(new javafx.scene.control.Label("empty"), 1440, 900));
                    stage.show();
                    new javafx.animation.AnimationTimer() {
                        private int frames;

                        @Override
                        public void handle(long now) {
                            if (++frames == 3) {
                                stop();
                                System.out.println(
                                        "first frame after "
                                                + (System.currentTimeMillis()
                                                        - java.lang.management.ManagementFactory
                                                                .getRuntimeMXBean()
                                                                .getStartTime())
                                                + " ms");
                                javafx.application.Platform.exit();
                            }
                        }
                    }.start();
                }
            }
            """;

    @TempDir Path folder;

    @Test
    void theWindowIsThereSoon() throws Exception {
        var image =
                Path.of(
                        System.getProperty(
                                "bench.image",
                                Screens.root().resolve("app/target/dist/pilothouse").toString()));
        var cache = image.resolve("lib/app/pilothouse.aot");
        assumeTrue(Files.exists(cache), "mvn -Pdist package comes first");
        assumeTrue(System.getenv("DISPLAY") != null, "a display is needed");
        var java = image.resolve("lib/runtime/bin/java").toString();
        var program =
                List.of(
                        "--module",
                        "io.pilothouse/io.pilothouse.app.Main",
                        "--rehearsal",
                        "--quit-after-first-frame",
                        "--home",
                        folder.resolve("home").toString());
        var kinds = new LinkedHashMap<String, List<String>>();
        kinds.put("program, cache", line(java, List.of("-XX:AOTCache=" + cache), program));
        kinds.put("program, no cache", line(java, List.of("-XX:AOTMode=off"), program));
        kinds.putAll(empty());
        var times = new LinkedHashMap<String, List<Long>>();
        for (int round = -1; round < ROUNDS; round++) {
            for (var kind : kinds.entrySet()) {
                long ms = run(kind.getValue());
                if (round >= 0) {
                    times.computeIfAbsent(kind.getKey(), _ -> new ArrayList<>()).add(ms);
                }
            }
        }
        times.forEach(
                (kind, all) ->
                        System.out.printf("%-18s median %5d ms  %s%n", kind, median(all), all));
        double with = median(times.get("program, cache"));
        System.out.printf(
                "against no cache %.2f, against an empty window with a cache %.2f%n",
                with / median(times.get("program, no cache")),
                with / median(times.get("empty, cache")));
    }

    /// An empty window, linked and trained as the program is.
    private Map<String, List<String>> empty() throws IOException, InterruptedException {
        var sources = Files.createDirectories(folder.resolve("src/empty")).getParent();
        Files.writeString(sources.resolve("empty/Main.java"), EMPTY);
        Files.writeString(
                sources.resolve("module-info.java"),
                "module empty { requires javafx.controls; requires java.management; exports empty;"
                        + " }");
        var mods = jars();
        var tools = Path.of(System.getProperty("java.home"), "bin");
        run(
                List.of(
                        tools.resolve("javac").toString(),
                        "-d",
                        folder.resolve("classes").toString(),
                        "--module-path",
                        mods,
                        sources.resolve("empty/Main.java").toString(),
                        sources.resolve("module-info.java").toString()));
        var image = folder.resolve("empty");
        run(
                List.of(
                        tools.resolve("jlink").toString(),
                        "--module-path",
                        folder.resolve("classes") + java.io.File.pathSeparator + mods,
                        "--add-modules",
                        "empty",
                        "--strip-debug",
                        "--generate-cds-archive",
                        "--output",
                        image.toString()));
        var java = image.resolve("bin/java").toString();
        var cache = folder.resolve("empty.aot");
        var main = List.of("--module", "empty/empty.Main");
        run(
                line(
                        java,
                        List.of(
                                "-XX:AOTCacheOutput=" + cache,
                                "-Dglass.platform=Headless",
                                "-Dprism.order=sw"),
                        main));
        return Map.of(
                "empty, cache",
                line(java, List.of("-XX:AOTCache=" + cache), main),
                "empty, no cache",
                line(java, List.of("-XX:AOTMode=off"), main));
    }

    /// The JavaFX of the module or class path that this runs with.
    private static String jars() {
        var found = new ArrayList<String>();
        for (var property : List.of("jdk.module.path", "java.class.path")) {
            for (var part :
                    System.getProperty(property, "").split(java.io.File.pathSeparator, -1)) {
                if (part.contains("javafx-") && !part.contains("swing")) {
                    found.add(part);
                }
            }
        }
        return String.join(java.io.File.pathSeparator, found);
    }

    private static List<String> line(String java, List<String> flags, List<String> rest)
            throws IOException {
        var line = new ArrayList<String>();
        line.add(java);
        line.addAll(ProgramOptions.read());
        line.add("--enable-native-access=javafx.graphics");
        line.addAll(flags);
        line.addAll(rest);
        return line;
    }

    private static long run(List<String> line) throws IOException, InterruptedException {
        var process = new ProcessBuilder(line).redirectErrorStream(true).start();
        var words = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(line + "\n" + words);
        }
        var said = SAID.matcher(words);
        return said.find() ? Long.parseLong(said.group(1)) : 0;
    }

    private static long median(List<Long> all) {
        return all.stream().sorted().toList().get(all.size() / 2);
    }
}
