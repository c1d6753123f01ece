package io.pilothouse.desktop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/// The folder in which the program keeps all that is its own.
public record Home(Path folder) {
    /// Where the system wants an application's data: `$XDG_DATA_HOME/pilothouse` or `~/.local/share/pilothouse`,
    /// `~/Library/Application Support/Pilothouse` on macOS, `%APPDATA%\Pilothouse` on Windows.
    public static Path standard() {
        return standard(
                System.getProperty("os.name"),
                Path.of(System.getProperty("user.home")),
                name -> Optional.ofNullable(System.getenv(name)));
    }

    static Path standard(String system, Path user, Function<String, Optional<String>> environment) {
        var name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            return absolute(environment.apply("APPDATA"))
                    .orElse(user.resolve("AppData").resolve("Roaming"))
                    .resolve("Pilothouse");
        }
        if (name.startsWith("mac")) {
            return user.resolve("Library").resolve("Application Support").resolve("Pilothouse");
        }
        return absolute(environment.apply("XDG_DATA_HOME"))
                .orElse(user.resolve(".local").resolve("share"))
                .resolve("pilothouse");
    }

    /// The XDG base directory specification: a relative path is to be ignored.
    private static Optional<Path> absolute(Optional<String> path) {
        return path.filter(p -> !p.isEmpty()).map(Path::of).filter(Path::isAbsolute);
    }

    /// Creates the folder where it is missing, for its owner alone (0700); one that is there keeps its rights, because
    /// a person made them.
    ///
    /// @throws NotDirectoryException when there is something else in its place
    public static Home at(Path folder) throws IOException {
        var absolute = folder.toAbsolutePath();
        if (!Files.isDirectory(absolute)) {
            if (Files.exists(absolute, LinkOption.NOFOLLOW_LINKS)) {
                throw new NotDirectoryException(absolute.toString());
            }
            var parent = absolute.getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            Files.createDirectory(absolute, Rights.ownFolder(absolute).atCreation());
        }
        return new Home(absolute);
    }

    public Path accounts() {
        return folder.resolve("accounts.json");
    }

    public Path settings() {
        return folder.resolve("settings.json");
    }

    public Path vault() {
        return folder.resolve("vault");
    }

    /// What of `accounts.json` a person has agreed to here.
    public Path confirmed() {
        return folder.resolve("confirmed.json");
    }

    public Path logs() {
        return folder.resolve("logs");
    }

    /// The home of rehearsal runs, whose journal and times must not mix with those of real accounts.
    public Home rehearsal() throws IOException {
        return at(folder.resolve("rehearsal"));
    }
}
