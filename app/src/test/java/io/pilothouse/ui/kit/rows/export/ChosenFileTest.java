package io.pilothouse.ui.kit.rows.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.ui.kit.rows.export.TextFormat.Written;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class ChosenFileTest {
    private static final Path FULL = Path.of("/dev/full");

    @TempDir private Path folder;

    @Test
    void theTextStandsInTheFileAndNothingBesideIt() throws IOException {
        var file = Files.writeString(folder.resolve("a.csv"), "much longer than what comes");
        assertThat(ChosenFile.save(file, new Written("b"))).isEqualTo("Saved to " + file);
        assertThat(file).hasContent("b");
        assertThat(folder.toFile().list()).containsExactly("a.csv");
    }

    @Test
    void whatALinkLeadsToIsWritten() throws IOException {
        var file = Files.writeString(folder.resolve("a.csv"), "a");
        var link = Files.createSymbolicLink(folder.resolve("link.csv"), file);
        ChosenFile.save(link, new Written("b"));
        assertThat(file).hasContent("b");
        assertThat(link).isSymbolicLink();
    }

    @Test
    void aFolderThatIsNotThereIsSaid() {
        assertThat(ChosenFile.save(folder.resolve("gone/a.csv"), new Written("a")))
                .isEqualTo("Not saved: there is no such folder");
    }

    @Test
    void whatWasChangedIsSaid() {
        assertThat(ChosenFile.save(folder.resolve("a.csv"), new Written("'=1", 1)))
                .contains("1 text begins like a formula");
    }

    static boolean canBeFull() {
        return Files.exists(FULL);
    }

    @Test
    @EnabledIf("canBeFull")
    void aFullDiskIsSaid() {
        assertThat(ChosenFile.save(FULL, new Written("a"))).contains("Not saved", "space");
    }
}
