package io.pilothouse.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.domain.Account.Stage;
import io.pilothouse.domain.Kind;
import io.pilothouse.testkit.Fx;
import io.pilothouse.ui.kit.Preferences;

import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kordamp.ikonli.javafx.FontIcon;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// No word is cut off without its tool tip saying the whole, and none on a button, whatever the window's size.
class WholeWordsTest {
    private static final List<Kind> LISTS =
            List.of(
                    Kind.INSTANCE,
                    Kind.INSTANCE_TYPE,
                    Kind.IMAGE,
                    Kind.VOLUME,
                    Kind.FIREWALL,
                    Kind.SSH_KEY);

    /// What is shown late moves what stands beside it once more.
    private static final int LAYOUTS = 30;

    @TempDir private Path folder;

    @ParameterizedTest
    @CsvSource({"1000, 700", "1440, 900"})
    void everyScreenSaysWholeWords(int width, int height) {
        try (var rig = new Rig(folder, width, height, Preferences.unkept()).open()) {
            rig.open("lab", "lab-east", "orange", Stage.PRODUCTION).pass(Duration.ofSeconds(90));
            for (var kind : LISTS) {
                rig.go(kind);
                says(rig, kind.id());
                Fx.run(() -> rig.table().getSelectionModel().select(0));
                says(rig, "details of " + kind.id());
                rig.press(KeyCode.N, Rig.Mod.CTRL);
                says(rig, "making a " + kind.id());
                rig.press(KeyCode.ESCAPE);
            }
            says(rig.go(Kind.CAPACITY), "capacity");
            says(rig.goToOverview(), "overview");
            rig.go(Kind.INSTANCE).choose("eval-gh200").push("Relations");
            says(rig, "relations");
            says(rig.push("Raw"), "raw");
            says(rig.lower("Activity"), "activity");
            Fx.run(() -> rig.table().requestFocus());
            says(rig.press(KeyCode.DELETE), "confirmation");
            says(rig.press(KeyCode.ESCAPE).press(KeyCode.F1), "keys");
            says(rig.press(KeyCode.ESCAPE).press(KeyCode.K, Rig.Mod.CTRL), "palette");
        }
    }

    @Test
    void soDoAccountsWithLongNames() {
        try (var rig = new Rig(folder, 1000, 700, Preferences.unkept())) {
            var colours = List.of("violet", "orange", "teal", "pink", "green", "violet");
            for (int i = 0; i < colours.size(); i++) {
                rig.open(
                        "a" + i,
                        "Rechenzentrumsbetriebsgesellschaft Frankfurt am Main Halle " + i,
                        colours.get(i),
                        Stage.DEVELOPMENT);
            }
            rig.pass(Duration.ofSeconds(30));
            for (var kind : LISTS) {
                says(rig.go(kind), kind.id());
                Fx.run(() -> rig.table().getSelectionModel().select(0));
                says(rig, "details of " + kind.id());
            }
            says(rig.go(Kind.CAPACITY), "capacity");
            says(rig.goToOverview(), "overview");
            rig.picture("long-names");
        }
    }

    private static void says(Rig rig, String where) {
        Fx.pulse();
        var cut = cut(rig);
        for (int i = 0; i < LAYOUTS && !cut.isEmpty(); i++) {
            Fx.pulse();
            cut = cut(rig);
        }
        assertThat(cut).as(where).isEmpty();
    }

    private static List<String> cut(Rig rig) {
        return rig.nodes(Labeled.class, WholeWordsTest::isCut).stream()
                .filter(l -> l instanceof ButtonBase || !told(l))
                .map(l -> l.getText() + " " + l.getStyleClass() + " in " + l.getParent())
                .toList();
    }

    /// Does what is drawn of it end before it does?
    private static boolean isCut(Labeled label) {
        return label.getText() != null
                && label.getChildrenUnmodifiable().stream()
                        .filter(n -> n instanceof Text && !(n instanceof FontIcon))
                        .map(Text.class::cast)
                        .anyMatch(
                                drawn ->
                                        drawn.isVisible()
                                                && !drawn.getText().equals(label.getText()));
    }

    /// Does it, or what it stands in, say the whole text in its tool tip?
    private static boolean told(Labeled label) {
        for (Node n = label; n != null; n = n.getParent()) {
            var tip =
                    n instanceof Control control
                            ? control.getTooltip()
                            : n.getProperties().get("javafx.scene.control.Tooltip");
            if (tip instanceof Tooltip words
                    && words.getText() != null
                    && words.getText().contains(label.getText())) {
                return true;
            }
        }
        return false;
    }
}
