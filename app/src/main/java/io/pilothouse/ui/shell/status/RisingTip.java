package io.pilothouse.ui.shell.status;

import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;

/// A button's tool tip that a press shows too, and puts away again. Above the line, where it hides nothing of it.
final class RisingTip {
    private final Button button;
    private final Tooltip tip = new Tooltip();

    RisingTip(Button button) {
        this.button = button;
        tip.setAutoHide(true);
        tip.setHideOnEscape(true);
        button.setTooltip(tip);
        button.setOnAction(_ -> toggle());
        button.focusedProperty().subscribe(_ -> tip.hide());
    }

    Tooltip tip() {
        return tip;
    }

    void say(String words) {
        tip.setText(words);
    }

    void show() {
        var at = button.localToScreen(0, 0);
        tip.show(button, at.getX(), at.getY());
        tip.setAnchorY(at.getY() - tip.getHeight());
    }

    private void toggle() {
        if (tip.isShowing()) {
            tip.hide();
        } else {
            show();
        }
    }
}
