package io.pilothouse.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.settings.Settings;
import io.pilothouse.settings.SettingsFile;
import io.pilothouse.testkit.VirtualTimeline;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;

class SettingsKeeperTest {
    @TempDir private Path folder;

    private final VirtualTimeline time = new VirtualTimeline();

    private SettingsKeeper open() {
        return new SettingsKeeper(
                new SettingsFile(file(), InstantSource.system()), time, Runnable::run);
    }

    private Path file() {
        return folder.resolve("settings.json");
    }

    @Test
    void aChangeIsSavedOneSecondAfterTheLast() {
        var keeper = open();
        keeper.preferences().change(s -> s.withTheme(Settings.Theme.DARK));
        time.advance(Duration.ofMillis(900));
        keeper.preferences().change(s -> s.withScreen("volume"));
        time.advance(Duration.ofMillis(900));
        assertThat(file()).doesNotExist();
        time.advance(Duration.ofMillis(200));
        assertThat(open().preferences().now())
                .isEqualTo(Settings.DEFAULT.withTheme(Settings.Theme.DARK).withScreen("volume"));
    }

    @Test
    void whatIsNotSavedYetIsSavedAtQuit() {
        var keeper = open();
        keeper.preferences().change(s -> s.withPane("bottom", 180));
        keeper.close();
        assertThat(open().preferences().now().panes()).containsEntry("bottom", 180.0);
    }

    @Test
    void aFileThatCannotBeReadIsSaidAndKept() throws IOException {
        Files.writeString(file(), "{ not json");
        var keeper = open();
        assertThat(keeper.notice().orElseThrow().key()).isEqualTo("settings.set-aside");
        assertThat(keeper.preferences().now()).isEqualTo(Settings.DEFAULT);
    }

    @Test
    void aDiskThatRefusesIsAskedAgainUntilItTakesThem() throws IOException {
        var keeper = open();
        Files.createDirectory(file()); // in the place of the file
        keeper.preferences().change(s -> s.withScreen("volume"));
        time.advance(SettingsKeeper.CALM);
        assertThat(keeper.refusal()).isPresent();
        time.advance(SettingsKeeper.AGAIN);
        assertThat(keeper.refusal()).isPresent();
        Files.delete(file());
        time.advance(SettingsKeeper.AGAIN);
        assertThat(keeper.refusal()).isEmpty();
        assertThat(open().preferences().now().screen()).contains("volume");
    }
}
