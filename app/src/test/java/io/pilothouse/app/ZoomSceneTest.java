package io.pilothouse.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.pilothouse.domain.Kind;
import io.pilothouse.settings.Settings;
import io.pilothouse.testkit.Fx;
import io.pilothouse.ui.kit.Preferences;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.stage.Window;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;

/// The whole window, drawn larger and smaller.
class ZoomSceneTest {
    /// What a window has at least, with the frame of the system around it, px at 100 %.
    private static final double LEAST = 940;

    @TempDir private Path folder;

    private Rig rig;

    private Rig open(int width, int height, int percent) {
        rig =
                new Rig(
                        folder,
                        width,
                        height,
                        new Preferences(Settings.DEFAULT.withZoom(percent), _ -> {}));
        return rig.open();
    }

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void theKeysZoomWhereverTheFocusIs() {
        open(1440, 900, 100).press(KeyCode.PLUS, Rig.Mod.CTRL);
        assertThat(drawn()).isCloseTo(1.1, within(0.001));
        rig.press(KeyCode.EQUALS, Rig.Mod.CTRL, Rig.Mod.SHIFT).press(KeyCode.ADD, Rig.Mod.CTRL);
        assertThat(rig.preferences.now().zoom()).isEqualTo(150);
        rig.press(KeyCode.K, Rig.Mod.CTRL).press(KeyCode.MINUS, Rig.Mod.CTRL);
        assertThat(drawn()).as("with a dialog open").isCloseTo(1.25, within(0.001));
        rig.press(KeyCode.NUMPAD0, Rig.Mod.CTRL);
        assertThat(drawn()).isCloseTo(1, within(0.001));
    }

    @Test
    void theWholeWindowIsFilledAtEachZoom() {
        for (int percent : new int[] {80, 125, 150}) {
            open(1440, 900, percent).picture(String.format(Locale.ROOT, "zoom-%d", percent));
            var all = Fx.call(() -> content().getBoundsInParent());
            assertThat(all.getWidth()).isCloseTo(1440, within(0.5));
            assertThat(all.getHeight()).isCloseTo(900, within(0.5));
            rig.close();
        }
        open(1440, 900, 100);
    }

    @Test
    void aMenuIsAsLargeAsItsWindow() {
        open(990, 850, 100).choose("eval-gh200");
        double before = menuHeight();
        rig.press(KeyCode.MINUS, Rig.Mod.CTRL).press(KeyCode.MINUS, Rig.Mod.CTRL);
        assertThat(menuHeight() / before).isCloseTo(0.8, within(0.02));
    }

    private double menuHeight() {
        rig.press(KeyCode.F10, Rig.Mod.SHIFT);
        Fx.pulse();
        var menu =
                Fx.call(
                        () ->
                                Window.getWindows().stream()
                                        .filter(ContextMenu.class::isInstance)
                                        .map(ContextMenu.class::cast)
                                        .findFirst()
                                        .orElseThrow());
        var drawn = Fx.call(() -> screen(menu.getScene().getRoot().lookup(".context-menu")));
        Fx.run(menu::hide);
        return drawn.getHeight();
    }

    private static Bounds screen(Node node) {
        return node.localToScreen(node.getLayoutBounds());
    }

    @Test
    void aDividerStaysUnderThePointer() {
        open(990, 850, 80);
        var divider = Fx.call(() -> rig.scene().lookup(".split-pane-divider"));
        double before = Fx.call(() -> screen(divider).getMinY());
        Fx.run(
                () -> {
                    fire(divider, MouseEvent.MOUSE_PRESSED, 600);
                    fire(divider, MouseEvent.MOUSE_DRAGGED, 520);
                    fire(divider, MouseEvent.MOUSE_RELEASED, 520);
                });
        Fx.pulse();
        assertThat(Fx.call(() -> screen(divider).getMinY())).isCloseTo(before - 80, within(2.0));
        assertThat(Fx.call(() -> rig.scene().lookup(".split-pane"))).isInstanceOf(SplitPane.class);
    }

    private static void fire(Node node, javafx.event.EventType<MouseEvent> type, double y) {
        boolean down = type != MouseEvent.MOUSE_RELEASED;
        node.fireEvent(
                new MouseEvent(
                        type,
                        500,
                        y,
                        500,
                        y,
                        MouseButton.PRIMARY,
                        1,
                        false,
                        false,
                        false,
                        false,
                        down,
                        false,
                        false,
                        false,
                        false,
                        true,
                        null));
    }

    @ParameterizedTest
    @EnumSource(names = {"INSTANCE", "INSTANCE_TYPE", "IMAGE", "VOLUME", "FIREWALL", "SSH_KEY"})
    void theLeastWindowHasRoomForEveryScreenWithItsDetails(Kind kind) {
        open(950, 650, 100).openProjects().go(kind);
        var table = rig.table();
        Fx.run(() -> table.getSelectionModel().select(0));
        rig.pass(Duration.ofSeconds(1));
        assertThat(rig.button("Close details")).isPresent();
        rig.picture("least-" + kind.id());
        assertThat(Fx.call(() -> content().minWidth(-1))).isLessThanOrEqualTo(LEAST);
        assertThat(table).isInstanceOf(TableView.class);
    }

    /// How many times larger than at 100 %.
    private double drawn() {
        return Fx.call(
                () ->
                        rig.nodes(Label.class, l -> l.getText().equals("Instances"))
                                .getFirst()
                                .getLocalToSceneTransform()
                                .getMxx());
    }

    private Region content() {
        return (Region) rig.scene().getRoot().getChildrenUnmodifiable().getFirst();
    }
}
