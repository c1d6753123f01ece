package io.pilothouse.ui.form;

import io.pilothouse.cloud.form.Choices.Choice;
import io.pilothouse.ui.kit.Nodes;
import io.pilothouse.ui.kit.Words;
import io.pilothouse.ui.theme.Css;

import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import javafx.css.PseudoClass;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;
import javafx.stage.PopupWindow;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// The list behind a [ChoiceField]: what is off says why and can't be chosen; a long list can be searched.
final class ChoicePopup {
    /// A list longer than this has a search field.
    static final int SEARCHED = 12;

    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final PseudoClass OFF = PseudoClass.getPseudoClass("off");
    private static final int ROW = 32;
    private static final int MOST_ROWS = 9;
    private static final int NARROWEST = 380;

    private final Popup popup = new Popup();
    private final FilteredList<Choice> items;
    private final ListView<Choice> list;
    private final TextField search = new TextField();
    private final VBox root;
    private final Supplier<List<String>> chosen;
    private final Consumer<Choice> pick;

    ChoicePopup(
            ObservableList<Choice> choices, Supplier<List<String>> chosen, Consumer<Choice> pick) {
        this.chosen = chosen;
        this.pick = pick;
        items = new FilteredList<>(choices);
        list = new ListView<>(items);
        list.setFixedCellSize(ROW);
        list.setCellFactory(_ -> new Cell());
        list.setPlaceholder(Nodes.label("", Css.FIELD_HINT));
        search.setPromptText(Words.of("form.search"));
        search.setAccessibleText(Words.of("form.search"));
        search.textProperty().addListener((_, _, text) -> filter(text));
        root = Nodes.styled(new VBox(search, list), "ph-choice-popup");
        FormView.style(root);
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::press);
        popup.getContent().add(root);
        // the list itself stands below the field, not its shadow
        popup.setAnchorLocation(PopupWindow.AnchorLocation.CONTENT_TOP_LEFT);
        popup.setAutoHide(true);
        popup.setHideOnEscape(true);
    }

    boolean isShowing() {
        return popup.isShowing();
    }

    /// Opens below the field, as wide as it or wide enough to be read; closes when it is open.
    void open(Region below) {
        if (popup.isShowing()) {
            popup.hide();
            return;
        }
        search.clear();
        filter("");
        Nodes.present(search, items.getSource().size() > SEARCHED);
        // a popup is a scene of its own: the theme's classes are the window's
        popup.getScene()
                .getRoot()
                .getStyleClass()
                .setAll(below.getScene().getRoot().getStyleClass());
        list.setAccessibleText(below.getAccessibleText());
        root.setPrefWidth(Math.max(NARROWEST, below.getWidth()));
        var at = below.localToScreen(0, below.getHeight() + 4);
        popup.show(below, at.getX(), at.getY());
        list.getSelectionModel().clearSelection();
        chosen.get().stream().findFirst().ifPresent(this::select);
        if (list.getSelectionModel().isEmpty()) {
            move(1); // Enter takes the first that can be chosen
        }
        list.scrollTo(Math.max(0, list.getSelectionModel().getSelectedIndex() - 2));
        (search.isVisible() ? search : list).requestFocus();
    }

    private void select(String value) {
        items.stream()
                .filter(c -> c.value().equals(value))
                .findFirst()
                .ifPresent(list.getSelectionModel()::select);
    }

    private void filter(String text) {
        var words = text.strip().toLowerCase(Locale.ROOT);
        items.setPredicate(
                c ->
                        (c.label() + " " + ChoiceField.note(c))
                                .toLowerCase(Locale.ROOT)
                                .contains(words));
        if (!words.isEmpty()) {
            list.getSelectionModel().clearSelection();
            move(1);
        }
        list.setPlaceholder(
                Nodes.label(
                        Words.of(words.isEmpty() ? "form.choices.none" : "form.search.none"),
                        Css.FIELD_HINT));
        list.setPrefHeight(Math.clamp(items.size(), 1, MOST_ROWS) * ROW + 2);
    }

    private void press(KeyEvent e) {
        switch (e.getCode()) {
            case UP -> move(-1);
            case DOWN -> move(1);
            case ENTER -> take(list.getSelectionModel().getSelectedItem());
            // by itself the list takes Escape, and nothing happens
            case TAB, ESCAPE -> popup.hide();
            default -> {
                if (e.getCode() != KeyCode.SPACE || search.isVisible()) {
                    return;
                }
                take(list.getSelectionModel().getSelectedItem());
            }
        }
        e.consume();
    }

    /// To the next one that can be chosen.
    private void move(int by) {
        for (int i = list.getSelectionModel().getSelectedIndex() + by;
                i >= 0 && i < items.size();
                i += by) {
            if (items.get(i).off().isEmpty()) {
                list.getSelectionModel().select(i);
                list.scrollTo(Math.max(0, i - MOST_ROWS + 1));
                return;
            }
        }
    }

    private void take(@Nullable Choice choice) {
        if (choice != null && (choice.off().isEmpty() || chosen.get().contains(choice.value()))) {
            popup.hide();
            pick.accept(choice);
        }
    }

    private final class Cell extends ListCell<Choice> {
        Cell() {
            setPrefWidth(0); // as wide as the list: a note gives way to why it is off
            setOnMouseClicked(_ -> take(getItem()));
        }

        @Override
        protected void updateItem(@Nullable Choice choice, boolean empty) {
            super.updateItem(choice, empty);
            if (empty || choice == null) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            var line = Nodes.styled(new HBox(ChoiceField.parts(choice)), "ph-choice-shown");
            boolean on = chosen.get().contains(choice.value());
            var tick = Nodes.styled(Nodes.icon("check"), Css.ICON_18);
            tick.setVisible(on);
            line.getChildren().addFirst(tick);
            pseudoClassStateChanged(CHOSEN, on);
            setGraphic(line);
            // not disabled, or the reason would be too faint to read
            pseudoClassStateChanged(OFF, choice.off().isPresent());
            setAccessibleText(ChoiceField.words(choice));
        }
    }
}
