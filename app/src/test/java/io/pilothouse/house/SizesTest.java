package io.pilothouse.house;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.testkit.Screens;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class SizesTest {
    @TempDir private Path sources;

    @Test
    void theProgramIsMadeOfSmallParts() {
        assertThat(Sizes.faults(Screens.root().resolve("app/src/main/java"))).isEmpty();
    }

    @Test
    void noTestIsTooLong() {
        assertThat(Sizes.faults(Screens.root().resolve("app/src/test/java")))
                .filteredOn(fault -> fault.contains("lines"))
                .isEmpty();
    }

    @Test
    void aLongFileIsFound() throws IOException {
        write("room/package-info.java", 1);
        write("room/Long.java", Sizes.LINES + 1);
        write("room/Right.java", Sizes.LINES);
        assertThat(Sizes.faults(sources)).containsExactly("Long.java has 501 lines, more than 500");
    }

    @Test
    void aFullPackageIsFound() throws IOException {
        write("room/package-info.java", 1);
        for (int i = 0; i <= Sizes.FILES; i++) {
            write("room/Type" + i + ".java", 1);
        }
        assertThat(Sizes.faults(sources)).containsExactly("room has 16 files, more than 15");
    }

    @Test
    void aPackageThatDoesNotSayWhatItIsForIsFound() throws IOException {
        write("room/below/Type.java", 1);
        assertThat(Sizes.faults(sources)).containsExactly("room.below has no package-info.java");
    }

    private void write(String name, int lines) throws IOException {
        var file = sources.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "//\n".repeat(lines));
    }
}
