package io.pilothouse.bench;

import io.pilothouse.testkit.Screens;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The options of the JVM that the program is run with, as the build has them.
final class ProgramOptions {
    private static final Pattern OPTIONS =
            Pattern.compile("<jvm\\.options>([^<]*)</jvm\\.options>");

    private ProgramOptions() {}

    /// Without those for native access, which hang on how the program is laid out.
    static List<String> read() throws IOException {
        var found = OPTIONS.matcher(Files.readString(Screens.root().resolve("pom.xml")));
        if (!found.find()) {
            throw new IOException("pom.xml has no jvm.options");
        }
        return Stream.of(found.group(1).split(" "))
                .filter(o -> !o.startsWith("--enable-native-access"))
                .toList();
    }
}
