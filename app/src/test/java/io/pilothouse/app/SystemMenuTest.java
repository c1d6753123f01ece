package io.pilothouse.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.domain.Kind;
import io.pilothouse.testkit.Fx;
import io.pilothouse.ui.kit.Shortcut;
import io.pilothouse.ui.kit.Words;
import io.pilothouse.ui.settings.SettingsView;
import io.pilothouse.ui.shell.menu.SystemMenu;
import io.pilothouse.ui.shell.palette.Entry;
import io.pilothouse.ui.shell.screens.Place;

import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The menu bar that macOS shows, made here without a system that shows it.
class SystemMenuTest {
    @TempDir private Path folder;

    private Rig rig;
    private SystemMenu menu;

    @BeforeEach
    void open() {
        rig = new Rig(folder).open();
        Fx.run(
                () -> {
                    rig.main()
                            .addSettings(
                                    new Place(
                                            "gear",
                                            Words.of("settings.title"),
                                            () -> {
                                                throw new AssertionError(SettingsView.class);
                                            }));
                    rig.main()
                            .offer(
                                    () ->
                                            List.of(
                                                    Entry.command(
                                                            "account/add", "", "Add", () -> {}),
                                                    Entry.command(
                                                            "vault/lock", "", "Lock", () -> {})));
                });
        menu = Fx.call(rig.main()::useSystemMenu);
    }

    @AfterEach
    void close() {
        rig.close();
    }

    private MenuBar bar() {
        return menu.bar();
    }

    private List<String> titles() {
        return Fx.call(() -> bar().getMenus().stream().map(m -> m.getText()).toList());
    }

    private Stream<MenuItem> items() {
        return bar().getMenus().stream().flatMap(m -> m.getItems().stream());
    }

    private Optional<MenuItem> item(String text) {
        return Fx.call(() -> items().filter(i -> i.getText().startsWith(text)).findFirst());
    }

    @Test
    void everyCommandOfThePaletteHasItsPlace() {
        rig.go(Kind.VOLUME).go(Kind.INSTANCE).choose("eval-gh200");
        Fx.run(menu::refresh);

        int commands = Fx.call(() -> rig.main().everything().size());
        assertThat(Fx.call(() -> items().count())).isEqualTo(commands + 2L);
        assertThat(titles()).containsExactly("New", "Actions", "Go", "View", "Accounts", "Help");
    }

    @Test
    void itFollowsWhatIsChosenAndOpen() {
        assertThat(item("Terminate…")).isEmpty();
        rig.choose("eval-gh200").pass(java.time.Duration.ofSeconds(5));
        assertThat(item("Terminate…")).isPresent();
        assertThat(item("Terminate…").orElseThrow().getAccelerator())
                .as("Delete must not act from everywhere")
                .isNull();
    }

    @Test
    void whatIsChosenInItIsDone() {
        var go = item("Go to volumes").orElseThrow();
        Fx.run(go::fire);
        assertThat(rig.preferences.now().screen()).contains(Kind.VOLUME.id());
        var zoom = item("Zoom in").orElseThrow();
        assertThat(zoom.getAccelerator()).isEqualTo(Shortcut.ZOOM_IN.keys());
        Fx.run(zoom::fire);
        assertThat(rig.preferences.now().zoom()).isEqualTo(110);
    }

    @Test
    void aDialogHoldsItBack() {
        rig.press(KeyCode.F1);
        var zoom = item("Zoom in").orElseThrow();
        Fx.run(zoom::fire);
        assertThat(rig.preferences.now().zoom()).isEqualTo(100);
    }

    @Test
    void onlyMacOsHasOne() {
        assertThat(SystemMenu.exists("Mac OS X")).isTrue();
        assertThat(SystemMenu.exists("Linux")).isFalse();
        assertThat(SystemMenu.exists("Windows 11")).isFalse();
        assertThat(Fx.call(() -> bar().isUseSystemMenuBar())).isTrue();
    }
}
