package io.pilothouse.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.domain.Kind;
import io.pilothouse.testkit.Fx;
import io.pilothouse.ui.kit.Preferences;

import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.effect.DropShadow;
import javafx.stage.Window;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;

/// The rows' menu, on a desktop that mixes windows and on one that does not.
class OpaquePopupsTest {
    @TempDir private Path folder;

    private Rig rig;
    private ContextMenu menu;

    @BeforeEach
    void open() {
        rig = new Rig(folder, 1000, 700, Preferences.unkept()).open();
        rig.go(Kind.INSTANCE).choose("eval-gh200");
        menu = Fx.call(() -> rig.table().getContextMenu());
        Fx.run(() -> menu.show(rig.table(), 300, 300));
    }

    @AfterEach
    void close() {
        Fx.run(menu::hide);
        rig.close();
    }

    private boolean hasShadow() {
        Fx.pulse();
        return Fx.call(
                () ->
                        menu.getScene().getRoot().lookupAll(".context-menu").stream()
                                .map(Node::getEffect)
                                .anyMatch(DropShadow.class::isInstance));
    }

    @Test
    void aPopupHasAShadowWhereItCanBeSeenThrough() {
        assertThat(hasShadow()).isTrue();
    }

    @Test
    void itHasNoneWhereTheShadowWouldStandOnWhite() {
        Fx.run(
                () -> {
                    OpaquePopups.mark(List.<Window>of(menu));
                    menu.hide();
                    menu.show(rig.table(), 300, 300);
                });
        assertThat(hasShadow()).isFalse();
    }
}
