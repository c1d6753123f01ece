package io.pilothouse.provider;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// API documents that lie beside the project's folder on some machines, under `shared/`.
public final class Shared {
    private Shared() {}

    /// A file below `shared/`; empty where it is not at hand, and then a test is to be skipped by an assumption.
    public static Optional<Path> file(String name) {
        for (var here = Path.of("").toAbsolutePath(); here != null; here = here.getParent()) {
            if (Files.isDirectory(here.resolve(".mvn"))) {
                return Optional.of(here.resolveSibling("shared").resolve(name))
                        .filter(Files::isReadable);
            }
        }
        return Optional.empty();
    }
}
