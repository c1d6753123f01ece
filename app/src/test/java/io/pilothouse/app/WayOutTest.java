package io.pilothouse.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.pilothouse.app.trouble.WayOut;
import io.pilothouse.testkit.Fx;

import javafx.stage.Window;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// What is not lost when the system ends the program.
class WayOutTest {
    private static final List<String> HEADLESS =
            List.of("-Dglass.platform=Headless", "-Dprism.order=sw", "-Djava.awt.headless=true");

    @TempDir private Path home;

    /// The program itself, with a person who makes its window wider and says so.
    static final class Widened {
        private Widened() {}

        public static void main(String[] args) {
            Thread.ofPlatform().daemon().start(Widened::widen);
            Main.main(args);
        }

        private static void widen() {
            Fx.await("the window", () -> Window.getWindows().stream().anyMatch(Window::isShowing));
            Fx.run(() -> Window.getWindows().getFirst().setWidth(1111));
            System.out.println("wider");
        }
    }

    @Test
    @Timeout(120)
    void whatChangedInTheLastSecondIsKeptWhenTheProgramIsTerminated() throws Exception {
        assumeFalse(System.getProperty("os.name").startsWith("Windows")); // ends it at once
        var process =
                OtherProcess.of(Widened.class, Map.of(), HEADLESS, "--home", home.toString())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        try (var out = process.inputReader()) {
            while (!"wider".equals(out.readLine())) {
                assertThat(process.isAlive()).as("the program ended by itself").isTrue();
            }
            process.toHandle().destroy();
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        assertThat(home.resolve("settings.json")).content().contains("1111");
    }

    @Test
    @Timeout(60)
    void theEndDoesNotWaitForEverForWhatDoesNotEnd() throws Exception {
        var never = new CountDownLatch(1);
        var hook =
                WayOut.hook(
                        () -> {
                            try {
                                never.await();
                            } catch (InterruptedException e) {
                                Thread.currentThread().interrupt();
                            }
                        },
                        Duration.ofMillis(1));
        hook.start();
        assertThat(hook.join(Duration.ofSeconds(30))).isTrue();
        never.countDown();
    }
}
