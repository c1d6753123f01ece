package io.pilothouse.ui.theme;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.domain.Status;
import io.pilothouse.testkit.Fx;

import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.scene.text.Font;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ThemeTest {
    private final SimpleObjectProperty<Boolean> systemIsDark = new SimpleObjectProperty<>(false);
    private final Theme theme = new Theme(systemIsDark);
    private final Scene scene = Fx.call(() -> new Scene(new Group()));

    @Test
    void followsTheSystemUntilAPersonChooses() {
        assertThat(theme.darkProperty().get()).isFalse();
        systemIsDark.set(true);
        assertThat(theme.darkProperty().get()).isTrue();
        theme.choiceProperty().set(Theme.Choice.LIGHT);
        assertThat(theme.darkProperty().get()).isFalse();
        theme.choiceProperty().set(Theme.Choice.DARK);
        systemIsDark.set(false);
        assertThat(theme.darkProperty().get()).isTrue();
    }

    @Test
    void aSceneIsDressedAtOnceAndAtEachChange() {
        Fx.run(
                () -> {
                    theme.apply(scene);
                    assertThat(scene.getUserAgentStylesheet()).contains("primer-light");
                    assertThat(scene.getStylesheets()).hasSameSizeAs(Theme.SHEETS);
                    systemIsDark.set(true);
                    assertThat(scene.getUserAgentStylesheet()).contains("primer-dark");
                    assertThat(scene.getRoot().getStyleClass()).containsOnlyOnce(Css.DARK);
                });
    }

    @Test
    void aNewRootIsDressedToo() {
        Fx.run(
                () -> {
                    theme.apply(scene);
                    theme.choiceProperty().set(Theme.Choice.DARK);
                    scene.setRoot(new Group());
                    assertThat(scene.getRoot().getStyleClass()).contains(Css.DARK);
                });
    }

    @Test
    void aClosedPinLeavesTheSceneAlone() {
        Fx.run(
                () -> {
                    theme.apply(scene).close();
                    systemIsDark.set(true);
                    assertThat(scene.getUserAgentStylesheet()).contains("primer-light");
                });
    }

    @Test
    void theBundledFontsAreKnownByTheirFamilies() {
        Fx.run(Theme::loadFonts);
        for (var family :
                new String[] {"Inter", "Inter Medium", "Inter SemiBold", "JetBrains Mono"}) {
            assertThat(Fx.call(() -> Font.font(family, 13)).getFamily()).isEqualTo(family);
        }
    }

    @ParameterizedTest
    @EnumSource(Status.Phase.class)
    void everyPhaseHasAShapeThatIsSpoken(Status.Phase phase) {
        var shape = Fx.call(() -> GalleryFrame.shape(new Status("word", phase), false));
        assertThat(shape.isVisible()).isTrue();
        assertThat(shape.getAccessibleText()).isEqualTo("word");
        assertThat(shape.getPseudoClassStates())
                .extracting(Object::toString)
                .containsExactly(phase.name().toLowerCase(java.util.Locale.ROOT));
    }

    @Test
    void whatHasNoStateShowsNone() {
        assertThat(Fx.call(() -> GalleryFrame.shape(Status.NONE, false)).isVisible()).isFalse();
    }

    @Test
    void onlyAWordThatNeedsALookIsColoured() {
        assertThat(StateShape.wordClass(new Status("active", Status.Phase.RUNNING), false))
                .isEmpty();
        assertThat(StateShape.wordClass(new Status("booting", Status.Phase.CHANGING), false))
                .isEqualTo(Css.WARN);
        assertThat(StateShape.wordClass(new Status("error", Status.Phase.FAILED), false))
                .isEqualTo(Css.BAD);
        assertThat(StateShape.wordClass(new Status("error", Status.Phase.FAILED), true))
                .isEqualTo(Css.MUTED);
    }
}
