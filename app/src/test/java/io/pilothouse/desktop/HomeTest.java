package io.pilothouse.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;

final class HomeTest {
    private static final Path USER = Path.of("/users/ann").toAbsolutePath();

    @TempDir Path folder;

    @Test
    void linuxHasItWhereXdgSays() {
        assertThat(standard("Linux", Map.of())).isEqualTo(USER.resolve(".local/share/pilothouse"));
        assertThat(standard("Linux", Map.of("XDG_DATA_HOME", USER.resolve("data").toString())))
                .isEqualTo(USER.resolve("data/pilothouse"));
    }

    @Test
    void aRelativeOrEmptyXdgFolderIsIgnored() {
        assertThat(standard("Linux", Map.of("XDG_DATA_HOME", "data")))
                .isEqualTo(USER.resolve(".local/share/pilothouse"));
        assertThat(standard("Linux", Map.of("XDG_DATA_HOME", "")))
                .isEqualTo(USER.resolve(".local/share/pilothouse"));
    }

    @Test
    void macOsHasItInItsLibrary() {
        assertThat(standard("Mac OS X", Map.of("XDG_DATA_HOME", "/elsewhere")))
                .isEqualTo(USER.resolve("Library/Application Support/Pilothouse"));
    }

    @Test
    void windowsHasItInTheRoamingData() {
        var roaming = USER.resolve("R").toString();
        assertThat(standard("Windows 11", Map.of("APPDATA", roaming)))
                .isEqualTo(USER.resolve("R/Pilothouse"));
        assertThat(standard("Windows 11", Map.of()))
                .isEqualTo(USER.resolve("AppData/Roaming/Pilothouse"));
    }

    private static Path standard(String system, Map<String, String> environment) {
        return Home.standard(system, USER, name -> Optional.ofNullable(environment.get(name)));
    }

    @Test
    void aNewHomeIsItsOwnersAlone() throws IOException {
        assumeTrue(Rights.posix(folder));
        var home = Home.at(folder.resolve("a").resolve("b"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.folder())))
                .isEqualTo("rwx------");
    }

    @Test
    void aHomeThatIsThereIsTakenAsItIs() throws IOException {
        assumeTrue(Rights.posix(folder));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-x---"));
        assertThat(Home.at(folder).folder()).isEqualTo(folder);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                .isEqualTo("rwxr-x---");
    }

    @Test
    void oneInstanceHoldsAHomeUntilItEnds() throws IOException {
        var home = Home.at(folder);
        try (var first = HomeLock.take(home).orElseThrow()) {
            assertThat(first).isNotNull();
            assertThat(HomeLock.take(home)).isEmpty();
        }
        try (var next = HomeLock.take(home).orElseThrow()) {
            assertThat(next).isNotNull();
        }
    }

    @Test
    void aLockFileThatWasLeftBehindBlocksNobody() throws IOException {
        Files.writeString(folder.resolve("lock"), "12345");
        try (var lock = HomeLock.take(Home.at(folder)).orElseThrow()) {
            assertThat(lock).isNotNull();
        }
    }
}
