package io.pilothouse.ui.shell.palette;

import io.pilothouse.ui.kit.Accounts;
import io.pilothouse.ui.kit.Formats;
import io.pilothouse.ui.kit.Nodes;
import io.pilothouse.ui.kit.StateLabel;
import io.pilothouse.ui.kit.Words;
import io.pilothouse.ui.shell.palette.PaletteViewModel.Line;
import io.pilothouse.ui.theme.Css;

import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.Stream;

/// One line of what was found: icon, text with the letters that answer, state; at the right what more there is to say,
/// the account and the key.
final class EntryCell extends ListCell<Line> {
    /// @param run told the line that was clicked
    EntryCell(IntConsumer run) {
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setAccessibleRole(AccessibleRole.LIST_ITEM);
        // a line is as wide as the list: what is too long shrinks
        setPrefWidth(0);
        setOnMouseClicked(
                _ -> {
                    if (!isEmpty()) {
                        run.accept(getIndex());
                    }
                });
    }

    @Override
    protected void updateItem(@Nullable Line line, boolean empty) {
        super.updateItem(line, empty);
        if (empty || line == null) {
            setGraphic(null);
            setAccessibleText("");
            return;
        }
        switch (line) {
            case Line.Heading heading -> {
                setGraphic(Nodes.label(heading.words(), Css.PALETTE_SECTION));
                setAccessibleText(heading.words());
            }
            case Line.Found found -> {
                setGraphic(row(found.hit()));
                setAccessibleText(spoken(found.hit()));
            }
        }
    }

    /// A hit in words, for who does not see it.
    static String spoken(Hit hit) {
        var entry = hit.entry();
        return Stream.of(
                        entry.text(),
                        entry.thing()
                                .map(t -> Formats.oneLine(t.resource().status().word()))
                                .orElse(""),
                        entry.off().map(why -> Words.of("palette.off", why)).orElse(entry.note()),
                        entry.account().map(a -> Formats.oneLine(a.name())).orElse(""),
                        entry.keys().map(k -> k.caps()).orElse(""))
                .filter(s -> !s.isEmpty())
                .reduce((a, b) -> a + ", " + b)
                .orElse("");
    }

    private static Region row(Hit hit) {
        var entry = hit.entry();
        var parts = new ArrayList<Node>();
        var icon = new StackPane();
        icon.setMinWidth(16);
        if (!entry.icon().isEmpty()) {
            icon.getChildren().add(Nodes.icon(entry.icon()));
        }
        parts.add(icon);
        parts.add(pieces(hit.text(), ""));
        entry.thing()
                .ifPresent(
                        thing -> {
                            var state = new StateLabel();
                            state.show(thing.resource().status(), thing.stale());
                            state.setMinWidth(Region.USE_PREF_SIZE);
                            parts.add(state);
                        });
        parts.add(Nodes.spring());
        parts.add(
                entry.off().isPresent()
                        ? pieces(Piece.plain(Words.of("palette.off", entry.off().get())), Css.MUTED)
                        : pieces(hit.note(), Css.MUTED));
        entry.account()
                .ifPresent(
                        account -> {
                            var mark = Accounts.mark(account);
                            mark.setMinWidth(Region.USE_PREF_SIZE);
                            parts.add(mark);
                        });
        entry.keys()
                .ifPresent(
                        keys -> {
                            var cap = Nodes.label(keys.caps(), Css.KBD);
                            cap.setMinWidth(Region.USE_PREF_SIZE);
                            parts.add(cap);
                        });
        var row = Nodes.styled(new HBox(parts.toArray(Node[]::new)), Css.PALETTE_ROW);
        if (entry.off().isPresent()) {
            row.getStyleClass().add(Css.OFF);
        }
        return row;
    }

    /// Of a text that is too long the last piece gives way.
    private static HBox pieces(List<Piece> pieces, String style) {
        var box = new HBox();
        box.setAlignment(Pos.CENTER_LEFT);
        for (int i = 0; i < pieces.size(); i++) {
            var piece = pieces.get(i);
            var label = new Label(piece.text());
            if (piece.matched()) {
                label.getStyleClass().add(Css.MATCH);
            } else if (!style.isEmpty()) {
                label.getStyleClass().add(style);
            }
            if (i < pieces.size() - 1) {
                label.setMinWidth(Region.USE_PREF_SIZE);
            }
            box.getChildren().add(label);
        }
        return box;
    }
}
