package io.pilothouse.ui.shell;

import javafx.event.EventHandler;
import javafx.scene.Scene;
import javafx.stage.PopupWindow;
import javafx.stage.Window;
import javafx.stage.WindowEvent;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// Menus, tool tips and lists go before the window they stand over. Left to itself, JavaFX hides them from within the
/// list of those that are told of the window's going: where there are several, the last one throws.
final class OpenPopups {
    private OpenPopups() {}

    /// Holds for each window that comes to show the scene.
    static void goWithWindowOf(Scene scene) {
        EventHandler<WindowEvent> hide = e -> hide((Window) e.getSource());
        scene.windowProperty()
                .subscribe(
                        (before, now) -> {
                            if (before != null) {
                                before.removeEventHandler(WindowEvent.WINDOW_HIDING, hide);
                            }
                            follow(now, hide);
                        });
        follow(scene.getWindow(), hide);
    }

    private static void follow(@Nullable Window window, EventHandler<WindowEvent> hide) {
        if (window != null) {
            window.addEventHandler(WindowEvent.WINDOW_HIDING, hide);
        }
    }

    private static void hide(Window going) {
        List.copyOf(Window.getWindows()).stream()
                .filter(w -> w instanceof PopupWindow popup && isOver(popup, going))
                .forEach(Window::hide);
    }

    private static boolean isOver(PopupWindow popup, Window window) {
        @Nullable Window owner = popup;
        while (owner instanceof PopupWindow inner) {
            owner = inner.getOwnerWindow();
        }
        return window.equals(owner);
    }
}
