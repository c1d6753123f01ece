package io.pilothouse.ui.kit;

import io.pilothouse.domain.Secret;
import io.pilothouse.ui.theme.Css;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/// A secret on one line: masked until a person looks at it, copied with one click.
public final class SecretLine extends HBox {
    public SecretLine(Secret secret, Clips clipboard) {
        super(4);
        setAlignment(Pos.CENTER_LEFT);
        Label label = Nodes.label(Secret.MASK, Css.MONO);
        label.setMinWidth(0);
        label.setMinHeight(USE_PREF_SIZE);
        label.setWrapText(true);
        var eye =
                Nodes.iconButton(
                        "eye",
                        Words.of("button.show-secret"),
                        () ->
                                label.setText(
                                        label.getText().equals(Secret.MASK)
                                                ? shown(secret)
                                                : Secret.MASK),
                        Css.GHOST,
                        Css.MINI);
        var copy =
                Nodes.iconButton(
                        "clipboard",
                        Words.of("button.copy.secret"),
                        () -> clipboard.copy(secret),
                        Css.GHOST,
                        Css.MINI);
        getChildren().addAll(label, eye, Nodes.copying(copy));
    }

    private static String shown(Secret secret) {
        return Formats.oneLine(secret.reveal());
    }

    /// All of it over several lines, for a place that a person has opened for this.
    public static String whole(Secret secret) {
        return secret.reveal();
    }
}
