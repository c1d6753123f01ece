package io.pilothouse.ui.kit;

import io.pilothouse.domain.Status;
import io.pilothouse.ui.theme.StateShape;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

import java.util.List;
import java.util.Locale;

/// A state as shape and word; the word is the service's own in lower case, coloured only when it needs a look.
public final class StateLabel extends HBox {
    private final StateShape shape = new StateShape();
    private final Label word = new Label();
    private String colourBefore = "";

    public StateLabel() {
        super(8);
        setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(shape, word);
    }

    public void show(Status status, boolean stale) {
        var said = Formats.oneLine(status.word()).toLowerCase(Locale.ROOT);
        shape.show(status, stale, said);
        word.setText(said);
        setAccessibleText(said);
        var colour = StateShape.wordClass(status, stale);
        if (!colour.equals(colourBefore)) {
            // all at once: a label that loses a class and gets one later in a pulse is drawn
            // without any for a frame
            word.getStyleClass()
                    .setAll(colour.isEmpty() ? List.of("label") : List.of("label", colour));
            colourBefore = colour;
        }
    }
}
