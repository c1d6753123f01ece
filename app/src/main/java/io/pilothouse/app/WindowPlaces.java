package io.pilothouse.app;

import io.pilothouse.settings.Settings.WindowPlace;
import io.pilothouse.ui.kit.Preferences;

import javafx.collections.ListChangeListener;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;

import java.util.List;
import java.util.Optional;

/// Puts the window back where it stood, as far as the screens of today allow, and keeps where it goes.
final class WindowPlaces {
    /// So much of the title bar must be seen to be dragged.
    private static final double GRIP = 120;

    private static final double LEAST_WIDTH = 900;
    private static final double LEAST_HEIGHT = 600;

    private WindowPlaces() {}

    /// Puts the window where it stood, or for the first time in the middle of the main screen, and follows it from now
    /// on. A screen that goes while the window is on it gives it back to one that is left.
    static void keep(Stage stage, Preferences preferences) {
        var screens = screens();
        var place =
                preferences
                        .now()
                        .window()
                        .map(kept -> reachable(kept, screens))
                        .or(() -> screens.stream().findFirst().map(WindowPlaces::first));
        limit(stage, screens);
        place.ifPresent(p -> put(stage, p));
        var shownOn = Screen.getScreens();
        ListChangeListener<Screen> gone = _ -> comeBack(stage);
        stage.showingProperty()
                .subscribe(
                        on -> {
                            shownOn.removeListener(gone);
                            if (on) {
                                shownOn.addListener(gone);
                            }
                        });
        Runnable tell = () -> preferences.change(p -> p.withWindow(now(stage, p.window())));
        stage.xProperty().addListener(_ -> tell.run());
        stage.yProperty().addListener(_ -> tell.run());
        stage.widthProperty().addListener(_ -> tell.run());
        stage.heightProperty().addListener(_ -> tell.run());
        stage.maximizedProperty().addListener(_ -> tell.run());
    }

    private static List<Rectangle2D> screens() {
        return Screen.getScreens().stream().map(Screen::getVisualBounds).toList();
    }

    private static void put(Stage stage, WindowPlace place) {
        stage.setX(place.x());
        stage.setY(place.y());
        stage.setWidth(place.width());
        stage.setHeight(place.height());
        stage.setMaximized(place.maximised());
    }

    private static void comeBack(Stage stage) {
        var screens = screens();
        var now = now(stage, Optional.empty());
        var place = reachable(now, screens);
        limit(stage, screens);
        if (!place.equals(now)) {
            put(stage, place);
        }
    }

    /// No screen may be smaller than the least window: what it has too little of the zoom makes up for.
    private static void limit(Stage stage, List<Rectangle2D> screens) {
        double width =
                screens.stream().mapToDouble(Rectangle2D::getWidth).min().orElse(LEAST_WIDTH);
        double height =
                screens.stream().mapToDouble(Rectangle2D::getHeight).min().orElse(LEAST_HEIGHT);
        stage.setMinWidth(Math.min(LEAST_WIDTH, width));
        stage.setMinHeight(Math.min(LEAST_HEIGHT, height));
    }

    /// As large as is comfortable, where there is room.
    static WindowPlace first(Rectangle2D screen) {
        return inTheMiddle(new WindowPlace(0, 0, 1440, 900, false), screen);
    }

    private static WindowPlace inTheMiddle(WindowPlace place, Rectangle2D screen) {
        double width = Math.min(place.width(), screen.getWidth());
        double height = Math.min(place.height(), screen.getHeight());
        return new WindowPlace(
                screen.getMinX() + (screen.getWidth() - width) / 2,
                screen.getMinY() + (screen.getHeight() - height) / 2,
                width,
                height,
                place.maximised());
    }

    /// A maximised window keeps the place it returns to.
    private static WindowPlace now(Stage stage, Optional<WindowPlace> before) {
        if (stage.isMaximized() && before.isPresent()) {
            var b = before.get();
            return new WindowPlace(b.x(), b.y(), b.width(), b.height(), true);
        }
        return new WindowPlace(
                stage.getX(),
                stage.getY(),
                stage.getWidth(),
                stage.getHeight(),
                stage.isMaximized());
    }

    /// Is it larger than all screens together?
    private static boolean isLarger(WindowPlace kept, List<Rectangle2D> screens) {
        double left = screens.stream().mapToDouble(Rectangle2D::getMinX).min().orElseThrow();
        double right = screens.stream().mapToDouble(Rectangle2D::getMaxX).max().orElseThrow();
        double top = screens.stream().mapToDouble(Rectangle2D::getMinY).min().orElseThrow();
        double bottom = screens.stream().mapToDouble(Rectangle2D::getMaxY).max().orElseThrow();
        return kept.width() > right - left || kept.height() > bottom - top;
    }

    /// The place itself while its title bar can be seen on one of these screens and they have room for it; else as large
    /// as fits, in the middle
    /// of the first of them.
    ///
    /// @param screens without what task bars take; the main one first
    static WindowPlace reachable(WindowPlace kept, List<Rectangle2D> screens) {
        boolean seen =
                screens.stream()
                        .anyMatch(
                                s ->
                                        kept.y() >= s.getMinY() - 1
                                                && kept.y() < s.getMaxY() - GRIP / 4
                                                && kept.x() + kept.width() - GRIP >= s.getMinX()
                                                && kept.x() + GRIP <= s.getMaxX());
        if (screens.isEmpty() || (seen && !isLarger(kept, screens))) {
            return kept;
        }
        return inTheMiddle(kept, screens.getFirst());
    }
}
