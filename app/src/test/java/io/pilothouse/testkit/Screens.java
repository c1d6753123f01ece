package io.pilothouse.testkit;

import javafx.scene.Scene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Pictures of scenes under `app/target/screens`, for people to look at.
public final class Screens {
    private Screens() {}

    /// Writes `name`.png and answers where. To be called off the FX thread, on a scene that has had a frame.
    public static Path write(Scene scene, String name) {
        Fx.pulse();
        var image = Fx.call(() -> scene.snapshot(null));
        var file = root().resolve("app/target/screens").resolve(name + ".png");
        try {
            Files.createDirectories(file.getParent());
            return Files.write(file, Png.encode(image));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The project's folder, whether the tests run from it or from `app`.
    public static Path root() {
        var start = Path.of(System.getProperty("user.dir")).toAbsolutePath();
        for (Path folder = start; folder != null; folder = folder.getParent()) {
            if (Files.isDirectory(folder.resolve(".mvn"))) {
                return folder;
            }
        }
        throw new IllegalStateException("no .mvn above " + start);
    }
}
