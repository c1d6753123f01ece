package io.pilothouse.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;

final class DurableFileTest {
    @TempDir Path folder;
    private Path path;

    @BeforeEach
    void name() {
        path = folder.resolve("thing.json");
    }

    @Test
    void whatIsNotThereReadsAsNothing() throws IOException {
        assertThat(new DurableFile(path).read()).isEmpty();
    }

    @Test
    void theContentAndTheOneBeforeItAreKept() throws IOException {
        var file = new DurableFile(path);
        file.save("one");
        file.save("two");
        file.save("three");
        assertThat(path).hasContent("three");
        assertThat(beside("~")).hasContent("two");
        assertThat(names()).containsExactlyInAnyOrder("thing.json", "thing.json~");
    }

    @Test
    void equalContentLeavesTheGenerationBeforeAlone() throws IOException {
        var file = new DurableFile(path);
        file.save("one");
        file.save("two");
        file.save("two");
        assertThat(beside("~")).hasContent("one");
    }

    @Test
    void aNewFileIsItsOwnersAlone() throws IOException {
        assumeTrue(Rights.posix(folder));
        new DurableFile(path).save("one");
        assertThat(mode(path)).isEqualTo("rw-------");
    }

    @Test
    void anExistingFileKeepsItsRights() throws IOException {
        assumeTrue(Rights.posix(folder));
        Files.writeString(path, "one");
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-rw-rw-"));
        new DurableFile(path).save("two");
        assertThat(mode(path)).isEqualTo("rw-rw-rw-");
        assertThat(mode(beside("~"))).isEqualTo("rw-rw-rw-");
    }

    @Test
    void anOwnersFileIsItsOwnersAloneWhateverRightsItHad() throws IOException {
        assumeTrue(Rights.posix(folder));
        Files.writeString(path, "one");
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-rw-rw-"));
        DurableFile.ofOwner(path).save("two");
        assertThat(mode(path)).isEqualTo("rw-------");
        assertThat(mode(beside("~"))).isEqualTo("rw-------");
    }

    @Test
    void aLinkStaysALinkAndWhatItLeadsToIsWritten() throws IOException {
        var dotfiles = Files.createDirectory(folder.resolve("dotfiles"));
        var target = Files.writeString(dotfiles.resolve("real.json"), "one");
        Files.createSymbolicLink(folder.resolve("between"), Path.of("dotfiles", "real.json"));
        Files.createSymbolicLink(path, Path.of("between"));
        new DurableFile(path).save("two");
        assertThat(path).isSymbolicLink();
        assertThat(target).hasContent("two");
        assertThat(dotfiles.resolve("real.json~")).hasContent("one");
    }

    @Test
    void aLinkMayLeadToWhatIsNotThereYet() throws IOException {
        Files.createSymbolicLink(path, Path.of("later", "real.json"));
        new DurableFile(path).save("one");
        assertThat(folder.resolve("later").resolve("real.json")).hasContent("one");
    }

    @Test
    void aFolderThatIsGoneDoesNotComeBack() throws IOException {
        var home = Files.createDirectory(folder.resolve("home"));
        var file = DurableFile.ofOwner(home.resolve("vault"));
        file.save("one");
        Files.delete(home.resolve("vault"));
        Files.delete(home);
        assertThatThrownBy(() -> file.save("two"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(home + ": the folder is gone");
        assertThat(home).doesNotExist();
    }

    @Test
    void theFolderThatALinkLeadsToIsMadeForItsOwnerAlone() throws IOException {
        assumeTrue(Rights.posix(folder));
        Files.createSymbolicLink(path, Path.of("later", "real.json"));
        new DurableFile(path).save("one");
        assertThat(mode(folder.resolve("later"))).isEqualTo("rwx------");
    }

    @Test
    void linksInACircleAreSaid() throws IOException {
        Files.createSymbolicLink(path, folder.resolve("other"));
        Files.createSymbolicLink(folder.resolve("other"), path);
        assertThatThrownBy(() -> new DurableFile(path).save("one")).isInstanceOf(IOException.class);
    }

    /// Step by step: the previous generation is written (0) and named (1), the new one written (2) and named (3), the
    /// folder synced (4).
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4})
    void whicheverStepFailsOldOrNewCanBeRead(int failing) throws IOException {
        new DurableFile(path).save("old");
        var disk = new FailingDisk(failing);
        assertThatThrownBy(() -> new DurableFile(path, disk).save("new"))
                .isInstanceOf(IOException.class)
                .hasMessage("No space left on device");
        assertThat(path).hasContent(failing < 4 ? "old" : "new");
        assertThat(names()).doesNotContain("thing.json.new", "thing.json~.new");

        new DurableFile(path).save("newer");
        assertThat(path).hasContent("newer");
        assertThat(beside("~")).hasContent(failing < 4 ? "old" : "new");
    }

    @Test
    void whatAKilledSaveLeftIsNoObstacle() throws IOException {
        Files.writeString(beside(".new"), "ha");
        new DurableFile(path).save("one");
        assertThat(path).hasContent("one");
        assertThat(names()).containsExactly("thing.json");
    }

    @Test
    void aFileThatIsSetAsideKeepsItsContentUnderANameOfItsOwn() throws IOException {
        var at = Instant.parse("2026-03-01T10:20:30.5Z");
        var file = new DurableFile(path);
        file.save("one");
        var first = file.setAside(at);
        file.save("two");
        var second = file.setAside(at);
        assertThat(first).hasFileName("thing.json.unreadable-2026-03-01T102030Z").hasContent("one");
        assertThat(second)
                .hasFileName("thing.json.unreadable-2026-03-01T102030Z-2")
                .hasContent("two");
        assertThat(path).doesNotExist();
    }

    @Test
    void whatIsFarTooLargeIsNeitherReadNorReplaced() throws IOException {
        try (var large =
                Files.newByteChannel(
                        path,
                        java.nio.file.StandardOpenOption.CREATE,
                        java.nio.file.StandardOpenOption.WRITE)) {
            large.position(40L << 20);
            large.write(java.nio.ByteBuffer.wrap(new byte[1]));
        }
        assertThatThrownBy(() -> new DurableFile(path).read()).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> new DurableFile(path).save("one")).isInstanceOf(IOException.class);
        assertThat(path).hasSize((40L << 20) + 1);
    }

    private Path beside(String suffix) {
        return folder.resolve("thing.json" + suffix);
    }

    private List<String> names() throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString()).toList();
        }
    }

    private static String mode(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    /// Fails at one step, having done half of it where that is possible.
    private static final class FailingDisk implements Disk {
        private final int failing;
        private int step;

        FailingDisk(int failing) {
            this.failing = failing;
        }

        private void step() throws IOException {
            if (step++ == failing) {
                throw new IOException("No space left on device");
            }
        }

        @Override
        public void write(Path file, byte[] bytes, Rights rights) throws IOException {
            Files.write(
                    file,
                    new String(bytes, StandardCharsets.UTF_8)
                            .substring(1)
                            .getBytes(StandardCharsets.UTF_8));
            step();
            Files.delete(file);
            Disk.REAL.write(file, bytes, rights);
        }

        @Override
        public void move(Path from, Path to) throws IOException {
            step();
            Disk.REAL.move(from, to);
        }

        @Override
        public void syncFolder(Path where) throws IOException {
            step();
            Disk.REAL.syncFolder(where);
        }
    }
}
