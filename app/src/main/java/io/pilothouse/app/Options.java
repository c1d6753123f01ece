package io.pilothouse.app;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;

/// The command line.
///
/// @param home folder of all that is kept; empty for the platform's own
/// @param rehearsal shows the rehearsal cloud and no real account
/// @param quitAfterFirstFrame for the training run of the start-up cache, and to measure the start
public record Options(
        Optional<Path> home,
        boolean rehearsal,
        boolean quitAfterFirstFrame,
        boolean help,
        boolean version) {
    static final String USAGE =
            """
            Pilothouse: a control panel for what runs on your GPU clouds.

              --home DIR                keep everything in DIR instead of the application-data folder
              --rehearsal               start the rehearsal cloud and show only its accounts
              --quit-after-first-frame  print the time to the first frame and end
              --version, --help
            """;

    /// An argument that is not understood.
    static final class Unknown extends Exception {
        private static final long serialVersionUID = 1;

        Unknown(String message) {
            super(message);
        }
    }

    static Options parse(List<String> args) throws Unknown {
        var left = new ArrayDeque<>(args);
        Optional<Path> home = Optional.empty();
        boolean rehearsal = false;
        boolean quit = false;
        boolean help = false;
        boolean version = false;
        while (!left.isEmpty()) {
            var arg = left.poll();
            switch (arg) {
                case "--rehearsal" -> rehearsal = true;
                case "--quit-after-first-frame" -> quit = true;
                case "--help", "-h" -> help = true;
                case "--version" -> version = true;
                case "--home" -> {
                    var dir = left.poll();
                    if (dir == null) {
                        throw new Unknown("--home needs a folder");
                    }
                    home = Optional.of(Path.of(dir));
                }
                default -> {
                    if (!arg.startsWith("--home=")) {
                        throw new Unknown("not an option: " + arg);
                    }
                    home = Optional.of(Path.of(arg.substring("--home=".length())));
                }
            }
        }
        return new Options(home, rehearsal, quit, help, version);
    }
}
