package io.pilothouse.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// How large the parts may be: files of 500 lines, packages of 15 files and the one that says what belongs there.
final class Sizes {
    static final int LINES = 500;
    static final int FILES = 15;

    /// Packages that are one vocabulary, read as a whole and used by all: each with the number it may not pass.
    static final Map<String, Integer> VOCABULARIES =
            Map.of("io.pilothouse.domain", 18, "io.pilothouse.cloud", 20);

    private Sizes() {}

    /// What is too large or lacks its `package-info.java` below a source folder, one line each.
    static List<String> faults(Path sources) {
        var faults = new ArrayList<String>();
        packages(sources)
                .forEach(
                        (name, files) -> {
                            long types = files.stream().filter(f -> !isInfo(f)).count();
                            int limit = VOCABULARIES.getOrDefault(name, FILES);
                            if (types > limit) {
                                faults.add(name + " has " + types + " files, more than " + limit);
                            }
                            if (files.stream().noneMatch(Sizes::isInfo)) {
                                faults.add(name + " has no package-info.java");
                            }
                            for (var file : files) {
                                long lines = lines(file);
                                if (lines > LINES) {
                                    faults.add(
                                            "%s has %d lines, more than %d"
                                                    .formatted(file.getFileName(), lines, LINES));
                                }
                            }
                        });
        return faults;
    }

    private static Map<String, List<Path>> packages(Path sources) {
        var packages = new TreeMap<String, List<Path>>();
        try (Stream<Path> all = Files.walk(sources)) {
            all.filter(f -> f.toString().endsWith(".java") && !f.getParent().equals(sources))
                    .forEach(
                            f ->
                                    packages.computeIfAbsent(
                                                    name(sources, f.getParent()),
                                                    _ -> new ArrayList<>())
                                            .add(f));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packages;
    }

    private static String name(Path sources, Path folder) {
        return sources.relativize(folder).toString().replace('/', '.').replace('\\', '.');
    }

    private static boolean isInfo(Path file) {
        return file.endsWith("package-info.java");
    }

    private static long lines(Path file) {
        try (var lines = Files.lines(file)) {
            return lines.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
