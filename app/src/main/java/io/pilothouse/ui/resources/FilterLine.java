package io.pilothouse.ui.resources;

import io.pilothouse.domain.Facts;
import io.pilothouse.ui.kit.Formats;
import io.pilothouse.ui.kit.Nodes;
import io.pilothouse.ui.kit.Preferences;
import io.pilothouse.ui.kit.Shortcut;
import io.pilothouse.ui.kit.Words;
import io.pilothouse.ui.kit.rows.FilterHints;
import io.pilothouse.ui.kit.rows.FilterHints.Hint;
import io.pilothouse.ui.kit.rows.RowFilter;
import io.pilothouse.ui.theme.Css;

import javafx.geometry.Pos;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

import org.controlsfx.control.textfield.TextFields;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.stream.Collectors;

/// The line that filters a table, and below it what its last word may become: the arrow keys choose, Enter and Tab take,
/// Esc puts them away. What is typed is kept for the table.
final class FilterLine {
    private static final double ROW = 28;

    /// What a letter of the prompt takes, and the room for the cross beside it, px.
    private static final double LETTER = 6.8;

    private final ResourcesViewModel model;
    private final Runnable toTable;
    private final TextField field = TextFields.createClearableTextField();
    private final ListView<Hint> hints = Nodes.styled(new ListView<>(), Css.HINTS);

    /// @param toTable gives the focus to the table
    FilterLine(ResourcesViewModel model, Preferences preferences, Runnable toTable) {
        this.model = model;
        this.toTable = toTable;
        var choice = "filter." + model.kind().id();
        model.filterProperty().set(preferences.now().choices().getOrDefault(choice, ""));
        var whole = prompt();
        field.promptTextProperty()
                .bind(
                        field.widthProperty()
                                .map(
                                        w ->
                                                w.doubleValue() < LETTER * whole.length()
                                                        ? Words.of("filter.prompt.short")
                                                        : whole));
        field.setAccessibleText(Words.of("filter.accessible"));
        field.textProperty().bindBidirectional(model.filterProperty());
        field.textProperty()
                .addListener(
                        (_, _, now) -> {
                            preferences.change(p -> p.withChoice(choice, now.strip()));
                            offer();
                        });
        field.focusedProperty().addListener((_, _, _) -> Nodes.present(hints, false));
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::press);
        hints.setFocusTraversable(false);
        hints.setAccessibleText(Words.of("filter.hints"));
        hints.setFixedCellSize(ROW);
        hints.setCellFactory(_ -> new HintCell());
        hints.setOnMouseClicked(_ -> take());
        hints.setMaxSize(300, Region.USE_PREF_SIZE);
        Nodes.present(hints, false);
    }

    /// Names the places that rows of the kind have.
    private String prompt() {
        var columns = model.kind().columns();
        var places =
                RowFilter.PLACES.stream()
                        .filter(
                                place ->
                                        switch (place) {
                                            case "state" ->
                                                    ResourcesView.STATEFUL.contains(model.kind());
                                            case "region" -> columns.contains(Facts.REGION);
                                            case "type" -> columns.contains(Facts.TYPE);
                                            default -> true;
                                        })
                        .map(place -> place.equals("name") ? place : place + ":")
                        .collect(Collectors.joining(", "));
        return Words.of("filter.prompt", places);
    }

    TextField field() {
        return field;
    }

    /// What is below with the hints above it.
    StackPane over(Region below) {
        StackPane.setAlignment(hints, Pos.TOP_LEFT);
        return new StackPane(below, hints);
    }

    private void offer() {
        var all =
                field.isFocused()
                        ? FilterHints.of(field.getText(), model.allRows())
                        : List.<Hint>of();
        hints.getItems().setAll(all);
        hints.getSelectionModel().clearSelection();
        hints.setPrefHeight(all.size() * ROW + 12);
        hints.setTranslateX(field.getBoundsInParent().getMinX());
        Nodes.present(hints, !all.isEmpty());
    }

    private void press(KeyEvent e) {
        boolean open = hints.isVisible();
        if (open && (Shortcut.HINT_DOWN.matches(e) || Shortcut.HINT_UP.matches(e))) {
            var chosen = hints.getSelectionModel();
            if (Shortcut.HINT_DOWN.matches(e)) {
                chosen.selectNext();
            } else {
                chosen.selectPrevious();
            }
            hints.scrollTo(Math.max(0, chosen.getSelectedIndex()));
        } else if (open && Shortcut.HINT_TAKE.matches(e)) {
            if (hints.getSelectionModel().isEmpty()) {
                hints.getSelectionModel().select(0);
            }
            take();
        } else if (open
                && Shortcut.FILTER_DONE.matches(e)
                && !hints.getSelectionModel().isEmpty()) {
            take();
        } else if (open && Shortcut.FILTER_CLEAR.matches(e)) {
            Nodes.present(hints, false);
        } else if (Shortcut.FILTER_CLEAR.matches(e) && !field.getText().isEmpty()) {
            field.clear();
        } else if (Shortcut.FILTER_CLEAR.matches(e)
                || Shortcut.FILTER_DONE.matches(e)
                || Shortcut.HINT_DOWN.matches(e)) {
            toTable.run();
        } else {
            return;
        }
        e.consume();
    }

    private void take() {
        var hint = hints.getSelectionModel().getSelectedItem();
        if (hint != null) {
            field.setText(hint.line());
            field.requestFocus();
            field.end();
            offer();
        }
    }

    private static final class HintCell extends ListCell<Hint> {
        @Override
        protected void updateItem(@Nullable Hint hint, boolean empty) {
            super.updateItem(hint, empty);
            setText(empty || hint == null ? null : Formats.oneLine(hint.word()));
        }
    }
}
