package io.pilothouse.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;

/// The lock between two processes, one of which is killed.
@Timeout(60)
final class HomeLockProcessTest {
    @TempDir Path folder;

    /// Holds the lock until it is killed.
    static final class Holder {
        private Holder() {}

        public static void main(String[] args) throws IOException {
            try (var lock = HomeLock.take(Home.at(Path.of(args[0]))).orElseThrow()) {
                System.out.println("held " + (lock != null));
                System.in.read();
            }
        }
    }

    @Test
    void aKilledInstanceLetsTheNextOneIn() throws Exception {
        var holder =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                place(HomeLock.class)
                                        + java.io.File.pathSeparator
                                        + place(Holder.class),
                                Holder.class.getName(),
                                folder.toString())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        try (var said = holder.inputReader()) {
            assertThat(said.readLine()).isEqualTo("held true");
            assertThat(HomeLock.take(Home.at(folder))).isEmpty();
        } finally {
            holder.destroyForcibly().waitFor();
        }
        try (var lock = HomeLock.take(Home.at(folder)).orElseThrow()) {
            assertThat(lock).isNotNull();
        }
    }

    /// The folder or jar a class comes from.
    private static Path place(Class<?> type) throws URISyntaxException {
        var name = type.getName().replace('.', '/') + ".class";
        var file = Path.of(type.getResource("/" + name).toURI());
        for (int i = name.split("/").length; i > 0; i--) {
            file = file.getParent();
        }
        return file;
    }
}
