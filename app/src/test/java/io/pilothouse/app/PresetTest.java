package io.pilothouse.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.domain.Kind;
import io.pilothouse.settings.Preset;
import io.pilothouse.testkit.Fx;
import io.pilothouse.ui.kit.Preferences;
import io.pilothouse.ui.shell.palette.Entry;

import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// Answers that are kept under a name, from the form to the palette and back.
class PresetTest {
    private final Preferences preferences = Preferences.unkept();

    @TempDir private Path folder;
    private Rig rig;

    @BeforeEach
    void open() {
        rig = new Rig(folder, 1200, 800, preferences).openProjects();
        rig.go(Kind.INSTANCE).press(KeyCode.N, Rig.Mod.CTRL).pass(Duration.ofSeconds(1));
    }

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void whatWasKeptIsBegunWithFromThePalette() {
        type("sweep");
        keep("nightly");
        rig.picture("preset");
        assertThat(kept()).extracting(Preset::name).containsExactly("nightly");
        assertThat(kept().getFirst().answers().word("name")).isEqualTo("sweep");

        rig.press(KeyCode.ESCAPE).push("Discard");
        var command = command("action.rig.vm.create: nightly…");
        Fx.run(command.run());
        rig.pass(Duration.ofSeconds(1)).picture("preset-begun");
        assertThat(rig.commands.all()).as("nothing is sent by it").isEmpty();
        Fx.run(() -> menu().show());
        assertThat(items()).contains("nightly");
    }

    @Test
    void oneIsForgotten() {
        type("sweep");
        keep("nightly");
        Fx.run(() -> menu().show());
        Fx.run(
                () ->
                        menu().getItems().stream()
                                .filter(Menu.class::isInstance)
                                .map(Menu.class::cast)
                                .findFirst()
                                .orElseThrow()
                                .getItems()
                                .getFirst()
                                .fire());
        assertThat(kept()).isEmpty();
    }

    @Test
    void escInTheNamePutsItsLineAwayAndKeepsNothingAndTheFormStays() {
        type("sweep");
        Fx.run(() -> item("Keep these answers…").fire());
        rig.pass(Duration.ofMillis(50));
        var line = (TextField) rig.focused();
        assertThat(Fx.call(line::getAccessibleText)).isEqualTo("Name of the preset");
        type("nightly");
        rig.press(KeyCode.ESCAPE);
        assertThat(Fx.call(() -> line.getParent().isVisible())).isFalse();
        assertThat(kept()).isEmpty();
        assertThat(rig.button("Discard")).as("nothing is asked").isEmpty();
        assertThat(rig.focused())
                .isInstanceOfSatisfying(
                        TextField.class, f -> assertThat(f.getText()).isEqualTo("sweep"));
    }

    /// Into what has the focus.
    private void type(String text) {
        var field = (TextField) rig.focused();
        Fx.run(() -> field.setText(text));
        Fx.pulse();
    }

    private void keep(String name) {
        Fx.run(() -> item("Keep these answers…").fire());
        rig.pass(Duration.ofMillis(50));
        type(name);
        rig.push("Keep").pass(Duration.ofMillis(50));
    }

    private List<Preset> kept() {
        return Fx.call(() -> preferences.now().presets());
    }

    private MenuButton menu() {
        return rig.nodes(MenuButton.class, b -> "Presets".equals(b.getAccessibleText())).getFirst();
    }

    private List<String> items() {
        return Fx.call(() -> menu().getItems().stream().map(MenuItem::getText).toList());
    }

    private MenuItem item(String text) {
        return menu().getItems().stream()
                .filter(i -> text.equals(i.getText()))
                .findFirst()
                .orElseThrow();
    }

    private Entry command(String text) {
        return Fx.call(
                () ->
                        rig.main().everything().stream()
                                .filter(e -> e.text().equals(text))
                                .findFirst()
                                .orElseThrow());
    }
}
