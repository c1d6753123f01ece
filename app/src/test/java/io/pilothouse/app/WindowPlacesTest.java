package io.pilothouse.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilothouse.settings.Settings.WindowPlace;

import javafx.geometry.Rectangle2D;

import org.junit.jupiter.api.Test;

import java.util.List;

class WindowPlacesTest {
    private static final Rectangle2D LAPTOP = new Rectangle2D(0, 24, 1440, 876);
    private static final Rectangle2D BESIDE = new Rectangle2D(1440, 0, 2560, 1440);

    private static WindowPlace at(double x, double y, double width, double height) {
        return new WindowPlace(x, y, width, height, false);
    }

    @Test
    void aPlaceThatCanBeSeenStays() {
        var place = at(1600, 100, 1400, 900);
        assertThat(WindowPlaces.reachable(place, List.of(LAPTOP, BESIDE))).isEqualTo(place);
    }

    @Test
    void aWindowOfAMonitorThatIsGoneComesBackToTheMiddleOfTheMainOne() {
        assertThat(WindowPlaces.reachable(at(1600, 100, 1400, 800), List.of(LAPTOP)))
                .isEqualTo(at(20, 62, 1400, 800));
    }

    @Test
    void aWindowTooLargeForWhatIsLeftIsMadeToFit() {
        assertThat(WindowPlaces.reachable(at(1500, 0, 2400, 1400), List.of(LAPTOP)))
                .isEqualTo(at(0, 24, 1440, 876));
    }

    @Test
    void aWindowThatBeginsInSightAndIsLargerThanAllScreensIsMadeToFitTheMainOne() {
        var screens = List.of(LAPTOP, BESIDE);
        assertThat(WindowPlaces.reachable(at(100, 100, 4001, 800), screens))
                .isEqualTo(at(0, 62, 1440, 800));
        assertThat(WindowPlaces.reachable(at(100, 100, 1400, 1500), screens))
                .isEqualTo(at(20, 24, 1400, 876));
        var both = at(100, 100, 3900, 1300);
        assertThat(WindowPlaces.reachable(both, screens)).isEqualTo(both);
    }

    @Test
    void theFirstWindowFitsOnTheScreen() {
        assertThat(WindowPlaces.first(BESIDE)).isEqualTo(at(2000, 270, 1440, 900));
        assertThat(WindowPlaces.first(new Rectangle2D(0, 0, 720, 450)))
                .isEqualTo(at(0, 0, 720, 450));
    }

    @Test
    void aMaximisedWindowOfAMonitorThatIsGoneIsMaximisedOnTheMainOne() {
        var kept = new WindowPlace(1600, 100, 1400, 800, true);
        assertThat(WindowPlaces.reachable(kept, List.of(LAPTOP)))
                .isEqualTo(new WindowPlace(20, 62, 1400, 800, true));
    }

    @Test
    void aTitleBarAboveTheScreenCannotBeDraggedAndComesBack() {
        assertThat(WindowPlaces.reachable(at(100, -300, 1000, 700), List.of(LAPTOP)).y())
                .isEqualTo(112);
    }
}
