package io.pilothouse.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.CompletionException;

class OpeningTest {
    @TempDir private Path folder;

    private Opening begin(Path home) throws Options.Unknown {
        return Opening.begin(Options.parse(List.of("--home", home.toString())));
    }

    private static Throwable failure(Opening opening) {
        try {
            opening.opened().join().ifPresent(Backstage::close);
        } catch (CompletionException e) {
            return e;
        }
        throw new AssertionError("it was opened");
    }

    @Test
    void aHomeThatIsAFileIsSaidWithWhatToDo() throws Exception {
        var file = Files.writeString(folder.resolve("file"), "");
        try (var opening = begin(file)) {
            assertThat(opening.failed(failure(opening)).line())
                    .contains("can't start")
                    .contains(file + " can't be used: it is not a folder")
                    .contains("--home");
        }
    }

    @Test
    void aHistoryThatCanNotBeOpenedIsSaidWithItsReason() throws Exception {
        Files.createDirectory(folder.resolve("history.db"));
        try (var opening = begin(folder)) {
            assertThat(opening.failed(failure(opening)).line())
                    .contains("the history can't be opened in " + folder)
                    .contains("--home");
        }
    }

    @Test
    void aHomeInUseWhoseWindowDoesNotAnswerIsSaid() throws Exception {
        try (var first = begin(folder)) {
            var running = first.opened().join().orElseThrow();
            Files.delete(folder.resolve("door"));
            try (var second = begin(folder)) {
                assertThat(second.failed(failure(second)).line())
                        .contains("another Pilothouse is running with it");
            }
            running.close();
        }
    }

    @Test
    void whatIsNotTheHomesFaultHasACode() throws Exception {
        try (var opening = begin(folder)) {
            opening.opened().join().ifPresent(Backstage::close);
            var bug = new IllegalStateException("of our own");
            assertThat(opening.failed(bug).line())
                    .contains(CrashGuard.code(bug))
                    .doesNotContain("--home");
        }
    }

    @Test
    void theLogIsItsOwnersAloneAlsoInAnOpenHome() throws Exception {
        assumeTrue(Files.getFileStore(folder).supportsFileAttributeView("posix"));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        try (var opening = begin(folder)) {
            opening.opened().join().ifPresent(Backstage::close);
            assertThat(mode(folder.resolve("logs"))).isEqualTo("rwx------");
        }
    }

    private static String mode(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
