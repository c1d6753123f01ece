package io.pilothouse.ui.kit.rows.layout;

import javafx.scene.text.Font;
import javafx.scene.text.Text;

import java.util.HashMap;
import java.util.Map;

/// How wide a text is in one font, letter by letter, each measured once: what a table of thousands of cells can afford
/// on every read. Kerning is left out, which is less than a pixel in ten letters.
final class TextWidth {
    private final Map<Integer, Double> letters = new HashMap<>();
    private final Text probe = new Text();

    /// @param size in pixels
    TextWidth(String family, double size) {
        probe.setFont(Font.font(family, size));
    }

    double of(String text) {
        return text.codePoints().mapToDouble(c -> letters.computeIfAbsent(c, this::measured)).sum();
    }

    private double measured(int letter) {
        probe.setText(Character.toString(letter));
        return probe.getLayoutBounds().getWidth();
    }
}
