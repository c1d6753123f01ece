package io.pilothouse.testkit;

import javafx.scene.Scene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Pictures of scenes under `app/target/screens`, for people to look at.
public final class Screens {
    private Screens() {}

    /// What is shown late moves what stands beside it once more.
    private static final int LAYOUTS = 3;

    /// Writes `name`.png and answers where. To be called off the FX thread, on a scene that has had a frame, or that no
    /// window shows: the headless screen takes none of its size, so no frame has laid it out.
    public static Path write(Scene scene, String name) {
        Fx.pulse();
        Fx.run(() -> layOut(scene));
        var image = Fx.call(() -> scene.snapshot(null));
        var file = root().resolve("app/target/screens").resolve(name + ".png");
        try {
            Files.createDirectories(file.getParent());
            return Files.write(file, Png.encode(image));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void layOut(Scene scene) {
        boolean drawn = scene.getWindow() != null && scene.getWindow().isShowing();
        for (int i = 0; i < LAYOUTS && !drawn; i++) {
            scene.getRoot().applyCss();
            scene.getRoot().layout();
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
