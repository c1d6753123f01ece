package io.pilothouse.ui.shell.palette;

import io.pilothouse.ui.kit.Nodes;
import io.pilothouse.ui.kit.Shortcut;
import io.pilothouse.ui.kit.Words;
import io.pilothouse.ui.shell.palette.PaletteViewModel.Line;
import io.pilothouse.ui.theme.Css;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// Draws the palette: a line to type in, and what was found. The line keeps the focus; a screen reader hears what is
/// chosen as the help of the line.
final class PaletteView {
    /// Pixels from the upper edge of the window: just below the top bar.
    private static final double TOP = 64;

    private static final int PAGE = 10;
    private static final double ROW = 32;

    /// Lines that are seen at once.
    private static final int TALLEST = 13;

    private final PaletteViewModel model;
    private final TextField field = new TextField();
    private final ListView<Line> list;
    private final VBox view;

    PaletteView(PaletteViewModel model) {
        this.model = model;
        list = new ListView<>(model.lines());
        list.setCellFactory(_ -> new EntryCell(model::run));
        list.setFocusTraversable(false);
        list.setFixedCellSize(ROW);
        list.setAccessibleText(Words.of("palette.found"));
        list.setPlaceholder(Nodes.label(Words.of("palette.none"), Css.MUTED));
        field.setPromptText(Words.of("palette.prompt"));
        field.setAccessibleText(Words.of("palette.prompt"));
        field.textProperty().bindBidirectional(model.queryProperty());
        HBox.setHgrow(field, Priority.ALWAYS);
        var about = Nodes.label("", Css.MUTED, Css.SMALL);
        about.textProperty().bind(model.aboutProperty());
        about.setMinWidth(Region.USE_PREF_SIZE);
        var line =
                Nodes.styled(
                        new HBox(Nodes.styled(Nodes.icon("search"), Css.ICON_16), field, about),
                        Css.PALETTE_FIELD);
        view = Nodes.styled(new VBox(line, list, foot()), Css.PALETTE);
        view.setMaxHeight(Region.USE_PREF_SIZE);
        StackPane.setAlignment(view, Pos.TOP_CENTER);
        StackPane.setMargin(view, new Insets(TOP, 24, 24, 24));
        model.lines().subscribe(this::fit);
        model.chosenProperty().subscribe(at -> choose(at.intValue()));
        fit();
        // before the line's own keys: it takes Enter and the arrows
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    Region view() {
        return view;
    }

    void focus() {
        field.requestFocus();
    }

    /// Goes back from the actions of a row.
    ///
    /// @return false where it was not there
    boolean back() {
        boolean went = model.back();
        if (went) {
            field.end();
        }
        return went;
    }

    private void fit() {
        double height = ROW * Math.clamp(model.lines().size(), 2, TALLEST) + 2;
        list.setPrefHeight(height);
        list.setMinHeight(ROW);
    }

    private void choose(int at) {
        if (at < 0) {
            list.getSelectionModel().clearSelection();
            list.scrollTo(0);
        } else {
            list.getSelectionModel().clearAndSelect(at);
            // the heading above the first stays in sight
            list.scrollTo(Math.max(0, at <= TALLEST / 2 ? 0 : at - TALLEST / 2));
        }
        field.setAccessibleHelp(
                model.hit(at).map(EntryCell::spoken).orElse(Words.of("palette.none-chosen")));
    }

    private void pressed(KeyEvent e) {
        boolean done = true;
        if (Shortcut.PALETTE_RUN.matches(e)) {
            model.run();
        } else if (Shortcut.PALETTE_ACTIONS.matches(e)) {
            model.into();
        } else if (Shortcut.PALETTE_ACTIONS_TOO.matches(e)) {
            done = atEnd() && model.into();
        } else {
            done = moved(e);
        }
        if (done) {
            e.consume();
        }
    }

    private boolean atEnd() {
        return field.getCaretPosition() == field.getText().length()
                && field.getSelection().getLength() == 0;
    }

    private boolean moved(KeyEvent e) {
        switch (e.getCode()) {
            case UP -> model.move(-1);
            case DOWN -> model.move(1);
            case PAGE_UP -> model.move(-PAGE);
            case PAGE_DOWN -> model.move(PAGE);
            // leaves the actions of a row as it came: from an empty line
            case BACK_SPACE, LEFT -> {
                return field.getText().isEmpty() && back();
            }
            // there is nowhere else to go
            case TAB -> {}
            default -> {
                return false;
            }
        }
        return true;
    }

    private static HBox foot() {
        var foot =
                Nodes.styled(
                        new HBox(
                                cap("↑"),
                                cap("↓"),
                                words("palette.move"),
                                cap(Shortcut.PALETTE_RUN.caps()),
                                words("palette.run"),
                                cap(Shortcut.PALETTE_ACTIONS.caps()),
                                words("palette.actions"),
                                Nodes.spring(),
                                cap(">"),
                                words("palette.only-commands"),
                                cap("@"),
                                words("palette.only-resources")),
                        Css.PALETTE_FOOT);
        foot.setAlignment(Pos.CENTER_LEFT);
        return foot;
    }

    private static Label cap(String key) {
        var cap = Nodes.label(key, Css.KBD);
        cap.setMinWidth(Region.USE_PREF_SIZE);
        return cap;
    }

    private static Label words(String key) {
        var words = Nodes.label(Words.of(key), Css.MUTED, Css.SMALL);
        words.setMinWidth(Region.USE_PREF_SIZE);
        return words;
    }
}
