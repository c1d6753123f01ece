package io.pilothouse.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.domain.Account;
import io.pilothouse.settings.Settings;
import io.pilothouse.testkit.Fx;
import io.pilothouse.ui.kit.Words;
import io.pilothouse.ui.settings.Keepings;
import io.pilothouse.ui.settings.SettingsView;
import io.pilothouse.ui.settings.SettingsViewModel;
import io.pilothouse.ui.shell.screens.Place;

import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;

/// The screen of settings in its window, by keys and buttons.
class SettingsSceneTest {
    @TempDir private Path folder;

    private final Disk disk = new Disk();
    private final List<Integer> graces = new ArrayList<>();
    private Rig rig;

    /// A disk with something of everything.
    private static final class Disk implements Keepings {
        final List<What> cleared = new ArrayList<>();
        boolean broken;

        @Override
        public Path home() {
            return Path.of("/home/anna/.local/share/pilothouse");
        }

        @Override
        public List<Kept> kept() throws IOException {
            if (broken) {
                throw new IOException("the disk is gone");
            }
            return Arrays.stream(What.values())
                    .map(
                            what ->
                                    new Kept(
                                            what,
                                            OptionalLong.of(cleared.contains(what) ? 0 : 1234),
                                            OptionalLong.empty(),
                                            OptionalLong.of(77L << 10),
                                            OptionalLong.of(50L << 20)))
                    .toList();
        }

        @Override
        public void clear(What what) {
            cleared.add(what);
        }

        @Override
        public Way way(Account account) {
            return new Way(Source.ENVIRONMENT, "HTTPS_PROXY", "proxy.corp:3128");
        }

        @Override
        public String about() {
            return "Pilothouse 1";
        }
    }

    @BeforeEach
    void open() {
        rig = new Rig(folder).open();
        Fx.run(
                () ->
                        rig.main()
                                .addSettings(
                                        new Place(
                                                "gear", Words.of("settings.title"), this::screen)));
        rig.press(KeyCode.COMMA, Rig.Mod.CTRL).pass(Duration.ofMillis(100));
    }

    private SettingsView screen() {
        var model = new SettingsViewModel(rig.bench(), disk, rig.preferences, graces::add);
        return new SettingsView(
                model,
                rig.shell().themeProperty(),
                rig.shell().zoom(),
                rig.main().overlay(),
                () -> {});
    }

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void itShowsWhatIsKeptAndHowAnAccountIsReached() {
        rig.picture("settings").dark(true).picture("settings-dark").dark(false);
        assertThat(rig.shows("/home/anna/.local/share/pilothouse")).isTrue();
        assertThat(rig.shows("1,234 entries · 77 KiB of 50 MiB")).isTrue();
        assertThat(rig.shows("through proxy.corp:3128, the proxy in HTTPS_PROXY")).isTrue();
        assertThat(rig.shows("all 1/1s · launch 1/12s")).isTrue();
    }

    @Test
    void aThemeAZoomAndAGraceAreKeptAtOnce() {
        rig.push("Dark").push("10 s").push("Zoom in");
        assertThat(rig.preferences.now().theme()).isEqualTo(Settings.Theme.DARK);
        assertThat(rig.preferences.now().zoom()).isEqualTo(110);
        assertThat(rig.preferences.now().grace()).isEqualTo(10);
        assertThat(graces).containsExactly(10);
        assertThat(rig.shows("110 %")).isTrue();
    }

    @Test
    void clearingAsksFirstWithTheDefaultOnCancel() {
        rig.push("Clear: Log files").picture("settings-clear");
        assertThat(rig.shows("Clear log files (1,234 entries · 77 KiB of 50 MiB)?")).isTrue();
        assertThat(rig.focused()).isInstanceOf(Button.class);
        assertThat(((Button) rig.focused()).getText()).isEqualTo("Cancel");
        rig.press(KeyCode.ESCAPE).pass(Duration.ofMillis(10));
        assertThat(disk.cleared).isEmpty();

        rig.push("Clear: Log files").push("Clear").pass(Duration.ofMillis(10));
        assertThat(disk.cleared).containsExactly(Keepings.What.LOGS);
        assertThat(rig.button("Clear: Log files").orElseThrow().isDisabled()).isTrue();
    }

    @Test
    void whatCanNotBeClearedHasNoButton() {
        assertThat(rig.button("Clear: Vault")).isEmpty();
        assertThat(rig.button("Clear: accounts.json")).isEmpty();
        assertThat(rig.button("Clear: History")).isEmpty();
    }

    @Test
    void aDiskThatRefusesIsSaid() {
        disk.broken = true;
        rig.press(KeyCode.F5).pass(Duration.ofMillis(10));
        assertThat(rig.shows("That did not work: the disk is gone")).isTrue();
        assertThat(rig.shows("1,234 entries")).as("what was known stays").isTrue();
    }
}
