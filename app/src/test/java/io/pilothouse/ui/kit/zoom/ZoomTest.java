package io.pilothouse.ui.kit.zoom;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.settings.Settings;
import io.pilothouse.ui.kit.Preferences;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.ArrayList;
import java.util.List;

class ZoomTest {
    private final List<Integer> kept = new ArrayList<>();
    private final Preferences preferences =
            new Preferences(Settings.DEFAULT, s -> kept.add(s.zoom()));
    private final Zoom zoom = new Zoom(preferences);

    @Test
    void itGrowsStepByStepToTheLargestAndIsKept() {
        while (zoom.canGrow()) {
            zoom.grow();
        }
        zoom.grow();
        assertThat(kept).containsExactly(110, 125, 150, 175, 200);
    }

    @Test
    void itShrinksToTheSmallest() {
        while (zoom.canShrink()) {
            zoom.shrink();
        }
        zoom.shrink();
        assertThat(kept).containsExactly(90, 80);
        zoom.reset();
        assertThat(zoom.percentProperty().get()).isEqualTo(100);
    }

    @Test
    void aNumberBetweenTwoStepsGoesToTheNextOfThem() {
        zoom.choose(133);
        zoom.grow();
        assertThat(zoom.percentProperty().get()).isEqualTo(150);
        zoom.choose(133);
        zoom.shrink();
        assertThat(zoom.percentProperty().get()).isEqualTo(125);
    }

    @Test
    void itIsRememberedAndNeverOutOfRange() {
        zoom.choose(9000);
        assertThat(new Zoom(preferences).percentProperty().get()).isEqualTo(200);
        zoom.choose(1);
        assertThat(new Zoom(preferences).percentProperty().get()).isEqualTo(80);
    }

    @ParameterizedTest
    @CsvSource({
        "100, 1440, 900, 1.0",
        "150, 1440, 900, 1.5",
        "200, 2560, 1440, 2.0",
        "80, 1440, 900, 0.8",
        "80, 400, 300, 0.8"
    })
    void aWindowWithRoomIsDrawnAsChosen(int percent, int width, int height, double drawn) {
        zoom.choose(percent);
        assertThat(zoom.factor(width, height)).isEqualTo(drawn);
    }

    @ParameterizedTest
    @CsvSource({"200, 1440, 900", "150, 1000, 700", "125, 1000, 600", "100, 900, 560"})
    void aWindowWithoutRoomIsDrawnSoThatAllOfItIsSeen(int percent, int width, int height) {
        zoom.choose(percent);
        double factor = zoom.factor(width, height);
        assertThat(factor).isLessThan(percent / 100.0).isGreaterThanOrEqualTo(0.8);
        assertThat(width / factor).isGreaterThanOrEqualTo(Zoom.LEAST_WIDTH - 1);
        assertThat(height / factor).isGreaterThanOrEqualTo(Zoom.LEAST_HEIGHT - 1);
    }
}
