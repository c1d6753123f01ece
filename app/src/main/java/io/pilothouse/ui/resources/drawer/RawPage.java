package io.pilothouse.ui.resources.drawer;

import io.pilothouse.domain.JsonText;
import io.pilothouse.ui.kit.Clips;
import io.pilothouse.ui.kit.Nodes;
import io.pilothouse.ui.kit.Words;
import io.pilothouse.ui.kit.rows.Row;
import io.pilothouse.ui.theme.Css;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import java.util.Optional;

/// The JSON that a row came from, masked.
final class RawPage implements Page {
    private final TextArea raw = Nodes.styled(new TextArea(), Css.MONO, Css.RAW);
    private final VBox view;

    RawPage(Clips clipboard) {
        raw.setEditable(false);
        raw.setAccessibleText(Words.of("drawer.raw"));
        VBox.setVgrow(raw, Priority.ALWAYS);
        var copy =
                Nodes.button(
                        Words.of("button.copy"), "clipboard", () -> clipboard.copy(raw.getText()));
        var bar =
                Nodes.styled(
                        new HBox(
                                Nodes.label(Words.of("drawer.raw.note"), Css.MUTED, Css.SMALL),
                                Nodes.spring(),
                                Nodes.copying(copy)),
                        Css.DRAWER_BAR);
        bar.setAlignment(Pos.CENTER_LEFT);
        view = new VBox(bar, raw);
        VBox.setVgrow(view, Priority.ALWAYS);
    }

    @Override
    public Region view() {
        return view;
    }

    @Override
    public void show(Row row) {
        var text = JsonText.pretty(row.resource().raw());
        if (!text.equals(raw.getText())) {
            raw.setText(text);
        }
    }

    @Override
    public Optional<Node> first() {
        return Optional.of(raw);
    }
}
