package io.pilothouse.app;

import io.pilothouse.settings.Settings.WindowPlace;
import io.pilothouse.ui.kit.Preferences;

import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;

import java.util.List;

/// Puts the window back where it stood, as far as the screens of today allow, and keeps where it goes.
final class WindowPlaces {
    /// So much of the title bar must be seen to be dragged.
    private static final double GRIP = 120;

    private WindowPlaces() {}

    static void keep(Stage stage, Preferences preferences) {
        preferences
                .now()
                .window()
                .ifPresent(
                        kept -> {
                            var place =
                                    reachable(
                                            kept,
                                            Screen.getScreens().stream()
                                                    .map(Screen::getVisualBounds)
                                                    .toList());
                            stage.setX(place.x());
                            stage.setY(place.y());
                            stage.setWidth(place.width());
                            stage.setHeight(place.height());
                            stage.setMaximized(place.maximised());
                        });
        Runnable tell = () -> preferences.change(p -> p.withWindow(now(stage, p.window())));
        stage.xProperty().addListener(_ -> tell.run());
        stage.yProperty().addListener(_ -> tell.run());
        stage.widthProperty().addListener(_ -> tell.run());
        stage.heightProperty().addListener(_ -> tell.run());
        stage.maximizedProperty().addListener(_ -> tell.run());
    }

    /// A maximised window keeps the place it returns to.
    private static WindowPlace now(Stage stage, java.util.Optional<WindowPlace> before) {
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

    /// The place itself while its title bar can be seen on one of these screens; else as large as fits, in the middle
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
        if (seen || screens.isEmpty()) {
            return kept;
        }
        var main = screens.getFirst();
        double width = Math.min(kept.width(), main.getWidth());
        double height = Math.min(kept.height(), main.getHeight());
        return new WindowPlace(
                main.getMinX() + (main.getWidth() - width) / 2,
                main.getMinY() + (main.getHeight() - height) / 2,
                width,
                height,
                kept.maximised());
    }
}
