package io.pilothouse.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.testkit.Fx;
import io.pilothouse.ui.kit.Preferences;

import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

/// The filter line by keyboard, with what it offers.
class FilterTest {
    @TempDir private Path folder;

    private static void write(Rig rig, String text) {
        rig.press(KeyCode.F, Rig.Mod.CTRL);
        Fx.run(() -> ((TextField) rig.scene().getFocusOwner()).setText(text));
        Fx.pulse();
    }

    private static int hints(Rig rig) {
        return Fx.call(
                () ->
                        rig
                                .nodes(ListView.class, l -> l.getStyleClass().contains("ph-hints"))
                                .stream()
                                .mapToInt(l -> l.getItems().size())
                                .sum());
    }

    private static String text(Rig rig) {
        return Fx.call(() -> ((TextField) rig.scene().getFocusOwner()).getText());
    }

    @Test
    void hintsAreTakenByKeyboard() {
        try (var rig = new Rig(folder).open()) {
            write(rig, "st");
            assertThat(hints(rig)).isOne();
            rig.press(KeyCode.TAB);
            assertThat(text(rig)).isEqualTo("state:");
            rig.picture("filter-hints-light").dark(true).picture("filter-hints-dark");
            assertThat(hints(rig)).isEqualTo(2);
            rig.press(KeyCode.DOWN).press(KeyCode.DOWN).press(KeyCode.ENTER);
            assertThat(text(rig)).isEqualTo("state:unhealthy ");
            assertThat(hints(rig)).isZero();
            assertThat(Fx.call(() -> rig.table().getItems())).hasSize(1);
            rig.press(KeyCode.ENTER);
            assertThat(rig.focused()).isInstanceOf(TableView.class);
        }
    }

    @Test
    void escPutsTheHintsAwayBeforeItClears() {
        try (var rig = new Rig(folder).open()) {
            write(rig, "state:");
            rig.press(KeyCode.ESCAPE);
            assertThat(hints(rig)).isZero();
            assertThat(text(rig)).isEqualTo("state:");
            rig.press(KeyCode.ESCAPE);
            assertThat(text(rig)).isEmpty();
        }
    }

    @Test
    void theFilterOfATableIsThereAgainAtTheNextStart() {
        var preferences = Preferences.unkept();
        try (var rig = new Rig(folder.resolve("a"), 1440, 900, preferences).open()) {
            write(rig, "type:a10");
        }
        try (var rig = new Rig(folder.resolve("b"), 1440, 900, preferences).open()) {
            assertThat(rig.shows("2 of 6")).isTrue();
            write(rig, "");
        }
        assertThat(preferences.now().choices()).isEmpty();
    }
}
