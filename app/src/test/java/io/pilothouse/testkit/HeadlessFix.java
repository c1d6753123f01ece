package io.pilothouse.testkit;

import javafx.collections.ListChangeListener;
import javafx.event.Event;
import javafx.event.EventDispatcher;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Window;

import java.util.EnumSet;
import java.util.Set;

/// Puts right what the robot of JavaFX 26's headless platform reports about the mouse: every press and release is
/// called a popup trigger (so a table header never sorts), held keys are missing, and no button is down in a drag. Real
/// platforms report all three, so there the events pass as they are.
public final class HeadlessFix {
    private final Set<KeyCode> held = EnumSet.noneOf(KeyCode.class);

    private HeadlessFix() {}

    /// Watches all windows, present and to come. Call once, on the FX thread.
    public static void install() {
        if (!"Headless".equals(System.getProperty("glass.platform"))) {
            return;
        }
        var fix = new HeadlessFix();
        var windows = Window.getWindows();
        windows.forEach(fix::watch);
        windows.addListener(
                (ListChangeListener<Window>)
                        change -> {
                            while (change.next()) {
                                change.getAddedSubList().forEach(fix::watch);
                            }
                        });
    }

    private void watch(Window window) {
        if (window.getEventDispatcher() instanceof Corrected) {
            return;
        }
        var usual = window.getEventDispatcher();
        window.setEventDispatcher(
                (Corrected) (event, tail) -> usual.dispatchEvent(correct(event), tail));
    }

    /// Marks a window that is watched: one that is hidden and shown again must not be wrapped twice.
    private interface Corrected extends EventDispatcher {}

    private Event correct(Event event) {
        if (event instanceof KeyEvent key) {
            remember(key);
            return event;
        }
        // subclasses (drag and drop between nodes) carry more than can be copied here
        return event.getClass() == MouseEvent.class ? correct((MouseEvent) event) : event;
    }

    private void remember(KeyEvent key) {
        if (key.getEventType() == KeyEvent.KEY_PRESSED) {
            held.add(key.getCode());
        } else if (key.getEventType() == KeyEvent.KEY_RELEASED) {
            held.remove(key.getCode());
        }
    }

    private MouseEvent correct(MouseEvent e) {
        var type = e.getEventType();
        boolean pressed = type == MouseEvent.MOUSE_PRESSED;
        boolean down =
                pressed || type == MouseEvent.MOUSE_DRAGGED || type == MouseEvent.DRAG_DETECTED;
        return new MouseEvent(
                e.getSource(),
                e.getTarget(),
                type,
                e.getX(),
                e.getY(),
                e.getScreenX(),
                e.getScreenY(),
                e.getButton(),
                e.getClickCount(),
                held.contains(KeyCode.SHIFT),
                held.contains(KeyCode.CONTROL),
                held.contains(KeyCode.ALT),
                held.contains(KeyCode.META) || held.contains(KeyCode.COMMAND),
                down && e.getButton() == MouseButton.PRIMARY,
                down && e.getButton() == MouseButton.MIDDLE,
                down && e.getButton() == MouseButton.SECONDARY,
                e.isSynthesized(),
                pressed && e.getButton() == MouseButton.SECONDARY,
                e.isStillSincePress(),
                e.getPickResult());
    }
}
