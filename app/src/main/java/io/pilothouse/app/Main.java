package io.pilothouse.app;

import io.pilothouse.desktop.SystemProxies;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Properties;

/// The main class. It is not the Application subclass: java would start JavaFX, and ask for a display, before the first
/// line of ours.
public final class Main {
    private Main() {}

    /// Ends with 0, with 1 when nothing can be opened, or with 2 for an argument that is not understood.
    public static void main(String[] args) {
        try {
            var options = Options.parse(List.of(args));
            if (options.help()) {
                System.out.print(Options.USAGE);
            } else if (options.version()) {
                System.out.println("Pilothouse " + version());
            } else {
                if (Boolean.getBoolean("pilothouse.endWithParent")) {
                    endWithParent();
                }
                SystemProxies.ask();
                var opening = Opening.begin(options);
                PilothouseApp.launch(opening);
                if (opening.opened().isCompletedExceptionally()) {
                    System.exit(1); // it was said
                }
            }
        } catch (Options.Unknown e) {
            System.err.println(e.getMessage());
            System.err.print(Options.USAGE);
            System.exit(2);
        }
    }

    /// For `mvn -Prun`: a Maven that is told to end leaves its child running.
    private static void endWithParent() {
        var _ =
                ProcessHandle.current()
                        .parent()
                        .map(maven -> maven.onExit().thenRun(() -> System.exit(143)));
    }

    static String version() {
        var properties = new Properties();
        try (InputStream in = Main.class.getResourceAsStream("/io/pilothouse/version.properties")) {
            if (in != null) {
                properties.load(in);
            }
        } catch (IOException e) {
            return "unknown";
        }
        return properties.getProperty("version", "unknown");
    }
}
